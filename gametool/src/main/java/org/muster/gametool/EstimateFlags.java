package org.muster.gametool;

import java.util.Locale;
import java.util.Optional;
import org.muster.gamefile.GameProblem;
import org.muster.games.estimate.ShapleyEstimate;
import picocli.CommandLine.Option;

/// How to estimate the Shapley value.
final class EstimateFlags {
    @Option(
            names = "--estimate",
            required = true,
            description = "Estimate the Shapley value from a few coalitions, with intervals: for up to 62 players.")
    private boolean wanted;

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Look at no more than N coalitions (default: ${DEFAULT-VALUE}).")
    private long budget = 100_000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the random numbers: the same seed gives the same answer (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--half-width",
            paramLabel = "W",
            defaultValue = "0",
            description = "Stop when no interval reaches further than W from its middle (default: use the budget).")
    private double halfWidth;

    @Option(
            names = "--confidence",
            paramLabel = "C",
            defaultValue = "0.95",
            description = "Chance that all intervals hold at once (default: ${DEFAULT-VALUE}).")
    private double confidence = 0.95;

    @Option(
            names = "--range",
            paramLabel = "R",
            defaultValue = "0",
            description =
                    "Largest minus smallest value of any coalition, where known: intervals then hold for any number of draws.")
    private double range;

    boolean wanted() {
        return wanted;
    }

    /// What is wrong with the options for this game; empty where nothing is.
    Optional<String> flaw(GameProblem problem) {
        String flaw = "";
        if (!(confidence > 0 && confidence < 1)) {
            flaw = "--confidence is %s. Give a number between 0 and 1, such as 0.95.".formatted(confidence);
        } else if (!(halfWidth >= 0) || !(range >= 0)) {
            flaw = "--half-width is %s and --range is %s. Give numbers of 0 or more.".formatted(halfWidth, range);
        } else if (problem.n() < 2 || problem.n() > ShapleyEstimate.MOST_PLAYERS) {
            flaw = String.format(
                    Locale.ROOT,
                    "estimates are made for 2 to %d players, not %d. Ask for the exact answer without --estimate.",
                    ShapleyEstimate.MOST_PLAYERS,
                    problem.n());
        } else if (budget < 8 * problem.n()) {
            flaw = String.format(
                    Locale.ROOT, "--budget is %d. Give at least %d, 8 coalitions a player.", budget, 8 * problem.n());
        }
        return flaw.isEmpty() ? Optional.empty() : Optional.of(problem.file() + ": " + flaw);
    }

    /// What is wanted, in the numbers of the file.
    ShapleyEstimate.Wish wish() {
        return new ShapleyEstimate.Wish(
                seed, budget, halfWidth, confidence, range > 0 ? Optional.of(range) : Optional.empty());
    }
}
