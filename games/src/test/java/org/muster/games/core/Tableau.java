package org.muster.games.core;

import java.util.List;

/// The textbook tableau simplex with Bland's rule, for right sides that are not negative: slow and obvious.
final class Tableau {
    private Tableau() {}

    /// The maximum of `objective y` subject to `rows y <= right`, `y >= 0`, or infinity.
    static double maximum(List<double[]> rows, List<Double> right, double[] objective) {
        int m = rows.size();
        int n = objective.length;
        double[][] t = new double[m + 1][n + m + 1];
        int[] basis = new int[m];
        for (int r = 0; r < m; r++) {
            System.arraycopy(rows.get(r), 0, t[r], 0, n);
            t[r][n + r] = 1;
            t[r][n + m] = right.get(r);
            basis[r] = n + r;
        }
        for (int c = 0; c < n; c++) {
            t[m][c] = -objective[c];
        }
        while (true) {
            int enter = -1;
            for (int c = 0; c < n + m && enter < 0; c++) {
                enter = t[m][c] < -1e-9 ? c : -1;
            }
            if (enter < 0) {
                return t[m][n + m];
            }
            int leave = -1;
            for (int r = 0; r < m; r++) {
                if (t[r][enter] > 1e-9) {
                    double compared = leave < 0 ? -1 : t[r][n + m] / t[r][enter] - t[leave][n + m] / t[leave][enter];
                    if (compared < -1e-12 || compared < 1e-12 && basis[r] < basis[leave]) {
                        leave = r;
                    }
                }
            }
            if (leave < 0) {
                return Double.POSITIVE_INFINITY;
            }
            double by = t[leave][enter];
            for (int c = 0; c <= n + m; c++) {
                t[leave][c] /= by;
            }
            for (int r = 0; r <= m; r++) {
                double factor = t[r][enter];
                if (r != leave && factor != 0) {
                    for (int c = 0; c <= n + m; c++) {
                        t[r][c] -= factor * t[leave][c];
                    }
                }
            }
            basis[leave] = enter;
        }
    }
}
