package org.muster.games.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.games.Fraction;

/// The span of coalitions over the rational numbers, told by whole vectors orthogonal to it: a coalition is inside
/// exactly
/// if its product with each of them is 0.
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

    /// The null space of independent coalitions of `n` players.
    static NullSpace of(int n, List<Long> coalitions) {
        List<Fraction[]> rows = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        for (long mask : coalitions) {
            Fraction[] row = new Fraction[n];
            for (int i = 0; i < n; i++) {
                row[i] = Fraction.of((mask >>> i) & 1);
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
        return small.size() == vectors.size() ? isInsideSmall(mask) : isInsideLarge(mask);
    }

    private boolean isInsideSmall(long mask) {
        for (long[] vector : small) {
            long sum = 0;
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                sum += vector[Long.numberOfTrailingZeros(rest)];
            }
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isInsideLarge(long mask) {
        for (BigInteger[] vector : vectors) {
            BigInteger sum = BigInteger.ZERO;
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                sum = sum.add(vector[Long.numberOfTrailingZeros(rest)]);
            }
            if (sum.signum() != 0) {
                return false;
            }
        }
        return true;
    }
}
