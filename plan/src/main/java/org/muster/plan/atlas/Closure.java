package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.Coalitions;

/// Who of a coalition takes part, where some join only in certain company, in certain numbers or with the day after
/// covered: the largest subset in which everybody's conditions hold.
///
/// All conditions here grow with the coalition: what holds in company holds in more company. So the union of two
/// subsets in which all conditions hold is a third, and there is one largest.
///
/// @param conditional players with conditions, one entry each
record Closure(List<Conditional> conditional) {
    /// A player with conditions.
    ///
    /// @param player     its bit
    /// @param conditions all have to hold, itself counted in
    record Conditional(int player, List<Threshold> conditions) {
        Conditional {
            conditions = List.copyOf(conditions);
        }

        boolean holds(long coalition) {
            return conditions.stream().allMatch(c -> c.holds(coalition));
        }
    }

    Closure {
        conditional = List.copyOf(conditional);
    }

    /// The largest subset of `coalition` in which everybody's conditions hold.
    long of(long coalition) {
        long left = coalition;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Conditional one : conditional) {
                if (Coalitions.has(left, one.player()) && !one.holds(left)) {
                    left &= ~(1L << one.player());
                    changed = true;
                }
            }
        }
        return left;
    }

    /// The conditional players among `coalition`.
    List<Conditional> in(long coalition) {
        List<Conditional> found = new ArrayList<>();
        for (Conditional one : conditional) {
            if (Coalitions.has(coalition, one.player())) {
                found.add(one);
            }
        }
        return found;
    }
}
