package org.muster.plan.fold;

import java.util.Arrays;

/// What the players that are left may bring to one condition, step by step: so that numbers of missing units between
/// which none of them can tell count as one.
final class Sums {
    /// Sums that are told apart at most; above that, multiples of the common divisor are.
    private static final int MOST = 4096;

    /// By step: all sums that those who are left may bring, ascending; none where there are too many.
    private final long[][] attainable;

    private final long[] divisor;
    private final long[] total;

    /// @param weights of the players in the order of the walk
    /// @param free    how many of them have no conditions: these come first; the others count as left to the end
    Sums(long[] weights, int free, long needed) {
        attainable = new long[free + 1][];
        divisor = new long[free + 1];
        total = new long[free + 1];
        long[] sums = {0};
        for (int i = weights.length - 1; i >= free; i--) {
            sums = with(sums, weights[i], needed);
            divisor[free] = gcd(divisor[free], weights[i]);
            total[free] += weights[i];
        }
        attainable[free] = sums;
        for (int i = free - 1; i >= 0; i--) {
            sums = with(sums, weights[i], needed);
            attainable[i] = sums;
            divisor[i] = gcd(divisor[i + 1], weights[i]);
            total[i] = total[i + 1] + weights[i];
        }
    }

    private static long[] with(long[] sums, long weight, long needed) {
        if (sums.length == 0 || weight == 0) {
            return sums;
        }
        long[] both = Arrays.copyOf(sums, 2 * sums.length);
        for (int i = 0; i < sums.length; i++) {
            both[sums.length + i] = Math.min(needed, sums[i] + weight);
        }
        long[] distinct = Arrays.stream(both).sorted().distinct().toArray();
        return distinct.length > MOST ? new long[0] : distinct;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// All that is left from this step on, with all who have conditions.
    long left(int step) {
        return total[step];
    }

    /// The least that is worth telling apart from `open`: whoever of those left comes reaches both or neither.
    ///
    /// @param open above 0 and at most what is left
    long least(int step, long open) {
        long[] sums = attainable[step];
        if (sums.length > 0) {
            int at = Arrays.binarySearch(sums, open);
            return at >= 0 ? open : sums[-at - 1];
        }
        return Math.ceilDiv(open, divisor[step]) * divisor[step];
    }
}
