package org.muster.report.game;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// An exact fraction as a decimal, worked out without floating point.
///
/// @param numerator   of any size
/// @param denominator above 0
record ShownFraction(BigInteger numerator, BigInteger denominator) {
    /// Digits behind the point.
    private static final int BEHIND = 6;

    /// Digits of very small and very large numbers, with a power of ten.
    private static final MathContext SIGNIFICANT = new MathContext(6, RoundingMode.HALF_EVEN);

    private static final BigDecimal LEAST_PLAIN = new BigDecimal("0.0001");

    /// Whole digits from which on numbers are written with a power of ten.
    private static final int MOST_PLAIN_DIGITS = 30;

    /// Longer numbers are not tried.
    private static final int MOST_BITS = 256;

    /// Reads `3`, `-7/2` and the like.
    static ShownFraction of(String text) {
        int bar = text.indexOf('/');
        return bar < 0
                ? new ShownFraction(new BigInteger(text), BigInteger.ONE)
                : new ShownFraction(new BigInteger(text.substring(0, bar)), new BigInteger(text.substring(bar + 1)));
    }

    /// The number as a decimal, where that ends after some digits.
    Optional<BigDecimal> ending() {
        if (numerator.bitLength() > MOST_BITS || denominator.bitLength() > MOST_BITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(numerator).divide(new BigDecimal(denominator)));
        } catch (ArithmeticException endless) {
            return Optional.empty();
        }
    }

    private BigDecimal shown() {
        BigDecimal plain = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), BEHIND, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        boolean tooSmall = numerator.signum() != 0 && plain.abs().compareTo(LEAST_PLAIN) < 0;
        boolean tooLarge = plain.precision() - plain.scale() > MOST_PLAIN_DIGITS;
        return tooSmall || tooLarge
                ? new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), SIGNIFICANT)
                        .stripTrailingZeros()
                : plain;
    }

    /// Whether [#decimal] is the number itself.
    boolean isWhole() {
        return shown().multiply(new BigDecimal(denominator)).compareTo(new BigDecimal(numerator)) == 0;
    }

    /// Up to six digits behind the point; very small and very large numbers with a power of ten.
    String decimal() {
        BigDecimal shown = shown();
        boolean inRange =
                shown.abs().compareTo(LEAST_PLAIN) >= 0 && shown.precision() - shown.scale() <= MOST_PLAIN_DIGITS;
        boolean plain = shown.signum() == 0 || inRange;
        return plain ? shown.toPlainString() : shown.toString().replace('E', 'e');
    }
}
