package org.muster.bench.atlas;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.generate.CoverGames;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;
import org.muster.games.value.SizeSums;
import org.muster.input.Counted;
import org.muster.input.Refusal;

/// The cost of every coalition, beside the additions a second of a bare loop.
public final class AtlasBench {
    private static final int BARE_ROUNDS = 20;
    private static final int BARE_LENGTH = 1 << 11;
    private static final int BARE_REPEATS = 10_000;

    private record Timed<T>(T value, double seconds) {}

    private final int players;
    private final int lines;
    private final int threads;

    /// @param players members, 11 to 30
    /// @param lines   requirement lines
    /// @throws Refusal where a value is not possible
    public AtlasBench(int players, int lines, int threads) {
        if (players < Kernel.BLOCK_BITS || players > 30 || lines < 1 || threads < 1) {
            throw new Refusal("give 11 to 30 players and at least one line, round and thread; see --help");
        }
        this.players = players;
        this.lines = lines;
        this.threads = threads;
    }

    /// Measures, and says what came out.
    ///
    /// @param rounds the first one is cold
    /// @param seed   of the random offers
    public void run(int rounds, long seed, PrintWriter out) {
        if (rounds < 1) {
            throw new Refusal("give 11 to 30 players and at least one line, round and thread; see --help");
        }
        Game costs = CoverGames.of(players, lines, seed).costGame();
        out.printf(
                Locale.ROOT,
                "%d members, %s, every member offers for every line; %d coalitions, %s\n",
                players,
                Counted.of(lines, "lines"),
                1L << players,
                Counted.of(threads, "threads"));
        double least = Double.POSITIVE_INFINITY;
        for (int round = 1; round <= rounds; round++) {
            Timed<Double> all = timed(this.sumOfAll(costs));
            Timed<SizeSums> sums = timed(() -> SizeSums.of(costs, threads));
            least = Math.min(least, all.seconds());
            out.printf(
                    Locale.ROOT,
                    "round %d: every c(S) %.3f s, with the sums for exact Shapley values %.3f s (%s)\n",
                    round,
                    all.seconds(),
                    sums.seconds(),
                    Counted.of(sums.value().scans(), "passes"));
            out.flush();
        }
        double looks = Math.scalb(1.0, players) * players * lines / least;
        double bare = bareAdditions();
        out.printf(
                Locale.ROOT,
                "best: %.0f million coalitions a second, or %.2f billion offers looked at a second; "
                        + "a bare loop adds %.2f billion 32-bit numbers a second in the first-level cache: ratio %.2f\n",
                Math.scalb(1.0, players) / least / 1e6,
                looks / 1e9,
                bare / 1e9,
                looks / bare);
    }

    private static <T> Timed<T> timed(Supplier<T> work) {
        long start = System.nanoTime();
        T value = work.get();
        return new Timed<>(value, (System.nanoTime() - start) / 1e9);
    }

    private Supplier<Double> sumOfAll(Game costs) {
        return () -> {
            int chunks = Blocks.chunks(Blocks.count(costs));
            List<Double> parts = Parallel.inOrder(chunks, threads, chunk -> {
                double[] last = new double[1];
                Blocks.walk(costs, chunk, chunks, (block, values, offset) -> last[0] += values[offset + 1]);
                return last[0];
            });
            return parts.stream().mapToDouble(Double::doubleValue).sum();
        };
    }

    /// Additions a second of a loop that adds one array to another, both in the first-level cache, on all threads.
    private double bareAdditions() {
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < BARE_ROUNDS; round++) {
            least = Math.min(
                    least,
                    timed(() -> Parallel.inOrder(threads, threads, t -> bareLoop()))
                            .seconds());
        }
        return (double) BARE_LENGTH * BARE_REPEATS * threads / least;
    }

    private static int bareLoop() {
        int[] to = new int[BARE_LENGTH];
        int[] from = new int[BARE_LENGTH];
        java.util.Arrays.fill(from, 3);
        for (int repeat = 0; repeat < BARE_REPEATS; repeat++) {
            addAll(to, from);
        }
        return to[BARE_LENGTH / 2];
    }

    private static void addAll(int[] to, int[] from) {
        for (int j = 0; j < BARE_LENGTH; j++) {
            to[j] += from[j];
        }
    }
}
