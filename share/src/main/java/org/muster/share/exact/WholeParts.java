package org.muster.share.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.muster.games.Fraction;

/// Whole units near exact parts, adding up to the whole.
///
/// Largest remainder: every part rounded down, the units left over to the largest fractions, equal fractions to the
/// earlier place. Parts may be negative, so this is wider than [org.muster.alliance.key.Apportionment], which splits by
/// weights. No part is a full unit from its exact value. O(n log n).
///
/// Source: M. Balinski, H. P. Young, *Fair Representation*, 2nd ed. 2001, chapter 3.
public final class WholeParts {
    private WholeParts() {}

    /// Rounds exact parts that add up to a whole number.
    ///
    /// @throws IllegalArgumentException where the parts do not add up to a whole number
    public static List<Long> of(List<Fraction> exact) {
        Fraction sum = exact.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (!sum.denominator().equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("parts that add up to " + sum + ", which is not whole");
        }
        List<Long> parts = new ArrayList<>();
        List<Fraction> rest = new ArrayList<>();
        long left = sum.numerator().longValueExact();
        for (Fraction part : exact) {
            BigInteger floor = Decimals.floor(part);
            parts.add(floor.longValueExact());
            rest.add(part.minus(Fraction.of(floor)));
            left = Math.subtractExact(left, floor.longValueExact());
        }
        List<Integer> byRest = IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rest.get(i)).reversed())
                .toList();
        for (int k = 0; k < left; k++) {
            parts.set(byRest.get(k), parts.get(byRest.get(k)) + 1);
        }
        return List.copyOf(parts);
    }

    /// Stretches parts so that they add up to `whole`, and rounds them.
    ///
    /// @throws IllegalArgumentException where the parts add up to nothing, and the whole is not nothing
    public static List<Long> scaled(List<Fraction> parts, long whole) {
        Fraction sum = parts.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (sum.isZero()) {
            if (whole != 0) {
                throw new IllegalArgumentException("parts that add up to nothing cannot be stretched to " + whole);
            }
            return of(parts);
        }
        Fraction factor = Fraction.of(whole).over(sum);
        return of(parts.stream().map(part -> part.times(factor)).toList());
    }
}
