package org.muster.games.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Label;
import org.muster.games.lp.RationalSystem;

/// The core: the payoffs at which no coalition would rather leave.
///
/// Row generation over a scan, first level only. An empty core is proven by a balanced collection: weights on
/// coalitions
/// with which every player is counted exactly once, and which together are worth more than the grand coalition.
///
/// Sources: O. N. Bondareva 1963; L. S. Shapley, *On balanced sets and cores*, 1967 (balancedness); L. S. Shapley, M.
/// Shubik,
/// *Quasi-cores in a monetary economy with nonconvex preferences*, 1966 (least core).
public final class Core {
    /// A coalition with its weight in a balanced collection.
    public record Weighed(long coalition, Fraction weight) {}

    /// Whether the core is empty, and why.
    ///
    /// @param nonEmpty   whether a payoff exists at which nobody would rather leave
    /// @param point      a payoff in the core, or the best that was met where it is empty
    /// @param collection where it is empty: the balanced collection that proves it
    /// @param scans      passes over all coalitions
    /// @param lps        linear programs solved
    public record Verdict(boolean nonEmpty, List<Double> point, List<Weighed> collection, int scans, int lps) {
        public Verdict {
            point = List.copyOf(point);
            collection = List.copyOf(collection);
        }
    }

    /// The coalition that a payoff treats worst.
    ///
    /// @param coalition who
    /// @param excess    `v(S) - x(S)`: what it would gain by leaving where above 0
    public record Worst(long coalition, double excess) {}

    private Core() {}

    /// Whether the core is empty.
    public static Verdict test(Game game, int threads) {
        Lexicographic.Result result = first(game, Lexicographic.Depth.SIGN_OF_FIRST_LEVEL, threads);
        boolean nonEmpty =
                result.stages().isEmpty() || result.stages().getFirst().e() <= result.tolerance();
        List<Weighed> collection =
                nonEmpty ? List.of() : collection(game, result.stages().getFirst());
        return new Verdict(nonEmpty, result.x(), collection, result.scans(), result.lps());
    }

    /// The least core: the smallest amount that, taken from every coalition that leaves, keeps all from leaving. Below
    /// 0
    /// where the core has room to spare.
    ///
    /// @return a single number
    public static Answer leastCoreEpsilon(Game game, int threads) {
        Lexicographic.Result result = first(game, Lexicographic.Depth.FIRST_LEVEL, threads);
        double e = result.stages().isEmpty() ? 0 : result.stages().getFirst().e();
        if (!Double.isNaN(game.wholeBound()) && !result.stages().isEmpty()) {
            Optional<Fraction> exact = exactLevel(game, result.stages().getFirst());
            if (exact.isPresent() && Math.abs(exact.get().doubleValue() - e) <= result.tolerance()) {
                return new Answer(
                        List.of(exact.get().doubleValue()),
                        Optional.of(List.of(exact.get())),
                        new Label.Numerical(result.tolerance()),
                        result.scans(),
                        result.lps());
            }
        }
        return Answer.numerical(new double[] {e}, result.tolerance(), result.scans(), result.lps());
    }

    /// A payoff of the least core.
    public static Answer leastCorePoint(Game game, int threads) {
        Lexicographic.Result result = first(game, Lexicographic.Depth.FIRST_LEVEL, threads);
        return Answer.numerical(result.shares(), result.tolerance(), result.scans(), result.lps());
    }

    private static Lexicographic.Result first(Game game, Lexicographic.Depth depth, int threads) {
        return new Lexicographic(new TableSeparation(game, Excess.PLAIN, threads), new double[0]).solve(depth);
    }

    /// The coalition with the largest excess at a payoff: in the core, at best 0. One pass.
    ///
    /// The empty and the grand coalition do not count; with one player there is nobody to leave.
    public static Worst worst(Game game, double[] x, int threads) {
        List<Cut> found = new WorstSearch(game, threads).worst(x);
        if (found.isEmpty()) {
            return new Worst(0, Double.NEGATIVE_INFINITY);
        }
        Cut cut = found.getFirst();
        return new Worst(cut.plus(), cut.value() - cut.sum(x));
    }

    /// Whether a payoff is efficient and no coalition would gain more than `tolerance` by leaving.
    public static boolean contains(Game game, double[] x, double tolerance, int threads) {
        double all = Coalitions.sum(x, Coalitions.grand(game.players()));
        return Math.abs(all - game.grandValue()) <= tolerance
                && (game.players() == 1 || worst(game, x, threads).excess() <= tolerance);
    }

    /// The exact weights: with them the members of the tight coalitions are all counted equally often; scaled to once.
    private static List<Weighed> collection(Game game, Stage stage) {
        return balance(game.players(), stage)
                .map(weights -> {
                    Fraction often = weights.getLast();
                    List<Weighed> scaled = new ArrayList<>();
                    for (int k = 0; k < stage.tight().size(); k++) {
                        scaled.add(new Weighed(
                                stage.tight().get(k).plus(), weights.get(k).over(often)));
                    }
                    scaled.sort(Comparator.comparingLong(Weighed::coalition));
                    return List.copyOf(scaled);
                })
                .orElseGet(List::of);
    }

    /// Weights that add up to 1 on the tight coalitions, and last how often they count every player.
    private static Optional<List<Fraction>> balance(int n, Stage stage) {
        int k = stage.tight().size();
        RationalSystem system = new RationalSystem(k + 1);
        for (int i = 0; i <= n; i++) {
            List<Fraction> row = new ArrayList<>();
            for (Cut cut : stage.tight()) {
                row.add(i == n || Coalitions.has(cut.plus(), i) ? Fraction.ONE : Fraction.ZERO);
            }
            row.add(i == n ? Fraction.ZERO : Fraction.of(-1));
            system.add(row, i == n ? Fraction.ONE : Fraction.ZERO);
        }
        return system.solve().filter(weights -> weights.stream().allMatch(w -> w.sign() > 0));
    }

    /// `e = sum of w v(S) - (how often everyone is counted) v(N)`, by duality.
    private static Optional<Fraction> exactLevel(Game game, Stage stage) {
        return balance(game.players(), stage).map(weights -> {
            Fraction sum =
                    Fraction.exactly(game.grandValue()).times(weights.getLast()).negated();
            for (int k = 0; k < stage.tight().size(); k++) {
                sum = sum.plus(Fraction.exactly(stage.tight().get(k).value()).times(weights.get(k)));
            }
            return sum;
        });
    }
}
