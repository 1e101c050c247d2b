package org.muster.games.value;

import java.util.Arrays;
import org.muster.games.scan.Kernel;

/// From a block, value by value, to the sums by low player and size: line by line as [Kernel] sees the block, with the
/// players of a line's index and those of its lanes taken apart. No accumulator takes more values than the largest
/// class
/// has lines.
final class LowFold {
    private static final int LANE_BITS = Integer.numberOfTrailingZeros(Kernel.LINE);
    private static final int LINES = Kernel.BLOCK / Kernel.LINE;
    private static final int SUMS = Kernel.CLASSES * Kernel.LINE;

    /// By class and lane of the lines.
    private final double[] all = new double[SUMS];
    /// By player of the line's index: the same over the lines that hold the player.
    private final double[][] held = new double[Kernel.BLOCK_BITS - LANE_BITS][SUMS];

    /// Takes a sum.
    interface Taker {
        void take(int player, int size, double sum);
    }

    /// The number of low players at an index of sums by class and lane.
    static int sizeAt(int index) {
        return index / Kernel.LINE + Integer.bitCount(index % Kernel.LINE);
    }

    /// Hands out the sums of a block by low player and size.
    ///
    /// @param others players beside the low ones in every coalition of the block
    void of(double[] block, int others, Taker taker) {
        Arrays.fill(all, 0);
        for (double[] sums : held) {
            Arrays.fill(sums, 0);
        }
        for (int line = 0; line < LINES; line++) {
            int at = Integer.bitCount(line) * Kernel.LINE;
            addLine(all, at, block, line * Kernel.LINE);
            for (int rest = line; rest != 0; rest &= rest - 1) {
                addLine(held[Integer.numberOfTrailingZeros(rest)], at, block, line * Kernel.LINE);
            }
        }
        for (int k = 0; k < SUMS; k++) {
            int size = others + sizeAt(k);
            for (int rest = k % Kernel.LINE; rest != 0; rest &= rest - 1) {
                taker.take(Integer.numberOfTrailingZeros(rest), size, all[k]);
            }
            for (int player = 0; player < held.length; player++) {
                taker.take(LANE_BITS + player, size, held[player][k]);
            }
        }
    }

    private static void addLine(double[] to, int at, double[] from, int start) {
        for (int lane = 0; lane < Kernel.LINE; lane++) {
            to[at + lane] += from[start + lane];
        }
    }
}
