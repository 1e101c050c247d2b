package org.muster.games.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.claims.Claims;
import org.muster.games.claims.ClaimsRule;
import org.muster.games.cost.Airport;
import org.muster.games.voting.WeightedVoting;

/// Nucleoli by oracle and in closed form against those of the table.
class OracleTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void knapsackFindsWhatTheScanFinds(long seed) {
        Random random = new Random(seed);
        int n = 3 + (int) (seed % 7);
        List<Long> weights = LongStream.generate(() -> 1 + random.nextInt(9))
                .limit(n)
                .boxed()
                .toList();
        long sum = weights.stream().mapToLong(w -> w).sum();
        long quota = sum / 2 + 1 + random.nextInt((int) (sum / 4) + 1);
        double[] table = Nucleolus.of(
                        new WeightedVoting(quota, weights).game(), Excess.PLAIN, Nucleolus.Over.PREIMPUTATIONS, 1)
                .answer()
                .array();
        double[] oracle = Nucleolus.of(new VotingSeparation(quota, weights), new double[0])
                .array();
        assertThat(oracle).usingComparatorWithPrecision(1e-7).containsExactly(table);
    }

    @Test
    void fiftyVotersOfThreeKinds() {
        List<Long> weights = LongStream.range(0, 50).map(i -> 1 + i % 3).boxed().toList();
        double[] x =
                Nucleolus.of(new VotingSeparation(60, weights), new double[50]).array();
        assertThat(Coalitions.sum(x, Coalitions.grand(50))).isCloseTo(1, within(1e-9));
        for (int i = 3; i < 50; i++) {
            assertThat(x[i]).isCloseTo(x[i % 3], within(1e-7)); // equal weights, equal shares
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void cutsFindWhatTheScanFinds(long seed) {
        Random random = new Random(seed);
        int n = 3 + (int) (seed % 7);
        double[][] weight = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                weight[i][j] = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
                weight[j][i] = weight[i][j];
            }
        }
        Game game = Game.streamed(n, s -> {
            double sum = 0;
            for (int i : Coalitions.players(s)) {
                for (int j : Coalitions.players(s)) {
                    sum += weight[i][j] / 2;
                }
            }
            return sum;
        });
        double[] table = Nucleolus.prenucleolus(game, 1).array();
        double[] oracle =
                Nucleolus.of(new GraphSeparation(weight), new double[0]).array();
        assertThat(oracle).usingComparatorWithPrecision(1e-7).containsExactly(table);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void talmudIsTheNucleolusOfTheClaimsGame(long seed) {
        Random random = new Random(seed);
        long[] claims = random.longs(2 + seed % 6, 1, 40).toArray();
        Claims problem =
                Claims.of(random.nextLong(java.util.Arrays.stream(claims).sum() + 1), claims);
        double[] rule = ClaimsRule.TALMUD.divide(problem).stream()
                .mapToDouble(Fraction::doubleValue)
                .toArray();
        assertThat(Nucleolus.of(problem.game(), 1).array())
                .usingComparatorWithPrecision(1e-7)
                .containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void littlechildsFormulaIsTheNucleolusOfTheAirportGame(long seed) {
        Random random = new Random(seed);
        List<Airport.Group> groups = new ArrayList<>();
        for (int g = 0; g < 1 + seed % 4; g++) {
            groups.add(new Airport.Group(Fraction.of(1 + random.nextInt(30)), 1 + random.nextInt(3)));
        }
        Airport airport = new Airport(groups);
        double[] closed = airport.perMember(airport.nucleolus()).stream()
                .mapToDouble(Fraction::doubleValue)
                .toArray();
        double[] general = Nucleolus.prenucleolus(org.muster.games.DerivedGames.negative(airport.costGame()), 1)
                .array();
        for (int i = 0; i < closed.length; i++) {
            assertThat(-general[i]).isCloseTo(closed[i], within(1e-7));
        }
    }
}
