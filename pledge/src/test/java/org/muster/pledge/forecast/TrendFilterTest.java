package org.muster.pledge.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The filter against one large normal distribution over all years at once, conditioned on all measurements at once.
class TrendFilterTest {
    private static final TrendModel MODEL =
            new TrendModel(0.06, 0.03, 0.6, new TrendModel.BaseGrowth(0.02, 0.012, 0.02));

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, 40).boxed();
    }

    /// Means and covariance of `x, d, m` in all years: linear in the independent draws that make them.
    private static final class Dense {
        final int years;
        final RealVector mean;
        final RealMatrix covariance;

        Dense(TrendModel model, Series series, int first, int last) {
            years = last - first + 1;
            // draws: x0, d0 - m, m, and for each later year its move and its change of trend
            int draws = 3 + 2 * (years - 1);
            RealMatrix loading = new Array2DRowRealMatrix(3 * years, draws);
            double[] variance = new double[draws];
            variance[0] = 1;
            variance[1] = model.trendVariance();
            variance[2] = model.base().spread() * model.base().spread();
            mean = new ArrayRealVector(3 * years);
            loading.setEntry(0, 0, 1);
            loading.setEntry(1, 1, 1);
            loading.setEntry(1, 2, 1);
            loading.setEntry(2, 2, 1);
            mean.setEntry(0, series.logShare()[first]);
            mean.setEntry(1, model.base().mean());
            mean.setEntry(2, model.base().mean());
            for (int y = 1; y < years; y++) {
                int i = first + y;
                boolean published = series.hasGrowth(i);
                double onM = published ? -model.pull() : -1;
                double g = published ? (model.pull() - 1) * series.growth()[i] : 0;
                int before = 3 * (y - 1);
                int now = 3 * y;
                RealVector x = loading.getRowVector(before)
                        .add(loading.getRowVector(before + 1))
                        .add(loading.getRowVector(before + 2).mapMultiply(onM));
                x.setEntry(3 + 2 * (y - 1), 1);
                RealVector d = loading.getRowVector(before + 1)
                        .mapMultiply(TrendModel.PERSISTENCE)
                        .add(loading.getRowVector(before + 2).mapMultiply(1 - TrendModel.PERSISTENCE));
                d.setEntry(4 + 2 * (y - 1), 1);
                loading.setRowVector(now, x);
                loading.setRowVector(now + 1, d);
                loading.setRowVector(now + 2, loading.getRowVector(before + 2));
                mean.setEntry(
                        now, mean.getEntry(before) + mean.getEntry(before + 1) + onM * mean.getEntry(before + 2) + g);
                mean.setEntry(
                        now + 1,
                        TrendModel.PERSISTENCE * mean.getEntry(before + 1)
                                + (1 - TrendModel.PERSISTENCE) * mean.getEntry(before + 2));
                mean.setEntry(now + 2, mean.getEntry(before + 2));
                double growthVariance = published
                        ? series.growthVariance()[i]
                        : model.base().noise() * model.base().noise();
                variance[3 + 2 * (y - 1)] =
                        model.noise() * model.noise() + (1 - model.pull()) * (1 - model.pull()) * growthVariance;
                variance[4 + 2 * (y - 1)] = model.trendNoise() * model.trendNoise();
            }
            covariance = loading.multiply(new org.hipparchus.linear.DiagonalMatrix(variance))
                    .multiply(loading.transpose());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFilterKnowsWhatConditioningOnEverythingAtOnceKnows(int seed) {
        Series series = new SimulatedWorld(MODEL, 1, 10, 6, seed).known.getFirst();
        int first = series.first().orElseThrow();
        int last = series.last().orElseThrow();
        Dense dense = new Dense(MODEL, series, first, series.years() - 1);
        List<double[]> measured = new ArrayList<>(); // state's index, value, variance
        for (int i = first; i <= last; i++) {
            if (series.hasShare(i)) {
                measured.add(new double[] {3.0 * (i - first), series.logShare()[i], series.noise()[i]});
            }
            if (series.growthIsActual(i)) {
                double noise = MODEL.base().noise();
                measured.add(new double[] {
                    3.0 * (i - first) + 2, series.growth()[i], noise * noise + series.growthVariance()[i]
                });
            }
        }
        int n = measured.size();
        RealMatrix h = new Array2DRowRealMatrix(n, 3 * dense.years);
        RealMatrix r = new Array2DRowRealMatrix(n, n);
        RealVector z = new ArrayRealVector(n);
        for (int k = 0; k < n; k++) {
            h.setEntry(k, (int) measured.get(k)[0], 1);
            z.setEntry(k, measured.get(k)[1]);
            r.setEntry(k, k, measured.get(k)[2]);
        }
        RealMatrix s = h.multiply(dense.covariance).multiply(h.transpose()).add(r);
        RealMatrix gain = dense.covariance
                .multiply(h.transpose())
                .multiply(new LUDecomposition(s).getSolver().getInverse());
        RealVector mean = dense.mean.add(gain.operate(z.subtract(h.operate(dense.mean))));
        RealMatrix covariance = dense.covariance.subtract(gain.multiply(h).multiply(dense.covariance));

        TrendFilter.Belief belief = new TrendFilter(MODEL, series).run();

        int at = 3 * (last - first);
        for (int a = 0; a < 3; a++) {
            assertThat(belief.mean()[a]).as("seed %d", seed).isCloseTo(mean.getEntry(at + a), within(1e-9));
            for (int b = 0; b < 3; b++) {
                assertThat(belief.covariance()[a][b])
                        .as("seed %d", seed)
                        .isCloseTo(covariance.getEntry(at + a, at + b), within(1e-9));
            }
        }
        List<Outlook> outlooks = new Walk(MODEL, series, belief).outlooks(0.0002);
        for (int k = 0; k < outlooks.size(); k++) {
            int x = at + 3 * (k + 1);
            assertThat(outlooks.get(k).center()).isCloseTo(mean.getEntry(x), within(1e-9));
            assertThat(outlooks.get(k).spread()).isCloseTo(Math.sqrt(covariance.getEntry(x, x) + 0.0002), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theDensityWrittenOutIsThatOfTheLibrary(int seed) {
        Series series = new SimulatedWorld(MODEL, 1, 14, 4, seed).known.getFirst();

        assertThat(Density.of(MODEL, series))
                .isCloseTo(new TrendFilter(MODEL, series).run().logDensity(), within(1e-9));
    }
}
