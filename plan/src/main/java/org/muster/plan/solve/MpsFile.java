package org.muster.plan.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;

/// A model in free MPS format, as OR-Tools writes it.
public final class MpsFile {
    private MpsFile() {}

    /// The model with the last level as objective and every earlier level held at its proven value.
    ///
    /// @param proofs of the levels before the last; fewer where nothing meets the model
    public static String write(LinearModel model, List<Level> levels, List<Lexicographic.Proof> proofs) {
        Solvers.load();
        MPSolver solver = MPSolver.createSolver("GLOP");
        try {
            MPVariable[] x = new MPVariable[model.variables().size()];
            for (int j = 0; j < x.length; j++) {
                LinearModel.Variable variable = model.variables().get(j);
                x[j] = solver.makeIntVar((double) variable.lower(), (double) variable.upper(), name(variable.name()));
            }
            for (LinearModel.Row row : model.rows()) {
                add(solver, row, x);
            }
            for (int k = 0; k < proofs.size(); k++) {
                Level level = levels.get(k);
                add(
                        solver,
                        new LinearModel.Row(
                                level.name(),
                                level.variables(),
                                level.coefficients(),
                                LinearModel.NO_LOWER,
                                proofs.get(k).value()),
                        x);
            }
            Level last = levels.getLast();
            for (int k = 0; k < last.variables().length; k++) {
                solver.objective().setCoefficient(x[last.variables()[k]], (double) last.coefficients()[k]);
            }
            solver.objective().setMinimization();
            return solver.exportModelAsMpsFormat(false, false);
        } finally {
            solver.delete();
        }
    }

    private static void add(MPSolver solver, LinearModel.Row row, MPVariable[] x) {
        MPConstraint constraint = solver.makeConstraint(
                row.lower() == LinearModel.NO_LOWER ? Double.NEGATIVE_INFINITY : (double) row.lower(),
                row.upper() == LinearModel.NO_UPPER ? Double.POSITIVE_INFINITY : (double) row.upper(),
                name(row.name()));
        for (int k = 0; k < row.variables().length; k++) {
            constraint.setCoefficient(x[row.variables()[k]], (double) row.coefficients()[k]);
        }
    }

    /// MPS separates fields by blanks, so names have none.
    private static String name(String name) {
        return name.replace(' ', '_');
    }
}
