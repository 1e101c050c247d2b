package org.muster.games.estimate;

import java.util.List;
import org.muster.games.Coalitions;

/// Least squares on signs: `g(S)` against `+1` for players inside and `-1` for players outside, with a light ridge.
final class LeastSquares {
    private LeastSquares() {}

    static double[] fit(int n, List<Long> masks, double[] g) {
        double[][] normal = new double[n][n + 1];
        for (int p = 0; p < masks.size(); p++) {
            long mask = masks.get(p);
            for (int i = 0; i < n; i++) {
                double xi = sign(mask, i);
                for (int j = 0; j < n; j++) {
                    normal[i][j] += xi * sign(mask, j);
                }
                normal[i][n] += xi * g[p];
            }
        }
        for (int i = 0; i < n; i++) {
            normal[i][i] += 1e-9 * masks.size();
        }
        return solve(normal, n);
    }

    static double predict(double[] slope, long mask) {
        double sum = 0;
        for (int i = 0; i < slope.length; i++) {
            sum += sign(mask, i) * slope[i];
        }
        return sum;
    }

    private static double sign(long mask, int i) {
        return Coalitions.has(mask, i) ? 1 : -1;
    }

    /// Elimination without exchange: the matrix is positive definite.
    private static double[] solve(double[][] a, int n) {
        for (int c = 0; c < n; c++) {
            for (int r = c + 1; r < n; r++) {
                double factor = a[r][c] / a[c][c];
                for (int j = c; j <= n; j++) {
                    a[r][j] -= factor * a[c][j];
                }
            }
        }
        double[] x = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double sum = a[r][n];
            for (int j = r + 1; j < n; j++) {
                sum -= a[r][j] * x[j];
            }
            x[r] = sum / a[r][r];
        }
        return x;
    }
}
