package org.muster.games.structure;

import java.util.Arrays;
import java.util.List;
import org.muster.games.Parallel;

/// Coalitions with their reduced costs, in arrays that grow: there may be millions.
final class Columns {
    private long[] sets;
    private double[] costs;
    private int size;

    /// @param room for so many without growing
    Columns(int room) {
        sets = new long[Math.max(1, room)];
        costs = new double[Math.max(1, room)];
    }

    /// All columns of several.
    static Columns together(List<Columns> parts) {
        Columns all = new Columns(parts.stream().mapToInt(Columns::size).sum());
        for (Columns part : parts) {
            System.arraycopy(part.sets, 0, all.sets, all.size, part.size);
            System.arraycopy(part.costs, 0, all.costs, all.size, part.size);
            all.size += part.size;
        }
        return all;
    }

    /// These columns by their lowest player, cheapest first.
    Columns[] byLowest(int players, int threads) {
        int[] counts = new int[players];
        for (int k = 0; k < size; k++) {
            counts[Long.numberOfTrailingZeros(sets[k])]++;
        }
        Columns[] byLowest = new Columns[players];
        for (int i = 0; i < players; i++) {
            byLowest[i] = new Columns(counts[i]);
        }
        for (int k = 0; k < size; k++) {
            byLowest[Long.numberOfTrailingZeros(sets[k])].add(sets[k], costs[k]);
        }
        Parallel.inOrder(players, threads, i -> {
            byLowest[i].sort();
            return i;
        });
        return byLowest;
    }

    void add(long set, double cost) {
        if (size == sets.length) {
            sets = Arrays.copyOf(sets, 2 * size);
            costs = Arrays.copyOf(costs, 2 * size);
        }
        sets[size] = set;
        costs[size] = cost;
        size++;
    }

    int size() {
        return size;
    }

    long set(int k) {
        return sets[k];
    }

    double cost(int k) {
        return costs[k];
    }

    /// Sorts by cost, equal costs by coalition.
    void sort() {
        sort(0, size - 1);
    }

    /// Quicksort on the middle of three, the smaller part first on the stack; insertion for short stretches.
    private void sort(int from, int to) {
        int low = from;
        int high = to;
        while (high - low > 16) {
            int pivotAt = partition(low, high);
            if (pivotAt - low < high - pivotAt) {
                sort(low, pivotAt);
                low = pivotAt + 1;
            } else {
                sort(pivotAt + 1, high);
                high = pivotAt;
            }
        }
        for (int k = low + 1; k <= high; k++) {
            for (int j = k; j > low && before(j, sets[j - 1], costs[j - 1]); j--) {
                swap(j, j - 1);
            }
        }
    }

    /// Hoare's partition: everything up to the returned place is no later than everything after it.
    private int partition(int low, int high) {
        int middle = (low + high) >>> 1;
        if (before(high, sets[low], costs[low])) {
            swap(low, high);
        }
        if (before(middle, sets[low], costs[low])) {
            swap(middle, low);
        } else if (before(high, sets[middle], costs[middle])) {
            swap(middle, high);
        }
        long set = sets[middle];
        double cost = costs[middle];
        int i = low - 1;
        int j = high + 1;
        while (true) {
            do {
                i++;
            } while (before(i, set, cost));
            do {
                j--;
            } while (after(j, set, cost));
            if (i >= j) {
                return j;
            }
            swap(i, j);
        }
    }

    private boolean before(int k, long set, double cost) {
        return costs[k] < cost || (costs[k] == cost && sets[k] < set);
    }

    private boolean after(int k, long set, double cost) {
        return costs[k] > cost || (costs[k] == cost && sets[k] > set);
    }

    private void swap(int a, int b) {
        long set = sets[a];
        double cost = costs[a];
        sets[a] = sets[b];
        costs[a] = costs[b];
        sets[b] = set;
        costs[b] = cost;
    }
}
