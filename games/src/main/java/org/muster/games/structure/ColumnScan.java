package org.muster.games.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// Finds coalitions that may form by their reduced cost, in one pass.
record ColumnScan(Game game, SideConditions conditions, int threads) {
    /// A coalition with its value and its reduced cost `y(S) - v(S)`.
    record Column(long coalition, double value, double cost) {}

    private interface Visitor {
        /// @return the reduced cost below which coalitions are still wanted
        double at(long coalition, double value, double cost);
    }

    /// The coalitions whose price is below their value by more than the tolerance, the worst first.
    List<Column> broken(double[] prices, double tolerance, int most) {
        Comparator<Column> worst = Comparator.comparingDouble(Column::cost).thenComparingLong(Column::coalition);
        List<List<Column>> parts = visit(prices, -tolerance, () -> new Worst(most, -tolerance, worst));
        return parts.stream().flatMap(List::stream).sorted(worst).limit(most).toList();
    }

    /// The coalitions whose reduced cost is at most the budget, up to about `most` of them.
    List<Column> within(double[] prices, double budget, long most) {
        return visit(prices, budget, () -> new Collected(budget, most)).stream()
                .flatMap(List::stream)
                .limit(most)
                .toList();
    }

    private interface Keeper extends Visitor {
        List<Column> kept();
    }

    private static final class Worst implements Keeper {
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

        @Override
        public List<Column> kept() {
            return List.copyOf(kept);
        }
    }

    private static final class Collected implements Keeper {
        private final double budget;
        private final long most;
        private final List<Column> kept = new ArrayList<>();

        Collected(double budget, long most) {
            this.budget = budget;
            this.most = most;
        }

        @Override
        public double at(long coalition, double value, double cost) {
            kept.add(new Column(coalition, value, cost));
            return kept.size() < most ? budget : Double.NEGATIVE_INFINITY;
        }

        @Override
        public List<Column> kept() {
            return kept;
        }
    }

    private List<List<Column>> visit(double[] prices, double limit, Supplier<Keeper> keepers) {
        int n = game.players();
        if (n < Kernel.BLOCK_BITS) {
            Keeper keeper = keepers.get();
            double below = limit;
            for (long mask = 1; mask < Coalitions.count(n); mask++) {
                double value = game.value(mask);
                double cost = Coalitions.sum(prices, mask) - value;
                if (cost <= below && conditions.allow(mask)) {
                    below = keeper.at(mask, value, cost);
                }
            }
            return List.of(keeper.kept());
        }
        double[] low = Coalitions.sums(prices, 0, Kernel.BLOCK_BITS);
        int chunks = Blocks.chunks(Blocks.count(game));
        Kernel kernel = Kernel.best();
        return Blocks.run(chunks, threads, chunk -> {
            Keeper keeper = keepers.get();
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
            return keeper.kept();
        });
    }
}
