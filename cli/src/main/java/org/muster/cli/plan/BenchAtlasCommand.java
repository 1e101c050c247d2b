package org.muster.cli.plan;

import java.util.concurrent.Callable;
import org.muster.bench.atlas.AtlasBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster bench atlas`: the cost of every coalition, beside the additions a second of a bare loop.
@Command(
        name = "atlas",
        description = "Times the cost of every coalition, every member offering for every line, beside a bare loop.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster bench atlas",
            "  muster bench atlas --players 20 --rounds 20",
            "",
            "       muster bench atlas [OPTIONS]"
        },
        footer = {
            "",
            "The first round is the cold one. A walk in merit order looks at every offer of every line for each",
            "coalition; the ratio says how many such looks are answered in the time of one addition of the bare loop."
        })
public final class BenchAtlasCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--players", defaultValue = "28", description = "Members, 11 to 30 (default: ${DEFAULT-VALUE}).")
    private int players;

    @Option(names = "--lines", defaultValue = "6", description = "Requirement lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = "--rounds",
            defaultValue = "4",
            description = "Rounds, the first one cold (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seed", defaultValue = "1", description = "Of the random offers (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", defaultValue = "2", description = "Threads (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Override
    public Integer call() {
        new AtlasBench(players, lines, threads)
                .run(rounds, seed, spec.commandLine().getOut());
        return 0;
    }
}
