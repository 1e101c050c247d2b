package org.muster.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionTest {
    private static Fraction random(Random random) {
        long down = 1 + random.nextInt(random.nextBoolean() ? 12 : 5000);
        return Fraction.of(random.nextInt(400) - 200, random.nextBoolean() ? down : -down);
    }

    /// By the definition `(a d + b c) / (b d)`, which the constructor reduces.
    @Test
    void sumsAreInLowestTerms() {
        Random random = new Random(5);
        for (int k = 0; k < 20_000; k++) {
            Fraction a = random(random);
            Fraction b = random(random);
            Fraction sum = a.plus(b);
            assertThat(sum)
                    .isEqualTo(new Fraction(
                            a.numerator()
                                    .multiply(b.denominator())
                                    .add(b.numerator().multiply(a.denominator())),
                            a.denominator().multiply(b.denominator())));
            assertThat(sum.numerator().gcd(sum.denominator())).isEqualTo(BigInteger.ONE);
            assertThat(sum.denominator().signum()).isPositive();
            assertThat(sum.minus(b)).isEqualTo(a).hasSameHashCodeAs(a);
        }
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatThrownBy(() -> Fraction.of(1, 0)).hasMessageContaining("denominator 0");
        assertThat(Fraction.of(0, -7)).isEqualTo(Fraction.ZERO).hasToString("0");
    }

    /// Against a division with far more digits than a double holds.
    @Test
    void longFractionsHaveTheDoubleNextToThem() {
        Random random = new Random(9);
        for (int k = 0; k < 2_000; k++) {
            BigInteger up = new BigInteger(1 + random.nextInt(900), random);
            BigInteger down = new BigInteger(1 + random.nextInt(900), random).add(BigInteger.ONE);
            double right = new BigDecimal(up)
                    .divide(new BigDecimal(down), new MathContext(60))
                    .doubleValue();
            double nearest = new Fraction(up, down).doubleValue();
            assertThat(Math.abs(nearest - right)).isLessThanOrEqualTo(Math.ulp(right));
            assertThat(new Fraction(up.negate(), down).doubleValue()).isEqualTo(0.0 - nearest);
        }
        assertThat(Fraction.of(BigInteger.TEN.pow(400)).doubleValue()).isInfinite();
    }
}
