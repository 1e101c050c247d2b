package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
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
        new Tree(points, interest, leastLeaf, hits, leaves).grow(sorted(points), List.of());
        return leaves;
    }

    /// By factor, the runs from its lowest value to its highest.
    private static int[][] sorted(double[][] points) {
        int[][] sorted = new int[points.length == 0 ? 0 : points[0].length][];
        for (int f = 0; f < sorted.length; f++) {
            int factor = f;
            sorted[f] = IntStream.range(0, points.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(r -> points[r][factor]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return sorted;
    }

    private record Split(int factor, double value, double impurity) {}

    /// What is the same in every branch.
    private static final class Tree {
        private final double[][] points;
        private final boolean[] interest;
        private final int leastLeaf;
        private final int allHits;
        private final List<Box> leaves;

        Tree(double[][] points, boolean[] interest, int leastLeaf, int allHits, List<Box> leaves) {
            this.points = points;
            this.interest = interest;
            this.leastLeaf = leastLeaf;
            this.allHits = allHits;
            this.leaves = leaves;
        }

        /// @param runs of this branch, by factor in the order of its values: sorted once, and parted in that order
        void grow(int[][] runs, List<Bound> bounds) {
            int n = runs.length == 0 ? points.length : runs[0].length;
            int hits = runs.length == 0 ? allHits : hits(runs[0]);
            Split best = hits == 0 || hits == n ? null : bestSplit(runs, hits);
            if (best == null) {
                leaves.add(new Box(bounds, n, hits, points.length, allHits));
                return;
            }
            grow(part(runs, r -> points[r][best.factor()] <= best.value()), with(bounds, best, true));
            grow(part(runs, r -> points[r][best.factor()] > best.value()), with(bounds, best, false));
        }

        private int hits(int[] runs) {
            int hits = 0;
            for (int r : runs) {
                hits += interest[r] ? 1 : 0;
            }
            return hits;
        }

        private static int[][] part(int[][] runs, IntPredicate in) {
            return Arrays.stream(runs)
                    .map(sorted -> Arrays.stream(sorted).filter(in).toArray())
                    .toArray(int[][]::new);
        }

        private @Nullable Split bestSplit(int[][] runs, int all) {
            Split best = null;
            for (int f = 0; f < runs.length; f++) {
                int[] order = runs[f];
                int n = order.length;
                int hits = 0;
                for (int k = 1; k < n; k++) {
                    hits += interest[order[k - 1]] ? 1 : 0;
                    double before = points[order[k - 1]][f];
                    double after = points[order[k]][f];
                    if (k < leastLeaf || n - k < leastLeaf || before == after) {
                        continue;
                    }
                    double impurity = k * gini(hits, k) + (n - k) * gini(all - hits, n - k);
                    if (best == null || impurity < best.impurity() - 1e-9) {
                        best = new Split(f, before + (after - before) / 2, impurity);
                    }
                }
            }
            return best;
        }
    }

    private static List<Bound> with(List<Bound> bounds, Split split, boolean upper) {
        List<Bound> more = new ArrayList<>(bounds);
        more.removeIf(bound -> bound.factor() == split.factor() && bound.upper() == upper);
        more.add(new Bound(split.factor(), upper, split.value()));
        more.sort(Comparator.comparingInt(Bound::factor).thenComparing(Bound::upper));
        return more;
    }

    private static double gini(int hits, int of) {
        double p = hits / (double) of;
        return 2 * p * (1 - p);
    }
}
