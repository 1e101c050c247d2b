package org.muster.games.structure;

import java.util.List;

/// A partition of the players into coalitions, with proof of how good it is.
///
/// @param parts  the coalitions, by their lowest player
/// @param value  what they are worth together
/// @param bound  no partition is worth more: the value of the linear program
/// @param prices dual prices, one per player, adding up to `bound`: every coalition that may form gets at least its
/// worth
/// @param proven whether no partition is better
/// @param costOfStability what must be added to `v(N)` so that no coalition would rather leave the grand coalition
/// @param scans  passes over all coalitions
/// @param lps    linear programs solved
/// @param columns coalitions in the last search
/// @param method `reduced costs` or `dynamic programming`
public record Structure(
        List<Long> parts,
        double value,
        double bound,
        List<Double> prices,
        boolean proven,
        double costOfStability,
        int scans,
        int lps,
        long columns,
        String method) {
    public Structure {
        parts = List.copyOf(parts);
        prices = List.copyOf(prices);
    }

    /// Whether the prices are payoffs at which no coalition would rather leave this structure: the core of the game
    /// with the structure is not empty.
    public boolean isStable(double tolerance) {
        return bound - value <= tolerance;
    }
}
