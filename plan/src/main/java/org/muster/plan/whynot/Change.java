package org.muster.plan.whynot;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.plan.model.Rule;

/// Rules to lift so that every essential line is covered, and what that costs.
///
/// @param lifts      the rules
/// @param invented   units that nobody offers and that would have to be found, in millionths of their lines
/// @param others     what then stays uncovered of lines that are not asked for, in millionths of a line
/// @param costMinor  what the mission then costs, in minor units
/// @param priceMinor that less what the plan as it stands costs
/// @param isPriced   false where it needs units for which nobody asks any price: then costs and prices leave them out
/// @param added      units that nobody offers and that would have to be found, by line key
/// @param beyond     units drawn beyond what a pool has, by pool and period, where its capacity is lifted
/// @param payers     who would pay the price where costs lie where they fall: minor units more (or, below zero,
///                   less) than in the plan as it stands, by member, pool, or [#ALL] for charters; they add up to
///                   the price
public record Change(
        List<Rule> lifts,
        long invented,
        long others,
        long costMinor,
        long priceMinor,
        boolean isPriced,
        Map<String, Long> added,
        Map<String, Long> beyond,
        Map<String, Long> payers) {
    /// Those who pay for charters.
    public static final String ALL = "those who go, for charters";

    /// Those who pay for units that nobody offers.
    public static final String FINDER = "whoever brings what nobody offers";

    public Change {
        lifts = List.copyOf(lifts);
        payers = Collections.unmodifiableMap(new LinkedHashMap<>(payers));
        beyond = Collections.unmodifiableMap(new LinkedHashMap<>(beyond));
        added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
    }

    /// Whether it comes first: what members and pools can give before what nobody offers, then other uncovered lines,
    /// then cost.
    boolean isBetterThan(Change other) {
        return ORDER.compare(this, other) < 0;
    }

    private static final Comparator<Change> ORDER = Comparator.comparingLong(Change::invented)
            .thenComparingLong(Change::others)
            .thenComparingLong(Change::costMinor);
}
