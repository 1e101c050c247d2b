package org.muster.lab.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What missions of a year have taken of what the next might use.
///
/// @param drawn   units of pools that are gone for the year, by pool
/// @param running missions that ran, with what they hold while they last
record Taken(Map<String, Long> drawn, List<Running> running) {
    /// A year begins.
    static final Taken NOTHING = new Taken(Map.of(), List.of());

    /// A mission that runs.
    ///
    /// @param holds units that are not free meanwhile, by pool, offer or charter
    record Running(Future.Occurrence occurrence, Map<String, Long> holds) {}

    Taken {
        drawn = Collections.unmodifiableMap(new TreeMap<>(drawn));
        running = List.copyOf(running);
    }

    /// Units that are not there for a mission.
    Map<String, Long> before(Future.Occurrence one) {
        Map<String, Long> used = new TreeMap<>(drawn);
        running.stream()
                .filter(before -> before.occurrence().runsInto(one))
                .forEach(before -> before.holds().forEach((id, units) -> used.merge(id, units, Math::addExact)));
        return used;
    }

    /// With what a mission took that ran.
    Taken and(Future.Occurrence one, Settlement settlement) {
        Map<String, Long> more = new TreeMap<>(drawn);
        settlement.draws().forEach((pool, units) -> more.merge(pool, units, Math::addExact));
        List<Running> longer = new ArrayList<>(running);
        longer.add(new Running(one, settlement.holds()));
        return new Taken(more, longer);
    }
}
