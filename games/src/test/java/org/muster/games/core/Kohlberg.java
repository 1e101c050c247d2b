package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.muster.games.Coalitions;
import org.muster.games.Game;

/// Kohlberg's criterion, checked independently of the solver: for every level of excess the coalitions at or above it
/// (with the players at their lower bound) are balanced. A collection is balanced when no direction of transfers helps
/// one of its members without hurting another, and that is decided here by a plain tableau simplex.
final class Kohlberg {
    private Kohlberg() {}

    static boolean holds(Game game, Excess excess, boolean imputations, double[] x, double tolerance) {
        int n = game.players();
        TreeMap<Double, List<Long>> byExcess = new TreeMap<>();
        for (long s = 1; s < Coalitions.grand(n); s++) {
            double v = game.value(s);
            double weight = excess.weight(game, s, v);
            if (weight > 0) {
                double e = (v - Coalitions.sum(x, s)) / weight;
                Double near = byExcess.floorKey(e + tolerance);
                byExcess.computeIfAbsent(near != null && near > e - tolerance ? near : e, k -> new ArrayList<>())
                        .add(s);
            }
        }
        List<Long> atBound = new ArrayList<>();
        for (int i = 0; imputations && i < n; i++) {
            if (x[i] < game.value(1L << i) - tolerance) {
                return false;
            }
            if (x[i] < game.value(1L << i) + tolerance) {
                atBound.add(1L << i);
            }
        }
        List<Long> above = new ArrayList<>();
        for (List<Long> level : byExcess.descendingMap().values()) {
            above.addAll(level);
            if (!balanced(n, above, atBound)) {
                return false;
            }
            if (rank(n, above) == n) {
                return true;
            }
        }
        return true;
    }

    /// Whether weights exist, positive on `all` and not negative on `free`, with which they add up to the grand
    /// coalition:
    /// maximise the sum of direction gains `d(S)`, 0 <= d(S) <= 1, subject to d(N) = 0, d(i) >= 0 for the free: it is
    /// 0.
    static boolean balanced(int n, List<Long> all, List<Long> free) {
        // Tableau over directions d = p - q, p, q >= 0: rows d(N) <= 0, -d(S) <= 0, d(S) <= 1 (sum), -d(i) <= 0.
        List<double[]> rows = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        double[] objective = new double[2 * n];
        addRow(rows, right, n, Coalitions.grand(n), 1, 0);
        addRow(rows, right, n, Coalitions.grand(n), -1, 0);
        for (long s : all) {
            addRow(rows, right, n, s, -1, 0);
            for (int i = 0; i < n; i++) {
                if (Coalitions.has(s, i)) {
                    objective[i] += 1;
                    objective[n + i] -= 1;
                }
            }
        }
        for (long s : free) {
            addRow(rows, right, n, s, -1, 0);
        }
        rows.add(objective.clone());
        right.add(1.0);
        return Tableau.maximum(rows, right, objective) < 1e-6;
    }

    private static void addRow(List<double[]> rows, List<Double> right, int n, long s, int sign, double bound) {
        double[] row = new double[2 * n];
        for (int i = 0; i < n; i++) {
            if (Coalitions.has(s, i)) {
                row[i] = sign;
                row[n + i] = -sign;
            }
        }
        rows.add(row);
        right.add(bound);
    }

    private static int rank(int n, List<Long> sets) {
        org.muster.games.lp.Span span = new org.muster.games.lp.Span(n);
        sets.forEach(span::add);
        return span.rank();
    }
}
