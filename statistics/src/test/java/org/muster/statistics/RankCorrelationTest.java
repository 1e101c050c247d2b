package org.muster.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankCorrelationTest {
    /// M. Olson, R. Zeckhauser, Review of Economics and Statistics 48 (1966): GNP in billion dollars and defence in
    /// percent of GNP, 1964; **recalled**, the article prints 0.490.
    @Test
    void olsonAndZeckhauser1964_domainT16_recalled() {
        double[] gnp = {569.03, 88.87, 79.46, 73.40, 43.63, 38.14, 15.00, 13.43, 7.73, 6.69, 5.64, 4.31, 2.88, 0.53};
        double[] burden = {9.0, 5.5, 7.0, 6.7, 4.1, 4.4, 4.9, 3.7, 3.3, 5.8, 3.9, 4.2, 7.7, 1.7};
        RankCorrelation ranks = RankCorrelation.of(gnp, burden);
        assertThat(ranks.count()).isEqualTo(14);
        assertThat(ranks.rho()).isCloseTo(0.4901, within(0.00005));
        assertThat(ranks.kendall()).isCloseTo(0.3846, within(0.00005));
    }

    /// Without ties, by the definitions: squared differences of ranks, and pairs in and out of order.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalsTheDefinitionsWhereThereAreNoTies(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 3 + (int) seed;
        double[] x = random.doubles(n).toArray();
        double[] y = random.doubles(n).toArray();
        double squares = 0;
        int order = 0;
        for (int i = 0; i < n; i++) {
            double d = rank(x, i) - rank(y, i);
            squares += d * d;
            for (int j = 0; j < i; j++) {
                order += (x[i] > x[j]) == (y[i] > y[j]) ? 1 : -1;
            }
        }
        RankCorrelation ranks = RankCorrelation.of(x, y);
        assertThat(ranks.rho()).isCloseTo(1 - 6 * squares / (n * (n * n - 1.0)), within(1e-12));
        assertThat(ranks.kendall()).isCloseTo(order / (n * (n - 1) / 2.0), within(1e-12));
        assertThat(ranks.pValue()).isBetween(0.0, 1.0);
        assertThat(RankCorrelation.of(y, x).rho()).isCloseTo(ranks.rho(), within(1e-12));
    }

    private static double rank(double[] values, int i) {
        return Arrays.stream(values).filter(v -> v < values[i]).count();
    }

    @Test
    void theIntervalHoldsTheCorrelationAndComesFromItsSeed() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] y = {2, 1, 4, 3, 7, 5, 6, 10, 9, 8};
        double rho = RankCorrelation.of(x, y).rho();
        double[] interval = RankCorrelation.interval(x, y, 0.9, 1000, 7);
        assertThat(rho).isBetween(interval[0], interval[1]);
        assertThat(RankCorrelation.interval(x, y, 0.9, 1000, 7)).containsExactly(interval);
        assertThat(RankCorrelation.interval(x, y, 0.9, 1000, 8)).isNotEqualTo(interval);
    }

    @Test
    void aConstantHasNoInterval() {
        assertThat(RankCorrelation.interval(new double[] {1, 2, 3}, new double[] {5, 5, 5}, 0.9, 1000, 7))
                .containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void refusesInSentences() {
        assertThatThrownBy(() -> RankCorrelation.of(new double[2], new double[2]))
                .hasMessage("a rank correlation compares two measures of at least 3, not 2 and 2");
        assertThatThrownBy(() -> RankCorrelation.of(new double[3], new double[4]))
                .hasMessage("a rank correlation compares two measures of at least 3, not 3 and 4");
        assertThatThrownBy(() -> RankCorrelation.interval(new double[3], new double[3], 0.9, 10, 1))
                .hasMessageStartingWith("a bootstrap takes at least 100 resamples");
    }

    /// Differences 1, -2, 3, 4: ranks 1 + 3 + 4 = 8 above, 2 below.
    @Test
    void signedRanksAreTheLargerSum() {
        SignedRanks ranks = SignedRanks.of(new double[] {11, 8, 13, 14}, new double[] {10, 10, 10, 10});
        assertThat(ranks.statistic()).isEqualTo(8);
        assertThat(ranks.pValue()).isBetween(0.0, 1.0);
    }
}
