package org.muster.games.value;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Parallel;

/// The solidarity value: like Shapley, but whoever joins gets the average of what the members of the coalition add
/// to it, so that the weak share in what the strong bring.
///
/// `sum over S with i of (n-s)! (s-1)! / n! * A(S)`, `A(S)` the mean over `j` in `S` of `v(S) - v(S - j)`; worked out
/// from [SizeSums] by collecting how often each `v(T)` occurs.
///
/// Source: A. S. Nowak, T. Radzik, *A solidarity value for n-person transferable utility games*, 1994.
public final class Solidarity {
    private Solidarity() {}

    /// As [#of(Game, int)], on all processors.
    public static Answer of(Game game) {
        return of(game, Parallel.processors());
    }

    public static Answer of(Game game, int threads) {
        return of(SizeSums.of(game, threads));
    }

    public static Answer of(SizeSums sums) {
        int n = sums.players();
        List<Fraction> with = new ArrayList<>();
        List<Fraction> without = new ArrayList<>();
        for (int t = 0; t <= n; t++) {
            Fraction own = t == 0 ? Fraction.ZERO : Shapley.weight(t - 1, n);
            Fraction oneMore = t == n ? Fraction.ZERO : Shapley.weight(t, n).over(t + 1);
            with.add(own.minus(oneMore.times(n - t)));
            without.add(oneMore.negated());
        }
        return Semivalue.combination(sums, with, without);
    }
}
