package org.muster.games.estimate;

import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Coalitions;

/// A rival to measure against: stratified SVARM, as published. Sizes 1, n - 1 and n are looked at wholly, a warm-up
/// gives every stratum one look, then sizes are drawn with the published chances and coalitions evenly among a size.
///
/// Source: P. Kolpaczki, V. Bengs, M. Muschalik, E. Huellermeier, *Approximating the Shapley value without marginal
/// contributions*, 2024, algorithm 2.
final class StratifiedSvarm {
    private final int n;
    private final LongToDoubleFunction value;
    private final SplittableRandom random;
    private final double[][] with;
    private final double[][] without;
    private final long[][] countWith;
    private final long[][] countWithout;
    private long left;

    private StratifiedSvarm(int n, LongToDoubleFunction value, long seed, long budget) {
        this.n = n;
        this.value = value;
        this.random = new SplittableRandom(seed);
        this.with = new double[n][n];
        this.without = new double[n][n];
        this.countWith = new long[n][n];
        this.countWithout = new long[n][n];
        this.left = budget;
    }

    static double[] estimate(int n, LongToDoubleFunction value, long seed, long budget) {
        return new StratifiedSvarm(n, value, seed, budget).run();
    }

    private double[] run() {
        long all = Coalitions.grand(n);
        update(all);
        for (int i = 0; i < n; i++) {
            update(1L << i);
            update(all & ~(1L << i));
        }
        for (int size = 2; size <= n - 2; size++) {
            warmUp(size, true);
            warmUp(size, false);
        }
        double[] chances = chances();
        while (left > 0) {
            update(draw(size(chances)));
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < n; s++) {
                values[i] += (with[i][s] - without[i][s]) / n;
            }
        }
        return values;
    }

    private void update(long coalition) {
        double v = value.applyAsDouble(coalition);
        left--;
        int size = Long.bitCount(coalition);
        for (int i = 0; i < n; i++) {
            if (Coalitions.has(coalition, i)) {
                with[i][size - 1] += (v - with[i][size - 1]) / ++countWith[i][size - 1];
            } else {
                without[i][size] += (v - without[i][size]) / ++countWithout[i][size];
            }
        }
    }

    /// One look for every player inside a coalition of the size, or outside one: parts of a random order; only the
    /// players that the part is for are updated.
    private void warmUp(int size, boolean inside) {
        int part = inside ? size : n - size;
        int[] order = order();
        for (int from = 0; from < n && left > 0; from += part) {
            long chosen = 0;
            for (int j = from; j < Math.min(n, from + part); j++) {
                chosen |= 1L << order[j];
            }
            long filled = chosen;
            while (Long.bitCount(filled) < part) {
                filled |= 1L << random.nextInt(n);
            }
            long coalition = inside ? filled : Coalitions.grand(n) & ~filled;
            double v = value.applyAsDouble(coalition);
            left--;
            for (int i : Coalitions.players(chosen)) {
                if (inside) {
                    with[i][size - 1] = v;
                    countWith[i][size - 1] = 1;
                } else {
                    without[i][size] = v;
                    countWithout[i][size] = 1;
                }
            }
        }
    }

    private int[] order() {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /// The published distribution over sizes 2 to n - 2.
    private double[] chances() {
        double[] chances = new double[n];
        double harmonic = 0;
        for (int s = 1; s <= (n - 1) / 2; s++) {
            harmonic += 1.0 / s;
        }
        for (int s = 2; s <= n - 2; s++) {
            double smaller = Math.min(s, n - s);
            if (n % 2 != 0) {
                chances[s] = 1 / (2 * smaller * (harmonic - 1));
            } else if (2 * s == n) {
                chances[s] = 1 / (n * Math.log(n));
            } else {
                chances[s] = (n * Math.log(n) - 1) / (2 * smaller * n * Math.log(n) * (harmonic - 1));
            }
        }
        return chances;
    }

    private int size(double[] chances) {
        double u = random.nextDouble();
        int size = 2;
        for (int s = 2; s <= n - 2; s++) {
            size = s;
            u -= chances[s];
            if (u < 0) {
                break;
            }
        }
        return size;
    }

    private long draw(int size) {
        long mask = 0;
        for (int j = n - size; j < n; j++) {
            long bit = 1L << random.nextInt(j + 1);
            mask |= (mask & bit) != 0 ? 1L << j : bit;
        }
        return mask;
    }
}
