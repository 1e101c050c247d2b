package org.muster.alliance.invest;

import java.math.BigDecimal;
import java.math.BigInteger;

/// How often something happens in a year on average, as an exact fraction in lowest terms: `1/3` is once in three
/// years.
///
/// At most 1 it is the chance that it happens in a year, above 1 the mean of a Poisson count.
///
/// @param numerator   not negative
/// @param denominator above zero
public record Rate(long numerator, long denominator) {
    /// Never.
    public static final Rate NEVER = new Rate(0, 1);

    /// @throws IllegalArgumentException where a number is out of range
    public Rate {
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException(numerator + "/" + denominator + " is no rate");
        }
        long common = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator /= common;
        denominator /= common;
    }

    /// The rate of a decimal.
    ///
    /// @throws ArithmeticException where it has too many digits
    public static Rate of(BigDecimal decimal) {
        BigDecimal plain = decimal.stripTrailingZeros();
        int scale = Math.max(0, plain.scale());
        return new Rate(
                plain.movePointRight(scale).longValueExact(),
                BigInteger.TEN.pow(scale).longValueExact());
    }

    /// The rate as people write it: a decimal where it ends, else a fraction.
    public String text() {
        long rest = denominator;
        for (int prime : new int[] {2, 5}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest == 1
                ? BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator))
                        .toPlainString()
                : numerator + "/" + denominator;
    }
}
