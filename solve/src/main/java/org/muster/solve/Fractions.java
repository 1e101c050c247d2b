package org.muster.solve;

import java.math.BigInteger;

/// Whole numbers behind floating-point ones.
final class Fractions {
    /// Denominators up to this are looked for.
    private static final long LARGEST = 1_000_000_000_000L;

    /// What is as near as this to a fraction, for its size, is taken for it.
    private static final double NEAR = 1e-14;

    /// A common denominator of more bits costs more than it brings.
    private static final int MOST_BITS = 400;

    private Fractions() {}

    /// The least common denominator of the fractions behind these numbers; one of the same size where it would be too
    /// large.
    static BigInteger commonDenominator(double[] numbers) {
        BigInteger common = BigInteger.ONE;
        for (double number : numbers) {
            if (number != 0) {
                BigInteger denominator = BigInteger.valueOf(denominator(number));
                common = common.divide(common.gcd(denominator)).multiply(denominator);
                if (common.bitLength() > MOST_BITS) {
                    return BigInteger.ONE.shiftLeft(60);
                }
            }
        }
        return common;
    }

    /// The denominator of the simplest fraction near `number`, by its continued fraction.
    private static long denominator(double number) {
        double rest = Math.abs(number);
        double near = NEAR * rest;
        double whole = Math.floor(rest);
        long before = 0;
        long denominator = 1;
        double numeratorBefore = 1;
        double numerator = whole;
        while (Math.abs(numerator / denominator - Math.abs(number)) > near) {
            double fraction = rest - whole;
            if (fraction <= 0) {
                break;
            }
            rest = 1 / fraction;
            whole = Math.floor(rest);
            double next = whole * denominator + before;
            if (next > LARGEST) {
                break;
            }
            double nextNumerator = whole * numerator + numeratorBefore;
            before = denominator;
            denominator = (long) next;
            numeratorBefore = numerator;
            numerator = nextNumerator;
        }
        return denominator;
    }

    /// `number` times `scale`, rounded.
    static BigInteger scaled(double number, BigInteger scale) {
        return new java.math.BigDecimal(number)
                .multiply(new java.math.BigDecimal(scale))
                .setScale(0, java.math.RoundingMode.HALF_EVEN)
                .toBigInteger();
    }
}
