package org.muster.cli.game;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.muster.games.Answer;
import org.muster.games.Label;
import org.muster.games.cost.Airport;
import org.muster.games.estimate.ShapleyEstimate;
import picocli.CommandLine.Option;

/// The Shapley value from a few coalitions, with intervals, for every kind of game; no table is made where the kind
/// needs none.
final class Estimates {
    static final int MOST_PLAYERS = 62;

    /// How to estimate.
    static final class Options {
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
            } else if (problem.n() < 2 || problem.n() > MOST_PLAYERS) {
                flaw = "estimates are made for 2 to %d players, not %d. Ask for the exact answer without --estimate."
                        .formatted(MOST_PLAYERS, problem.n());
            } else if (budget < 8 * problem.n()) {
                flaw = "--budget is %d. Give at least %d, 8 coalitions a player.".formatted(budget, 8 * problem.n());
            }
            return flaw.isEmpty() ? Optional.empty() : Optional.of(problem.file() + ": " + flaw);
        }

        private ShapleyEstimate.Wish wish(double unit) {
            return new ShapleyEstimate.Wish(
                    seed,
                    budget,
                    halfWidth / unit,
                    confidence,
                    range > 0 ? Optional.of(range / unit) : Optional.empty());
        }
    }

    private Estimates() {}

    /// The concepts that can be estimated.
    static Map<String, Concept> concepts(GameProblem problem, Options options, Arena arena) {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        String name = problem.content().isCost() ? "cost_share_shapley" : "shapley";
        concepts.put(name, new Concept(name, true, asked -> estimate(problem, options, arena, asked)));
        if (problem.content() instanceof GameContent.Voting || problem.content() instanceof GameContent.Rule) {
            String power = "shapley_shubik";
            concepts.put(power, new Concept(power, false, asked -> estimate(problem, options, arena, asked)));
        }
        return concepts;
    }

    private static Solution estimate(GameProblem problem, Options options, Arena arena, String asked) {
        GameContent content = problem.content();
        var estimate = ShapleyEstimate.of(
                (int) problem.n(),
                content.worth(arena),
                options.wish(content.unit().doubleValue()));
        Answer answer = estimate.answer().times(content.unit());
        if (content instanceof GameContent.AirportContent members && members.clones()) {
            answer = byGroup(answer, members.airport());
        }
        ObjectNode drawn = JsonNodeFactory.instance.objectNode();
        drawn.put("evaluations", estimate.evaluations());
        drawn.put("seed", options.seed);
        return Solution.of(asked, answer, false).drawn(drawn);
    }

    /// Members of a group are worth the same, so the mean over them is as good an estimate for each.
    private static Answer byGroup(Answer answer, Airport airport) {
        List<Double> values = means(answer.values(), airport);
        Label label = answer.label() instanceof Label.Estimated e
                ? new Label.Estimated(means(e.lower(), airport), means(e.upper(), airport), e.confidence())
                : answer.label();
        return new Answer(values, Optional.empty(), label, answer.scans(), answer.lps());
    }

    private static List<Double> means(List<Double> perMember, Airport airport) {
        List<Double> means = new ArrayList<>();
        int from = 0;
        for (Airport.Group group : airport.groups()) {
            int to = from + (int) group.members();
            means.add(perMember.subList(from, to).stream()
                    .flatMapToDouble(DoubleStream::of)
                    .average()
                    .orElseThrow());
            from = to;
        }
        return means;
    }
}
