package org.muster.games.value;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// For every player and size: the sum of the values of all coalitions of that size that hold the player.
///
/// Every value that weighs a marginal contribution by the size of the coalition only (Shapley, Banzhaf, solidarity, all
/// semivalues) is a linear combination of these `n * n` numbers, so one pass over the game serves them all.
///
/// The pass splits a mask into a high part `h` and a low part `j` of 11 players. Each block (all `j` for one `h`) is
/// added to the buffer of the high part's size, and its sums by size of `j` to the high players in `h`; afterwards the
/// buffers give the low players. That is two additions per value, in first- and second-level cache. Whole values are
/// summed exactly: in one pass cut into chunks so small that no accumulator leaves 2^53 (values up to about 2^37 for 28
/// players), beyond that in several passes, each over some of the digits.
///
/// O(2^n) time, O(2^11 n) memory per chunk.
public final class SizeSums {
    /// Whole numbers up to here are exact doubles.
    private static final double EXACT = 0x1p53;

    private static final int MOST_CHUNKS = 512;

    /// Players up to whom values that doubles do not hold are summed all the same.
    private static final int MOST_IN_WHOLE_NUMBERS = 20;

    private static final String NOT_WHOLE = "the values of this game are not known to be whole numbers";

    private final int players;
    private final double[][] byPlayer;
    private final double[] total;
    private final BigInteger @Nullable [][] whole;
    private final BigInteger[] wholeTotal;
    private final int scans;

    private SizeSums(int players, double[][] byPlayer, BigInteger @Nullable [][] whole, int scans) {
        this.players = players;
        this.byPlayer = byPlayer;
        this.whole = whole;
        this.scans = scans;
        this.wholeTotal = whole == null ? new BigInteger[0] : totals(whole);
        this.total = new double[players + 1];
        for (int s = 1; s <= players; s++) {
            for (int i = 0; i < players; i++) {
                total[s] += byPlayer[i][s] / s;
            }
        }
    }

    private static BigInteger[] totals(BigInteger[][] whole) {
        BigInteger[] totals = new BigInteger[whole.length + 1];
        totals[0] = BigInteger.ZERO;
        for (int s = 1; s <= whole.length; s++) {
            BigInteger sum = BigInteger.ZERO;
            for (BigInteger[] ofPlayer : whole) {
                sum = sum.add(ofPlayer[s]);
            }
            totals[s] = sum.divide(BigInteger.valueOf(s));
        }
        return totals;
    }

    /// As [#of(Game, int)], on all processors.
    public static SizeSums of(Game game) {
        return of(game, Parallel.processors());
    }

    /// Passes over the game on up to `threads` threads; the result does not depend on their number.
    public static SizeSums of(Game game, int threads) {
        double bound = game.wholeBound();
        if (Double.isNaN(bound) && game.rounding() > 0 && game.players() <= MOST_IN_WHOLE_NUMBERS) {
            return exactly(game);
        }
        if (Double.isNaN(bound)) {
            return new SizeSums(game.players(), pass(game, threads), null, 1);
        }
        if (game.players() < Kernel.BLOCK_BITS) {
            return fewPlayers(game, bound);
        }
        int chunks = exactChunks(game, bound);
        return chunks > 0
                ? ofExact(game.players(), exactPass(game, threads, chunks, bound), 1)
                : inDigits(game, threads, bound, 53 - game.players());
    }

