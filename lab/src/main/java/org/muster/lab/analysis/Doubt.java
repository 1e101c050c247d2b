package org.muster.lab.analysis;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.muster.lab.design.Design;
import org.muster.lab.draw.Draws;
import org.muster.lab.run.Question;

/// How far a mean over the futures of a study would move if they were drawn anew.
///
/// Where futures are drawn one by one, it is worked out again on futures drawn from those that are there. Where they
/// hang together in groups (eight hypercubes or scrambles, trajectories, blocks) single futures tell nothing of it: the
/// means of the groups are distributed alike, and Student's interval says how far they lie apart. Recalled: A. Owen,
/// *Practical Quasi-Monte Carlo Integration*, 2023, on replicates.
final class Doubt {
    /// Resamples, the same for everything that is compared.
    private static final int RESAMPLES = 500;

    /// The same beyond so many futures, where means hardly move.
    private static final int FEWER_RESAMPLES = 100;

    private static final int MANY_FUTURES = 20_000;
    private static final double SURE = 0.975;

    private final int[][] times;
    private final int[] groupOf;
    private final int groups;

    /// Where a mean may lie.
    ///
    /// @param low   below it in 2.5 percent of the times
    /// @param high  above it in 2.5 percent
    /// @param turns in what part of the times it has another sign
    record Interval(double low, double high, double turns) {}

    /// @param times for each resample, how often each future is in it
    private Doubt(int[][] times, int[] groupOf, int groups) {
        this.times = times;
        this.groupOf = groupOf;
        this.groups = groups;
    }

    static Doubt of(Question question) {
        return of(
                question.design(), question.setting().factors().size(), question.futures(), new Draws(question.seed()));
    }

    static Doubt of(Design design, int factors, int futures, Draws draws) {
        int[] groupOf = new int[futures];
        Arrays.setAll(groupOf, f -> design.groupOf(f, factors));
        int groups = Arrays.stream(groupOf).max().orElse(0) + 1;
        // with a single group nothing tells how far another would lie, but for the futures in it
        boolean alone = design == Design.MC || design == Design.FACTORIAL || groups == 1;
        return new Doubt(alone ? times(futures, draws) : new int[0][], groupOf, alone ? 0 : groups);
    }

    /// Counted, so that means are sums over futures in their order, which is several times as fast.
    private static int[][] times(int futures, Draws draws) {
        int[][] drawn =
                Bootstrap.drawn(futures, futures > MANY_FUTURES ? FEWER_RESAMPLES : RESAMPLES, draws, "futures");
        int[] counts = new int[futures];
        for (int[] rows : drawn) {
            Arrays.fill(counts, 0);
            for (int r : rows) {
                counts[r]++;
            }
            System.arraycopy(counts, 0, rows, 0, futures);
        }
        return drawn;
    }

    /// Of the mean of these, one a future.
    Interval of(double[] values) {
        return groups == 0 ? resampled(values) : apart(values);
    }

    private Interval resampled(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double[] means = Bootstrap.on(times, counts -> {
            double sum = 0;
            for (int r = 0; r < counts.length; r++) {
                sum += counts[r] * values[r];
            }
            return sum / counts.length;
        });
        long turned = Arrays.stream(means).filter(one -> one * mean < 0).count();
        return new Interval(Bootstrap.low(means), Bootstrap.high(means), turned / (double) means.length);
    }

    private Interval apart(double[] values) {
        double[] sums = new double[groups];
        int[] sizes = new int[groups];
        for (int f = 0; f < values.length; f++) {
            sums[groupOf[f]] += values[f];
            sizes[groupOf[f]]++;
        }
        double[] means = new double[groups];
        Arrays.setAll(means, g -> sums[g] / sizes[g]);
        double mean = Arrays.stream(means).sum() / groups;
        double squares =
                Arrays.stream(means).map(one -> (one - mean) * (one - mean)).sum();
        double error = Math.sqrt(squares / (groups - 1) / groups);
        if (error == 0) {
            return new Interval(mean, mean, 0);
        }
        TDistribution student = new TDistribution(groups - 1);
        double reach = student.inverseCumulativeProbability(SURE) * error;
        return new Interval(mean - reach, mean + reach, student.cumulativeProbability(-Math.abs(mean) / error));
    }
}
