package org.muster.games.core;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// The largest differences of excesses, exactly: for each level the two ends of all coalitions in two different classes
/// each, a class being the coalitions whose difference lies in the level's span. The largest difference outside the
/// span is then among the pairs of these four.
///
/// Excesses are whole numbers over the common denominator of the shares.
final class PairEnds {
    /// What is outside a span: first told modulo a prime (different is different), then exactly.
    record Outside(NullSpace exact, Level modular) {
        boolean isOutside(long plus, long minus) {
            return modular.binds(plus, minus) || !exact.isInside(plus, minus);
        }
    }

    private static final long NONE = Long.MIN_VALUE / 4;

    private final List<Outside> levels;
    private final long[] firstMask;
    private final long[] first;
    private final long[] secondMask;
    private final long[] second;
    private long needed = NONE;

    private PairEnds(List<Outside> levels) {
        this.levels = levels;
        this.firstMask = new long[levels.size()];
        this.first = new long[levels.size()];
        this.secondMask = new long[levels.size()];
        this.second = new long[levels.size()];
        Arrays.fill(first, NONE);
        Arrays.fill(second, NONE);
    }

    private void offer(long mask, long excess) {
        if (excess <= needed) {
            return;
        }
        long least = Long.MAX_VALUE;
        for (int k = 0; k < first.length; k++) {
            if (excess > second[k]) {
                raise(k, mask, excess);
            }
            least = Math.min(least, second[k]);
        }
        needed = least;
    }

    private void raise(int k, long mask, long excess) {
        boolean sameClass = first[k] != NONE && !levels.get(k).isOutside(mask, firstMask[k]);
        if (excess > first[k]) {
            if (!sameClass) {
                second[k] = first[k];
                secondMask[k] = firstMask[k];
            }
            first[k] = excess;
            firstMask[k] = mask;
        } else if (!sameClass) {
            second[k] = excess;
            secondMask[k] = mask;
        }
    }

    private void offerAll(PairEnds other) {
        for (int k = 0; k < first.length; k++) {
            for (int end = 0; end < 2; end++) {
                long excess = end == 0 ? other.first[k] : other.second[k];
                if (excess != NONE) {
                    offer(end == 0 ? other.firstMask[k] : other.secondMask[k], excess);
                }
            }
        }
    }

    private record Both(PairEnds top, PairEnds bottom) {
        static Both of(List<Outside> levels) {
            return new Both(new PairEnds(levels), new PairEnds(levels));
        }

        void offer(long mask, long excess) {
            top.offer(mask, excess);
            bottom.offer(mask, -excess);
        }
    }

    /// Checks that no pair outside the span of a level has a larger difference than the level.
    ///
    /// @throws ArithmeticException naming a pair that has, or where values are not whole or too large
    static void check(Game game, List<Fraction> x, List<Fraction> levels, List<Outside> spans, int threads) {
        if (levels.isEmpty()) {
            return;
        }
        BigInteger common = Stream.concat(x.stream(), levels.stream())
                .map(Fraction::denominator)
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
        double largest = 4 * game.wholeBound();
        for (Fraction share : x) {
            largest += 4 * Math.abs(share.doubleValue());
        }
        if (!(largest * common.doubleValue() < 0x1p60)) {
            throw new ArithmeticException(
                    "not proven: the values are not whole numbers, or too large with the denominator " + common);
        }
        long unit = common.longValueExact();
        long[] shares = x.stream()
                .mapToLong(f -> f.times(Fraction.of(common)).numerator().longValueExact())
                .toArray();
        Both ends = scan(game, unit, shares, spans, threads);
        for (int k = 0; k < levels.size(); k++) {
            long level = levels.get(k).times(Fraction.of(common)).numerator().longValueExact();
            ends.top().compare(k, ends.bottom(), level);
        }
    }

    private void compare(int k, PairEnds bottom, long level) {
        for (int end = 0; end < 4; end++) {
            long up = (end & 1) == 0 ? first[k] : second[k];
            long down = (end & 2) == 0 ? bottom.first[k] : bottom.second[k];
            long upMask = (end & 1) == 0 ? firstMask[k] : secondMask[k];
            long downMask = (end & 2) == 0 ? bottom.firstMask[k] : bottom.secondMask[k];
            if (up != NONE && down != NONE && up + down > level && levels.get(k).isOutside(upMask, downMask)) {
                throw new ArithmeticException(String.format(
                        Locale.ROOT,
                        "not proven: coalitions %s and %s differ by more than level %d",
                        Coalitions.players(upMask),
                        Coalitions.players(downMask),
                        k + 1));
            }
        }
    }

    private static Both scan(Game game, long unit, long[] shares, List<Outside> spans, int threads) {
        int n = game.players();
        Both all = Both.of(spans);
        if (n < Kernel.BLOCK_BITS) {
            for (long mask = 0; mask < Coalitions.count(n); mask++) {
                all.offer(mask, unit * (long) game.value(mask) - sum(shares, mask));
            }
            return all;
        }
        long[] sumsOfLow = new long[Kernel.BLOCK];
        for (int j = 1; j < Kernel.BLOCK; j++) {
            sumsOfLow[j] = sumsOfLow[j & (j - 1)] + shares[Integer.numberOfTrailingZeros(j)];
        }
        int chunks = Blocks.chunks(Blocks.count(game));
        for (Both part : Parallel.inOrder(chunks, threads, chunk -> {
            Both ends = Both.of(spans);
            Blocks.walk(game, chunk, chunks, (block, values, offset) -> {
                long high = block << Kernel.BLOCK_BITS;
                long sumOfHigh = sum(shares, high);
                for (int j = 0; j < Kernel.BLOCK; j++) {
                    ends.offer(high + j, unit * (long) values[offset + j] - sumsOfLow[j] - sumOfHigh);
                }
            });
            return ends;
        })) {
            all.top().offerAll(part.top());
            all.bottom().offerAll(part.bottom());
        }
        return all;
    }

    private static long sum(long[] shares, long mask) {
        long sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum += shares[Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }
}
