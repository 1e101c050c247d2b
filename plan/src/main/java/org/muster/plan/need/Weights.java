package org.muster.plan.need;

import java.math.BigInteger;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.muster.games.Fraction;

/// The numbers that needs are weighed in: exact fractions, or floating-point numbers for speed. Only sums and
/// products of numbers that are not negative are formed, but for `1 - q` of a chance and what a source takes of
/// what is lacking.
///
/// @param <W> the numbers
public interface Weights<W> {
    /// Exact, for answers and for small worlds.
    Weights<Fraction> EXACT = new Weights<>() {
        @Override
        public Fraction of(long whole) {
            return Fraction.of(whole);
        }

        @Override
        public Fraction plus(Fraction one, Fraction other) {
            return one.plus(other);
        }

        @Override
        public Fraction minus(Fraction one, Fraction other) {
            return one.minus(other);
        }

        @Override
        public Fraction times(Fraction one, Fraction other) {
            return one.times(other);
        }

        @Override
        public Fraction rest(Fraction chance) {
            return Fraction.ONE.minus(chance);
        }

        @Override
        public boolean isZero(Fraction weight) {
            return weight.isZero();
        }

        // In whole numbers over one denominator, without a common divisor being looked for at every step.
        @Override
        public NavigableMap<Long, Fraction> walked(Need need, List<Fraction> willing) {
            BigInteger whole = willing.stream().map(Fraction::denominator).reduce(BigInteger.ONE, BigInteger::multiply);
            TreeMap<Long, Fraction> chances = new TreeMap<>();
            need.walked(
                            WHOLE,
                            willing.stream().map(Fraction::numerator).toList(),
                            willing.stream()
                                    .map(q -> q.denominator().subtract(q.numerator()))
                                    .toList())
                    .forEach((units, weight) -> chances.put(units, new Fraction(weight, whole)));
            return chances;
        }
    };

    /// Whole numbers; for weights that are no chances.
    Weights<BigInteger> WHOLE = new Weights<>() {
        @Override
        public BigInteger of(long whole) {
            return BigInteger.valueOf(whole);
        }

        @Override
        public BigInteger plus(BigInteger one, BigInteger other) {
            return one.add(other);
        }

        @Override
        public BigInteger minus(BigInteger one, BigInteger other) {
            return one.subtract(other);
        }

        @Override
        public BigInteger times(BigInteger one, BigInteger other) {
            return one.multiply(other);
        }

        @Override
        public BigInteger rest(BigInteger chance) {
            return BigInteger.ONE.subtract(chance);
        }

        @Override
        public boolean isZero(BigInteger weight) {
            return weight.signum() == 0;
        }
    };

    /// Fast; no proof.
    Weights<Double> NEAR = new Weights<>() {
        @Override
        public Double of(long whole) {
            return (double) whole;
        }

        @Override
        public Double plus(Double one, Double other) {
            return one + other;
        }

        @Override
        public Double minus(Double one, Double other) {
            return one - other;
        }

        @Override
        public Double times(Double one, Double other) {
            return one * other;
        }

        @Override
        public Double rest(Double chance) {
            return 1 - chance;
        }

        @Override
        public boolean isZero(Double weight) {
            return weight == 0;
        }
    };

    /// A whole number.
    W of(long whole);

    /// `one + other`.
    W plus(W one, W other);

    /// `one - other`, not below 0 where it is asked.
    W minus(W one, W other);

    /// `one * other`.
    W times(W one, W other);

    /// `1 - chance`.
    W rest(W chance);

    /// Whether the weight is 0.
    boolean isZero(W weight);

    /// With what chance how many units are lacking.
    ///
    /// @param willing by player, from 0 to 1
    default NavigableMap<Long, W> walked(Need need, List<W> willing) {
        return need.walked(this, willing, willing.stream().map(this::rest).toList());
    }
}
