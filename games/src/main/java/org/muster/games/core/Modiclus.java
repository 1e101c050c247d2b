package org.muster.games.core;

import org.muster.games.Answer;
import org.muster.games.DerivedGames;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// The modiclus (modified nucleolus): makes the largest difference between the excesses of two coalitions as small as
/// can
/// be, then the next, so that what coalitions can gain and what they can prevent weigh the same.
///
/// The lexicographic programs of the nucleolus over pairs of coalitions ([PairSeparation]); `n <= 32` for tables that
/// fit.
///
/// Source: P. Sudhoelter, *The modified nucleolus: properties and axiomatizations*, 1997.
public final class Modiclus {
    private Modiclus() {}

    public static Answer of(Game game, int threads) {
        return Nucleolus.of(new PairSeparation(game, threads), new double[0]);
    }

    /// The simplified modiclus: the prenucleolus of the mean of the game and its dual.
    ///
    /// Source: S. Tarashnina, *The simplified modified nucleolus of a cooperative TU-game*, 2011.
    public static Answer simplified(Game game, int threads) {
        Answer doubled = Nucleolus.prenucleolus(DerivedGames.plusDual(game), threads);
        return doubled.times(Fraction.of(1, 2));
    }
}
