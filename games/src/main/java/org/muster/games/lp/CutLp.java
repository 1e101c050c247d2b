package org.muster.games.lp;

import java.util.Arrays;
import java.util.Locale;

/// A linear program with few unknowns and rows that keep coming:
/// minimise `p y` subject to `a_j y >= v_j` (and `= v_j` for equalities), `y` free, at most a few dozen unknowns.
///
/// Solved through its dual, `max v w` with `sum of w_j a_j = p`, `w_j >= 0` (free for equalities), by the revised
/// primal simplex method with an explicit inverse of the basis: a new row of the program is a new column of the
/// dual, so the basis stays feasible and the next solve starts where the last one ended. The programs of coalition
/// games are degenerate through and through (almost all of `p` is 0), so each solve first shifts the right side so
/// that every basic weight is positive, and takes the shift back at the end with a few dual simplex steps where
/// that is needed: no cycling, and a vertex that is optimal for the true program. Optimality is verified on the
/// dual side: no row violated by more than [#TOLERANCE], no basic weight below `-TOLERANCE`.
///
/// Values should be scaled to about 1. An iteration costs O(unknowns * rows).
///
/// Source: V. Chvatal, *Linear Programming*, 1983, chapters 7, 8 and 10; the shift follows P. Wolfe, *A technique for
/// resolving degeneracy in linear programming*, 1963.
public final class CutLp {
    /// How far a row may be violated, relative to values of about 1.
    public static final double TOLERANCE = 1e-12;

    private static final double PIVOT = 1e-9;
    private static final int REFACTOR_EVERY = 60;
    private static final int MOST_PIVOTS = 200_000;

    private final int dim;
    private final double[] objective;
    private double[][] a;
    private double[] v;
    private boolean[] equality;
    private boolean[] basic;
    private int rows;

    private final int[] basis;
    private double[][] inverse;
    private double[] weight;
    private double[] y;
    private int sinceFactor;
    private int pivots;
    private long shiftSeed = 0x5DEECE66DL;

    /// A program without rows.
    ///
    /// @param objective `p`
    public CutLp(double[] objective) {
        this.dim = objective.length;
        this.objective = objective.clone();
        this.a = new double[dim][64];
        this.v = new double[64];
        this.equality = new boolean[64];
        this.basic = new boolean[64];
        this.basis = new int[dim];
        this.inverse = new double[dim][dim];
        this.weight = new double[dim];
        this.y = new double[dim];
    }

    /// Adds a row and returns its number.
    public int add(double[] row, double value, boolean isEquality) {
        if (rows == v.length) {
            int size = 2 * rows;
            for (int i = 0; i < dim; i++) {
                a[i] = Arrays.copyOf(a[i], size);
            }
            v = Arrays.copyOf(v, size);
            equality = Arrays.copyOf(equality, size);
            basic = Arrays.copyOf(basic, size);
        }
        for (int i = 0; i < dim; i++) {
            a[i][rows] = row[i];
        }
        v[rows] = value;
        equality[rows] = isEquality;
        return rows++;
    }

    /// Starts from the given rows, one per unknown, linearly independent, all equalities among them, such that `p` is a
    /// combination of them with non-negative weights on the inequalities.
    public void start(int[] rowsOfBasis) {
        Arrays.fill(basic, false);
        for (int k = 0; k < dim; k++) {
            basis[k] = rowsOfBasis[k];
            basic[rowsOfBasis[k]] = true;
        }
        factor();
    }

    /// Solves from the basis at hand.
    ///
    /// @throws ArithmeticException where no `y` meets all rows
    public void solve() {
        shift();
        primal();
        factor();
        multiply(objective);
        while (dual()) {
            primal();
            factor();
            multiply(objective);
        }
        if (!Double.isFinite(value())) {
            throw new ArithmeticException("the linear program ended without numbers: its values are too far apart");
        }
    }

    /// The optimal `y`.
    public double[] solution() {
        return y.clone();
    }

    /// The optimal `p y`.
    public double value() {
        return dot(objective, y);
    }

    /// The rows of the optimal basis.
    public int[] basis() {
        return basis.clone();
    }

    /// The weights `w` of the rows of the optimal basis: a row with a positive weight holds with equality in every
    /// optimum.
    public double[] weights() {
        return weight.clone();
    }

    /// Pivots made so far.
    public int pivots() {
        return pivots;
    }

    public int rows() {
        return rows;
    }

    private void shift() {
        multiply(objective);
        for (int k = 0; k < dim; k++) {
            if (!equality[basis[k]]) {
                shiftSeed = shiftSeed * 6364136223846793005L + 1442695040888963407L;
                double random = (shiftSeed >>> 11) * 0x1p-53;
                weight[k] = Math.max(weight[k], 0) + 1e-6 * (1 + random);
            }
        }
    }

    private void primal() {
        double[] reduced = new double[rows];
        double[] column = new double[dim];
        double[] direction = new double[dim];
        while (true) {
            price(reduced);
            int entering = -1;
            double most = TOLERANCE;
            for (int j = 0; j < rows; j++) {
                if (reduced[j] > most && !basic[j]) {
                    most = reduced[j];
                    entering = j;
                }
            }
            if (entering < 0) {
                return;
            }
            for (int i = 0; i < dim; i++) {
                column[i] = a[i][entering];
            }
            for (int k = 0; k < dim; k++) {
                direction[k] = dot(inverse[k], column);
            }
            int leaving = leaving(direction);
            if (leaving < 0) {
                throw new ArithmeticException("the rows of the linear program contradict each other");
            }
            pivot(leaving, entering, direction, weight[leaving] / direction[leaving]);
        }
    }

