package org.muster.pledge.forecast;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RectangularCholeskyDecomposition;
import org.muster.pledge.forecast.TrendFilter.Belief;

/// Paths of one member's share, drawn to see when the target is first reached.
///
/// A path draws `x, d, m` from what is believed after the last share, and then a year at a time the growth of the base,
/// spending, and the trend. Three normal draws a year; no path is kept, only the year in which it first reaches the
/// target is counted.
final class Paths {
    private Paths() {}

    /// How many paths first reach the target in each year.
    ///
    /// @param threshold logarithm of the least share that counts (of the most, where the target is a ceiling)
    /// @param atLeast   whether the target is a floor
    /// @param count     how many paths
    /// @param seed      of this member's stream
    /// @return one number for each year after the last share; what is missing to `count` never reaches it
    static int[] firstReached(
            TrendModel model, Series series, Belief belief, double threshold, boolean atLeast, int count, long seed) {
        Walk walk = new Walk(model, series, belief);
        int years = series.years() - belief.index() - 1;
        Walk.Step[] steps = new Walk.Step[years];
        double[] growthDeviation = new double[years];
        for (int y = 0; y < years; y++) {
            steps[y] = walk.step(belief.index() + 1 + y);
            growthDeviation[y] = Math.sqrt(steps[y].growthVariance());
        }
        double[][] root = root(belief.covariance());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] reached = new int[years];
        double noise = model.noise();
        double pull = model.pull();
        double trendNoise = model.trendNoise();
        for (int path = 0; path < count; path++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            double x = belief.mean()[0] + root[0][0] * a + root[0][1] * b + root[0][2] * c;
            double d = belief.mean()[1] + root[1][0] * a + root[1][1] * b + root[1][2] * c;
            double m = belief.mean()[2] + root[2][0] * a + root[2][1] * b + root[2][2] * c;
            for (int y = 0; y < years; y++) {
                double growth =
                        (steps[y].published() ? steps[y].growth() : m) + growthDeviation[y] * random.nextGaussian();
                x += d + pull * (growth - m) - growth + noise * random.nextGaussian();
                d = m + TrendModel.PERSISTENCE * (d - m) + trendNoise * random.nextGaussian();
                if (atLeast ? x >= threshold : x <= threshold) {
                    reached[y]++;
                    break;
                }
            }
        }
        return reached;
    }

    /// A square root of a covariance that may have directions without spread.
    private static double[][] root(double[][] covariance) {
        double[][] root = new double[3][3];
        var decomposition = new RectangularCholeskyDecomposition(MatrixUtils.createRealMatrix(covariance), 1e-14);
        double[][] found = decomposition.getRootMatrix().getData();
        for (int row = 0; row < 3; row++) {
            System.arraycopy(found[row], 0, root[row], 0, found[row].length);
        }
        return root;
    }
}
