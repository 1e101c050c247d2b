package org.muster.games.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.cost.Airport;
import org.muster.games.graph.Graph;
import org.muster.games.voting.PowerIndices;
import org.muster.games.voting.Swings;
import org.muster.games.voting.WeightedVoting;

/// Errors of the estimator against those of stratified SVARM on the same games with the same budgets: root mean squared
/// error over the mean Shapley value, mean of five seeds, 30 players. `-Dtable=print` prints the table.
///
/// The games are illustrative, of the three kinds on which estimators are compared elsewhere: an airport, weighted
/// voting, edges of a graph.
class EstimateAgainstSvarmTest {
    private static final int N = 30;
    private static final int SEEDS = 5;

    private record Case(String name, LongToDoubleFunction value, double[] truth) {}

    private static Case airport() {
        Airport airport = Airport.ofSingles(IntStream.range(0, N)
                .mapToObj(i -> Fraction.of(Math.round(10 * Math.pow(1 + i, 1.5))))
                .toList());
        return new Case("airport", airport.costOf(), doubles(airport.shapley()));
    }

    private static Case voting() {
        Random random = new Random(30);
        List<Long> weights = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            weights.add(1L + random.nextInt(100));
        }
        WeightedVoting rule =
                new WeightedVoting(weights.stream().mapToLong(w -> w).sum() / 2 + 1, weights);
        double[] truth = PowerIndices.shapleyShubik(Swings.of(rule, 1)).array();
        return new Case("weighted voting", s -> rule.wins(s) ? 1 : 0, truth);
    }

    private static Case graph() {
        Random random = new Random(31);
        List<Graph.Link> links = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double[] truth = new double[N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    double w = 1 + random.nextInt(20);
                    links.add(new Graph.Link(j, i));
                    weights.add(w);
                    truth[i] += w / 2;
                    truth[j] += w / 2;
                }
            }
        }
        double[] all = weights.stream().mapToDouble(w -> w).toArray();
        return new Case("graph", new Graph(N, links).worth(all, new double[N]), truth);
    }

    private static double[] doubles(List<Fraction> fractions) {
        return fractions.stream().mapToDouble(Fraction::doubleValue).toArray();
    }

    private static double error(double[] estimate, double[] truth) {
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            squares += (estimate[i] - truth[i]) * (estimate[i] - truth[i]);
            sum += truth[i];
        }
        return Math.sqrt(squares / truth.length) / (sum / truth.length);
    }

    @Test
    void neverMuchWorseThanTheBestRival() {
        StringBuilder table = new StringBuilder("| game | coalitions | SVARM | ours |\n|---|---|---|---|\n");
        for (Case game : List.of(airport(), voting(), graph())) {
            for (int budget : new int[] {1_000, 10_000, 100_000}) {
                double rival = 0;
                double ours = 0;
                for (int seed = 1; seed <= SEEDS; seed++) {
                    rival += error(StratifiedSvarm.estimate(N, game.value(), seed, budget), game.truth()) / SEEDS;
                    ShapleyEstimate.Estimate estimate =
                            ShapleyEstimate.of(N, game.value(), ShapleyEstimate.Wish.of(seed, budget));
                    assertThat(estimate.evaluations()).isLessThanOrEqualTo(budget);
                    ours += error(estimate.answer().array(), game.truth()) / SEEDS;
                }
                table.append(
                        String.format(Locale.ROOT, "| %s | %d | %.2g | %.2g |%n", game.name(), budget, rival, ours));
                assertThat(ours)
                        .as("%s with %d coalitions against %s", game.name(), budget, rival)
                        .isLessThanOrEqualTo(1.3 * rival);
            }
        }
        if ("print".equals(System.getProperty("table"))) {
            System.out.print(table);
        }
    }

    @Test
    void theRivalIsUnbiasedToo() {
        Case game = airport();
        double[] mean = new double[N];
        for (int seed = 0; seed < 40; seed++) {
            double[] once = StratifiedSvarm.estimate(N, game.value(), seed, 3_000);
            for (int i = 0; i < N; i++) {
                mean[i] += once[i] / 40;
            }
        }
        assertThat(error(mean, game.truth()))
                .isLessThan(error(StratifiedSvarm.estimate(N, game.value(), 0, 3_000), game.truth()) / 2);
        assertThat(Coalitions.sum(game.truth(), Coalitions.grand(N)))
                .isEqualTo(game.value().applyAsDouble(Coalitions.grand(N)));
    }
}