    private int leaving(double[] direction) {
        int leaving = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < dim; k++) {
            if (direction[k] > PIVOT && !equality[basis[k]]) {
                double ratio = Math.max(weight[k], 0) / direction[k];
                if (ratio < least - 1e-14 || (ratio <= least + 1e-14 && direction[k] > direction[leaving])) {
                    least = Math.min(ratio, least);
                    leaving = k;
                }
            }
        }
        return leaving;
    }

    /// Takes negative weights out of the basis; true where anything had to be done.
    private boolean dual() {
        double[] reduced = new double[rows];
        double[] row = new double[rows];
        double[] column = new double[dim];
        double[] direction = new double[dim];
        boolean changed = false;
        while (true) {
            int leaving = -1;
            double least = -1e-10;
            for (int k = 0; k < dim; k++) {
                if (!equality[basis[k]] && weight[k] < least) {
                    least = weight[k];
                    leaving = k;
                }
            }
            if (leaving < 0) {
                return changed;
            }
            price(reduced);
            Arrays.fill(row, 0);
            for (int i = 0; i < dim; i++) {
                addMultiple(row, a[i], inverse[leaving][i], rows);
            }
            int entering = -1;
            double best = Double.POSITIVE_INFINITY;
            for (int j = 0; j < rows; j++) {
                if (!basic[j] && row[j] < -PIVOT) {
                    double ratio = Math.max(-reduced[j], 0) / -row[j];
                    if (ratio < best - 1e-15 || (ratio <= best && row[j] < row[entering])) {
                        best = ratio;
                        entering = j;
                    }
                }
            }
            if (entering < 0) {
                throw new ArithmeticException("the linear program has no lower bound");
            }
            for (int i = 0; i < dim; i++) {
                column[i] = a[i][entering];
            }
            for (int k = 0; k < dim; k++) {
                direction[k] = dot(inverse[k], column);
            }
            pivot(leaving, entering, direction, weight[leaving] / direction[leaving]);
            changed = true;
        }
    }

    private void pivot(int leaving, int entering, double[] direction, double step) {
        if (++pivots > MOST_PIVOTS) {
            throw new ArithmeticException(
                    String.format(Locale.ROOT, "the linear program did not end within %d pivots", MOST_PIVOTS));
        }
        double[] pivotRow = inverse[leaving];
        double by = 1 / direction[leaving];
        for (int i = 0; i < dim; i++) {
            pivotRow[i] *= by;
        }
        for (int k = 0; k < dim; k++) {
            if (k != leaving && direction[k] != 0) {
                addMultiple(inverse[k], pivotRow, -direction[k], dim);
                weight[k] -= step * direction[k];
            }
        }
        weight[leaving] = step;
        basic[basis[leaving]] = false;
        basic[entering] = true;
        basis[leaving] = entering;
        if (++sinceFactor >= REFACTOR_EVERY) {
            double[] kept = weight.clone();
            factor();
            weight = kept;
        }
        prices();
    }

    /// `v_j - a_j y` for all rows.
    private void price(double[] reduced) {
        System.arraycopy(v, 0, reduced, 0, rows);
        for (int i = 0; i < dim; i++) {
            addMultiple(reduced, a[i], -y[i], rows);
        }
    }

    private static void addMultiple(double[] to, double[] from, double by, int count) {
        for (int j = 0; j < count; j++) {
            to[j] += by * from[j];
        }
    }

    private void prices() {
        Arrays.fill(y, 0);
        for (int k = 0; k < dim; k++) {
            addMultiple(y, inverse[k], v[basis[k]], dim);
        }
    }

    private void multiply(double[] rightSide) {
        for (int k = 0; k < dim; k++) {
            weight[k] = dot(inverse[k], rightSide);
        }
    }

    /// Inverts the basis by Gauss-Jordan elimination with row exchange.
    private void factor() {
        double[][] left = new double[dim][dim];
        double[][] right = new double[dim][dim];
        for (int k = 0; k < dim; k++) {
            for (int i = 0; i < dim; i++) {
                left[i][k] = a[i][basis[k]];
            }
            right[k][k] = 1;
        }
        for (int c = 0; c < dim; c++) {
            int best = c;
            for (int r = c + 1; r < dim; r++) {
                if (Math.abs(left[r][c]) > Math.abs(left[best][c])) {
                    best = r;
                }
            }
            if (Math.abs(left[best][c]) < 1e-12) {
                throw new ArithmeticException("the basis of the linear program is singular");
            }
            swap(left, c, best);
            swap(right, c, best);
            double by = 1 / left[c][c];
            for (int i = 0; i < dim; i++) {
                left[c][i] *= by;
                right[c][i] *= by;
            }
            for (int r = 0; r < dim; r++) {
                if (r != c && left[r][c] != 0) {
                    double factor = -left[r][c];
                    addMultiple(left[r], left[c], factor, dim);
                    addMultiple(right[r], right[c], factor, dim);
                }
            }
        }
        inverse = right;
        sinceFactor = 0;
        prices();
    }

    private static void swap(double[][] rows, int a, int b) {
        double[] kept = rows[a];
        rows[a] = rows[b];
        rows[b] = kept;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
