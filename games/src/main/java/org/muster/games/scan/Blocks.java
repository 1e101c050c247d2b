package org.muster.games.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    /// Runs tasks `0 .. tasks-1` on up to `threads` threads and returns their results in task order.
    public static <T> List<T> run(int tasks, int threads, IntFunction<T> task) {
        int workers = Math.min(tasks, Math.max(1, threads));
        if (workers == 1) {
            return IntStream.range(0, tasks).mapToObj(task).toList();
        }
        List<@Nullable T> results = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            results.add(null);
        }
        List<Throwable> failures = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            try {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    T result = task.apply(i);
                    synchronized (results) {
                        results.set(i, result);
                    }
                }
            } catch (RuntimeException | Error failure) {
                synchronized (failures) {
                    failures.add(failure);
                }
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int w = 1; w < workers; w++) {
            others.add(Thread.ofPlatform().daemon().name("games-" + w).start(worker));
        }
        worker.run();
        others.forEach(Blocks::join);
        if (!failures.isEmpty()) {
            throw failures.getFirst() instanceof RuntimeException e
                    ? e
                    : new IllegalStateException(failures.getFirst());
        }
        return results.stream().map(Blocks::present).toList();
    }

    private static <T> T present(@Nullable T result) {
        if (result == null) {
            throw new AssertionError("every task gives a result");
        }
        return result;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
