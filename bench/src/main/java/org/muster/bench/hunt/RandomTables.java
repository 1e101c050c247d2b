package org.muster.bench.hunt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;

/// Draws games of many shapes: those in which solvers go wrong have ties, zeros, negative values, near misses, or
/// values so large that a difference of one is lost in floating point.
final class RandomTables {
    private enum Shape {
        SMALL,
        SUPERADDITIVE,
        MONOTONE,
        COST,
        SPARSE,
        TIES,
        SIMPLE,
        CONVEX,
        HOLLOW,
        NEARLY_ADDITIVE,
        BILLIONS,
        TRILLIONS,
        SUPERADDITIVE_TRILLIONS,
        BY_SIZE,
        CORE_OF_ONE_POINT,
        COST_OF_BILLIONS
    }

    private static final long BILLION = 1_000_000_000L;
    private static final long TRILLION = 1_000_000_000_000L;

    private RandomTables() {}

    /// The game with that number in the series of a seed: 3 to 7 players, small ones more often.
    static Table draw(long seed, long number) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
        random.nextInt();
        double few = random.nextDouble();
        int n = 3 + (int) (5 * few * few);
        Shape shape = Shape.values()[(int) (number % Shape.values().length)];
        boolean isCost = shape == Shape.COST || shape == Shape.COST_OF_BILLIONS;
        return table(shape, isCost, values(shape, n, random));
    }

    private static Table table(Shape shape, boolean isCost, long[] values) {
        List<BigInteger> whole = new ArrayList<>();
        for (long value : values) {
            whole.add(BigInteger.valueOf(value));
        }
        return new Table(shape.name().toLowerCase(java.util.Locale.ROOT), isCost, whole);
    }

    private static long[] values(Shape shape, int n, Random random) {
        return switch (shape) {
            case SMALL -> each(n, mask -> random.nextInt(11) - 5);
            case SUPERADDITIVE -> superadditive(each(n, mask -> random.nextInt(1 + random.nextInt(12))));
            case MONOTONE -> monotone(each(n, mask -> random.nextInt(2 + random.nextInt(6))));
            case COST -> costs(n, random, 1);
            case SPARSE -> each(n, mask -> random.nextInt(4) == 0 ? 1 : 0);
            case TIES -> each(n, mask -> random.nextInt(3));
            case SIMPLE -> monotone(each(n, mask -> random.nextInt(6) == 0 ? 1 : 0));
            case CONVEX -> sums(each(n, mask -> random.nextInt(3) == 0 ? random.nextInt(6) : 0));
            case HOLLOW -> hollow(n, random);
            case NEARLY_ADDITIVE -> nearlyAdditive(n, random);
            case BILLIONS -> each(n, mask -> random.nextLong(2 * BILLION) - BILLION);
            case TRILLIONS -> each(n, mask -> random.nextLong(2 * TRILLION) - TRILLION);
            case SUPERADDITIVE_TRILLIONS ->
                superadditive(each(n, mask -> random.nextInt(3) * TRILLION + random.nextInt(3)));
            case BY_SIZE -> bySize(n, random);
            case CORE_OF_ONE_POINT -> coreOfOnePoint(n, random);
            case COST_OF_BILLIONS -> costs(n, random, BILLION);
        };
    }

    private static long[] each(int n, IntToLongFunction value) {
        long[] values = new long[1 << n];
        for (int mask = 1; mask < values.length; mask++) {
            values[mask] = value.applyAsLong(mask);
        }
        return values;
    }

    private static long[] superadditive(long[] values) {
        for (int mask = 1; mask < values.length; mask++) {
            for (int part = (mask - 1) & mask; part > 0; part = (part - 1) & mask) {
                values[mask] = Math.max(values[mask], values[part] + values[mask & ~part]);
            }
        }
        return values;
    }

    private static long[] monotone(long[] values) {
        for (int mask = 1; mask < values.length; mask++) {
            for (int rest = mask; rest != 0; rest &= rest - 1) {
                values[mask] = Math.max(values[mask], values[mask & ~Integer.lowestOneBit(rest)]);
            }
        }
        return values;
    }

    private static long[] sums(long[] dividends) {
        for (int bit = 1; bit < dividends.length; bit *= 2) {
            for (int mask = 0; mask < dividends.length; mask++) {
                dividends[mask] += (mask & bit) != 0 ? dividends[mask ^ bit] : 0;
            }
        }
        return dividends;
    }

    /// Subadditive: nobody pays more together than in the cheapest parts.
    private static long[] costs(int n, Random random, long unit) {
        long[] costs = each(n, mask -> (3 + random.nextInt(8) * Integer.bitCount(mask)) * unit + random.nextInt(3));
        for (int mask = 1; mask < costs.length; mask++) {
            for (int part = (mask - 1) & mask; part > 0; part = (part - 1) & mask) {
                costs[mask] = Math.min(costs[mask], costs[part] + costs[mask & ~part]);
            }
        }
        return costs;
    }

    private static long[] hollow(int n, Random random) {
        return each(n, mask -> {
            int size = Integer.bitCount(mask);
            return size > 1 && size < n - 1 ? random.nextInt(9) : 0;
        });
    }

    private static long[] nearlyAdditive(int n, Random random) {
        long[] of = new long[n];
        for (int i = 0; i < n; i++) {
            of[i] = random.nextLong(random.nextBoolean() ? BILLION : 100 * BILLION);
        }
        return each(n, mask -> sum(of, mask) + random.nextInt(7) - 3);
    }

    private static long sum(long[] of, int mask) {
        long sum = 0;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            sum += of[Integer.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    /// Worth about as much as would just leave a core: a fraction of the whole by size, rounded up or down.
    private static long[] bySize(int n, Random random) {
        long whole = random.nextBoolean() ? TRILLION : 1 + random.nextInt(50);
        int grand = (1 << n) - 1;
        return each(n, mask -> {
            if (mask == grand) {
                return whole;
            }
            long part = whole * Integer.bitCount(mask);
            return random.nextInt(3) == 0 ? Math.ceilDiv(part, n) : Math.floorDiv(part, n);
        });
    }

    /// An additive game with some values taken down and, now and then, one raised by a unit.
    private static long[] coreOfOnePoint(int n, Random random) {
        long unit = random.nextBoolean() ? 1 : 100 * BILLION;
        long[] of = new long[n];
        for (int i = 0; i < n; i++) {
            of[i] = random.nextInt(6) * unit;
        }
        int grand = (1 << n) - 1;
        return each(n, mask -> {
            long less = mask == grand || random.nextInt(3) > 0 ? 0 : random.nextInt(3) * unit;
            return sum(of, mask) - less + (mask != grand && random.nextInt(40) == 0 ? 1 : 0);
        });
    }
}
