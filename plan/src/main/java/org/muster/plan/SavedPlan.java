package org.muster.plan;

import java.util.List;
import org.muster.plan.model.Line;

/// What of a plan is kept to compare it with another, or to stay close to it: who goes, with what, what is missing,
/// what it costs.
///
/// @param status      the status word
/// @param coalition   the members that take part
/// @param assignments units on lines
/// @param gaps        what is missing
/// @param currency    ISO 4217 code
/// @param totalMinor  the bill in minor units
public record SavedPlan(
        String mission,
        String status,
        List<String> coalition,
        List<Plan.Assignment> assignments,
        List<MissingUnits> gaps,
        String currency,
        long totalMinor) {
    /// Whole units missing on a line.
    public record MissingUnits(String phase, String requirement, long units) {
        /// The line's key.
        public String lineKey() {
            return Line.keyOf(phase, requirement);
        }
    }

    public SavedPlan {
        coalition = List.copyOf(coalition);
        assignments = List.copyOf(assignments);
        gaps = List.copyOf(gaps);
    }

    /// What is kept of a plan.
    public static SavedPlan of(Plan plan) {
        return new SavedPlan(
                plan.mission(),
                plan.status().word(),
                plan.coalition(),
                plan.assignments(),
                plan.gaps().stream()
                        .map(g -> new MissingUnits(g.phase(), g.requirement(), g.missing()))
                        .toList(),
                plan.bill().currency(),
                plan.bill().totalMinor());
    }
}
