package org.muster.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How far two plans lie apart.
public final class PlanDistance {
    private PlanDistance() {}

    /// Units that differ, line by line and source by source, plus members that differ.
    public static long between(SavedPlan earlier, List<String> coalition, List<Plan.Assignment> assignments) {
        Map<String, Long> difference = new HashMap<>();
        for (Plan.Assignment a : earlier.assignments()) {
            difference.merge(a.candidate(), -a.units(), Long::sum);
        }
        for (Plan.Assignment a : assignments) {
            difference.merge(a.candidate(), a.units(), Long::sum);
        }
        long distance = difference.values().stream().mapToLong(Math::abs).sum();
        Set<String> either = new HashSet<>(coalition);
        either.addAll(earlier.coalition());
        for (String member : either) {
            if (coalition.contains(member) != earlier.coalition().contains(member)) {
                distance++;
            }
        }
        return distance;
    }
}
