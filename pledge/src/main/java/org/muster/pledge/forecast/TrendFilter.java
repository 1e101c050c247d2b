package org.muster.pledge.forecast;

import org.hipparchus.filtering.kalman.ProcessEstimate;
import org.hipparchus.filtering.kalman.linear.LinearEvolution;
import org.hipparchus.filtering.kalman.linear.LinearKalmanFilter;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposer;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/// Runs one member's years through the Kalman filter of Hipparchus.
///
/// Three states: `x, d, m` of [TrendModel]. The growth of the base is an input where it is published. Measurements of a
/// year: the share, where it is known; the growth as a measurement of `m`, where it is an outcome.
final class TrendFilter {
    /// Wide enough that the first share decides alone: a factor of e either way.
    static final double FIRST_SHARE_VARIANCE = 1;

    private final TrendModel model;
    private final Series series;

    TrendFilter(TrendModel model, Series series) {
        this.model = model;
        this.series = series;
    }

    /// What is believed of a member after its last share.
    ///
    /// @param index      index of that year in the series
    /// @param mean       `x, d, m`
    /// @param covariance of them
    /// @param logDensity logarithm of the density of all shares, given the model
    @SuppressWarnings("ArrayRecordComponent") // never compared; read by the draws
    record Belief(int index, double[] mean, double[][] covariance, double logDensity) {}

    /// A year's measurements as the filter wants them.
    private record Year(int index, RealVector getValue, RealMatrix getCovariance)
            implements org.hipparchus.filtering.kalman.Measurement {
        @Override
        public double getTime() {
            return index;
        }

        @Override
        public RealVector getValue() {
            return getValue;
        }

        @Override
        public RealMatrix getCovariance() {
            return getCovariance;
        }
    }

    /// Filters up to the last share.
    ///
    /// @throws java.util.NoSuchElementException if no share is known
    Belief run() {
        int first = series.first().orElseThrow();
        int last = series.last().orElseThrow();
        RealVector mean = MatrixUtils.createRealVector(new double[] {
            series.logShare()[first], model.base().mean(), model.base().mean()
        });
        double spread = square(model.base().spread());
        RealMatrix covariance = MatrixUtils.createRealMatrix(new double[][] {
            {FIRST_SHARE_VARIANCE, 0, 0}, {0, spread + model.trendVariance(), spread}, {0, spread, spread}
        });
        ProcessEstimate estimate = new ProcessEstimate(first - 1, mean, covariance);
        LinearKalmanFilter<Year> filter = new LinearKalmanFilter<>(
                new QRDecomposer(1e-16), year -> year.index() == first ? standStill(year) : evolution(year), estimate);
        double logDensity = 0;
        for (int i = first; i <= last; i++) {
            Year year = measured(i);
            estimate = filter.estimationStep(year);
            if (series.hasShare(i) && i > first) {
                double error =
                        series.logShare()[i] - filter.getPredicted().getState().getEntry(0);
                double variance = filter.getPredicted().getCovariance().getEntry(0, 0) + series.noise()[i];
                logDensity -= 0.5 * (Math.log(2 * Math.PI * variance) + error * error / variance);
            }
        }
        return new Belief(
                last, estimate.getState().toArray(), estimate.getCovariance().getData(), logDensity);
    }

    private Year measured(int i) {
        int rows = (series.hasShare(i) ? 1 : 0) + (series.growthIsActual(i) ? 1 : 0);
        double[] values = new double[rows];
        double[] variances = new double[rows];
        int row = 0;
        if (series.hasShare(i)) {
            values[row] = series.logShare()[i];
            variances[row++] = series.noise()[i];
        }
        if (series.growthIsActual(i)) {
            values[row] = series.growth()[i];
            variances[row] = square(model.base().noise()) + series.growthVariance()[i];
        }
        return new Year(
                i,
                MatrixUtils.createRealVector(values),
                rows == 0 ? MatrixUtils.createRealIdentityMatrix(1) : MatrixUtils.createRealDiagonalMatrix(variances));
    }

    private RealMatrix jacobian(int i) {
        int rows = (series.hasShare(i) ? 1 : 0) + (series.growthIsActual(i) ? 1 : 0);
        RealMatrix jacobian = MatrixUtils.createRealMatrix(rows, 3);
        int row = 0;
        if (series.hasShare(i)) {
            jacobian.setEntry(row++, 0, 1);
        }
        if (series.growthIsActual(i)) {
            jacobian.setEntry(row, 2, 1);
        }
        return jacobian;
    }

    /// The first year: nothing has moved yet.
    private LinearEvolution standStill(Year year) {
        return evolution(MatrixUtils.createRealIdentityMatrix(3), new double[3], new double[3], year.index());
    }

    private LinearEvolution evolution(Year year) {
        int i = year.index();
        double persistence = TrendModel.PERSISTENCE;
        boolean published = series.hasGrowth(i);
        RealMatrix transition = MatrixUtils.createRealMatrix(new double[][] {
            {1, 1, published ? -model.pull() : -1}, {0, persistence, 1 - persistence}, {0, 0, 1}
        });
        double moved = published ? (model.pull() - 1) * series.growth()[i] : 0;
        double growthVariance =
                published ? series.growthVariance()[i] : square(model.base().noise());
        return evolution(
                transition,
                new double[] {moved, 0, 0},
                new double[] {model.moveVariance(growthVariance), square(model.trendNoise()), 0},
                i);
    }

    private LinearEvolution evolution(RealMatrix transition, double[] input, double[] variances, int i) {
        RealMatrix jacobian = series.hasShare(i) || series.growthIsActual(i) ? jacobian(i) : null;
        return new LinearEvolution(
                transition,
                MatrixUtils.createRealIdentityMatrix(3),
                MatrixUtils.createRealVector(input),
                MatrixUtils.createRealDiagonalMatrix(variances),
                jacobian);
    }

    static double square(double x) {
        return x * x;
    }
}
