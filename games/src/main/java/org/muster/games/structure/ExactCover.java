package org.muster.games.structure;

import org.muster.games.Coalitions;

/// The cheapest partition of all players into given columns, depth first on the lowest player not yet covered, columns
/// by rising cost, cut off where the cost exceeds the best known or the budget.
final class ExactCover {
    private final Columns[] byLowest;
    private final BestKnown best;
    private final double budget;
    private final double slack;
    private final Seen seen;
    private final long all;
    private final long[] chosen;

    /// @param byLowest the columns by their lowest player, cheapest first
    /// @param slack    partitions whose costs are that close are told apart by their value
    ExactCover(Columns[] byLowest, BestKnown best, double budget, double slack, Seen seen) {
        int n = byLowest.length;
        this.byLowest = byLowest;
        this.best = best;
        this.budget = budget;
        this.slack = slack;
        this.seen = seen;
        this.all = Coalitions.grand(n);
        this.chosen = new long[n];
    }

    /// Offers `best` every partition of these columns that may be the best of those within the budget.
    void search() {
        extend(0, 0, 0);
    }

    private void extend(long covered, int depth, double cost) {
        if (covered == all) {
            best.offer(chosen, depth, 0, cost);
            return;
        }
        Columns own = byLowest[Long.numberOfTrailingZeros(~covered)];
        for (int k = 0; k < own.size(); k++) {
            double more = cost + own.cost(k);
            if (more > Math.min(best.cost(), budget) + slack || !best.step()) {
                return;
            }
            long set = own.set(k);
            if ((set & covered) == 0 && !seen.before(covered | set, more)) {
                chosen[depth] = set;
                extend(covered | set, depth + 1, more);
            }
        }
    }
}
