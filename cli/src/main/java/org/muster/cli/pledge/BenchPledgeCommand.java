package org.muster.cli.pledge;

import java.util.concurrent.Callable;
import org.muster.bench.pledge.PledgeBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster bench pledge`: time to forecast a pledge, beside its limit and beside the bare draws.
@Command(
        name = "pledge",
        description =
                "Times forecasts of random alliances, fit and paths, beside one second and beside the bare draws.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster bench pledge",
            "  muster bench pledge --members 100 --paths 100000 --limit 30",
            "",
            "       muster bench pledge [OPTIONS]"
        },
        footer = {
            "",
            "The first round is the cold one. The bare draws are as many normal numbers as the paths can need, three for",
            "each member, path and year, on as many threads. Exit code: 0 within the limit, 1 not."
        })
public final class BenchPledgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--members", defaultValue = "32", description = "Members (default: ${DEFAULT-VALUE}).")
    private int members;

    @Option(names = "--paths", defaultValue = "10000", description = "Paths a member (default: ${DEFAULT-VALUE}).")
    private int paths;

    @Option(names = "--rounds", defaultValue = "6", description = "Random alliances (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--limit",
            defaultValue = "1",
            description = "Seconds a forecast may take (default: ${DEFAULT-VALUE}).")
    private double limit;

    @Override
    public Integer call() {
        boolean within = new PledgeBench(members, paths, rounds, limit)
                .run(spec.commandLine().getOut());
        return within ? 0 : 1;
    }
}
