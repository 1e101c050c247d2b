package org.muster.cli.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.muster.plan.SavedPlan;
import org.muster.report.plan.DiffText;
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
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan before.")
    private Path before;

    @Parameters(index = "1", paramLabel = "PLAN", description = "The plan after.")
    private Path after;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        SavedPlan first = PlanFiles.read(before);
        SavedPlan second = PlanFiles.read(after);
        List<String> changes = DiffText.of(first, second, PlanFiles.facts(before), PlanFiles.facts(after));
        changes.forEach(out::println);
        out.flush();
        return changes.isEmpty() ? 0 : 1;
    }
}
