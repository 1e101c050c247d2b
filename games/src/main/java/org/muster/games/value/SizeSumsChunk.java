package org.muster.games.value;

import org.muster.games.Game;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// The sums of [SizeSums] over one chunk of blocks.
final class SizeSumsChunk {
    private static final int SUMS = Kernel.CLASSES * Kernel.LINE;

    private final int players;
    private final int high;
    /// By size of the high part: the sum of the blocks, value by value; empty until one comes.
    private final double[][] buffers;
    /// By high player and size of the high part: the sums of the blocks by class and lane of the low part.
    private final double[][] highSums;

    private SizeSumsChunk(int players) {
        this.players = players;
        this.high = players - Kernel.BLOCK_BITS;
        this.buffers = new double[high + 1][0];
        this.highSums = new double[high * (high + 1)][0];
    }

    static SizeSumsChunk of(Game game, int chunk, int chunks) {
        SizeSumsChunk sums = new SizeSumsChunk(game.players());
        Kernel kernel = Kernel.best();
        double[] classes = new double[SUMS];
        Blocks.walk(game, chunk, chunks, (fixed, free) -> !game.isNothing(fixed, free), (block, values, offset) -> {
            int size = Long.bitCount(block);
            kernel.accumulate(values, offset, sums.buffer(size), classes);
            sums.addToPlayers(block, size, classes);
        });
        return sums;
    }

    private double[] buffer(int size) {
        double[] buffer = buffers[size];
        if (buffer.length == 0) {
            buffer = new double[Kernel.BLOCK];
            buffers[size] = buffer;
        }
        return buffer;
    }

    private double[] highSums(int player, int size) {
        double[] sums = highSums[player * (high + 1) + size];
        if (sums.length == 0) {
            sums = new double[SUMS];
            highSums[player * (high + 1) + size] = sums;
        }
        return sums;
    }

    private void addToPlayers(long block, int size, double[] classes) {
        for (long rest = block; rest != 0; rest &= rest - 1) {
            addAll(highSums(Long.numberOfTrailingZeros(rest), size), classes);
        }
    }

    private static void addAll(double[] to, double[] from) {
        for (int k = 0; k < to.length; k++) {
            to[k] += from[k];
        }
    }

    void add(SizeSumsChunk other) {
        for (int size = 0; size <= high; size++) {
            double[] buffer = other.buffers[size];
            if (buffer.length > 0) {
                addAll(buffer(size), buffer);
            }
            for (int i = 0; i < high; i++) {
                double[] sums = other.highSums[i * (high + 1) + size];
                if (sums.length > 0) {
                    addAll(highSums(i, size), sums);
                }
            }
        }
    }

    /// The sums by player and size.
    double[][] byPlayer() {
        double[][] sums = new double[players][players + 1];
        each((player, size, sum) -> sums[player][size] += sum);
        return sums;
    }

    /// The sums by player and size of whole values, where every accumulator is exact.
    long[][] exactByPlayer() {
        long[][] sums = new long[players][players + 1];
        each((player, size, sum) -> sums[player][size] += (long) sum);
        return sums;
    }

    private void each(LowFold.Taker part) {
        LowFold fold = new LowFold();
        for (int size = 0; size <= high; size++) {
            if (buffers[size].length > 0) {
                fold.block(buffers[size], size, part);
            }
            for (int i = 0; i < high; i++) {
                double[] classes = highSums[i * (high + 1) + size];
                if (classes.length > 0) {
                    fold.classes(classes, Kernel.BLOCK_BITS + i, size, part);
                }
            }
        }
    }
}
