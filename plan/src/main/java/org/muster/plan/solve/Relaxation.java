package org.muster.plan.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The linear relaxation of a face, solved by GLOP and kept warm from level to level.
final class Relaxation implements AutoCloseable {
    private final Face face;
    private final MPSolver solver;
    private final MPVariable[] x;
    private final List<MPConstraint> rows = new ArrayList<>();

    /// What GLOP says.
    ///
    /// @param values one per variable
    /// @param prices one per row of the model and then per cut
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    record Solution(double[] values, double[] prices) {}

    Relaxation(Face face) {
        Solvers.load();
        this.face = face;
        solver = MPSolver.createSolver("GLOP");
        x = new MPVariable[face.lower.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = solver.makeNumVar((double) face.lower[j], (double) face.upper[j], "");
        }
        for (int i = 0; i < face.rowLower.length; i++) {
            rows.add(Mip.add(solver, face.model.rows().get(i), face.rowLower[i], face.rowUpper[i], x));
        }
    }

    /// Minimises the level over the relaxed face; empty where nothing meets it or GLOP gives up.
    Optional<Solution> minimise(Level level) {
        follow();
        MPObjective objective = solver.objective();
        objective.clear();
        for (int k = 0; k < level.variables().length; k++) {
            objective.setCoefficient(x[level.variables()[k]], (double) level.coefficients()[k]);
        }
        objective.setMinimization();
        MPSolverParameters parameters = new MPSolverParameters();
        if (solver.solve(parameters) != MPSolver.ResultStatus.OPTIMAL) {
            return Optional.empty();
        }
        double[] values = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            values[j] = x[j].solutionValue();
        }
        double[] prices = new double[rows.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = rows.get(i).dualValue();
        }
        return Optional.of(new Solution(values, prices));
    }

    /// Brings the solver's bounds and rows up to the face, which has narrowed since.
    private void follow() {
        for (int j = 0; j < x.length; j++) {
            if (x[j].lb() != face.lower[j] || x[j].ub() != face.upper[j]) {
                x[j].setBounds((double) face.lower[j], (double) face.upper[j]);
            }
        }
        for (int i = 0; i < face.rowLower.length; i++) {
            double lower =
                    face.rowLower[i] == LinearModel.NO_LOWER ? Double.NEGATIVE_INFINITY : (double) face.rowLower[i];
            double upper =
                    face.rowUpper[i] == LinearModel.NO_UPPER ? Double.POSITIVE_INFINITY : (double) face.rowUpper[i];
            MPConstraint row = rows.get(i);
            if (row.lb() != lower || row.ub() != upper) {
                row.setBounds(lower, upper);
            }
        }
        for (int c = rows.size() - face.rowLower.length; c < face.cuts.size(); c++) {
            LinearModel.Row cut = face.cuts.get(c);
            rows.add(Mip.add(solver, cut, cut.lower(), cut.upper(), x));
        }
    }

    @Override
    public void close() {
        solver.delete();
    }
}
