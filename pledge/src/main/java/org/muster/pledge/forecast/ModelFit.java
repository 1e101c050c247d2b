package org.muster.pledge.forecast;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/// Fits the parameters that all members share.
///
/// Growth of the base by moments: pooled mean, variance within members, and between them what the variance within
/// does not explain. The others by the mode of the posterior: the density of all shares, from the filter, times
/// weak priors that keep the fit sane where only two or three years are known. Found by Nelder and Mead's simplex
/// (Hipparchus), from a fixed start, so the same figures give the same fit.
final class ModelFit {
    private static final int MOST_EVALUATIONS = 400;
    private static final double CLOSE_ENOUGH = 1e-4;

    /// Priors: logarithms of both deviations, and the pull, each as mean and standard deviation.
    private static final double[][] PRIORS = {{Math.log(0.07), 0.7}, {Math.log(0.02), 0.7}, {0.5, 0.3}};

    /// A spread of drifts and of years that holds where next to nothing is known (two or three percent growth).
    private static final TrendModel.BaseGrowth USUAL_GROWTH = new TrendModel.BaseGrowth(0.02, 0.01, 0.025);

    private static final int USUAL_YEARS = 10;

    private ModelFit() {}

    /// Fits a model to the series of all members.
    ///
    /// @param withBase whether the measure is a share of a base that grows
    static TrendModel of(List<Series> series, boolean withBase) {
        List<Series> informative =
                series.stream().filter(s -> s.first().isPresent()).toList();
        TrendModel.BaseGrowth base = withBase ? baseGrowth(informative) : TrendModel.BaseGrowth.NONE;
        double[] start = new double[PRIORS.length];
        double[] steps = new double[PRIORS.length];
        for (int i = 0; i < PRIORS.length; i++) {
            start[i] = PRIORS[i][0];
            steps[i] = PRIORS[i][1] / 2;
        }
        MultivariateFunction loss = point -> loss(point, base, informative);
        double[] best = new SimplexOptimizer(new SimpleValueChecker(CLOSE_ENOUGH, CLOSE_ENOUGH, MOST_EVALUATIONS))
                .optimize(
                        new MaxEval(10 * MOST_EVALUATIONS),
                        new ObjectiveFunction(loss),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(steps))
                .getPoint();
        return model(best, base);
    }

    private static TrendModel model(double[] point, TrendModel.BaseGrowth base) {
        boolean withBase = !base.equals(TrendModel.BaseGrowth.NONE);
        return new TrendModel(Math.exp(point[0]), Math.exp(point[1]), withBase ? point[2] : 0, base);
    }

    private static double loss(double[] point, TrendModel.BaseGrowth base, List<Series> series) {
        TrendModel model = model(point, base);
        double loss = 0;
        for (int i = 0; i < point.length; i++) {
            loss += 0.5 * TrendFilter.square((point[i] - PRIORS[i][0]) / PRIORS[i][1]);
        }
        for (Series one : series) {
            loss -= Density.of(model, one);
        }
        return Double.isFinite(loss) ? loss : Double.MAX_VALUE;
    }

    /// Moments, with the usual growth as a prior that counts as much as a few years.
    static TrendModel.BaseGrowth baseGrowth(List<Series> series) {
        List<double[]> byMember = new ArrayList<>();
        for (Series one : series) {
            double[] actual = java.util.stream.IntStream.range(0, one.years())
                    .filter(one::growthIsActual)
                    .mapToDouble(i -> one.growth()[i])
                    .toArray();
            if (actual.length >= 2) {
                byMember.add(actual);
            }
        }
        double sum = USUAL_YEARS * USUAL_GROWTH.mean();
        double weight = USUAL_YEARS;
        double within = USUAL_YEARS * TrendFilter.square(USUAL_GROWTH.noise());
        double freedom = USUAL_YEARS;
        double years = 0;
        for (double[] actual : byMember) {
            double mean = java.util.Arrays.stream(actual).average().orElseThrow();
            sum += mean;
            weight++;
            for (double growth : actual) {
                within += TrendFilter.square(growth - mean);
            }
            freedom += actual.length - 1;
            years += actual.length;
        }
        double mean = sum / weight;
        double noise = Math.sqrt(within / freedom);
        double between = USUAL_YEARS * TrendFilter.square(USUAL_GROWTH.spread());
        for (double[] actual : byMember) {
            double own = java.util.Arrays.stream(actual).average().orElseThrow();
            between += TrendFilter.square(own - mean) - noise * noise / actual.length;
        }
        double spread = Math.sqrt(
                Math.max(between / (USUAL_YEARS + byMember.size()), TrendFilter.square(USUAL_GROWTH.spread()) / 4));
        return years == 0 ? USUAL_GROWTH : new TrendModel.BaseGrowth(mean, spread, noise);
    }
}
