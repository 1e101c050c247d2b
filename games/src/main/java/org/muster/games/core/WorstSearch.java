package org.muster.games.core;

import java.util.List;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// The one coalition with the largest excess; ties go to the smallest mask.
record WorstSearch(Game game, int threads) {
    List<Cut> worst(double[] x) {
        long all = Coalitions.grand(game.players());
        long best = game.players() < Kernel.BLOCK_BITS ? direct(x, 1, all) : blocked(x, all);
        return best == 0 ? List.of() : List.of(Cut.of(best, game.value(best), 1));
    }

    private long direct(double[] x, long from, long to) {
        long best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (long mask = from; mask < to; mask++) {
            double excess = game.value(mask) - Coalitions.sum(x, mask);
            if (excess > most) {
                most = excess;
                best = mask;
            }
        }
        return best;
    }

    private record Best(long mask, double excess) {}

    private long blocked(double[] x, long all) {
        double[] sumsOfLow = Coalitions.sums(x, 0, Kernel.BLOCK_BITS);
        int chunks = Blocks.chunks(Blocks.count(game));
        Kernel kernel = Kernel.best();
        Best best = new Best(0, Double.NEGATIVE_INFINITY);
        for (Best part : Parallel.inOrder(chunks, threads, chunk -> {
            Best[] found = {new Best(0, Double.NEGATIVE_INFINITY)};
            Blocks.walk(game, chunk, chunks, (block, values, offset) -> {
                long high = block << Kernel.BLOCK_BITS;
                double sumOfHigh = Coalitions.sum(x, high);
                if (kernel.most(values, offset, sumsOfLow) - sumOfHigh > found[0].excess()) {
                    for (int j = 0; j < Kernel.BLOCK; j++) {
                        double excess = values[offset + j] - sumsOfLow[j] - sumOfHigh;
                        if (excess > found[0].excess() && high + j != 0 && high + j != all) {
                            found[0] = new Best(high + j, excess);
                        }
                    }
                }
            });
            return found[0];
        })) {
            best = part.excess() > best.excess() ? part : best;
        }
        return best.mask();
    }
}
