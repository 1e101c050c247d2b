package org.muster.games.value;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// The constrained egalitarian solution of Dutta and Ray: in a convex game the most equal point of the core, the
/// one that Lorenz-dominates every other.
///
/// Repeatedly the largest coalition with the highest average gain `(v(P + T) - v(P)) / |T|` over those `P` already
/// served gets that average each. Up to `n` passes over the rest, O(2^n) in all with halving, n <= 24.
///
/// Source: B. Dutta, D. Ray, *A concept of egalitarianism under participation constraints*, 1989.
public final class DuttaRay {
    private static final double MOST_COMPARED_IN_LONGS = 0x1p53;

    private DuttaRay() {}

    /// The solution.
    ///
    /// @param game a convex game, which is not checked: on other games the outcome need not be in the core, nor the
    ///             solution, and it is for the caller to say so
    public static Answer of(Game game) {
        int n = game.players();
        if (n > 24) {
            throw new IllegalArgumentException("the egalitarian core point is searched for up to 24 players, not " + n);
        }
        List<Fraction> shares = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            shares.add(Fraction.ZERO);
        }
        long all = Coalitions.grand(n);
        long served = 0;
        int scans = 0;
        while (served != all) {
            long next = bestAverage(game, served, all & ~served);
            scans++;
            Fraction gain = game.exactly(served | next).minus(game.exactly(served));
            Fraction average = gain.over(Long.bitCount(next));
            for (int i : Coalitions.players(next)) {
                shares.set(i, average);
            }
            served |= next;
        }
        return Answer.exact(shares, scans);
    }

    /// The largest coalition with the best average gain; in a convex game the union of all with that average.
    private static long bestAverage(Game game, long served, long rest) {
        boolean whole = game.wholeBound() <= MOST_COMPARED_IN_LONGS;
        long best = rest;
        for (long t = (rest - 1) & rest; t != 0; t = (t - 1) & rest) {
            int compared = whole ? compareInLongs(game, served, t, best) : compare(game, served, t, best);
            if (compared > 0 || (compared == 0 && Long.bitCount(t) > Long.bitCount(best))) {
                best = t;
            }
        }
        return best;
    }

    private static int compareInLongs(Game game, long served, long t, long best) {
        long base = (long) game.value(served);
        long own = ((long) game.value(served | t) - base) * Long.bitCount(best);
        long other = ((long) game.value(served | best) - base) * Long.bitCount(t);
        return Long.compare(own, other);
    }

    private static int compare(Game game, long served, long t, long best) {
        Fraction base = game.exactly(served);
        Fraction own = game.exactly(served | t).minus(base).times(Long.bitCount(best));
        Fraction other = game.exactly(served | best).minus(base).times(Long.bitCount(t));
        return own.compareTo(other);
    }
}
