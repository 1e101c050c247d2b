package org.muster.games;

import java.util.ArrayList;
import java.util.List;

/// Coalitions as bit masks: bit `i` stands for player `i`, players count from 0.
public final class Coalitions {
    /// The most players a game over all coalitions may have; larger games need one of the structured kinds.
    public static final int MOST_PLAYERS = 32;

    private Coalitions() {}

    /// The number of players in a coalition.
    public static int size(long mask) {
        return Long.bitCount(mask);
    }

    /// The coalition of all `n` players, 1 <= n <= 62.
    public static long grand(int n) {
        if (n < 1 || n > 62) {
            throw new IllegalArgumentException("a coalition mask holds 1 to 62 players, not " + n);
        }
        return (1L << n) - 1;
    }

    /// The number of coalitions of `n` players, the empty one among them.
    public static long count(int n) {
        return grand(n) + 1;
    }

    /// Whether player `i` is in the coalition.
    public static boolean has(long mask, int i) {
        return ((mask >>> i) & 1) != 0;
    }

    /// The players of a coalition, ascending.
    public static List<Integer> players(long mask) {
        List<Integer> found = new ArrayList<>(Long.bitCount(mask));
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            found.add(Long.numberOfTrailingZeros(rest));
        }
        return List.copyOf(found);
    }

    /// The coalition of the given players.
    public static long of(int... players) {
        long mask = 0;
        for (int i : players) {
            mask |= 1L << i;
        }
        return mask;
    }

    /// `x(S)`: what the players of a coalition get together.
    public static double sum(double[] x, long mask) {
        double sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum += x[Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    /// The sums `x(S)` of every coalition of the players `from .. from+count-1`, indexed by their pattern.
    public static double[] sums(double[] x, int from, int count) {
        double[] sums = new double[1 << count];
        for (int b = 0; b < count; b++) {
            int bit = 1 << b;
            double share = x[from + b];
            for (int m = 0; m < bit; m++) {
                sums[bit + m] = sums[m] + share;
            }
        }
        return sums;
    }
}
