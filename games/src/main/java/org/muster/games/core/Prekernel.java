package org.muster.games.core;

import java.util.Arrays;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.Parallel;

/// The prekernel: payoffs at which no player can press another harder than the other can press back.
///
/// The point given is the prenucleolus, which is always in the prekernel; [#maximalSurpluses] checks any point.
///
/// Source: M. Davis, M. Maschler, *The kernel of a cooperative game*, 1965; M. Maschler, B. Peleg, L. S. Shapley 1972.
public final class Prekernel {
    private Prekernel() {}

    /// As [#point(Game, int)], on all processors.
    public static Answer point(Game game) {
        return point(game, Parallel.processors());
    }

    /// A point of the prekernel.
    public static Answer point(Game game, int threads) {
        return Nucleolus.prenucleolus(game, threads);
    }

    /// `s_ij`: the largest excess of a coalition with `i` and without `j`, for all pairs; at a point of the prekernel
    /// `s_ij = s_ji`.
    ///
    /// One pass with a look at the pairs of each coalition. O(n^2 2^n).
    public static double[][] maximalSurpluses(Game game, double[] x) {
        int n = game.players();
        double[][] s = new double[n][n];
        for (double[] row : s) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        long all = Coalitions.grand(n);
        for (long mask = 1; mask < all; mask++) {
            double excess = game.value(mask) - Coalitions.sum(x, mask);
            for (long in = mask; in != 0; in &= in - 1) {
                double[] row = s[Long.numberOfTrailingZeros(in)];
                for (long out = all & ~mask; out != 0; out &= out - 1) {
                    int j = Long.numberOfTrailingZeros(out);
                    row[j] = Math.max(row[j], excess);
                }
            }
        }
        return s;
    }
}