    /// Values that doubles do not hold, one by one in whole numbers of any size.
    private static SizeSums exactly(Game game) {
        int n = game.players();
        BigInteger[][] sums = whole(new double[n][n + 1]);
        for (long mask = 1; mask < 1L << n; mask++) {
            Fraction value = game.exactly(mask);
            if (!value.denominator().equals(BigInteger.ONE)) {
                return new SizeSums(n, pass(game, 1), null, 2);
            }
            int size = Long.bitCount(mask);
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                int i = Long.numberOfTrailingZeros(rest);
                sums[i][size] = sums[i][size].add(value.numerator());
            }
        }
        return ofExact(n, sums, 1);
    }

    private static SizeSums fewPlayers(Game game, double bound) {
        return bound * (1 << game.players()) <= EXACT
                ? ofExact(game.players(), whole(direct(game)), 1)
                : inDigits(game, 1, bound, 53 - game.players());
    }

    /// The fewest chunks for which no accumulator of a chunk can leave the range of exact doubles; 0 where there are
    /// none. Chunks are aligned and a power of two, so that blocks of one size in a chunk are a binomial coefficient.
    private static int exactChunks(Game game, double bound) {
        long blocks = Blocks.count(game);
        for (int chunks = Blocks.chunks(blocks); chunks <= Math.min(blocks, MOST_CHUNKS); chunks *= 2) {
            int bits = Long.numberOfTrailingZeros(blocks / chunks);
            double additions = (double) middleBinomial(bits) * middleBinomial(Kernel.BLOCK_BITS);
            if (bound * additions <= EXACT) {
                return chunks;
            }
        }
        return 0;
    }

    private static long middleBinomial(int n) {
        long coefficient = 1;
        for (int k = 1; k <= n / 2; k++) {
            coefficient = coefficient * (n - k + 1) / k;
        }
        return coefficient;
    }

    private static SizeSums ofExact(int n, BigInteger[][] sums, int scans) {
        double[][] rounded = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int s = 0; s <= n; s++) {
                rounded[i][s] = sums[i][s].doubleValue();
            }
        }
        return new SizeSums(n, rounded, sums, scans);
    }

    private static BigInteger[][] exactPass(Game game, int threads, int chunks, double bound) {
        List<long[][]> parts = Parallel.inOrder(
                chunks, threads, chunk -> SizeSumsChunk.of(game, chunk, chunks).exactByPlayer());
        if (Math.scalb(bound, game.players()) < 0x1p62) {
            long[][] all = parts.getFirst();
            parts.stream().skip(1).forEach(part -> add(all, part));
            return whole(all);
        }
        BigInteger[][] all = whole(new double[game.players()][game.players() + 1]);
        parts.forEach(part -> addShifted(all, whole(part), 0));
        return all;
    }

    private static void add(long[][] to, long[][] from) {
        for (int i = 0; i < to.length; i++) {
            for (int s = 0; s < to[i].length; s++) {
                to[i][s] += from[i][s];
            }
        }
    }

    private static BigInteger[][] whole(long[][] sums) {
        return Arrays.stream(sums)
                .map(row -> Arrays.stream(row).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new))
                .toArray(BigInteger[][]::new);
    }

    private static void addShifted(BigInteger[][] to, BigInteger[][] from, int bits) {
        for (int i = 0; i < to.length; i++) {
            for (int s = 0; s <= to.length; s++) {
                to[i][s] = to[i][s].add(from[i][s].shiftLeft(bits));
            }
        }
    }

    /// Splits every whole value into digits of `width` bits, sums each digit by itself, and puts the sums together.
    private static SizeSums inDigits(Game game, int threads, double bound, int width) {
        int n = game.players();
        BigInteger[][] sums = whole(new double[n][n + 1]);
        int digits = 0;
        double base = (double) (1L << width);
        for (double scale = 1; scale <= bound; scale *= base) {
            addShifted(sums, whole(pass(new Digit(game, scale, base), threads)), width * digits);
            digits++;
        }
        return ofExact(n, sums, digits);
    }

    /// One digit of every value of a game, with the value's sign.
    private record Digit(Game game, double scale, double base) implements Game {
        @Override
        public int players() {
            return game.players();
        }

        @Override
        public double value(long coalition) {
            return of(game.value(coalition));
        }

        @Override
        public void read(long first, int count, double[] into, int at) {
            game.read(first, count, into, at);
            for (int j = at; j < at + count; j++) {
                into[j] = of(into[j]);
            }
        }

        private double of(double value) {
            double shifted = Math.floor(Math.abs(value) / scale);
            return Math.copySign(shifted - Math.floor(shifted / base) * base, value);
        }
    }

    private static BigInteger[][] whole(double[][] sums) {
        BigInteger[][] exact = new BigInteger[sums.length][sums.length + 1];
        for (int i = 0; i < sums.length; i++) {
            for (int s = 0; s <= sums.length; s++) {
                exact[i][s] = BigInteger.valueOf((long) sums[i][s]);
            }
        }
        return exact;
    }

    private static double[][] pass(Game game, int threads) {
        if (game.players() < Kernel.BLOCK_BITS) {
            return direct(game);
        }
        int chunks = Blocks.chunks(Blocks.count(game));
        List<SizeSumsChunk> parts = Parallel.inOrder(chunks, threads, chunk -> SizeSumsChunk.of(game, chunk, chunks));
        SizeSumsChunk all = parts.getFirst();
        parts.stream().skip(1).forEach(all::add);
        return all.byPlayer();
    }

    private static double[][] direct(Game game) {
        int n = game.players();
        double[][] sums = new double[n][n + 1];
        for (int mask = 1; mask < 1 << n; mask++) {
            double value = game.value(mask);
            int size = Integer.bitCount(mask);
            for (int rest = mask; rest != 0; rest &= rest - 1) {
                sums[Integer.numberOfTrailingZeros(rest)][size] += value;
            }
        }
        return sums;
    }

    public int players() {
        return players;
    }

    /// Passes that it took.
    public int scans() {
        return scans;
    }

    /// The sum of `v(S)` over all `S` with `i in S` and `|S| = size`.
    public double of(int player, int size) {
        return byPlayer[player][size];
    }

    /// The sum of `v(S)` over all `S` with `|S| = size`.
    public double total(int size) {
        return total[size];
    }

    /// Whether the sums are known exactly.
    public boolean isWhole() {
        return whole != null;
    }

    /// [#of] exactly.
    ///
    /// @throws IllegalStateException where the game's values are not whole
    public BigInteger exactly(int player, int size) {
        if (whole == null) {
            throw new IllegalStateException(NOT_WHOLE);
        }
        return whole[player][size];
    }

    /// [#total] exactly.
    public BigInteger exactTotal(int size) {
        if (whole == null) {
            throw new IllegalStateException(NOT_WHOLE);
        }
        return wholeTotal[size];
    }
}
