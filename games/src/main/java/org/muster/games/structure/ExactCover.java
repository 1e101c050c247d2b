package org.muster.games.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The cheapest exact cover of all players by given columns, depth first on the lowest player not yet covered, columns
/// by
/// rising cost, cut off where the cost exceeds the best known or the budget.
final class ExactCover {
    /// A partition.
    record Cover(List<Long> parts, double cost) {}

    private final long all;
    private final long[][] sets;
    private final double[][] costs;
    private final double[][] values;
    private final double slack;
    private final long[] chosen;
    private long[] best = new long[0];
    private double bestCost;
    private double bestValue = Double.NEGATIVE_INFINITY;

    private ExactCover(int n, List<ColumnScan.Column> columns, double budget, double slack) {
        this.all = (1L << n) - 1;
        this.slack = slack;
        this.bestCost = budget;
        this.chosen = new long[n];
        this.sets = new long[n][];
        this.costs = new double[n][];
        this.values = new double[n][];
        List<List<ColumnScan.Column>> byLowest = byLowest(n, columns);
        for (int i = 0; i < n; i++) {
            List<ColumnScan.Column> own = byLowest.get(i);
            sets[i] = own.stream().mapToLong(ColumnScan.Column::coalition).toArray();
            costs[i] = own.stream().mapToDouble(ColumnScan.Column::cost).toArray();
            values[i] = own.stream().mapToDouble(ColumnScan.Column::value).toArray();
        }
    }

    private static List<List<ColumnScan.Column>> byLowest(int n, List<ColumnScan.Column> columns) {
        List<List<ColumnScan.Column>> byLowest = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            byLowest.add(new ArrayList<>());
        }
        for (ColumnScan.Column column : columns) {
            byLowest.get(Long.numberOfTrailingZeros(column.coalition())).add(column);
        }
        for (List<ColumnScan.Column> own : byLowest) {
            own.sort(Comparator.comparingDouble(ColumnScan.Column::cost)
                    .thenComparingLong(ColumnScan.Column::coalition));
        }
        return byLowest;
    }

    /// The cheapest cover within the budget; covers within `slack` of each other are told apart by their value.
    static Optional<Cover> cheapest(int n, List<ColumnScan.Column> columns, double budget, double slack) {
        ExactCover search = new ExactCover(n, columns, budget, slack);
        search.extend(0, 0, 0, 0);
        if (search.best.length == 0) {
            return Optional.empty();
        }
        List<Long> parts = new ArrayList<>();
        for (long part : search.best) {
            parts.add(part);
        }
        return Optional.of(new Cover(parts, search.bestCost));
    }

    private void extend(long covered, int depth, double cost, double value) {
        if (covered == all) {
            if (value > bestValue) {
                bestValue = value;
                bestCost = Math.min(bestCost, cost);
                best = Arrays.copyOf(chosen, depth);
            }
            return;
        }
        int lowest = Long.numberOfTrailingZeros(~covered);
        long[] own = sets[lowest];
        for (int k = 0; k < own.length; k++) {
            double more = cost + costs[lowest][k];
            if (more > bestCost + slack) {
                return;
            }
            if ((own[k] & covered) == 0) {
                chosen[depth] = own[k];
                extend(covered | own[k], depth + 1, more, value + values[lowest][k]);
            }
        }
    }

    /// Some cover: for each player in turn the cheapest column that fits.
    static List<Long> greedy(int n, List<ColumnScan.Column> columns) {
        List<List<ColumnScan.Column>> byLowest = byLowest(n, columns);
        List<Long> parts = new ArrayList<>();
        long covered = 0;
        while (covered != (1L << n) - 1) {
            int lowest = Long.numberOfTrailingZeros(~covered);
            long taken = covered;
            long next = byLowest.get(lowest).stream()
                    .mapToLong(ColumnScan.Column::coalition)
                    .filter(s -> (s & taken) == 0)
                    .findFirst()
                    .orElse(1L << lowest);
            parts.add(next);
            covered |= next;
        }
        return parts;
    }
}
