package org.muster.games.estimate;

import org.muster.games.Coalitions;

/// Means and variances of the pairs of one size (and of its complement's size), for each player inside and outside.
///
/// Running sums of squares about the mean (Welford), so that nothing cancels.
final class SizeStrata {
    private final int n;
    private final int size;
    private final long[] count;
    private final double[] mean;
    private final double[] squares;

    SizeStrata(int n, int size) {
        this.n = n;
        this.size = size;
        this.count = new long[2 * n];
        this.mean = new double[2 * n];
        this.squares = new double[2 * n];
    }

    int size() {
        return size;
    }

    /// Where pairs of equal halves go: `S` and its complement are the same stratum.
    private boolean halves() {
        return 2 * size == n;
    }

    void add(long mask, double g) {
        for (int i = 0; i < n; i++) {
            boolean in = Coalitions.has(mask, i);
            add(in || halves() ? i : n + i, in ? g : -g);
        }
    }

    private void add(int stratum, double g) {
        count[stratum]++;
        double before = g - mean[stratum];
        mean[stratum] += before / count[stratum];
        squares[stratum] += before * (g - mean[stratum]);
    }

    /// What the strata add to `n` times the value of a player.
    double mean(int i) {
        return halves() ? mean[i] : mean[i] + mean[n + i];
    }

    double varianceOfMean(int i) {
        return halves() ? varianceOfStratum(i) : varianceOfStratum(i) + varianceOfStratum(n + i);
    }

    private double varianceOfStratum(int s) {
        return count[s] < 2 ? 0 : squares[s] / (double) (count[s] - 1) / (double) count[s];
    }

    /// Pairs in the smaller stratum of a player.
    long fewest(int i) {
        return halves() ? count[i] : Math.min(count[i], count[n + i]);
    }

    /// How far a pair is from the mean of its stratum, typically; sizes whose strata are reached rarely count for more.
    double spread() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.sqrt(varianceOfMean(i) * Math.max(1.0, (double) (count[i] + count[n + i])));
        }
        return sum / n;
    }

    /// The empirical Bernstein half width of [#mean], each stratum failing with chance `error` at most.
    double bernstein(int i, double span, double error) {
        double width = bernsteinOfStratum(i, span, error);
        return halves() ? width : width + bernsteinOfStratum(n + i, span, error);
    }

    private double bernsteinOfStratum(int s, double span, double error) {
        if (count[s] < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double log = Math.log(4 / error);
        double variance = squares[s] / (double) (count[s] - 1);
        return Math.sqrt(2 * variance * log / count[s]) + 7 * span * log / (3.0 * (count[s] - 1));
    }
}
