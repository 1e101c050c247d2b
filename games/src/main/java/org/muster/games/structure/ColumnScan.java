package org.muster.games.structure;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// Finds coalitions that may form by their reduced cost, in one pass.
record ColumnScan(Game game, SideConditions conditions, int threads) {
    /// A coalition with its value and its reduced cost `y(S) - v(S)`.
    record Column(long coalition, double value, double cost) {}

    /// Columns, and whether they are all that were asked for: where there are too many, each chunk of the pass stops
    /// early.
    record Within(Columns columns, boolean all) {
        int size() {
            return columns.size();
        }
    }

    private static final int MOST_COLUMNS_OF_CHUNK = 500_000;

    private interface Visitor {
        /// @return the reduced cost below which coalitions are still wanted
        double at(long coalition, double value, double cost);
    }

    /// The coalitions whose price is below their value, the worst first.
    List<Column> broken(double[] prices, int most) {
        Comparator<Column> worst = Comparator.comparingDouble(Column::cost).thenComparingLong(Column::coalition);
        return visit(prices, -Double.MIN_VALUE, () -> new Worst(most, -Double.MIN_VALUE, worst)).stream()
                .flatMap(part -> part.kept.stream())
                .sorted(worst)
                .limit(most)
                .toList();
    }

    /// The coalitions whose reduced cost is at most the budget.
    Within within(double[] prices, double budget) {
        List<Columns> parts = visit(prices, budget, () -> new Collected(budget)).stream()
                .map(part -> part.kept)
                .toList();
        return new Within(
                Columns.together(parts), parts.stream().allMatch(part -> part.size() < MOST_COLUMNS_OF_CHUNK));
    }

    private static final class Worst implements Visitor {
        private final int most;
        private final double limit;
        private final PriorityQueue<Column> kept;

        Worst(int most, double limit, Comparator<Column> worst) {
            this.most = most;
            this.limit = limit;
            this.kept = new PriorityQueue<>(worst.reversed());
        }

        @Override
        public double at(long coalition, double value, double cost) {
            kept.add(new Column(coalition, value, cost));
            if (kept.size() > most) {
                kept.poll();
            }
            Column best = kept.peek();
            return best == null || kept.size() < most ? limit : best.cost();
        }
    }

    private static final class Collected implements Visitor {
        private final double budget;
        private final Columns kept = new Columns(256);

        Collected(double budget) {
            this.budget = budget;
        }

        @Override
        public double at(long coalition, double value, double cost) {
            kept.add(coalition, cost);
            return kept.size() < MOST_COLUMNS_OF_CHUNK ? budget : Double.NEGATIVE_INFINITY;
        }
    }

    private <V extends Visitor> List<V> visit(double[] prices, double limit, Supplier<V> keepers) {
        int n = game.players();
        if (n < Kernel.BLOCK_BITS) {
            V keeper = keepers.get();
            double below = limit;
            for (long mask = 1; mask < Coalitions.count(n); mask++) {
                double value = game.value(mask);
                double cost = Coalitions.sum(prices, mask) - value;
                if (cost <= below && conditions.allow(mask)) {
                    below = keeper.at(mask, value, cost);
                }
            }
            return List.of(keeper);
        }
        double[] low = Coalitions.sums(prices, 0, Kernel.BLOCK_BITS);
        int chunks = Blocks.chunks(Blocks.count(game));
        Kernel kernel = Kernel.best();
        return Parallel.inOrder(chunks, threads, chunk -> {
            V keeper = keepers.get();
            double[] below = {limit};
            Blocks.walk(game, chunk, chunks, (block, values, offset) -> {
                long high = block << Kernel.BLOCK_BITS;
                double highPrice = Coalitions.sum(prices, high);
                if (highPrice - kernel.most(values, offset, low) <= below[0]) {
                    for (int j = 0; j < Kernel.BLOCK; j++) {
                        double cost = low[j] + highPrice - values[offset + j];
                        if (cost <= below[0] && high + j != 0 && conditions.allow(high + j)) {
                            below[0] = keeper.at(high + j, values[offset + j], cost);
                        }
                    }
                }
            });
            return keeper;
        });
    }
}
