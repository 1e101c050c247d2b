package org.muster.cli.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muster.input.Shown;
import org.muster.plan.PlanDiff;
import org.muster.plan.SavedPlan;
import org.muster.report.plan.PlanFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster diff PLAN PLAN`: what changed, as lines.
@Command(
        name = "diff",
        description = "Says what changed from one plan to another, a line each.",
        mixinStandardHelpOptions = true,
        customSynopsis = {"", "  muster diff before.json after.json", "", "       muster diff PLAN PLAN"},
        footer = {
            "",
            "PLAN is what `muster plan FOLDER MISSION --json` printed.",
            "Exit code: 0 the same, 1 different, 2 bad input."
        })
public final class DiffCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan before.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path before;

    @Parameters(index = "1", paramLabel = "PLAN", description = "The plan after.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path after;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        SavedPlan first = PlanFiles.read(before);
        SavedPlan second = PlanFiles.read(after);
        List<PlanDiff.Change> changes = new ArrayList<>(PlanDiff.between(first, second));
        PlanFacts.changes(PlanFiles.facts(before), PlanFiles.facts(after)).stream()
                .filter(change -> !isToldAlready(change))
                .forEach(changes::add);
        changes.forEach(change -> out.println(Shown.plain(sentence(change))));
        out.flush();
        return changes.isEmpty() ? 0 : 1;
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
