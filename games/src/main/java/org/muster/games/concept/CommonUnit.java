package org.muster.games.concept;

import java.math.BigInteger;
import java.util.List;
import org.muster.games.Fraction;

/// The unit in which given numbers are whole, so that sums of them in floating point are exact.
public final class CommonUnit {
    private CommonUnit() {}

    /// The largest unit of which all the numbers are whole multiples, where their sum then stays below 2^52; else 1.
    public static Fraction of(List<Fraction> numbers) {
        BigInteger common = BigInteger.ONE;
        BigInteger sum = BigInteger.ZERO;
        for (Fraction f : numbers) {
            common = common.divide(common.gcd(f.denominator())).multiply(f.denominator());
        }
        for (Fraction f : numbers) {
            sum = sum.add(f.numerator().abs().multiply(common.divide(f.denominator())));
        }
        return sum.bitLength() <= 52 ? new Fraction(BigInteger.ONE, common) : Fraction.ONE;
    }
}
