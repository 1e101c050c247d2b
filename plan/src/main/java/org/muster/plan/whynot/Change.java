package org.muster.plan.whynot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.plan.model.Rule;

/// Rules to lift so that every essential line is covered, and what that costs.
///
/// @param lifts      the rules
/// @param others     what then stays uncovered of lines that are not essential, in millionths of a line
/// @param costMinor  what the mission then costs, in minor units
/// @param priceMinor that less what the plan as it stands costs
/// @param added      units that nobody offers and that would have to be found, by line key
public record Change(List<Rule> lifts, long others, long costMinor, long priceMinor, Map<String, Long> added) {
    public Change {
        lifts = List.copyOf(lifts);
        added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
    }

    /// Whether its plan comes first in the order of a plan's levels: other uncovered lines, then cost.
    boolean isBetterThan(Change other) {
        return others < other.others || (others == other.others && costMinor < other.costMinor);
    }
}
