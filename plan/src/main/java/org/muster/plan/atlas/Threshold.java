package org.muster.plan.atlas;

import java.util.Arrays;
import java.util.List;

/// A condition on a coalition of the form `sum of weights of its players >= needed`: cover of a line, a number of
/// members, company, a share of a key.
final class Threshold {
    /// Players that vary inside a block.
    static final int LOW = 10;

    private static final int BLOCK = 1 << LOW;
    private static final int PART = 9;
    /// Weights below this bound cannot leave 32 bits, whoever is in.
    private static final long MOST = 1L << 25;

    private final int[] weights;
    private final int needed;
    private final int[] lowSums;
    private final int lowTotal;
    /// Sums of the players above the block's own, by pattern, [#PART] players a table.
    private final int[][] highSums;

    /// @param needed  to reach
    /// @param weights one per player, not negative; more than `needed` counts as `needed`
    /// @throws ArithmeticException where the numbers are too large to be summed
    Threshold(long needed, long[] weights) {
        if (needed >= MOST) {
            throw new ArithmeticException("a threshold of " + needed + " is beyond what is summed exactly");
        }
        this.needed = (int) Math.max(0, needed);
        this.weights = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            this.weights[i] = (int) Math.min(this.needed, weights[i]);
        }
        this.lowSums = new int[weights.length < LOW ? 0 : BLOCK];
        for (int pattern = 0; pattern < lowSums.length; pattern++) {
            lowSums[pattern] = sum(pattern, 0);
        }
        this.lowTotal = lowSums.length == 0 ? 0 : lowSums[BLOCK - 1];
        int above = Math.max(0, weights.length - LOW);
        this.highSums = new int[(above + PART - 1) / PART][];
        for (int part = 0; part < highSums.length; part++) {
            int players = Math.min(PART, above - part * PART);
            highSums[part] = new int[1 << players];
            for (int pattern = 0; pattern < 1 << players; pattern++) {
                highSums[part][pattern] = sum(pattern, LOW + part * PART);
            }
        }
    }

    /// What the players above the block's own bring.
    private int ofHigh(long high) {
        int sum = 0;
        for (int part = 0; part < highSums.length; part++) {
            sum += highSums[part][(int) (high >>> (part * PART)) & ((1 << PART) - 1)];
        }
        return sum;
    }

    static Threshold of(long needed, List<Long> weights) {
        return new Threshold(needed, weights.stream().mapToLong(Long::longValue).toArray());
    }

    private int sum(long pattern, int shift) {
        int sum = 0;
        for (long rest = pattern; rest != 0; rest &= rest - 1) {
            sum += weights[shift + Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    boolean holds(long coalition) {
        return sum(coalition, 0) >= needed;
    }

    /// Makes `missing[j]` negative for every coalition of the block that does not reach the threshold; whether there
    /// may be any.
    ///
    /// @param high the players above the block's own, as a pattern
    boolean mark(long high, int[] missing) {
        int open = needed - ofHigh(high);
        if (open <= 0) {
            return false;
        }
        if (open > lowTotal) {
            Arrays.fill(missing, -1);
        } else {
            mark(lowSums, open, missing);
        }
        return true;
    }

    /// Whether some coalition of the block may not reach the threshold.
    boolean mayFail(long high) {
        return needed > ofHigh(high);
    }

    /// Whether no coalition of the block reaches the threshold.
    boolean failsEverywhere(long high) {
        return needed - ofHigh(high) > lowTotal;
    }

    private static void mark(int[] sums, int open, int[] missing) {
        for (int j = 0; j < BLOCK; j++) {
            missing[j] |= sums[j] - open;
        }
    }
}
