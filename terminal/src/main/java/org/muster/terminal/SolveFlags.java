package org.muster.terminal;

import java.util.List;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.report.plan.ProgressWords;
import org.muster.solve.Check;
import org.muster.solve.Choice;
import org.muster.solve.Deadline;
import org.muster.solve.Progress;
import org.muster.solve.SolveOptions;
import org.muster.solve.Stop;
import picocli.CommandLine.Option;

/// The flags of every command that solves.
public final class SolveFlags {
    @Option(
            names = "--solver",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "Who proves what the linear relaxation does not: auto, cp-sat, highs, scip. "
                    + "The plan is the same with each.")
    private String solver;

    @Option(names = "--no-relaxation", description = "Leave every level to the solver (for comparison).")
    private boolean noRelaxation;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Threads allowed (default: ${DEFAULT-VALUE}). The plan is the same with any number.")
    private int threads;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "600",
            description = "Time allowed (default: ${DEFAULT-VALUE}); then the best so far, with its bound.")
    private double seconds;

    /// The options, told to nobody.
    ///
    /// @throws Refusal with a sentence, where a flag's value is not possible
    public SolveOptions options() {
        return options(Progress.Listener.none());
    }

    /// The options, with where a solve stands told in words.
    ///
    /// @param currency ISO 4217 code that costs are told in
    /// @throws Refusal with a sentence, where a flag's value is not possible
    public SolveOptions options(Phases phases, String currency) {
        return options(
                phases.isTold()
                        ? progress -> phases.now(ProgressWords.of(progress, currency))
                        : Progress.Listener.none());
    }

    private SolveOptions options(Progress.Listener listener) {
        if (threads < 1 || !(seconds > 0)) {
            throw new Refusal("--threads is at least 1, --seconds above 0");
        }
        return new SolveOptions(
                choice(), !noRelaxation, threads, Deadline.in(seconds), new Stop(), listener, Check.CERTIFIED);
    }

    private Choice choice() {
        return switch (solver) {
            case "auto" -> Choice.AUTO;
            case "cp-sat" -> Choice.CP_SAT;
            case "highs" -> Choice.HIGHS;
            case "scip" -> Choice.SCIP;
            default ->
                throw new Refusal("no solver is called \"" + Shown.plain(solver) + "\". "
                        + Nearest.adviceWithAll(solver, List.of("auto", "cp-sat", "highs", "scip")));
        };
    }
}
