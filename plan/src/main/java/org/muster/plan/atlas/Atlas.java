package org.muster.plan.atlas;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.muster.plan.fold.Fold;

/// Which coalitions can do a mission: over all coalitions of the alliance's own members, with partners that stand
/// beside them.
///
/// A coalition can do the mission where it covers every essential line, the day after included, and meets the mission's
/// floor and lead.
///
/// @param coalitions     how many there are, the empty one included
/// @param feasible       those that can do the mission
/// @param minimalCount   those that can, and of which no member can be spared; empty where there are too many
/// coalitions
///                       to look at each, then the two lists are empty too
/// @param minimal        the cheapest of these, cheapest first, at most as many as were asked for
/// @param cheapest       for every size for which there is one, the cheapest coalition that can
/// @param indispensable  members without which no coalition can, in the alliance's order
/// @param pivotal        for every member in how many coalitions it decides: with it they can, without it they cannot
public record Atlas(
        BigInteger coalitions,
        BigInteger feasible,
        OptionalLong minimalCount,
        List<Priced> minimal,
        List<Priced> cheapest,
        List<String> indispensable,
        Map<String, BigInteger> pivotal) {
    public Atlas {
        minimal = List.copyOf(minimal);
        cheapest = List.copyOf(cheapest);
        indispensable = List.copyOf(indispensable);
        pivotal = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pivotal));
    }

    /// What a fold says: how many coalitions can, and who decides.
    ///
    /// @param players the fold's players
    static Atlas counted(Fold fold, List<String> players) {
        List<String> indispensable = new ArrayList<>();
        Map<String, BigInteger> pivotal = new LinkedHashMap<>();
        List<BigInteger> swings = fold.swings();
        BigInteger feasible = fold.count();
        for (int i = 0; i < players.size(); i++) {
            pivotal.put(players.get(i), swings.get(i));
            // Whoever decides in every coalition that can is in all of them.
            if (feasible.signum() > 0 && swings.get(i).equals(feasible)) {
                indispensable.add(players.get(i));
            }
        }
        return new Atlas(
                BigInteger.TWO.pow(players.size()),
                feasible,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                indispensable,
                pivotal);
    }

    /// A coalition and what the mission costs it on its own.
    ///
    /// @param members   in the alliance's order
    /// @param costMinor minor units
    public record Priced(List<String> members, long costMinor) {
        public Priced {
            members = List.copyOf(members);
        }
    }
}
