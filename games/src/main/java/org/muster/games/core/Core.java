package org.muster.games.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.CostGame;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Label;
import org.muster.games.Parallel;
import org.muster.games.lp.RationalSystem;

/// The core: the payoffs at which no coalition would rather leave.
///
/// Row generation over a scan, first level only, in fractions where floating point cannot tell. An empty core is proven
/// by a balanced collection: weights on
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

    /// As [#leavers(CostGame, List, int)], on all processors.
    public static List<Optional<Worst>> leavers(CostGame costs, List<double[]> pays) {
        return leavers(costs, pays, Parallel.processors());
    }

    /// For every allocation of costs the coalition that pays most beyond its cost alone; empty where no coalition pays
    /// more. Of equal ones the one with the smallest mask; the empty coalition and all players together do not count.
    ///
    /// One pass over all coalitions serves all allocations. Exact for whole numbers whose sums stay below 2^53.
    /// O(allocations 2^n) time, 16 KiB an allocation; the result does not depend on the number of threads.
    ///
    /// @param pays    allocations, each with what every player pays
    /// @param threads to use, at least 1
    /// @return        one per allocation, in the same order; the excess is what the coalition pays beyond its cost
    public static List<Optional<Worst>> leavers(CostGame costs, List<double[]> pays, int threads) {
        for (double[] each : pays) {
            if (each.length != costs.costs().players()) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "an allocation has %d numbers, but the game has %d players",
                        each.length,
                        costs.costs().players()));
            }
        }
        return LeaverScan.of(costs.costs(), pays, threads);
    }

    private Core() {}

    /// As [#test(Game, int)], on all processors.
    public static Verdict test(Game game) {
        return test(game, Parallel.processors());
    }

    /// Whether the core is empty: floating point answers only where its answer can be checked without rounding, and
    /// else the first level is solved in fractions.
    ///
    /// @throws ArithmeticException where neither could be decided
    public static Verdict test(Game game, int threads) {
        int n = game.players();
        if (n == 1) {
            return new Verdict(true, List.of(game.grandValue()), List.of(), 0, 0);
        }
        if (game.rounding() > 0 && n <= ExactLexicographic.ALL_AT_ONCE) {
            return byPrograms(game, threads);
        }
        try {
            Lexicographic.Result result = first(game, Lexicographic.Depth.SIGN_OF_FIRST_LEVEL, threads);
            Stage stage = result.stages().getFirst();
            if (stage.e() > 0) {
                List<Weighed> collection = collection(game, stage);
                if (isWorthMoreThanAll(game, collection)) {
                    return new Verdict(false, result.x(), collection, result.scans(), result.lps());
                }
            } else if (isInsideForSure(game, result)) {
                return new Verdict(true, result.x(), List.of(), result.scans(), result.lps());
            }
        } catch (ArithmeticException unsolved) {
            // decided without rounding instead
        }
        return n <= ExactLexicographic.ALL_AT_ONCE ? byPrograms(game, threads) : byPrenucleolus(game, threads);
    }

    private static Verdict byPrograms(Game game, int threads) {
        ExactLexicographic.Found found = firstExactly(game, threads);
        List<Double> point = found.x().stream().map(Fraction::doubleValue).toList();
        Stage stage = found.stages().getFirst();
        return found.levels().getFirst().sign() <= 0
                ? new Verdict(true, point, List.of(), found.scans(), found.lps())
                : empty(game, point, collection(game, stage), found.scans(), found.lps());
    }

    /// The largest excess is nowhere smaller than at the prenucleolus.
    private static Verdict byPrenucleolus(Game game, int threads) {
        NucleolusCertificate proof = Nucleolus.proved(game, Excess.PLAIN, Nucleolus.Over.PREIMPUTATIONS, threads);
        List<Double> point = proof.x().stream().map(Fraction::doubleValue).toList();
        NucleolusCertificate.LevelProof first = proof.levels().getFirst();
        if (first.excess().sign() <= 0) {
            return new Verdict(true, point, List.of(), proof.scans(), proof.lps());
        }
        List<Cut> tight = first.coalitions().stream()
                .map(mask -> Cut.of(mask, game.value(mask), 1))
                .toList();
        Stage stage = new Stage(first.excess().doubleValue(), tight, List.of(), List.of());
        return empty(game, point, collection(game, stage), proof.scans(), proof.lps());
    }

    private static Verdict empty(Game game, List<Double> point, List<Weighed> collection, int scans, int lps) {
        if (!isWorthMoreThanAll(game, collection)) {
            throw new ArithmeticException("not proven: the balanced collection is not worth more than all together");
        }
        return new Verdict(false, point, collection, scans, lps);
    }

    private static ExactLexicographic.Found firstExactly(Game game, int threads) {
        return new ExactLexicographic(game, Excess.PLAIN, false, List.of(), threads)
                .solve(Lexicographic.Depth.FIRST_LEVEL);
    }

    private static boolean isWorthMoreThanAll(Game game, List<Weighed> collection) {
        Fraction worth = Fraction.ZERO;
        for (Weighed part : collection) {
            worth = worth.plus(part.weight().times(game.exactly(part.coalition())));
        }
        return !collection.isEmpty() && worth.compareTo(game.exactly(Coalitions.grand(game.players()))) > 0;
    }

    /// Whether the point, moved so that it adds up exactly, is in the core by more than all that may be rounded: the
    /// search found no excess above its level by more than the tolerance.
    private static boolean isInsideForSure(Game game, Lexicographic.Result result) {
        double e = result.stages().getFirst().e();
        Fraction moved = game.exactly(Coalitions.grand(game.players()));
        for (double share : result.shares()) {
            moved = moved.minus(Fraction.exactly(share));
        }
        double slack = Certifier.slack(game, Excess.PLAIN, result.shares(), List.of(Fraction.exactly(e)));
        return e + 2 * result.tolerance() + slack + Math.abs(moved.doubleValue()) < 0;
    }

    /// As [#leastCoreEpsilon(Game, int)], on all processors.
    public static Answer leastCoreEpsilon(Game game) {
        return leastCoreEpsilon(game, Parallel.processors());
    }

    /// The least core: the smallest amount that, taken from every coalition that leaves, keeps all from leaving.
    /// Below 0 where the core has room to spare.
    ///
    /// @return a single number
    public static Answer leastCoreEpsilon(Game game, int threads) {
        if (game.players() > 1 && game.players() <= ExactLexicographic.ALL_AT_ONCE) {
            ExactLexicographic.Found found = firstExactly(game, threads);
            return Answer.exact(List.of(found.levels().getFirst()), new Label.Exact(), found.scans(), found.lps());
        }
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

    /// As [#leastCorePoint(Game, int)], on all processors.
    public static Answer leastCorePoint(Game game) {
        return leastCorePoint(game, Parallel.processors());
    }

    /// A payoff of the least core.
    public static Answer leastCorePoint(Game game, int threads) {
        Lexicographic.Result result = first(game, Lexicographic.Depth.FIRST_LEVEL, threads);
        return Answer.numerical(result.shares(), result.tolerance(), result.scans(), result.lps());
    }

    private static Lexicographic.Result first(Game game, Lexicographic.Depth depth, int threads) {
        return new Lexicographic(new TableSeparation(game, Excess.PLAIN, threads), new double[0]).solve(depth);
    }

    /// As [#worst(Game, double\[\], int)], on all processors.
    public static Worst worst(Game game, double[] x) {
        return worst(game, x, Parallel.processors());
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

    /// As [#contains(Game, double\[\], double, int)], on all processors.
    public static boolean contains(Game game, double[] x, double tolerance) {
        return contains(game, x, tolerance, Parallel.processors());
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
            Fraction sum = game.exactly(Coalitions.grand(game.players()))
                    .times(weights.getLast())
                    .negated();
            for (int k = 0; k < stage.tight().size(); k++) {
                sum = sum.plus(game.exactly(stage.tight().get(k).plus()).times(weights.get(k)));
            }
            return sum;
        });
    }
}
