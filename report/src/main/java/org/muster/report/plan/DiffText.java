package org.muster.report.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muster.input.Shown;
import org.muster.plan.PlanDiff;
import org.muster.plan.SavedPlan;

/// What changed from one plan to another, a line each.
public final class DiffText {
    private DiffText() {}

    /// The lines: first who goes, units, gaps and the bill in words, then whatever else of the plans' JSON differs.
    ///
    /// @param factsBefore what [PlanFacts] finds in the first
    /// @param factsAfter  what it finds in the second
    public static List<String> of(
            SavedPlan before, SavedPlan after, Map<String, String> factsBefore, Map<String, String> factsAfter) {
        List<PlanDiff.Change> changes = new ArrayList<>(PlanDiff.between(before, after));
        PlanFacts.changes(factsBefore, factsAfter).stream()
                .filter(change -> !isToldAlready(change))
                .forEach(changes::add);
        return changes.stream().map(change -> Shown.plain(sentence(change))).toList();
    }

    /// What the first lines say in words: who goes, units on lines, gaps, the sum of the bill.
    private static boolean isToldAlready(PlanDiff.Change change) {
        String path = change.what();
        return path.equals("status")
                || path.equals("bill total")
                || path.startsWith("coalition ")
                || (path.startsWith("assignments ") && !path.endsWith(" cost"))
                || path.startsWith("gaps ");
    }

    private static String sentence(PlanDiff.Change change) {
        String what = change.where().isEmpty() ? change.what() : change.what() + " " + change.where();
        if (change.before().isEmpty()) {
            return "+ " + what + ": " + change.after().orElseThrow();
        }
        return change.after().isEmpty()
                ? "- " + what + ": " + change.before().get()
                : "~ " + what + ": " + change.before().get() + " -> "
                        + change.after().get();
    }
}
