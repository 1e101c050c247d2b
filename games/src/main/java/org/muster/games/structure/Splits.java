package org.muster.games.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.Game;

/// The best partition by dynamic programming: the best value of every coalition from the best of its splits. O(3^n)
/// time, 12
/// bytes a coalition, up to 20 players.
final class Splits {
    private Splits() {}

    static Optional<List<Long>> best(Game game, SideConditions conditions) {
        int n = game.players();
        double[] best = new double[1 << n];
        int[] part = new int[1 << n];
        for (int mask = 1; mask < best.length; mask++) {
            double most = conditions.allow(mask) ? game.value(mask) : Double.NEGATIVE_INFINITY;
            int chosen = mask;
            int lowest = mask & -mask;
            int others = mask ^ lowest;
            // the part with the lowest player against the rest: each split once
            for (int rest = others; rest != 0; rest = (rest - 1) & others) {
                double split = best[mask ^ rest] + best[rest];
                if (split > most) {
                    most = split;
                    chosen = mask ^ rest;
                }
            }
            best[mask] = most;
            part[mask] = chosen;
        }
        int all = (int) Coalitions.grand(n);
        if (best[all] == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        List<Long> parts = new ArrayList<>();
        collect(all, part, parts);
        return Optional.of(parts);
    }

    private static void collect(int mask, int[] part, List<Long> parts) {
        if (part[mask] == mask) {
            parts.add((long) mask);
        } else {
            collect(part[mask], part, parts);
            collect(mask ^ part[mask], part, parts);
        }
    }
}
