package org.muster.games.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muster.games.Coalitions;
import org.muster.games.lp.Span;

/// The coalitions with the largest excess in a convex game on a graph, where a coalition is worth the edges inside
/// it (weights not negative), by minimum cuts instead of a look at all coalitions: for up to 62 players.
///
/// What a level leaves out is told by classes of players that every settled coalition holds together. A coalition
/// that splits a class is bound by the level: the best of those comes from a minimum cut for each ordered pair of
/// players of a class. One that splits none is a union of classes; as many classes as settled equations leave none
/// of those bound, else all unions are looked at.
///
/// Sources: U. Faigle, W. Kern, J. Kuipers, *On the computation of the nucleolus of a cooperative game*, 2001; J.
/// Kuipers, *A polynomial time
/// algorithm for computing the nucleolus of convex games*, 1996; the cut is A. V. Goldberg's, *Finding a maximum
/// density subgraph*, 1984.
final class GraphSeparation implements Separation {
    private static final int MOST_CLASSES = 22;

    private final int n;
    private final double[][] weight;
    private final CoalitionRows rows;

    /// @param weight symmetric, not negative, 0 on the diagonal
    GraphSeparation(double[][] weight) {
        this.n = weight.length;
        if (n < 1 || n > 62) {
            throw new IllegalArgumentException("cuts are taken for 1 to 62 players, not " + n);
        }
        this.weight = new double[n][];
        this.rows = new CoalitionRows(n, this::value);
        for (int i = 0; i < n; i++) {
            this.weight[i] = weight[i].clone();
            for (int j = 0; j < n; j++) {
                if (!(weight[i][j] >= 0) || weight[i][j] != weight[j][i] || weight[i][i] != 0) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "weights are symmetric, not negative and 0 on the diagonal, but not between %d and %d",
                            i,
                            j));
                }
            }
        }
    }

    @Override
    public int players() {
        return n;
    }

    @Override
    public double grand() {
        return value(Coalitions.grand(n));
    }

    private double value(long mask) {
        double sum = 0;
        for (int i : Coalitions.players(mask)) {
            for (int j = i + 1; j < n; j++) {
                sum += Coalitions.has(mask, j) ? weight[i][j] : 0;
            }
        }
        return sum;
    }

    @Override
    public List<Cut> seeds() {
        return rows.seeds();
    }

    @Override
    public Cut opposite(Cut cut) {
        return rows.opposite(cut);
    }

    @Override
    public List<Cut> broken(double[] x, List<Level> levels, double tolerance, int most) {
        BrokenRows found = new BrokenRows(most);
        for (Level level : levels) {
            List<Long> classes = classes(level);
            for (long together : classes) {
                for (int i : Coalitions.players(together)) {
                    for (int j : Coalitions.players(together & ~(1L << i))) {
                        offer(found, mostWith(x, i, j), x, level, tolerance);
                    }
                }
            }
            if (rank(level) < classes.size()) {
                unions(classes, x, level, tolerance, found);
            }
        }
        return found.worstFirst().stream().distinct().toList();
    }

    private static void offer(BrokenRows found, Cut cut, double[] x, Level level, double tolerance) {
        double by = cut.missing(x, level.e());
        if (by > tolerance && level.binds(cut.plus(), 0)) {
            found.offer(cut, by);
        }
    }

    private int rank(Level level) {
        Span span = new Span(n);
        level.settled().forEach(span::add);
        return span.rank();
    }

    /// Players whom no settled coalition tells apart.
    private List<Long> classes(Level level) {
        Map<List<Boolean>, Long> byPattern = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            int player = i;
            List<Boolean> pattern =
                    level.settled().stream().map(s -> Coalitions.has(s, player)).toList();
            byPattern.merge(pattern, 1L << i, (a, b) -> a | b);
        }
        return List.copyOf(byPattern.values());
    }

    private void unions(List<Long> classes, double[] x, Level level, double tolerance, BrokenRows found) {
        if (classes.size() > MOST_CLASSES) {
            throw new ArithmeticException(String.format(
                    Locale.ROOT,
                    "the settled coalitions leave %d classes of players, too many to look at all unions",
                    classes.size()));
        }
        for (long pick = 1; pick < (1L << classes.size()) - 1; pick++) {
            long union = 0;
            for (int c : Coalitions.players(pick)) {
                union |= classes.get(c);
            }
            offer(found, rows.of(union), x, level, tolerance);
        }
    }

    /// The coalition with `i` and without `j` of the largest excess: with `d(k)` half the weights at `k` less `x(k)`,
    /// the excess of `S` is
    /// `d(S)` less half the weights across the border, so a minimum cut between source and sink finds it.
    private Cut mostWith(double[] x, int i, int j) {
        int source = n;
        int sink = n + 1;
        double[][] capacity = new double[n + 2][n + 2];
        double large = 1;
        for (int k = 0; k < n; k++) {
            double d = -x[k];
            for (int l = 0; l < n; l++) {
                d += weight[k][l] / 2;
                capacity[k][l] = weight[k][l] / 2;
                large += weight[k][l];
            }
            capacity[source][k] = Math.max(0, d);
            capacity[k][sink] = Math.max(0, -d);
            large += Math.abs(d);
        }
        capacity[source][i] = large;
        capacity[j][sink] = large;
        return rows.of(MinimumCut.sourceSide(capacity, source, sink) & Coalitions.grand(n));
    }
}
