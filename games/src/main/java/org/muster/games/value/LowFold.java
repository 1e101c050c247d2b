package org.muster.games.value;

import java.util.Arrays;
import org.muster.games.scan.Kernel;

/// From sums by class and lane, or from a block value by value ([Kernel#fold]), to sums by the number of low
/// players. No accumulator takes more values than the block has coalitions of one size.
final class LowFold {
    private static final int LANE_BITS = Kernel.BLOCK_BITS - Kernel.LINE_PLAYERS;
    private static final int SUMS = Kernel.CLASSES * Kernel.LINE;
    /// By index of sums by class and lane: the number of low players.
    private static final int[] SIZES = new int[SUMS];

    static {
        for (int k = 0; k < SUMS; k++) {
            SIZES[k] = k / Kernel.LINE + Integer.bitCount(k % Kernel.LINE);
        }
    }

    private final Kernel kernel = Kernel.best();
    private final double[] sums = new double[(Kernel.LINE_PLAYERS + 1) * SUMS];
    private final double[] bySize = new double[Kernel.BLOCK_BITS + 1];

    /// Takes a sum.
    interface Taker {
        void take(int player, int size, double sum);
    }

    /// Hands out the sums of a block by low player and size.
    ///
    /// @param others players beside the low ones in every coalition of the block
    void block(double[] block, int others, Taker taker) {
        kernel.fold(block, sums);
        for (int player = 0; player < LANE_BITS; player++) {
            hand(player, others, lanes(Kernel.LINE_PLAYERS * SUMS, 1 << player), taker);
        }
        for (int player = 0; player < Kernel.LINE_PLAYERS; player++) {
            hand(LANE_BITS + player, others, all(sums, player * SUMS), taker);
        }
    }

    /// Hands out the sums of one player that are given by class and lane.
    void classes(double[] classes, int player, int others, Taker taker) {
        hand(player, others, all(classes, 0), taker);
    }

    private double[] all(double[] from, int at) {
        Arrays.fill(bySize, 0);
        for (int k = 0; k < SUMS; k++) {
            bySize[SIZES[k]] += from[at + k];
        }
        return bySize;
    }

    private double[] lanes(int at, int holding) {
        Arrays.fill(bySize, 0);
        for (int k = 0; k < SUMS; k++) {
            if ((k & holding) != 0) {
                bySize[SIZES[k]] += sums[at + k];
            }
        }
        return bySize;
    }

    private static void hand(int player, int others, double[] bySize, Taker taker) {
        for (int size = 0; size < bySize.length; size++) {
            taker.take(player, others + size, bySize[size]);
        }
    }
}
