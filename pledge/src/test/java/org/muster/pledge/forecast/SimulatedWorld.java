package org.muster.pledge.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Members whose years were drawn from a model with known parameters, by the equations and not by the code under test.
final class SimulatedWorld {
    final List<Series> known = new ArrayList<>();
    final List<double[]> truth = new ArrayList<>();

    /// @param years known years
    /// @param ahead years to come
    SimulatedWorld(TrendModel model, int members, int years, int ahead, long seed) {
        Random random = new Random(seed);
        for (int member = 0; member < members; member++) {
            draw(model, years, ahead, random, "M" + member);
        }
    }

    private void draw(TrendModel model, int years, int ahead, Random random, String name) {
        int all = years + ahead;
        double[] share = filled(all);
        double[] noise = filled(all);
        double[] growth = filled(all);
        double[] growthVariance = filled(all);
        double[] truth = new double[all];
        double m = model.base().mean() + model.base().spread() * random.nextGaussian();
        double d = m + Math.sqrt(model.trendVariance()) * random.nextGaussian();
        double x = Math.log(1 + random.nextDouble());
        for (int i = 0; i < all; i++) {
            if (i > 0) {
                double g = m + model.base().noise() * random.nextGaussian();
                double spending = d + model.pull() * (g - m) + model.noise() * random.nextGaussian();
                x += spending - g;
                d = m + TrendModel.PERSISTENCE * (d - m) + model.trendNoise() * random.nextGaussian();
                // Growth is published for most years, a forecast for the first two to come.
                if (i < years + 2 && random.nextInt(5) > 0) {
                    double deviation = i < years ? 0.001 : 0.015;
                    growth[i] = g + deviation * random.nextGaussian();
                    growthVariance[i] = deviation * deviation;
                }
            }
            double seen = x + 0.01 * random.nextGaussian();
            truth[i] = seen;
            // One share in five of the past is not known, but never the last one.
            if (i < years && (i == years - 1 || random.nextInt(5) > 0)) {
                share[i] = seen;
                noise[i] = 0.0001;
            }
        }
        known.add(new Series(name, 2000, share, noise, growth, growthVariance, outcomes(growth.length, years)));
        this.truth.add(truth);
    }

    private static double[] filled(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// Growth is known as an outcome for the first years.
    private static boolean[] outcomes(int all, int years) {
        boolean[] outcomes = new boolean[all];
        java.util.Arrays.fill(outcomes, 0, years, true);
        return outcomes;
    }
}
