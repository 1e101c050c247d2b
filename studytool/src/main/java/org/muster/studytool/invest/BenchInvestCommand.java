package org.muster.studytool.invest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.bench.recourse.ProgramsBench;
import org.muster.input.Refusal;
import org.muster.invest.FoldBench;
import org.muster.invest.InvestBench;
import org.muster.terminal.SolveFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster bench invest`: the search for the best portfolio beside a walk through all of them.
@Command(
        name = "invest",
        description = "Times the search for the best portfolio on random alliances, beside a walk through all of them.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster bench invest",
            "  muster bench invest --instances FOLDER --seconds 120",
            "  muster bench invest --members 20 --missions 10 --candidates 15 --blocks 4 --no-walk --seconds 60",
            "",
            "       muster bench invest [OPTIONS]"
        },
        footer = {
            "",
            "With --instances: two-stage programs in SMPS form (NAME.cor, NAME.tim, NAME.sto), each by the method that fits",
            "(folded, cuts), beside one solver on all futures together; \"?\" where time ran out first.",
            "Folds of missions, and the pass that weighs them (chances with and without each member), stand beside a look at",
            "every coalition of --fold-members; the search for the best portfolio beside a walk through all of them.",
            "The least of yearly price, missions and failures at their price; the gap is how far the best may be from it.",
            "Exit code: 0, or 1 where two ways to the same do not agree."
        })
public final class BenchInvestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--members", defaultValue = "8", description = "Members (default: ${DEFAULT-VALUE}).")
    private int members;

    @Option(names = "--missions", defaultValue = "5", description = "Missions (default: ${DEFAULT-VALUE}).")
    private int missions;

    @Option(
            names = "--candidates",
            defaultValue = "10",
            description = "Candidates, at most 20 (default: ${DEFAULT-VALUE}).")
    private int candidates;

    @Option(
            names = "--blocks",
            defaultValue = "1",
            description = "Blocks of each, at most 50 (default: ${DEFAULT-VALUE}).")
    private int blocks;

    @Option(names = "--worlds", defaultValue = "5", description = "Worlds (default: ${DEFAULT-VALUE}).")
    private int worlds;

    @Option(names = "--seeds", defaultValue = "3", description = "Random alliances (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--fold-members",
            defaultValue = "18",
            description = "Members where folds are timed, at most 20 (default: ${DEFAULT-VALUE}).")
    private int foldMembers;

    @Option(
            names = "--walk",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Look at every coalition and walk through every portfolio, too (default), or not.")
    private boolean walk;

    @Option(
            names = "--instances",
            paramLabel = "FOLDER",
            description = "Measures the two-stage programs of a folder instead (--seconds for each solve).")
    private @Nullable Path instances;

    @Mixin
    private final SolveFlags flags = new SolveFlags();

    @Override
    public Integer call() throws IOException {
        if (instances != null) {
            return ProgramsBench.measure(
                            PublishedPrograms.read(instances),
                            () -> flags.options().deadline(),
                            spec.commandLine().getOut())
                    ? 0
                    : 1;
        }
        within("--members", members, 200);
        within("--missions", missions, 100);
        within("--candidates", candidates, 20);
        within("--blocks", blocks, InvestCandidate.MOST_BLOCKS);
        within("--worlds", worlds, 100);
        within("--seeds", seeds, 1_000);
        within("--fold-members", foldMembers, FoldBench.MOST_MEMBERS);
        PrintWriter out = spec.commandLine().getOut();
        boolean agree = !walk || folds(out);
        out.printf(
                Locale.ROOT,
                "%4s %12s %7s %10s %9s %12s %9s %6s\n",
                "seed",
                "portfolios",
                "boxes",
                "seconds",
                "gap %",
                "walk seconds",
                "ratio",
                "agree");
        for (long seed = 1; seed <= seeds; seed++) {
            InvestBench measured = InvestBench.of(
                    new InvestBench.Size(members, missions, candidates, blocks, worlds), seed, walk, flags.options());
            agree &= measured.agree();
            out.printf(
                    Locale.ROOT,
                    "%4d %12.0f %7d %10.3f %9.4f %12s %9s %6s\n",
                    seed,
                    measured.portfolios(),
                    measured.boxes(),
                    measured.seconds(),
                    100 * measured.gap(),
                    measured.walked()
                            .map(seconds -> String.format(Locale.ROOT, "%.3f", seconds))
                            .orElse("-"),
                    measured.walked()
                            .map(seconds -> String.format(Locale.ROOT, "%.1f", seconds / measured.seconds()))
                            .orElse("-"),
                    measured.walked()
                            .map(some -> measured.agree() ? "yes" : "NO")
                            .orElse("-"));
            out.flush();
        }
        return agree ? 0 : 1;
    }

    /// Folds beside a look at every coalition.
    private boolean folds(PrintWriter out) {
        out.printf(
                Locale.ROOT, "%4s %-14s %10s %12s %9s %6s\n", "seed", "", "seconds", "look seconds", "ratio", "agree");
        boolean agree = true;
        for (long seed = 1; seed <= seeds; seed++) {
            for (FoldBench row : FoldBench.of(foldMembers, missions, seed)) {
                agree &= row.agree();
                out.printf(
                        Locale.ROOT,
                        "%4d %-14s %10.4f %12.3f %9.1f %6s\n",
                        seed,
                        row.what(),
                        row.seconds(),
                        row.looked(),
                        row.ratio(),
                        row.agree() ? "yes" : "NO");
                out.flush();
            }
        }
        out.println();
        return agree;
    }

    private static void within(String flag, int value, int most) {
        if (value < 1 || value > most) {
            throw new Refusal(String.format(Locale.ROOT, "%s is %d. Write a number from 1 to %d", flag, value, most));
        }
    }
}
