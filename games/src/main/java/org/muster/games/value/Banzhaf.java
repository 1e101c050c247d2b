package org.muster.games.value;

import java.math.BigInteger;
import java.util.List;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.Undefined;

/// The Banzhaf value: what each player adds on average when every coalition of the others is as likely as any other.
///
/// Source: J. F. Banzhaf, *Weighted voting doesn't work*, 1965; G. Owen, *Multilinear extensions and the Banzhaf
/// value*, 1975.
public final class Banzhaf {
    private Banzhaf() {}

    /// As [#of(Game, int)], on all processors.
    public static Answer of(Game game) {
        return of(game, Parallel.processors());
    }

    /// The absolute value: the mean marginal contribution.
    public static Answer of(Game game, int threads) {
        return absolute(SizeSums.of(game, threads));
    }

    /// The absolute value: the mean marginal contribution.
    public static Answer absolute(SizeSums sums) {
        Fraction mean = new Fraction(BigInteger.ONE, BigInteger.TWO.pow(sums.players() - 1));
        return Semivalue.of(sums, s -> mean);
    }

    /// The raw value: the sum of the marginal contributions; in a simple game the number of swings.
    public static Answer raw(SizeSums sums) {
        return Semivalue.of(sums, s -> Fraction.ONE);
    }

    /// The raw value divided by its sum over the players.
    ///
    /// @throws Undefined where the sum is 0
    public static Answer normalized(SizeSums sums) {
        return Shares.normalized(raw(sums), Fraction.ONE);
    }

    /// The raw value scaled so that it adds up to `v(N)`.
    public static Answer normalizedToGrand(SizeSums sums) {
        Fraction grand = sums.isWhole()
                ? Fraction.of(sums.exactTotal(sums.players()))
                : Fraction.exactly(sums.total(sums.players()));
        return Shares.normalized(raw(sums), grand);
    }

    /// Shares of numbers in their sum.
    static final class Shares {
        private static final String NOTHING = "the marginal contributions add up to 0: nothing to normalise by";

        private Shares() {}

        static Answer normalized(Answer raw, Fraction to) {
            if (raw.fractions().isPresent()) {
                List<Fraction> parts = raw.fractions().get();
                Fraction sum = parts.stream().reduce(Fraction.ZERO, Fraction::plus);
                if (sum.isZero()) {
                    throw new Undefined(NOTHING);
                }
                return Answer.exact(
                        parts.stream().map(p -> p.times(to).over(sum)).toList(), raw.scans());
            }
            double[] parts = raw.array();
            double sum = 0;
            for (double part : parts) {
                sum += part;
            }
            if (sum == 0) {
                throw new ArithmeticException(NOTHING);
            }
            for (int i = 0; i < parts.length; i++) {
                parts[i] *= to.doubleValue() / sum;
            }
            return Answer.numerical(parts, 1e-12 * Math.max(1, Math.abs(to.doubleValue())), raw.scans(), 0);
        }
    }
}
