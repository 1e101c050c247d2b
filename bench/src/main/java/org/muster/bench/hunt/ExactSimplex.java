package org.muster.bench.hunt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Maximises `c w` subject to `A w = b`, `w >= 0`, in rational numbers, by the textbook: a full tableau, two phases,
/// Bland's rule throughout. Slow.
final class ExactSimplex {
    /// An optimum.
    ///
    /// @param w       the point
    /// @param prices  one a line: `prices A >= c`, `prices b` is the optimum
    record Optimum(List<Ratio> w, List<Ratio> prices) {}

    private final Ratio[][] lines;
    private final int[] basis;
    private final int columns;
    private final int count;

    /// @param a lines by columns
    private ExactSimplex(Ratio[][] a, Ratio[] b) {
        this.count = a.length;
        this.columns = count == 0 ? 0 : a[0].length;
        this.lines = new Ratio[count + 1][columns + count + 1];
        this.basis = new int[count];
        for (int i = 0; i < count; i++) {
            boolean turned = b[i].sign() < 0;
            Arrays.fill(lines[i], Ratio.ZERO);
            for (int j = 0; j < columns; j++) {
                lines[i][j] = turned ? Ratio.ZERO.minus(a[i][j]) : a[i][j];
            }
            lines[i][columns + i] = turned ? Ratio.of(-1) : Ratio.ONE; // so that the prices are of the line as given
            lines[i][columns + count] = turned ? Ratio.ZERO.minus(b[i]) : b[i];
            basis[i] = columns + i;
        }
    }

    /// The optimum; nothing where no `w` meets all lines.
    ///
    /// @throws ArithmeticException where there is no upper bound
    static Optional<Optimum> maximise(Ratio[][] a, Ratio[] b, Ratio[] c) {
        ExactSimplex simplex = new ExactSimplex(a, b);
        if (!simplex.feasible()) {
            return Optional.empty();
        }
        simplex.price(c);
        simplex.run();
        return Optional.of(simplex.optimum());
    }

    /// Whether any `w >= 0` meets all lines.
    static boolean isFeasible(Ratio[][] a, Ratio[] b) {
        return new ExactSimplex(a, b).feasible();
    }

    private boolean feasible() {
        // the cost of what is artificial, expressed by the columns
        for (int j = 0; j < lines[count].length; j++) {
            Ratio sum = Ratio.ZERO;
            for (int i = 0; i < count; i++) {
                sum = sum.plus(lines[i][j]);
            }
            boolean artificial = j >= columns && j < columns + count;
            lines[count][j] = artificial ? Ratio.ZERO : Ratio.ZERO.minus(sum);
        }
        run();
        if (lines[count][columns + count].sign() != 0) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < columns && basis[i] >= columns; j++) {
                if (lines[i][j].sign() != 0) {
                    pivot(i, j);
                }
            }
        }
        return true;
    }

    private void price(Ratio[] c) {
        for (int j = 0; j < lines[count].length; j++) {
            Ratio z = j < columns ? Ratio.ZERO.minus(c[j]) : Ratio.ZERO;
            for (int i = 0; i < count; i++) {
                if (basis[i] < columns) {
                    z = z.plus(c[basis[i]].times(lines[i][j]));
                }
            }
            lines[count][j] = z;
        }
    }

    private void run() {
        while (true) {
            int entering = -1;
            for (int j = 0; j < columns && entering < 0; j++) {
                entering = lines[count][j].sign() < 0 ? j : -1;
            }
            if (entering < 0) {
                return;
            }
            int leaving = -1;
            for (int i = 0; i < count; i++) {
                if (lines[i][entering].sign() > 0 && (leaving < 0 || isBefore(i, leaving, entering))) {
                    leaving = i;
                }
            }
            if (leaving < 0) {
                throw new ArithmeticException("no upper bound");
            }
            pivot(leaving, entering);
        }
    }

    private boolean isBefore(int i, int k, int entering) {
        int right = columns + count;
        int compared = lines[i][right].over(lines[i][entering]).compareTo(lines[k][right].over(lines[k][entering]));
        return compared < 0 || (compared == 0 && basis[i] < basis[k]);
    }

    private void pivot(int leaving, int entering) {
        Ratio by = lines[leaving][entering];
        for (int j = 0; j < lines[leaving].length; j++) {
            lines[leaving][j] = lines[leaving][j].sign() == 0 ? Ratio.ZERO : lines[leaving][j].over(by);
        }
        for (int i = 0; i <= count; i++) {
            Ratio factor = lines[i][entering];
            if (i != leaving && factor.sign() != 0) {
                for (int j = 0; j < lines[i].length; j++) {
                    if (lines[leaving][j].sign() != 0) {
                        lines[i][j] = lines[i][j].minus(factor.times(lines[leaving][j]));
                    }
                }
            }
        }
        basis[leaving] = entering;
    }

    private Optimum optimum() {
        Ratio[] w = new Ratio[columns];
        Arrays.fill(w, Ratio.ZERO);
        for (int i = 0; i < count; i++) {
            if (basis[i] < columns) {
                w[basis[i]] = lines[i][columns + count];
            }
        }
        Ratio[] prices = new Ratio[count];
        for (int i = 0; i < count; i++) {
            prices[i] = lines[count][columns + i];
        }
        return new Optimum(List.of(w), List.of(prices));
    }
}
