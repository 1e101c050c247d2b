package org.muster.games.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.games.Game;
import org.muster.games.Parallel;

/// Who should join together: the partition of all players whose coalitions are worth most.
///
/// 1. The dual of the fractional problem, `min y(N)` with `y(S) >= v(S)` for all `S` that may form, by row generation
///    over a scan: an upper bound, and the cheapest prices at which nobody would rather leave ([Prices]).
/// 2. The reduced cost `r(S) = y(S) - v(S)` is never negative, and a partition lies below the bound by the sum of its
///    `r(S)`.
/// 3. All `S` with `r(S)` within half a budget are collected. A partition within the budget consists of such columns
///    alone ([ExactCover]), or of such columns and the one part that they leave ([DearestPart]). If the cheapest found
///    is within the budget it is optimal; else the budget grows. It is optimal as well where it reaches the bound
///    ([Ceiling]).
///
/// 10 to 25 scans. Where the gap is so wide that columns or steps explode, dynamic programming over all splits
/// ([Splits]) takes over for up to 24 players; beyond that the best partition found is returned as not proven.
///
/// Sources: dual prices and reduced-cost fixing: L. A. Wolsey, *Integer Programming*, 1998, chapter 11; dynamic
/// programming: D. Y. Yeh, *A dynamic programming approach to the complete set partitioning problem*, 1986; cost of
/// stability: Y. Bachrach et al., *The cost of stability in coalitional games*, 2009.
public final class CoalitionStructures {
    private static final int MOST_PLAYERS_SPLIT = 24;
    private static final long MOST_STEPS = 250_000_000;
    private static final int MOST_CUT_OFF = 8;
    /// Of sums of n numbers: n times n times this, in parts of the largest.
    private static final double ROUNDING = 0x1p-52;

    private final Game game;
    private final SideConditions conditions;
    private final ColumnScan scan;
    private final int n;
    private final Prices prices;
    private final double stability;
    private final double slack;
    private final Budget budget;
    private final BestKnown best;
    private int scans;
    private int lps;

    private CoalitionStructures(Game game, SideConditions conditions, int threads) {
        this.game = game;
        this.conditions = conditions;
        this.scan = new ColumnScan(game, conditions, threads);
        this.n = game.players();
        this.prices = priced(scan);
        this.stability = costOfStability();
        double rounding = ROUNDING * prices.largest() * n * n;
        this.slack = n * prices.shortfall() + rounding;
        this.budget = new Budget(2e-5 * Math.max(Math.abs(prices.bound()), prices.scale() * 1e-3));
        this.best = new BestKnown(game, new Ceiling(game, prices.bound() + slack, 2 * rounding));
    }

    /// As [#best(Game, SideConditions, int)], on all processors.
    public static Optional<Structure> best(Game game, SideConditions conditions) {
        return best(game, conditions, Parallel.processors());
    }

    /// The best partition whose parts all may form, or nothing where there is none.
    ///
    /// @throws ArithmeticException where none was found, and that there is none is not proven: side conditions that
    ///                             hardly any partition meets, with more than 24 players
    public static Optional<Structure> best(Game game, SideConditions conditions, int threads) {
        return new CoalitionStructures(game, conditions, threads).solve();
    }

    private Prices priced(ColumnScan over) {
        Prices found = Prices.cheapest(over);
        scans += found.rounds();
        lps += found.rounds() - 1;
        return found;
    }

    /// With side conditions the prices need not cover the coalitions that may not form, so it is asked for without
    /// them.
    private double costOfStability() {
        Prices free = conditions.equals(SideConditions.NONE)
                ? prices
                : priced(new ColumnScan(game, SideConditions.NONE, scan.threads()));
        return Math.max(0, free.bound() - game.grandValue());
    }

    private Optional<Structure> solve() {
        int cutOff = 0;
        while (true) {
            ColumnScan.Within within = scan.within(prices.array(), budget.now() / 2 + slack);
            scans++;
            boolean ended = search(within.columns());
            if (best.closed() || (within.all() && ended && best.cost() <= budget.now())) {
                return Optional.of(structure(best.parts(), true, within.size(), "reduced costs"));
            }
            if (within.all() && ended && budget.now() > 8 * n * prices.scale()) {
                return Optional.empty(); // every coalition that may form was there
            }
            cutOff += ended ? 0 : n <= MOST_PLAYERS_SPLIT ? MOST_CUT_OFF : 1;
            boolean onward = within.all() ? budget.grow(within.size(), n, best.cost()) : budget.retreat();
            if (!onward || cutOff >= MOST_CUT_OFF) {
                return givenUp(within.size());
            }
        }
    }

    /// Looks for partitions within the budget, and says whether it looked at all that may be better than the best.
    private boolean search(Columns columns) {
        // Beyond an eighth of what dynamic programming takes, that is the better way, where it can be taken.
        best.allow(Math.min(MOST_STEPS, (long) Math.pow(3, n) / 8 + 100_000));
        Columns[] byLowest = columns.byLowest(n, scan.threads());
        Seen seen = new Seen(columns.size());
        new DearestPart(scan, prices, byLowest, best, budget.now(), slack, seen).search();
        new ExactCover(byLowest, best, budget.now(), slack, seen).search();
        return !best.cutOff();
    }

    private Optional<Structure> givenUp(int columns) {
        if (n <= MOST_PLAYERS_SPLIT) {
            return Splits.best(game, conditions, scan.threads())
                    .map(parts -> structure(parts, true, columns, "dynamic programming"));
        }
        if (!best.exists()) {
            throw new ArithmeticException("no partition that meets the side conditions was found");
        }
        return Optional.of(structure(best.parts(), false, columns, "reduced costs"));
    }

    private Structure structure(List<Long> parts, boolean proven, int columns, String method) {
        List<Long> sorted = parts.stream()
                .sorted(Comparator.comparingInt(Long::numberOfTrailingZeros))
                .toList();
        double value = sorted.stream().mapToDouble(game::value).sum();
        // found in doubles, the bound may be a rounding error below what a partition is worth
        double bound = Math.max(prices.bound(), value);
        List<Double> listed = Arrays.stream(prices.array()).boxed().toList();
        return new Structure(sorted, value, bound, listed, proven, stability, scans, lps, columns, method);
    }
}
