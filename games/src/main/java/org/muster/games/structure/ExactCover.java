package org.muster.games.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muster.games.Game;
import org.muster.games.scan.Blocks;

/// The cheapest exact cover of all players by given columns, depth first on the lowest player not yet covered, columns
/// by
/// rising cost, cut off where the cost exceeds the best known or the budget.
final class ExactCover {
    /// A partition.
    record Cover(List<Long> parts, double cost) {}

    private final Game game;
    private final long all;
    private final Columns[] byLowest;
    private final double slack;
    private final long[] chosen;
    private long[] best = new long[0];
    private double bestCost;
    private double bestValue = Double.NEGATIVE_INFINITY;
    private long stepsLeft;

    private ExactCover(Game game, Columns[] byLowest, double budget, double slack, long steps) {
        int n = game.players();
        this.game = game;
        this.all = (1L << n) - 1;
        this.slack = slack;
        this.bestCost = budget;
        this.chosen = new long[n];
        this.byLowest = byLowest;
        this.stepsLeft = steps;
    }

    /// The columns by their lowest player, cheapest first.
    static Columns[] byLowest(int n, List<Columns> parts, int threads) {
        int[] counts = new int[n];
        for (Columns columns : parts) {
            for (int k = 0; k < columns.size(); k++) {
                counts[Long.numberOfTrailingZeros(columns.set(k))]++;
            }
        }
        Columns[] byLowest = new Columns[n];
        for (int i = 0; i < n; i++) {
            byLowest[i] = new Columns(counts[i]);
        }
        for (Columns columns : parts) {
            for (int k = 0; k < columns.size(); k++) {
                byLowest[Long.numberOfTrailingZeros(columns.set(k))].add(columns.set(k), columns.cost(k));
            }
        }
        Blocks.run(n, threads, i -> {
            byLowest[i].sort();
            return i;
        });
        return byLowest;
    }

    /// The cheapest cover within the budget; covers within `slack` of each other are told apart by their value.
    static Optional<Cover> cheapest(Game game, Columns[] byLowest, double budget, double slack) {
        return new ExactCover(game, byLowest, budget, slack, Long.MAX_VALUE).search();
    }

    /// Some cover cheaper than `limit`, as good as a bounded search finds: a first guess at the cost of the best.
    static Optional<Cover> guess(Game game, Columns[] byLowest, double limit) {
        return new ExactCover(game, byLowest, limit, 0, 2_000_000).search();
    }

    private Optional<Cover> search() {
        extend(0, 0, 0);
        if (best.length == 0) {
            return Optional.empty();
        }
        List<Long> parts = new ArrayList<>();
        for (long part : best) {
            parts.add(part);
        }
        return Optional.of(new Cover(parts, bestCost));
    }

    private void extend(long covered, int depth, double cost) {
        if (covered == all) {
            accept(depth, cost);
            return;
        }
        Columns own = byLowest[Long.numberOfTrailingZeros(~covered)];
        for (int k = 0; k < own.size(); k++) {
            double more = cost + own.cost(k);
            if (more > bestCost + slack || --stepsLeft < 0) {
                return;
            }
            long set = own.set(k);
            if ((set & covered) == 0) {
                chosen[depth] = set;
                extend(covered | set, depth + 1, more);
            }
        }
    }

    private void accept(int depth, double cost) {
        double value = 0;
        for (int k = 0; k < depth; k++) {
            value += game.value(chosen[k]);
        }
        if (value > bestValue) {
            bestValue = value;
            bestCost = Math.min(bestCost, cost);
            best = Arrays.copyOf(chosen, depth);
        }
    }

    /// Some cover: for each player in turn the cheapest column that fits.
    static List<Long> greedy(int n, Columns[] byLowest) {
        List<Long> parts = new ArrayList<>();
        long covered = 0;
        while (covered != (1L << n) - 1) {
            int lowest = Long.numberOfTrailingZeros(~covered);
            long next = 1L << lowest;
            Columns own = byLowest[lowest];
            for (int k = 0; k < own.size(); k++) {
                if ((own.set(k) & covered) == 0) {
                    next = own.set(k);
                    break;
                }
            }
            parts.add(next);
            covered |= next;
        }
        return parts;
    }
}
