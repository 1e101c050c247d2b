package org.muster.games.scan;

import org.muster.games.Game;

/// A pass over all coalitions of a game in blocks of [Kernel#BLOCK].
///
/// The blocks are cut into chunks whose number depends on the game's size only, each chunk is worked by one thread
/// from its first block to its last, and chunk results come back in chunk order: the outcome does not depend on the
/// number of threads.
public final class Blocks {
    private Blocks() {}

    /// What is done with the values of one block.
    @FunctionalInterface
    public interface BlockWork {
        /// Works one block.
        ///
        /// @param block  number of the block: the players above the block's own, as a pattern
        /// @param values the values of the block stand here ...
        /// @param offset ... from here on
        void at(long block, double[] values, int offset);
    }

    /// The number of blocks of a game with at least [Kernel#BLOCK_BITS] players.
    public static long count(Game game) {
        return 1L << (game.players() - Kernel.BLOCK_BITS);
    }

    /// The number of chunks for this many blocks.
    public static int chunks(long blocks) {
        return (int) Math.min(blocks, blocks > 1L << 11 ? 16 : 4);
    }

    /// Runs `work` over the blocks of one chunk in ascending order.
    public static void walk(Game game, int chunk, int chunks, BlockWork work) {
        long blocks = count(game);
        long from = blocks * chunk / chunks;
        long to = blocks * (chunk + 1) / chunks;
        double[] heap = game.heap();
        if (heap != null) {
            for (long block = from; block < to; block++) {
                work.at(block, heap, (int) (block << Kernel.BLOCK_BITS));
            }
        } else {
            double[] values = new double[Kernel.BLOCK];
            for (long block = from; block < to; block++) {
                game.read(block << Kernel.BLOCK_BITS, Kernel.BLOCK, values, 0);
                work.at(block, values, 0);
            }
        }
    }

    /// Whether any coalition that holds `fixed` and otherwise players of `free` only may matter.
    @FunctionalInterface
    public interface MayMatter {
        /// Whether any of these coalitions may matter.
        ///
        /// @param fixed the players that are in
        /// @param free  the players that may be in
        boolean test(long fixed, long free);
    }

    /// As [#walk(Game, int, int, BlockWork)], without the blocks in which nothing matters: half after half is asked
    /// for, so that large parts of the game go at once where little matters.
    public static void walk(Game game, int chunk, int chunks, MayMatter mayMatter, BlockWork work) {
        long each = count(game) / chunks;
        new Halves(game, mayMatter, work).walk(chunk * each, each);
    }

    /// Walks ranges of blocks whose length is a power of two, and which begin at a multiple of it.
    private static final class Halves {
        private final Game game;
        private final MayMatter mayMatter;
        private final BlockWork work;
        private final double[] values;

        Halves(Game game, MayMatter mayMatter, BlockWork work) {
            this.game = game;
            this.mayMatter = mayMatter;
            this.work = work;
            this.values = new double[game.heap() == null ? Kernel.BLOCK : 0];
        }

        void walk(long first, long blocks) {
            if (!mayMatter.test(first << Kernel.BLOCK_BITS, (blocks << Kernel.BLOCK_BITS) - 1)) {
                return;
            }
            if (blocks > 1) {
                walk(first, blocks / 2);
                walk(first + blocks / 2, blocks / 2);
                return;
            }
            double[] heap = game.heap();
            if (heap != null) {
                work.at(first, heap, (int) (first << Kernel.BLOCK_BITS));
                return;
            }
            game.read(first << Kernel.BLOCK_BITS, Kernel.BLOCK, values, 0);
            work.at(first, values, 0);
        }
    }
}
