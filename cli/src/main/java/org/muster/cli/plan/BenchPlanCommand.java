package org.muster.cli.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.bench.plan.PlanBench;
import org.muster.bench.plan.PlanHunt;
import org.muster.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster bench plan`: time to a proven plan on random worlds, beside the bare solvers on the same model.
@Command(
        name = "plan",
        description = "Times planning on random worlds, and the same model handed bare to each solver.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster bench plan",
            "  muster bench plan --size federation --seeds 3",
            "  muster bench plan --missions 3 --seeds 10",
            "  muster bench plan --hunt --seed 1 --folders 20000",
            "",
            "       muster bench plan [OPTIONS]"
        },
        footer = {"", "A run that reaches the limit counts with the limit, and is marked as not proven."})
public final class BenchPlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--size",
            defaultValue = "alliance",
            description = "alliance: 32 members, 300 offers, 60 lines, 5 phases; "
                    + "federation: 100 members, 3,000 offers, 600 lines, 5 phases.")
    private String size;

    @Option(names = "--seeds", defaultValue = "20", description = "Worlds, seeds 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--limit",
            paramLabel = "S",
            defaultValue = "60",
            description = "Seconds a solve may take (default: ${DEFAULT-VALUE}).")
    private double limit;

    @Option(
            names = "--missions",
            paramLabel = "N",
            defaultValue = "1",
            description = "Missions of each world, planned together (default: ${DEFAULT-VALUE}).")
    private int missions;

    @Option(names = "--no-rivals", description = "Leave out the bare solvers.")
    private boolean noRivals;

    @Option(
            names = "--hunt",
            description = "Look for wrong plans instead: random small folders, planned again by methods of their own,"
                    + " and every proof checked.")
    private boolean hunt;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of a hunt (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--folders",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Folders of a hunt (default: ${DEFAULT-VALUE}).")
    private long folders;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Where a hunt writes each folder that is planned wrongly (default: the current folder).")
    private Path into = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (hunt) {
            Optional<PrintWriter> told =
                    Optional.of(spec.commandLine().getErr()).filter(err -> Terminal.isWatched());
            return new PlanHunt(seed, folders, into, out, told).run();
        }
        new PlanBench(size, seeds, missions, limit, !noRivals).run(out);
        return 0;
    }
}
