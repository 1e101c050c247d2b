package org.muster.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.input.Counted;

/// What changed from one plan to another, in order: status, who goes, units on lines, gaps, bill.
public final class PlanDiff {
    /// One change.
    ///
    /// @param what   `status`, `member`, `assignment`, `gap` or `bill`
    /// @param where  the member, the line with its source, or empty
    /// @param before what it was; empty where it was not there
    /// @param after  what it is; empty where it is gone
    public record Change(String what, String where, Optional<String> before, Optional<String> after) {}

    private PlanDiff() {}

    /// The changes; none where the plans are the same.
    public static List<Change> between(SavedPlan before, SavedPlan after) {
        List<Change> changes = new ArrayList<>();
        compare("status", Map.of("", before.status()), Map.of("", after.status()), changes);
        compare("member", members(before), members(after), changes);
        compare("assignment", assignments(before), assignments(after), changes);
        compare("gap", gaps(before), gaps(after), changes);
        compare("bill", Map.of("", bill(before)), Map.of("", bill(after)), changes);
        return List.copyOf(changes);
    }

    private static Map<String, String> members(SavedPlan plan) {
        Map<String, String> members = new LinkedHashMap<>();
        plan.coalition().forEach(member -> members.put(member, "takes part"));
        return members;
    }

    private static Map<String, String> assignments(SavedPlan plan) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Plan.Assignment a : plan.assignments()) {
            units.put(a.lineKey() + " from " + a.source().word() + " " + a.id(), Counted.of(a.units(), "units"));
        }
        return units;
    }

    private static Map<String, String> gaps(SavedPlan plan) {
        Map<String, String> gaps = new LinkedHashMap<>();
        plan.gaps().forEach(g -> gaps.put(g.lineKey(), g.units() + " missing"));
        return gaps;
    }

    private static String bill(SavedPlan plan) {
        return org.muster.alliance.bill.Money.words(plan.totalMinor(), plan.currency());
    }

    private static void compare(
            String what, Map<String, String> before, Map<String, String> after, List<Change> changes) {
        before.forEach((where, was) -> {
            Optional<String> is = Optional.ofNullable(after.get(where));
            if (!is.equals(Optional.of(was))) {
                changes.add(new Change(what, where, Optional.of(was), is));
            }
        });
        after.forEach((where, is) -> {
            if (!before.containsKey(where)) {
                changes.add(new Change(what, where, Optional.empty(), Optional.of(is)));
            }
        });
    }
}
