package org.muster.lab.analysis;

import java.util.Arrays;
import org.muster.lab.draw.Draws;

/// How far a number would move if other futures had been drawn: it is worked out again on futures drawn from those that
/// are there, with a seed.
final class Bootstrap {
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    interface Statistic {
        double of(int[] rows);
    }

    /// So many resamples: numbers of rows, as many as there are rows, drawn from them.
    static int[][] drawn(int rows, int times, Draws draws, String stream) {
        return drawn(rows, rows, times, draws, stream);
    }

    /// The same with resamples of another length.
    static int[][] drawn(int rows, int length, int times, Draws draws, String stream) {
        int hash = Draws.hash("bootstrap/" + stream);
        int[][] drawn = new int[times][length];
        for (int t = 0; t < times; t++) {
            for (int r = 0; r < length; r++) {
                drawn[t][r] = (int) (draws.uniform(t, hash, r) * rows);
            }
        }
        return drawn;
    }

    /// The statistic on each resample, sorted.
    static double[] on(int[][] drawn, Statistic statistic) {
        double[] values = new double[drawn.length];
        for (int t = 0; t < drawn.length; t++) {
            values[t] = statistic.of(drawn[t]);
        }
        Arrays.sort(values);
        return values;
    }

    /// The statistic on so many resamples, sorted.
    static double[] resampled(int rows, int times, Draws draws, String stream, Statistic statistic) {
        return on(drawn(rows, times, draws, stream), statistic);
    }

    static double low(double[] sorted) {
        return Prim.quantile(sorted, TAIL);
    }

    static double high(double[] sorted) {
        return Prim.quantile(sorted, 1 - TAIL);
    }
}
