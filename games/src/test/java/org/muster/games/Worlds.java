package org.muster.games;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// Random games for property tests: small ones first.
public final class Worlds {
    private Worlds() {}

    /// Number of players (2 to 7) and seed.
    public static Stream<Arguments> sizesAndSeeds() {
        return IntStream.rangeClosed(2, 7)
                .boxed()
                .flatMap(n -> IntStream.range(0, 6).mapToObj(seed -> Arguments.of(n, 100 * n + seed)));
    }

    /// Whole values between -20 and 79.
    public static TableGame random(int n, long seed) {
        Random random = new Random(seed);
        double[] v = new double[1 << n];
        for (int mask = 1; mask < v.length; mask++) {
            v[mask] = random.nextInt(100) - 20;
        }
        return TableGame.wrapping(v);
    }

    /// Values with a fractional part.
    public static TableGame randomReal(int n, long seed) {
        Random random = new Random(seed);
        double[] v = new double[1 << n];
        for (int mask = 1; mask < v.length; mask++) {
            v[mask] = random.nextDouble() * Integer.bitCount(mask);
        }
        return TableGame.wrapping(v);
    }

    /// A convex game: sums of non-negative dividends.
    public static TableGame convex(int n, long seed) {
        Random random = new Random(seed);
        double[] v = new double[1 << n];
        for (int mask = 1; mask < v.length; mask++) {
            v[mask] = random.nextInt(4) == 0 ? random.nextInt(20) : 0;
        }
        for (int b = 0; b < n; b++) {
            for (int mask = 0; mask < v.length; mask++) {
                if ((mask >> b & 1) != 0) {
                    v[mask] += v[mask ^ 1 << b];
                }
            }
        }
        return TableGame.wrapping(v);
    }

    /// A monotone superadditive game, with few different values, so that many coalitions tie.
    public static TableGame degenerate(int n, long seed) {
        Random random = new Random(seed);
        double[] v = new double[1 << n];
        for (int mask = 1; mask < v.length; mask++) {
            v[mask] = Integer.bitCount(mask) > 1 && random.nextInt(6) == 0 ? 1 : 0;
            for (int part = (mask - 1) & mask; part > 0; part = (part - 1) & mask) {
                v[mask] = Math.max(v[mask], v[part] + v[mask & ~part]);
            }
        }
        return TableGame.wrapping(v);
    }

    /// Nothing for players alone, for all but one and for all together; up to `most` for the others.
    public static TableGame hollow(int n, long seed, double most) {
        Random random = new Random(seed);
        double[] v = new double[1 << n];
        for (int mask = 1; mask < v.length; mask++) {
            int size = Integer.bitCount(mask);
            v[mask] = size > 1 && size < n - 1 ? random.nextInt(80) * most / 80 : 0;
        }
        return TableGame.wrapping(v);
    }

    /// Powers of ten from 1 to 10^9: small values stand beside large ones.
    public static TableGame wide(int n, long seed) {
        Random random = new Random(seed);
        double[] v = new double[1 << n];
        for (int mask = 1; mask < v.length; mask++) {
            v[mask] = Math.pow(10, random.nextInt(10));
        }
        return TableGame.wrapping(v);
    }
}
