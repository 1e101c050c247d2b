package org.muster.games.core;

import java.util.List;
import java.util.Locale;
import org.muster.games.Answer;
import org.muster.games.DerivedGames;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Label;
import org.muster.games.Parallel;

/// The modiclus (modified nucleolus): makes the largest difference between the excesses of two coalitions as small
/// as can be, then the next, so that what coalitions can gain and what they can prevent weigh the same.
///
/// The lexicographic programs of the nucleolus over pairs of coalitions ([PairSeparation]); `n <= 32` for tables that
/// fit.
///
/// Source: P. Sudhoelter, *The modified nucleolus: properties and axiomatizations*, 1997.
public final class Modiclus {
    /// The most players for whom it is worked out in fractions where floating point cannot tell.
    public static final int MOST_IN_FRACTIONS = ExactModiclus.MOST_PLAYERS;

    private Modiclus() {}

    /// A modiclus and how it was found: what [ModiclusCertificate] proves.
    ///
    /// @param game      the game
    /// @param x         the shares
    /// @param stages    the levels with the pairs that settle them
    /// @param scans     passes over all coalitions
    /// @param lps       linear programs solved
    /// @param tolerance how far differences of excesses may be off
    record Result(Game game, List<Double> x, List<Stage> stages, int scans, int lps, double tolerance) {
        Result {
            x = List.copyOf(x);
            stages = List.copyOf(stages);
        }

        /// The shares in floating point.
        Answer answer() {
            return Answer.numerical(x.stream().mapToDouble(Double::doubleValue).toArray(), tolerance, scans, lps);
        }
    }

    /// As [#of(Game, int)], on all processors.
    public static Answer of(Game game) {
        return of(game, Parallel.processors());
    }

    /// The modiclus in floating point, not proved.
    public static Answer of(Game game, int threads) {
        return solve(game, threads).answer();
    }

    /// As [#proved(Game, int)], on all processors.
    public static ModiclusCertificate proved(Game game) {
        return proved(game, Parallel.processors());
    }

    /// The modiclus with its proof: found in floating point and proved exactly; where that proof fails, found in
    /// fractions, up to 7 players, and proved again. Values are whole numbers.
    ///
    /// @throws ArithmeticException where no point could be proved
    public static ModiclusCertificate proved(Game game, int threads) {
        try {
            return ModiclusCertificate.of(solve(game, threads), threads);
        } catch (ArithmeticException notProven) {
            if (game.players() > MOST_IN_FRACTIONS) {
                throw notProven;
            }
            ExactModiclus.Found found = ExactModiclus.of(game);
            List<Double> x = found.x().stream().map(Fraction::doubleValue).toList();
            return ModiclusCertificate.of(
                    new Result(game, x, found.stages(), 0, found.stages().size(), 0), threads);
        }
    }

    /// The modiclus in fractions, whatever the values: for up to [#MOST_IN_FRACTIONS] players.
    public static Answer inFractions(Game game) {
        if (game.players() > MOST_IN_FRACTIONS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the modiclus is worked out in fractions for up to %d players, not %d",
                    MOST_IN_FRACTIONS,
                    game.players()));
        }
        ExactModiclus.Found found = ExactModiclus.of(game);
        return Answer.exact(found.x(), new Label.Exact(), 0, found.stages().size());
    }

    /// The modiclus with what is needed to prove it.
    static Result solve(Game game, int threads) {
        Lexicographic.Result found = new Lexicographic(new PairSeparation(game, threads), new double[0])
                .solve(Lexicographic.Depth.ALL_LEVELS);
        return new Result(game, found.x(), found.stages(), found.scans(), found.lps(), found.tolerance());
    }

    /// The simplified modiclus: the prenucleolus of the mean of the game and its dual.
    ///
    /// Source: S. Tarashnina, *The simplified modified nucleolus of a cooperative TU-game*, 2011.
    public static Answer simplified(Game game, int threads) {
        return doubled(game, threads).answer().times(Fraction.of(1, 2));
    }

    /// The prenucleolus of game plus dual, which is twice the simplified modiclus, with its proof.
    public static NucleolusCertificate doubled(Game game, int threads) {
        return Nucleolus.proved(DerivedGames.plusDual(game), Excess.PLAIN, Nucleolus.Over.PREIMPUTATIONS, threads);
    }
}
