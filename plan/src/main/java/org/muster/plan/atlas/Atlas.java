package org.muster.plan.atlas;

import java.util.List;
import java.util.Map;

/// Which coalitions can do a mission: over all coalitions of the alliance's own members, with partners that stand
/// beside them.
///
/// A coalition can do the mission where it covers every essential line, the day after included, and meets the mission's
/// floor and lead.
///
/// @param coalitions     all that were looked at, the empty one included
/// @param feasible       those that can do the mission
/// @param minimalCount   those that can, and of which no member can be spared
/// @param minimal        the cheapest of these, cheapest first, at most as many as were asked for
/// @param cheapest       for every size for which there is one, the cheapest coalition that can
/// @param indispensable  members without which no coalition can, in the alliance's order
/// @param pivotal        for every member in how many coalitions it decides: with it they can, without it they cannot
/// @param costOfAll      what the mission costs where everybody may take part, in minor units
public record Atlas(
        long coalitions,
        long feasible,
        long minimalCount,
        List<Priced> minimal,
        List<Priced> cheapest,
        List<String> indispensable,
        Map<String, Long> pivotal,
        long costOfAll) {
    public Atlas {
        minimal = List.copyOf(minimal);
        cheapest = List.copyOf(cheapest);
        indispensable = List.copyOf(indispensable);
        pivotal = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(pivotal));
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
