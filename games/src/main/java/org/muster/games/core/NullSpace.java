package org.muster.games.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.games.Fraction;

/// The span of coalitions over the rational numbers, told by whole vectors orthogonal to it: a coalition is inside
/// exactly if its product with each of them is 0.
final class NullSpace {
    private final List<BigInteger[]> vectors;
    /// The same where no product can leave the range of a long.
    private final List<long[]> small = new ArrayList<>();

    private NullSpace(List<BigInteger[]> vectors) {
        this.vectors = vectors;
        boolean fits = vectors.stream().flatMap(Arrays::stream).allMatch(part -> part.bitLength() <= 57);
        if (fits) {
            vectors.forEach(v -> small.add(
                    Arrays.stream(v).mapToLong(BigInteger::longValueExact).toArray()));
        }
    }

    /// The null space of independent rows over `n` players.
    static NullSpace of(int n, List<Sets> settled) {
        List<Fraction[]> rows = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        for (Sets sets : settled) {
            Fraction[] row = new Fraction[n];
            for (int i = 0; i < n; i++) {
                row[i] = Fraction.of(sets.at(i));
            }
            for (int r = 0; r < rows.size(); r++) {
                subtract(row, rows.get(r), row[pivots.get(r)]);
            }
            int pivot = 0;
            while (pivot < n && row[pivot].isZero()) {
                pivot++;
            }
            if (pivot < n) {
                Fraction by = row[pivot];
                for (int i = 0; i < n; i++) {
                    row[i] = row[i].over(by);
                }
                for (Fraction[] other : rows) {
                    subtract(other, row, other[pivot]);
                }
                rows.add(row);
                pivots.add(pivot);
            }
        }
        return new NullSpace(vectors(n, rows, pivots));
    }

    private static List<BigInteger[]> vectors(int n, List<Fraction[]> rows, List<Integer> pivots) {
        List<BigInteger[]> vectors = new ArrayList<>();
        for (int free = 0; free < n; free++) {
            if (pivots.contains(free)) {
                continue;
            }
            BigInteger common = BigInteger.ONE;
            for (Fraction[] row : rows) {
                BigInteger d = row[free].denominator();
                common = common.divide(common.gcd(d)).multiply(d);
            }
            BigInteger[] vector = new BigInteger[n];
            Arrays.fill(vector, BigInteger.ZERO);
            vector[free] = common;
            for (int r = 0; r < rows.size(); r++) {
                Fraction part = rows.get(r)[free];
                vector[pivots.get(r)] = part.numerator()
                        .multiply(common.divide(part.denominator()))
                        .negate();
            }
            vectors.add(vector);
        }
        return vectors;
    }

    private static void subtract(Fraction[] from, Fraction[] row, Fraction factor) {
        if (!factor.isZero()) {
            for (int i = 0; i < from.length; i++) {
                from[i] = from[i].minus(factor.times(row[i]));
            }
        }
    }

    /// Whether the coalition is in the span.
    boolean isInside(long mask) {
        return isInside(mask, 0);
    }

    /// Whether the difference of two coalitions is in the span.
    boolean isInside(long plus, long minus) {
        long both = plus & minus;
        return small.size() == vectors.size()
                ? isInsideSmall(plus & ~both, minus & ~both)
                : isInsideLarge(plus & ~both, minus & ~both);
    }

    private boolean isInsideSmall(long plus, long minus) {
        for (long[] vector : small) {
            if (sum(vector, plus) != sum(vector, minus)) {
                return false;
            }
        }
        return true;
    }

    private static long sum(long[] vector, long mask) {
        long sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum += vector[Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    private boolean isInsideLarge(long plus, long minus) {
        for (BigInteger[] vector : vectors) {
            if (!sum(vector, plus).equals(sum(vector, minus))) {
                return false;
            }
        }
        return true;
    }

    private static BigInteger sum(BigInteger[] vector, long mask) {
        BigInteger sum = BigInteger.ZERO;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum = sum.add(vector[Long.numberOfTrailingZeros(rest)]);
        }
        return sum;
    }
}
