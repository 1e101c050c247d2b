package org.muster.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    /// Of which level each cut is.
    final List<Integer> cutLevels = new ArrayList<>();

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
        cutLevels.addAll(other.cutLevels);
    }

    /// The rows of the model and the cuts together.
    int rows() {
        return rowLower.length + cuts.size();
    }

    /// Demands that a level, the `index`-th, stays at most at `value`.
    void cut(Level level, int index, long value) {
        cutLevels.add(index);
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

    /// A price on one row that shows that nothing meets the face, where a row alone does: what its variables can add up
    /// to at the least is above its upper side, or at the most below its lower one.
    Optional<ExactBound> brokenRow() {
        int m = rowLower.length;
        for (int i = 0; i < rows(); i++) {
            LinearModel.Row row = i < m ? model.rows().get(i) : cuts.get(i - m);
            long rowLow = i < m ? rowLower[i] : row.lower();
            long rowHigh = i < m ? rowUpper[i] : row.upper();
            long least = 0;
            long most = 0;
            for (int k = 0; k < row.variables().length; k++) {
                long c = row.coefficients()[k];
                int j = row.variables()[k];
                least += c * (c > 0 ? lower[j] : upper[j]);
                most += c * (c > 0 ? upper[j] : lower[j]);
            }
            if (rowHigh != LinearModel.NO_UPPER && least > rowHigh) {
                return Optional.of(ExactBound.ofRow(this, i, -1));
            }
            if (rowLow != LinearModel.NO_LOWER && most < rowLow) {
                return Optional.of(ExactBound.ofRow(this, i, 1));
            }
        }
        return Optional.empty();
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
