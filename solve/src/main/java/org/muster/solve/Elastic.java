package org.muster.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Optional;

/// A face whose rows may all be broken at a price: by how little can it be?
///
/// Always has a solution. Where the least price is above zero, its row prices, rounded, show in whole arithmetic that
/// nothing meets the face ([ExactBound#infeasibility]); where it is zero, its values show where a point may lie. GLOP's
/// own word that a face is empty is not enough: it has been wrong on faces that hold a point.
///
/// Source: J. Chinneck, *Feasibility and Infeasibility in Optimization*, 2008, section 6.1 (elastic programs).
final class Elastic {
    private Elastic() {}

    /// What came of it.
    ///
    /// @param proof  that nothing meets the face; empty where there is none
    /// @param values one per variable, near a point of the face if there is any; empty where GLOP failed
    record Answer(Optional<ExactBound> proof, Optional<double[]> values) {}

    static Answer of(Face face) {
        Solvers.load();
        MPSolver solver = MPSolver.createSolver("GLOP");
        try {
            MPVariable[] x = new MPVariable[face.lower.length];
            for (int j = 0; j < x.length; j++) {
                x[j] = solver.makeNumVar((double) face.lower[j], (double) face.upper[j], "");
            }
            int m = face.rowLower.length;
            MPConstraint[] rows = new MPConstraint[face.rows()];
            double[] scales = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                LinearModel.Row row = i < m ? face.model.rows().get(i) : face.cuts.get(i - m);
                scales[i] = Relaxation.scale(row.coefficients(), 1);
                rows[i] = row(
                        solver,
                        row,
                        i < m ? face.rowLower[i] : row.lower(),
                        i < m ? face.rowUpper[i] : row.upper(),
                        x,
                        scales[i]);
            }
            solver.objective().setMinimization();
            if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
                return new Answer(Optional.empty(), Optional.empty());
            }
            double[] prices = new double[rows.length];
            for (int i = 0; i < prices.length; i++) {
                prices[i] = rows[i].dualValue() / scales[i];
            }
            double[] values = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                values[j] = x[j].solutionValue();
            }
            return new Answer(ExactBound.infeasibility(face, prices), Optional.of(values));
        } finally {
            solver.delete();
        }
    }

    private static MPConstraint row(
            MPSolver solver, LinearModel.Row row, long lower, long upper, MPVariable[] x, double scale) {
        MPConstraint constraint = solver.makeConstraint(
                lower == LinearModel.NO_LOWER ? Double.NEGATIVE_INFINITY : (double) lower / scale,
                upper == LinearModel.NO_UPPER ? Double.POSITIVE_INFINITY : (double) upper / scale,
                "");
        for (int k = 0; k < row.variables().length; k++) {
            constraint.setCoefficient(x[row.variables()[k]], (double) row.coefficients()[k] / scale);
        }
        if (lower != LinearModel.NO_LOWER) {
            constraint.setCoefficient(broken(solver), 1);
        }
        if (upper != LinearModel.NO_UPPER) {
            constraint.setCoefficient(broken(solver), -1);
        }
        return constraint;
    }

    private static MPVariable broken(MPSolver solver) {
        MPVariable by = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
        solver.objective().setCoefficient(by, 1);
        return by;
    }
}
