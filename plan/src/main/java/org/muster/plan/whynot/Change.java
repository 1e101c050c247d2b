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
/// @param payers     who would pay the price where costs lie where they fall: minor units more (or, below zero, less)
/// than
///                   in the plan as it stands, by member, pool, or [#ALL] for charters; they add up to the price
public record Change(
        List<Rule> lifts,
        long others,
        long costMinor,
        long priceMinor,
        Map<String, Long> added,
        Map<String, Long> payers) {
    /// Those who pay for charters.
    public static final String ALL = "those who go, for charters";

    /// Those who pay for units that nobody offers.
    public static final String FINDER = "whoever brings what nobody offers";

    public Change {
        lifts = List.copyOf(lifts);
        payers = Collections.unmodifiableMap(new LinkedHashMap<>(payers));
        added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
    }

    /// Whether its plan comes first in the order of a plan's levels: other uncovered lines, then cost.
    boolean isBetterThan(Change other) {
        return others < other.others || (others == other.others && costMinor < other.costMinor);
    }
}
