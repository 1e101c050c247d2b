package org.muster.games;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// An exact fraction in lowest terms with a positive denominator.
public final class Fraction implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0);
    public static final Fraction ONE = of(1);

    private static final int LEADING_BITS = 256;

    private final BigInteger numerator;
    private final BigInteger denominator;

    /// The fraction of two whole numbers, in lowest terms.
    ///
    /// @throws ArithmeticException where the denominator is 0
    public Fraction(BigInteger numerator, BigInteger denominator) {
        this(numerator, denominator, divisor(numerator, denominator));
    }

    /// @param divisor the greatest common divisor, with the sign of the denominator
    private Fraction(BigInteger numerator, BigInteger denominator, BigInteger divisor) {
        boolean lowest = divisor.equals(BigInteger.ONE);
        this.numerator = lowest ? numerator : numerator.divide(divisor);
        this.denominator = lowest ? denominator : denominator.divide(divisor);
    }

    private static BigInteger divisor(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a fraction with denominator 0");
        }
        BigInteger common = numerator.gcd(denominator);
        return denominator.signum() < 0 ? common.negate() : common;
    }

    /// Carries the sign.
    public BigInteger numerator() {
        return numerator;
    }

    /// Above 0, without a common divisor with the numerator.
    public BigInteger denominator() {
        return denominator;
    }

    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE, BigInteger.ONE);
    }

    public static Fraction of(BigInteger whole) {
        return new Fraction(whole, BigInteger.ONE, BigInteger.ONE);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /// The exact value of a decimal number.
    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? of(decimal.toBigIntegerExact())
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /// The exact value of a finite double: a whole number times a power of two.
    public static Fraction exactly(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? of((long) value) : of(new BigDecimal(value));
    }

    /// The sum. What the two denominators have in common is all that a sum can be reduced by, so that adding a fraction
    /// with a small denominator to one with a long one stays cheap.
    ///
    /// Source: D. E. Knuth, *The Art of Computer Programming*, vol. 2, 3rd ed. 1997, section 4.5.1.
    public Fraction plus(Fraction other) {
        BigInteger common = denominator.gcd(other.denominator);
        if (common.equals(BigInteger.ONE)) {
            return new Fraction(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator),
                    BigInteger.ONE);
        }
        BigInteger own = denominator.divide(common);
        BigInteger sum = numerator.multiply(other.denominator.divide(common)).add(other.numerator.multiply(own));
        BigInteger reduced = sum.gcd(common);
        return new Fraction(sum.divide(reduced), own.multiply(other.denominator.divide(reduced)), BigInteger.ONE);
    }

    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction times(long whole) {
        return new Fraction(numerator.multiply(BigInteger.valueOf(whole)), denominator);
    }

    public Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction over(long whole) {
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(whole)));
    }

    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator, BigInteger.ONE);
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// -1, 0 or 1.
    public int sign() {
        return numerator.signum();
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /// The nearest double, to within one unit in the last place.
    public double doubleValue() {
        if (numerator.bitLength() <= 53 && denominator.bitLength() <= 53) {
            return (double) numerator.longValue() / denominator.longValue();
        }
        // of long numbers the first 256 bits tell all that a double holds
        int up = Math.max(0, numerator.bitLength() - LEADING_BITS);
        int down = Math.max(0, denominator.bitLength() - LEADING_BITS);
        BigInteger size = numerator.abs().shiftRight(up);
        double nearest = new BigDecimal(numerator.signum() < 0 ? size.negate() : size)
                .divide(new BigDecimal(denominator.shiftRight(down)), new MathContext(25))
                .doubleValue();
        return Math.scalb(nearest, up - down);
    }

    /// `7/2`, and `3` for a whole number.
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fraction fraction
                && numerator.equals(fraction.numerator)
                && denominator.equals(fraction.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }
}
