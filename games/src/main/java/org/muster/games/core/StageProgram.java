package org.muster.games.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.muster.games.Coalitions;
import org.muster.games.lp.CutLp;
import org.muster.games.lp.Span;

/// The program of one level over the rows at hand: the smallest `e` with `x(row) + weight e >= value` for all rows
/// outside the span of what is settled, everything settled kept, and lower bounds where there are any.
///
/// It starts from a basis that is always feasible and never unbounded: the settled equalities, the most pressing
/// row with its opposite, and further rows that complete the basis at weight 0. (Dropping settled rows without
/// keeping such a pair leaves programs without a lower bound, as gloves do.) The opposite bounds this level only:
/// what it says about earlier levels is for the search over all coalitions to find. Where the opposite does not
/// count, as with weights that may be negative, its place is taken by a floor far below all levels, which must not
/// be what holds the level up.
final class StageProgram {
    /// An equality that is settled.
    record Settled(long plus, long minus, double value) {}

    /// What the program found.
    ///
    /// @param x shares
    record Outcome(List<Double> x, Stage stage) {
        double[] shares() {
            return x.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static final double POSITIVE = 1e-7;

    /// Below all levels, in parts of the largest value over the largest weight.
    private static final double FLOOR = -1e6;

    private static final int NO_FLOOR = -1;

    private final int n;
    private final double scale;
    private final double weightScale;
    private final CutLp lp;
    private final List<Cut> rows = new ArrayList<>();
    private final List<Integer> bounds = new ArrayList<>();
    private final int floor;
    private int firstRow;
    private int firstBound;

    /// @param settled      independent equalities
    /// @param span         what they span
    /// @param outside      rows outside the span, the most pressing first
    /// @param opposite     the opposite of the first of them; it counts only where its weight is above 0
    /// @param lower        lower bounds of the shares, empty for none
    StageProgram(
            int n,
            double scale,
            double weightScale,
            List<Settled> settled,
            Span span,
            List<Cut> outside,
            Cut opposite,
            double[] lower) {
        this.n = n;
        this.scale = scale;
        this.weightScale = weightScale;
        double[] objective = new double[n + 1];
        objective[n] = 1;
        this.lp = new CutLp(objective);
        for (Settled s : settled) {
            lp.add(row(s.plus(), s.minus(), 0), s.value() / scale, true);
        }
        boolean counts = opposite.weight() > 0;
        floor = counts ? NO_FLOOR : addFloor();
        firstRow = lp.rows();
        addRow(outside.getFirst());
        if (counts) {
            addRow(opposite);
        }
        Span reached = span.copy();
        reached.add(outside.getFirst().plus(), outside.getFirst().minus());
        List<Integer> basis = new ArrayList<>();
        for (int j = 0; j < lp.rows(); j++) {
            basis.add(j);
        }
        for (Cut cut : outside.subList(1, outside.size())) {
            if (cut.sameSets(opposite)) {
                continue;
            }
            int row = addRow(cut);
            if (!reached.isFull() && reached.add(cut.plus(), cut.minus())) {
                basis.add(row);
            }
        }
        firstBound = lp.rows();
        for (int i = 0; i < lower.length; i++) {
            int row = lp.add(row(1L << i, 0, 0), lower[i] / scale, false);
            bounds.add(i);
            if (!reached.isFull() && reached.add(1L << i)) {
                basis.add(row);
            }
        }
        lp.start(basis.stream().mapToInt(Integer::intValue).toArray());
    }

    private int addFloor() {
        double[] levelAlone = new double[n + 1];
        levelAlone[n] = 1;
        return lp.add(levelAlone, FLOOR, false);
    }

    private int addRow(Cut cut) {
        rows.add(cut);
        return lp.add(row(cut.plus(), cut.minus(), cut.weight() / weightScale), cut.value() / scale, false);
    }

    private double[] row(long plus, long minus, double weight) {
        double[] row = new double[n + 1];
        for (int i = 0; i < n; i++) {
            row[i] = (Coalitions.has(plus, i) ? 1 : 0) - (Coalitions.has(minus, i) ? 1 : 0);
        }
        row[n] = weight;
        return row;
    }

    Outcome solve() {
        lp.solve();
        double[] y = lp.solution();
        List<Double> x = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            x.add(y[i] * scale);
        }
        int[] basis = lp.basis();
        double[] weights = lp.weights();
        double most = 0;
        for (int k = 0; k < basis.length; k++) {
            most = basis[k] >= firstRow ? Math.max(most, weights[k]) : most;
        }
        for (int k = 0; k < basis.length; k++) {
            if (basis[k] == floor && weights[k] > POSITIVE * most) {
                throw new ArithmeticException("the rows at hand leave the level without a lower bound");
            }
        }
        record Weighed(int row, double weight) {}
        List<Weighed> positive = new ArrayList<>();
        for (int k = 0; k < basis.length; k++) {
            if (basis[k] >= firstRow && weights[k] > POSITIVE * most) {
                positive.add(new Weighed(basis[k], weights[k]));
            }
        }
        positive.sort(Comparator.comparingInt(Weighed::row));
        List<Cut> tight = new ArrayList<>();
        List<Double> weightsOfTight = new ArrayList<>();
        List<Integer> atBound = new ArrayList<>();
        for (Weighed w : positive) {
            if (w.row() < firstBound) {
                tight.add(rows.get(w.row() - firstRow));
                weightsOfTight.add(w.weight());
            } else {
                atBound.add(bounds.get(w.row() - firstBound));
            }
        }
        return new Outcome(x, new Stage(y[n] * scale / weightScale, tight, weightsOfTight, atBound));
    }

    int pivots() {
        return lp.pivots();
    }
}
