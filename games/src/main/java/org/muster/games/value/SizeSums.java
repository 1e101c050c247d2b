package org.muster.games.value;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.games.Game;
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
/// summed exactly: while `|v| 2^(n-1) <= 2^53` in one pass, beyond that in several, each over some of the digits.
///
/// O(2^n) time, O(2^11 n) memory per chunk.
public final class SizeSums {
    private final int players;
    private final double[][] byPlayer;
    private final double[] total;
    private final BigInteger @Nullable [][] whole;
    private final int scans;

    private SizeSums(int players, double[][] byPlayer, BigInteger @Nullable [][] whole, int scans) {
        this.players = players;
        this.byPlayer = byPlayer;
        this.whole = whole;
        this.scans = scans;
        this.total = new double[players + 1];
        for (int s = 1; s <= players; s++) {
            for (int i = 0; i < players; i++) {
                total[s] += byPlayer[i][s] / s;
            }
        }
    }

    /// Passes over the game on up to `threads` threads; the result does not depend on their number.
    public static SizeSums of(Game game, int threads) {
        int n = game.players();
        double bound = game.wholeBound();
        double limit = (double) (1L << (53 - (n - 1)));
        if (Double.isNaN(bound) || bound <= limit) {
            double[][] sums = pass(game, threads);
            return new SizeSums(n, sums, Double.isNaN(bound) ? null : whole(sums), 1);
        }
        return inDigits(game, threads, bound, 53 - n);
    }

    /// Splits every whole value into digits of `width` bits, sums each digit by itself, and puts the sums together.
    private static SizeSums inDigits(Game game, int threads, double bound, int width) {
        int n = game.players();
        double base = (double) (1L << width);
        BigInteger[][] sums = whole(new double[n][n + 1]);
        int digits = 0;
        for (double scale = 1; scale <= bound; scale *= base) {
            double unit = scale;
            Game digit = Game.streamedWhole(n, base, mask -> {
                double value = game.value(mask);
                double shifted = Math.floor(Math.abs(value) / unit);
                return Math.copySign(shifted - Math.floor(shifted / base) * base, value);
            });
            BigInteger[][] part = whole(pass(digit, threads));
            for (int i = 0; i < n; i++) {
                for (int s = 0; s <= n; s++) {
                    sums[i][s] = sums[i][s].add(part[i][s].shiftLeft(width * digits));
                }
            }
            digits++;
        }
        double[][] rounded = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int s = 0; s <= n; s++) {
                rounded[i][s] = sums[i][s].doubleValue();
            }
        }
        return new SizeSums(n, rounded, sums, digits);
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
        List<SizeSumsChunk> parts = Blocks.run(chunks, threads, chunk -> SizeSumsChunk.of(game, chunk, chunks));
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
            throw new IllegalStateException("the values of this game are not known to be whole numbers");
        }
        return whole[player][size];
    }

    /// [#total] exactly.
    public BigInteger exactTotal(int size) {
        if (size == 0) {
            return BigInteger.ZERO;
        }
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < players; i++) {
            sum = sum.add(exactly(i, size));
        }
        return sum.divide(BigInteger.valueOf(size));
    }
}
