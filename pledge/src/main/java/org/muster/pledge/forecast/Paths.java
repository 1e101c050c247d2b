package org.muster.pledge.forecast;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Paths of one member's figure, drawn to see when the target is first reached.
///
/// A path walks around the middle of the outlooks: its steps are normal and independent, and such that after each year
/// its width is the outlook's; with heavy tails the whole path is wider or narrower by one draw (a multivariate t). So
/// in every year it is distributed as the outlook says. No path is kept, only the year in which it first reaches the
/// target is counted.
final class Paths {
    private Paths() {}

    /// How many paths first reach the target in each year.
    ///
    /// @param outlooks  of the years ahead, all of one form
    /// @param threshold the least value that counts (the most, where the target is a ceiling)
    /// @param atLeast   whether the target is a floor
    /// @param count     how many paths
    /// @param seed      of this member's stream
    /// @return one number for each outlook; what is missing to `count` never reaches it
    static int[] firstReached(List<Outlook> outlooks, double threshold, boolean atLeast, int count, long seed) {
        int years = outlooks.size();
        double[] edge = new double[years];
        double[] step = new double[years];
        double before = 0;
        for (int y = 0; y < years; y++) {
            Outlook outlook = outlooks.get(y);
            edge[y] = outlook.bounds().free(threshold) - outlook.center();
            double variance = outlook.spread() * outlook.spread();
            step[y] = Math.sqrt(Math.max(variance - before, 0));
            before = variance;
        }
        boolean heavy = years > 0 && outlooks.getFirst().tails() == Tails.HEAVY;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] reached = new int[years];
        for (int path = 0; path < count; path++) {
            double width = heavy ? heavyWidth(random) : 1;
            double at = 0;
            for (int y = 0; y < years; y++) {
                at += width * step[y] * random.nextGaussian();
                if (atLeast ? at >= edge[y] : at <= edge[y]) {
                    reached[y]++;
                    break;
                }
            }
        }
        return reached;
    }

    /// The root of degrees of freedom over a chi-square of as many.
    private static double heavyWidth(RandomGenerator random) {
        double squares = 0;
        for (int i = 0; i < Tails.FREEDOM; i++) {
            double draw = random.nextGaussian();
            squares += draw * draw;
        }
        return Math.sqrt(Tails.FREEDOM / squares);
    }
}
