package org.muster.share.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.muster.games.Fraction;

/// Fractions as decimals.
public final class Decimals {
    private Decimals() {}

    /// The decimal nearest to a fraction, halves to the even digit.
    public static BigDecimal of(Fraction fraction, int decimals) {
        return new BigDecimal(fraction.numerator())
                .divide(new BigDecimal(fraction.denominator()), decimals, RoundingMode.HALF_EVEN);
    }

    /// The decimal nearest to a fraction as text.
    public static String text(Fraction fraction, int decimals) {
        return of(fraction, decimals).toPlainString();
    }

    /// The largest whole number that is not above the fraction.
    public static BigInteger floor(Fraction fraction) {
        BigInteger[] parts = fraction.numerator().divideAndRemainder(fraction.denominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
