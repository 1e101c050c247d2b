package org.muster.bench.hunt;

import java.math.BigInteger;

/// A rational number of the definitions' own, so that no mistake of the library's fractions hides itself.
///
/// @param up   carries the sign
/// @param down above 0, without a common divisor with `up`
record Ratio(BigInteger up, BigInteger down) implements Comparable<Ratio> {
    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);

    static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Ratio of(BigInteger whole) {
        return new Ratio(whole, BigInteger.ONE);
    }

    static Ratio of(BigInteger up, BigInteger down) {
        BigInteger common = up.gcd(down);
        BigInteger by = down.signum() < 0 ? common.negate() : common;
        return new Ratio(up.divide(by), down.divide(by));
    }

    Ratio plus(Ratio other) {
        return of(up.multiply(other.down).add(other.up.multiply(down)), down.multiply(other.down));
    }

    Ratio minus(Ratio other) {
        return of(up.multiply(other.down).subtract(other.up.multiply(down)), down.multiply(other.down));
    }

    Ratio times(Ratio other) {
        return of(up.multiply(other.up), down.multiply(other.down));
    }

    Ratio over(Ratio other) {
        return of(up.multiply(other.down), down.multiply(other.up));
    }

    int sign() {
        return up.signum();
    }

    @Override
    public int compareTo(Ratio other) {
        return up.multiply(other.down).compareTo(other.up.multiply(down));
    }

    @Override
    public String toString() {
        return down.equals(BigInteger.ONE) ? up.toString() : up + "/" + down;
    }
}
