package org.muster.games.estimate;

import org.muster.games.Coalitions;

/// Means and variances of the pairs of one size (and of its complement's size), for each player inside and outside.
///
/// Running sums of squares about the mean (Welford), so that nothing cancels.
final class SizeStrata {
    private static final double PRIOR = 2;

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

    /// What the strata add to `n` times the value of a player. A stratum that nothing was drawn from takes the mean of
    /// all players' strata of its side.
    double mean(int i) {
        return halves() ? meanOf(i) : meanOf(i) + meanOf(n + i);
    }

    private double meanOf(int s) {
        if (count[s] > 0) {
            return mean[s];
        }
        double sum = 0;
        long drawn = 0;
        int from = s < n ? 0 : n;
        for (int j = from; j < from + n; j++) {
            sum += count[j] * mean[j];
            drawn += count[j];
        }
        return drawn == 0 ? 0 : sum / drawn;
    }

    /// The variance of [#mean]; unbounded where a stratum was never reached.
    double varianceOfMean(int i) {
        return halves() ? varianceOfStratum(i) : varianceOfStratum(i) + varianceOfStratum(n + i);
    }

    /// What the strata of a player add to the denominator of Welch's degrees of freedom.
    double squaresOverDegrees(int i) {
        return halves() ? overDegrees(i) : overDegrees(i) + overDegrees(n + i);
    }

    private double overDegrees(int s) {
        double variance = varianceOfStratum(s);
        return variance * variance / Math.max(1, count[s]);
    }

    /// A stratum's own spread with that of all players' strata of its side as two further draws: few draws that happen
    /// to agree must not pass for certainty.
    private double varianceOfStratum(int s) {
        double sum = 0;
        long degrees = 0;
        int from = s < n ? 0 : n;
        for (int j = from; j < from + n; j++) {
            sum += squares[j];
            degrees += Math.max(0, count[j] - 1);
        }
        if (count[s] == 0 || degrees == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return (squares[s] + PRIOR * sum / degrees) / (count[s] - 1 + PRIOR) / count[s];
    }

    /// How much a pair of this size matters: how far it is from the mean of its stratum, taken over all strata, times
    /// how rarely it serves the strata of each side.
    double spread() {
        double sum = 0;
        long degrees = 0;
        for (int s = 0; s < 2 * n; s++) {
            sum += squares[s];
            degrees += Math.max(0, count[s] - 1);
        }
        double rarity = halves() ? 1 : (double) n / size + (double) n / (n - size);
        return degrees == 0 ? 0 : Math.sqrt(sum / degrees * rarity);
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
