package org.muster.plan.solve;

import java.util.ArrayList;
import java.util.List;

/// What is left of a model once some levels are at their best: narrower bounds, rows that must be tight, and cuts.
///
/// Mutable, and confined to one call of [Lexicographic#solve].
final class Face {
    final LinearModel model;
    final long[] lower;
    final long[] upper;
    final long[] rowLower;
    final long[] rowUpper;
    final List<LinearModel.Row> cuts = new ArrayList<>();

    Face(LinearModel model) {
        this.model = model;
        int n = model.variables().size();
        int m = model.rows().size();
        lower = new long[n];
        upper = new long[n];
        for (int j = 0; j < n; j++) {
            lower[j] = model.variables().get(j).lower();
            upper[j] = model.variables().get(j).upper();
        }
        rowLower = new long[m];
        rowUpper = new long[m];
        for (int i = 0; i < m; i++) {
            rowLower[i] = model.rows().get(i).lower();
            rowUpper[i] = model.rows().get(i).upper();
        }
    }

    /// A face with the same rows and cuts and bounds of its own.
    Face(Face other) {
        model = other.model;
        lower = other.lower.clone();
        upper = other.upper.clone();
        rowLower = other.rowLower.clone();
        rowUpper = other.rowUpper.clone();
        cuts.addAll(other.cuts);
    }

    /// Demands that a level stays at most at `value`.
    void cut(Level level, long value) {
        cuts.add(new LinearModel.Row(
                level.name(), level.variables(), level.coefficients(), LinearModel.NO_LOWER, value));
    }

    /// Whether whole values lie on the face, in exact arithmetic.
    boolean holds(long[] values) {
        for (int j = 0; j < values.length; j++) {
            if (values[j] < lower[j] || values[j] > upper[j]) {
                return false;
            }
        }
        for (int i = 0; i < rowLower.length; i++) {
            long value = model.rows().get(i).valueOf(values);
            if (value < rowLower[i] || value > rowUpper[i]) {
                return false;
            }
        }
        for (LinearModel.Row cut : cuts) {
            if (!cut.holdsFor(values)) {
                return false;
            }
        }
        return true;
    }

    /// Whether nothing but one value is left of every variable.
    boolean isPoint() {
        for (int j = 0; j < lower.length; j++) {
            if (lower[j] != upper[j]) {
                return false;
            }
        }
        return true;
    }
}
