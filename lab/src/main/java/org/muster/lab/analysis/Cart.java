package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A classification tree: runs are split in two, over and over, where that lets the Gini impurity fall most.
///
/// Source: L. Breiman, J. Friedman, R. Olshen, C. Stone, *Classification and Regression Trees* (1984).
final class Cart {
    private Cart() {}

    /// The leaves as boxes, from the lowest values to the highest; upper bounds are not in the next leaf.
    ///
    /// @param leastLeaf runs that a leaf has at least
    static List<Box> leaves(double[][] points, boolean[] interest, int leastLeaf) {
        int hits = (int)
                IntStream.range(0, interest.length).filter(r -> interest[r]).count();
        List<Box> leaves = new ArrayList<>();
        grow(points, interest, IntStream.range(0, points.length).boxed().toList(), List.of(), leastLeaf, hits, leaves);
        return leaves;
    }

    private record Split(int factor, double value, double impurity) {}

    private static void grow(
            double[][] points,
            boolean[] interest,
            List<Integer> runs,
            List<Bound> bounds,
            int leastLeaf,
            int allHits,
            List<Box> leaves) {
        int hits = (int) runs.stream().filter(r -> interest[r]).count();
        Split best = hits == 0 || hits == runs.size() ? null : bestSplit(points, interest, runs, leastLeaf);
        if (best == null) {
            leaves.add(new Box(bounds, runs.size(), hits, points.length, allHits));
            return;
        }
        List<Integer> below = runs.stream()
                .filter(r -> points[r][best.factor()] <= best.value())
                .toList();
        List<Integer> above = runs.stream()
                .filter(r -> points[r][best.factor()] > best.value())
                .toList();
        grow(points, interest, below, with(bounds, best, true), leastLeaf, allHits, leaves);
        grow(points, interest, above, with(bounds, best, false), leastLeaf, allHits, leaves);
    }

    private static List<Bound> with(List<Bound> bounds, Split split, boolean upper) {
        List<Bound> more = new ArrayList<>(bounds);
        more.removeIf(bound -> bound.factor() == split.factor() && bound.upper() == upper);
        more.add(new Bound(split.factor(), upper, split.value()));
        more.sort(Comparator.comparingInt(Bound::factor).thenComparing(Bound::upper));
        return more;
    }

    private static @Nullable Split bestSplit(double[][] points, boolean[] interest, List<Integer> runs, int leastLeaf) {
        int n = runs.size();
        Split best = null;
        for (int f = 0; f < points[0].length; f++) {
            int factor = f;
            Integer[] order = runs.toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(r -> points[r][factor]));
            int all = (int) runs.stream().filter(r -> interest[r]).count();
            int hits = 0;
            for (int k = 1; k < n; k++) {
                hits += interest[order[k - 1]] ? 1 : 0;
                double before = points[order[k - 1]][factor];
                double after = points[order[k]][factor];
                if (k < leastLeaf || n - k < leastLeaf || before == after) {
                    continue;
                }
                double impurity = k * gini(hits, k) + (n - k) * gini(all - hits, n - k);
                if (best == null || impurity < best.impurity() - 1e-9) {
                    best = new Split(factor, before + (after - before) / 2, impurity);
                }
            }
        }
        return best;
    }

    private static double gini(int hits, int of) {
        double p = hits / (double) of;
        return 2 * p * (1 - p);
    }
}
