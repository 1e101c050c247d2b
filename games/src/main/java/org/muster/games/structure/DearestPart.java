package org.muster.games.structure;

import org.muster.games.Coalitions;
import org.muster.games.Game;

/// The cheapest partition with one part dearer than half the budget, which no column need hold: the other parts then
/// cost less than half of it together, and the dear one is what they leave.
///
/// So the columns go to half the budget only. Their number grows by a power of the budget with the number of players,
/// which makes a table of millions into one of thousands.
final class DearestPart {
    private final Game game;
    private final SideConditions conditions;
    private final Prices prices;
    private final Columns[] byLowest;
    private final BestKnown best;
    private final double budget;
    private final double slack;
    private final Seen seen;
    private final int n;
    private final long all;
    private final long[] chosen;

    /// @param byLowest the columns by their lowest player, cheapest first
    /// @param slack    partitions whose costs are that close are told apart by their value
    DearestPart(
            ColumnScan scan,
            Prices prices,
            Columns[] byLowest,
            BestKnown best,
            double budget,
            double slack,
            Seen seen) {
        this.game = scan.game();
        this.conditions = scan.conditions();
        this.prices = prices;
        this.byLowest = byLowest;
        this.best = best;
        this.budget = budget;
        this.slack = slack;
        this.seen = seen;
        this.n = byLowest.length;
        this.all = Coalitions.grand(n);
        this.chosen = new long[n];
    }

    /// Offers `best` every partition into columns and one more part that may be the best of those within the budget, if
    /// that part costs more than half of it; and others on the way.
    void search() {
        extend(0, 0, 0, 0);
    }

    /// Adds parts whose lowest player is `from` or higher: each set of parts is met in one order only.
    private void extend(long covered, int from, int depth, double cost) {
        long rest = all & ~covered;
        if (rest == 0) {
            best.offer(chosen, depth, 0, cost);
            return;
        }
        if (conditions.allow(rest)) {
            double total = cost + prices.of(rest) - game.value(rest);
            if (total <= best.cost() + slack) {
                best.offer(chosen, depth, rest, total);
            }
        }
        for (int lowest = from; lowest < n; lowest++) {
            if ((covered >>> lowest & 1) == 0) {
                add(byLowest[lowest], covered, lowest + 1, depth, cost);
            }
        }
    }

    private void add(Columns own, long covered, int from, int depth, double cost) {
        for (int k = 0; k < own.size(); k++) {
            double more = cost + own.cost(k);
            if (more > Math.min(best.cost(), budget) - budget / 2 + slack || !best.step()) {
                return;
            }
            long set = own.set(k);
            // at most 32 players: the mask fits the low half, `from` goes into the high half
            if ((set & covered) == 0 && !seen.before((long) from << Integer.SIZE | covered | set, more)) {
                chosen[depth] = set;
                extend(covered | set, from, depth + 1, more);
            }
        }
    }
}
