package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.Answer;
import org.muster.games.Game;

/// The nucleolus and its relatives: the payoffs that make the largest dissatisfaction of any coalition as small as can
/// be,
/// then the second largest, and so on; always one point, in the core where that is not empty.
///
/// Row generation over a scan of all coalitions ([Lexicographic]): a handful of passes, at most about a thousand rows,
/// 90 % of the
/// time is the reading of the table. `n <= 32`, no memory beyond the table. For cost games take the savings game
/// ([org.muster.games.DerivedGames#savings]) and subtract, or the negative game.
///
/// Source: D. Schmeidler, *The nucleolus of a characteristic function game*, 1969.
public final class Nucleolus {
    /// Who may get less than alone.
    public enum Over {
        /// Only imputations: nobody gets less than `v({i})` (nucleolus).
        IMPUTATIONS,

        /// All efficient payoffs (prenucleolus).
        PREIMPUTATIONS
    }

    private Nucleolus() {}

    /// The nucleolus.
    ///
    /// @throws IllegalArgumentException where the values alone add up to more than `v(N)`: there are no imputations
    public static Answer of(Game game, int threads) {
        return of(game, Excess.PLAIN, Over.IMPUTATIONS, threads).answer();
    }

    /// The prenucleolus.
    public static Answer prenucleolus(Game game, int threads) {
        return of(game, Excess.PLAIN, Over.PREIMPUTATIONS, threads).answer();
    }

    /// Any member of the family, with what is needed to prove it.
    ///
    /// Proportional and disruption excesses are taken over imputations; [Excess#PROPORTIONAL] needs values that are not
    /// negative.
    public static NucleolusResult of(Game game, Excess excess, Over over, int threads) {
        double[] lower = over == Over.IMPUTATIONS ? lowerBounds(game) : new double[0];
        Lexicographic.Result result = new Lexicographic(new TableSeparation(game, excess, threads), lower)
                .solve(Lexicographic.Depth.ALL_LEVELS);
        return new NucleolusResult(
                game,
                excess,
                over,
                result.x(),
                result.stages(),
                result.scans(),
                result.lps(),
                result.rows(),
                result.tolerance());
    }

    /// The nucleolus of a game that is known through an oracle.
    public static Answer of(Separation game, double[] lowerBounds) {
        Lexicographic.Result result = new Lexicographic(game, lowerBounds).solve(Lexicographic.Depth.ALL_LEVELS);
        return Answer.numerical(result.shares(), result.tolerance(), result.scans(), result.lps());
    }

    private static double[] lowerBounds(Game game) {
        List<Double> alone = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < game.players(); i++) {
            alone.add(game.value(1L << i));
            sum += alone.get(i);
        }
        double grand = game.grandValue();
        if (sum > grand + 1e-12 * Math.max(Math.abs(sum), Math.abs(grand))) {
            throw new IllegalArgumentException(
                    "there are no imputations: the players alone get %s, all together %s".formatted(sum, grand));
        }
        return alone.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
