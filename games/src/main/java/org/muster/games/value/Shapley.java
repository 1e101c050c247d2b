package org.muster.games.value;

import java.math.BigInteger;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Parallel;

/// The Shapley value: what each player adds on average when all join one by one, every order as likely as any other.
///
/// One pass over the coalitions (see [SizeSums]); exact fractions where the values are whole. O(2^n), n <= 32. For cost
/// games the same number is the cost share.
///
/// Source: L. S. Shapley, *A value for n-person games*, 1953.
public final class Shapley {
    private Shapley() {}

    /// As [#of(Game, int)], on all processors.
    public static Answer of(Game game) {
        return of(game, Parallel.processors());
    }

    /// The value, by one pass over the game, unless the game knows a faster way.
    ///
    /// @param threads threads to use; the result does not depend on it
    public static Answer of(Game game, int threads) {
        return game.shapley(threads)
                .map(known -> Answer.exact(known, 0))
                .orElseGet(() -> of(SizeSums.of(game, threads)));
    }

    public static Answer of(SizeSums sums) {
        int n = sums.players();
        return Semivalue.of(sums, s -> weight(s, n));
    }

    /// `s! (n-s-1)! / n!`: the chance that exactly a given set of `s` others came before a given player.
    public static Fraction weight(int s, int n) {
        return new Fraction(factorial(s).multiply(factorial(n - s - 1)), factorial(n));
    }

    static BigInteger factorial(int k) {
        BigInteger product = BigInteger.ONE;
        for (int f = 2; f <= k; f++) {
            product = product.multiply(BigInteger.valueOf(f));
        }
        return product;
    }
}
