package org.muster.games.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.lp.CutLp;

/// Who should join together: the partition of all players whose coalitions are worth most.
///
/// 1. The dual of the fractional problem, `min y(N)` with `y(S) >= v(S)` for all `S` that may form, by row generation
/// over a
///    scan: an upper bound, and the cheapest prices at which nobody would rather leave.
/// 2. The reduced cost `r(S) = y(S) - v(S)` is never negative, and a partition lies below the bound by the sum of its
/// `r(S)`.
/// 3. All `S` with `r(S)` within a budget are collected, and a depth-first exact cover finds the cheapest partition
///    among them. If it is within the budget it is optimal, since a better one uses no other coalition; else the budget
/// grows.
///
/// 10 to 25 scans. Where the gap is so wide that the columns explode, dynamic programming over all splits (O(3^n))
/// takes over for
/// up to 20 players; beyond that the best partition found is returned as not proven.
///
/// Sources: dual prices and reduced-cost fixing: L. A. Wolsey, *Integer Programming*, 1998, chapter 11; dynamic
/// programming: D. Y. Yeh, *A dynamic programming approach to the complete set partitioning problem*, 1986; cost of
/// stability: Y. Bachrach et al., *The cost of stability in coalitional games*, 2009.
public final class CoalitionStructures {
    private static final int MOST_COLUMNS = 40_000_000;
    private static final int MOST_PLAYERS_SPLIT = 20;

    private final Game game;
    private final SideConditions conditions;
    private final ColumnScan scan;
    private final int n;
    private int scans;
    private int lps;

    private CoalitionStructures(Game game, SideConditions conditions, int threads) {
        this.game = game;
        this.conditions = conditions;
        this.scan = new ColumnScan(game, conditions, threads);
        this.n = game.players();
    }

    /// The best partition whose parts all may form, or nothing where there is none.
    public static Optional<Structure> best(Game game, SideConditions conditions, int threads) {
        return new CoalitionStructures(game, conditions, threads).solve();
    }

    private Optional<Structure> solve() {
        double scale = scale();
        double[] prices = prices(scale);
        double bound = Coalitions.sum(prices, Coalitions.grand(n));
        double slack = 1e-9 * scale;
        double stability = costOfStability(scale, bound);
        double budget = 1e-5 * Math.max(Math.abs(bound), scale * 1e-3);
        double known = Double.POSITIVE_INFINITY;
        while (true) {
            Columns[] byLowest = columns(prices, budget + slack);
            long columns = Arrays.stream(byLowest).mapToLong(Columns::size).sum();
            if (columns >= MOST_COLUMNS) {
                return n <= MOST_PLAYERS_SPLIT
                        ? split(bound, prices, stability)
                        : Optional.of(unproven(bound, prices, stability, byLowest));
            }
            Optional<ExactCover.Cover> cover = ExactCover.cheapest(game, byLowest, budget, slack);
            if (cover.isPresent()) {
                return Optional.of(
                        structure(cover.get().parts(), bound, prices, true, stability, columns, "reduced costs"));
            }
            if (budget > 4 * n * scale) {
                return Optional.empty(); // every coalition that may form was there
            }
            known = Math.min(
                    known,
                    ExactCover.guess(game, byLowest, known)
                            .map(ExactCover.Cover::cost)
                            .orElse(known));
            double grown = budget * (columns < 50L * n ? 8 : columns < 2_000 ? 2 : 1.3);
            // A partition that is known bounds what a better one can cost: the last scan need not look beyond it.
            budget = known <= 1.5 * grown ? known : grown;
        }
    }

    private Columns[] columns(double[] prices, double budget) {
        scans++;
        return ExactCover.byLowest(n, scan.within(prices, budget, MOST_COLUMNS), scan.threads());
    }

    private double scale() {
        double most = Math.max(Math.abs(game.grandValue()), Double.MIN_NORMAL);
        for (int i = 0; i < n; i++) {
            most = Math.max(most, Math.abs(game.value(1L << i)));
        }
        return most;
    }

    private double[] prices(double scale) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        CutLp lp = new CutLp(ones);
        int[] basis = new int[n];
        for (int i = 0; i < n; i++) {
            long alone = 1L << i;
            double[] row = new double[n];
            row[i] = 1;
            // A single player that may not stay alone is a column too dear to be used while there is another.
            basis[i] = lp.add(row, conditions.allow(alone) ? game.value(alone) / scale : -1000, false);
        }
        lp.start(basis);
        double[] prices = new double[n];
        while (true) {
            lp.solve();
            lps++;
            double[] y = lp.solution();
            for (int i = 0; i < n; i++) {
                prices[i] = y[i] * scale;
            }
            List<ColumnScan.Column> broken = scan.broken(prices, 1e-9 * scale, 30 + 4 * n);
            scans++;
            if (broken.isEmpty()) {
                return prices;
            }
            for (ColumnScan.Column column : broken) {
                double[] row = new double[n];
                for (int i : Coalitions.players(column.coalition())) {
                    row[i] = 1;
                }
                lp.add(row, column.value() / scale, false);
            }
        }
    }

    /// With side conditions the prices need not cover the coalitions that may not form, so it is asked for without
    /// them.
    private double costOfStability(double scale, double bound) {
        if (conditions.equals(SideConditions.NONE)) {
            return Math.max(0, bound - game.grandValue());
        }
        CoalitionStructures free = new CoalitionStructures(game, SideConditions.NONE, scan.threads());
        double[] prices = free.prices(scale);
        scans += free.scans;
        lps += free.lps;
        return Math.max(0, Coalitions.sum(prices, Coalitions.grand(n)) - game.grandValue());
    }

    private Optional<Structure> split(double bound, double[] prices, double stability) {
        return Splits.best(game, conditions)
                .map(parts -> structure(parts, bound, prices, true, stability, 0, "dynamic programming"));
    }

    private Structure unproven(double bound, double[] prices, double stability, Columns[] byLowest) {
        long columns = Arrays.stream(byLowest).mapToLong(Columns::size).sum();
        return structure(ExactCover.greedy(n, byLowest), bound, prices, false, stability, columns, "reduced costs");
    }

    private Structure structure(
            List<Long> parts,
            double bound,
            double[] prices,
            boolean proven,
            double stability,
            long columns,
            String method) {
        double value = 0;
        for (long part : parts) {
            value += game.value(part);
        }
        List<Double> listed = new ArrayList<>();
        for (double price : prices) {
            listed.add(price);
        }
        List<Long> sorted = parts.stream()
                .sorted((a, b) -> Integer.compare(Long.numberOfTrailingZeros(a), Long.numberOfTrailingZeros(b)))
                .toList();
        return new Structure(sorted, value, bound, listed, proven, stability, scans, lps, columns, method);
    }
}
