package org.muster.games.core;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.Undefined;
import org.muster.games.voting.WeightedVoting;

/// The nucleolus and its relatives: the payoffs that make the largest dissatisfaction of any coalition as small as
/// can be, then the second largest, and so on; always one point, in the core where that is not empty.
///
/// Row generation over a scan of all coalitions ([Lexicographic]): a handful of passes, at most about a thousand
/// rows, 90 % of the time is the reading of the table. `n <= 32`, no memory beyond the table. For cost games take
/// the savings game ([org.muster.games.DerivedGames#savings]) and subtract, or the negative game.
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

    /// As [#of(Game, int)], on all processors.
    public static Answer of(Game game) {
        return of(game, Parallel.processors());
    }

    /// The nucleolus, proved.
    ///
    /// @throws Undefined           where the values alone add up to more than `v(N)`: there are no imputations
    /// @throws ArithmeticException where no point could be proved
    public static Answer of(Game game, int threads) {
        return proved(game, Excess.PLAIN, Over.IMPUTATIONS, threads).answer();
    }

    /// As [#prenucleolus(Game, int)], on all processors.
    public static Answer prenucleolus(Game game) {
        return prenucleolus(game, Parallel.processors());
    }

    /// The prenucleolus, proved.
    public static Answer prenucleolus(Game game, int threads) {
        return proved(game, Excess.PLAIN, Over.PREIMPUTATIONS, threads).answer();
    }

    /// As [#proved(Game, Excess, Over, int)], on all processors.
    public static NucleolusCertificate proved(Game game, Excess excess, Over over) {
        return proved(game, excess, over, Parallel.processors());
    }

    /// Any member of the family with its proof: found in floating point and proved exactly; where that proof fails,
    /// found in fractions ([ExactLexicographic]) and proved again.
    ///
    /// Proportional and disruption excesses are taken over imputations, and coalitions that do not count may leave more
    /// than one point.
    ///
    /// @throws Undefined           where the concept does not exist for this game
    /// @throws ArithmeticException where no point could be proved
    public static NucleolusCertificate proved(Game game, Excess excess, Over over, int threads) {
        requireImputations(game, over);
        List<Long> rows = List.of();
        if (game.rounding() > 0 && game.players() <= ExactLexicographic.ALL_AT_ONCE) {
            return Certifier.certify(inFractions(game, excess, over, rows, threads), threads);
        }
        try {
            Lexicographic.Result result = rounded(game, excess, over, threads);
            rows = result.rows().stream().map(Cut::plus).toList();
            return Certifier.certify(result(game, excess, over, result), threads);
        } catch (ArithmeticException notProven) {
            return Certifier.certify(inFractions(game, excess, over, rows, threads), threads);
        }
    }

    private static NucleolusResult inFractions(Game game, Excess excess, Over over, List<Long> rows, int threads) {
        ExactLexicographic.Found found = new ExactLexicographic(game, excess, over == Over.IMPUTATIONS, rows, threads)
                .solve(Lexicographic.Depth.ALL_LEVELS);
        return new NucleolusResult(
                game,
                excess,
                over,
                found.x().stream().map(Fraction::doubleValue).toList(),
                found.stages(),
                found.scans(),
                found.lps(),
                found.rows(),
                0);
    }

    /// Any member of the family in floating point, with what is needed to prove it: a point that may be wrong until
    /// [Certifier] has proved it.
    public static NucleolusResult of(Game game, Excess excess, Over over, int threads) {
        requireImputations(game, over);
        return result(game, excess, over, rounded(game, excess, over, threads));
    }

    private static Lexicographic.Result rounded(Game game, Excess excess, Over over, int threads) {
        double[] lower = new double[over == Over.IMPUTATIONS ? game.players() : 0];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = game.value(1L << i);
        }
        return new Lexicographic(new TableSeparation(game, excess, threads), lower)
                .solve(Lexicographic.Depth.ALL_LEVELS);
    }

    private static NucleolusResult result(Game game, Excess excess, Over over, Lexicographic.Result result) {
        return new NucleolusResult(
                game,
                excess,
                over,
                result.x(),
                result.stages(),
                result.scans(),
                result.lps(),
                result.rows().size(),
                result.tolerance());
    }

    /// The nucleolus of a weighted voting game, by a knapsack instead of a look at all coalitions: up to 62 voters and
    /// quotas in the thousands.
    ///
    /// @throws IllegalArgumentException where there are more voters, or the quota is too large
    public static Answer ofVoting(WeightedVoting rule) {
        double[] alone = rule.weights().stream()
                .mapToDouble(w -> w >= rule.quota() ? 1 : 0)
                .toArray();
        return of(new VotingSeparation(rule.quota(), rule.weights()), alone);
    }

    /// The nucleolus of the game on a graph in which a coalition is worth the weights inside it, by minimum cuts
    /// instead of a look at all coalitions: up to 62 players.
    ///
    /// @param weight symmetric, not negative, 0 on the diagonal
    public static Answer ofGraph(double[][] weight) {
        return of(new GraphSeparation(weight), new double[weight.length]);
    }

    /// The nucleolus of a game with a core that is not empty, of which few coalitions matter: up to 62 players.
    ///
    /// @param players   2 to 62
    /// @param value     of a coalition; single players are worth 0
    /// @param essential all coalitions that are worth more than any partition of them, and every player alone
    public static Answer ofEssential(int players, LongToDoubleFunction value, List<Long> essential) {
        return of(new EssentialSeparation(players, value, essential), new double[players]);
    }

    /// The nucleolus of a game that is known through an oracle.
    static Answer of(Separation game, double[] lowerBounds) {
        Lexicographic.Result result = new Lexicographic(game, lowerBounds).solve(Lexicographic.Depth.ALL_LEVELS);
        return Answer.numerical(result.shares(), result.tolerance(), result.scans(), result.lps());
    }

    private static void requireImputations(Game game, Over over) {
        if (over == Over.PREIMPUTATIONS) {
            return;
        }
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < game.players(); i++) {
            sum = sum.plus(game.exactly(1L << i));
        }
        Fraction grand = game.exactly(Coalitions.grand(game.players()));
        if (sum.compareTo(grand) > 0) {
            throw new Undefined(
                    "there are no imputations: the players alone get %s, all together %s".formatted(sum, grand));
        }
    }
}
