package org.muster.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The linear relaxation of a face, solved by GLOP and kept warm from level to level.
final class Relaxation implements AutoCloseable {
    /// Between levels and branches only bounds and prices change: then the dual simplex goes on from where it was,
    /// which presolving would make it forget. An imprecise optimum is as good as a precise one: points and bounds
    /// are checked in whole arithmetic.
    private static final String PARAMETERS =
            "use_preprocessing: false use_dual_simplex: true change_status_to_imprecise: false";

    /// What is nearer to a whole number than this is taken for it.
    static final double WHOLE = 1e-6;

    /// Largest coefficient of an objective or cut as the solver sees it: its tolerances are absolute.
    private static final double LARGEST = 1024;

    private final MPSolver solver;
    private final MPVariable[] x;
    private final List<MPConstraint> rows = new ArrayList<>();
    /// By what each row was divided.
    private final List<Double> rowScales = new ArrayList<>();
    /// The level that the solver minimises.
    private @Nullable Level aim;
    /// The bounds that the solver has, so that only changes are told to it.
    private final long[] lower;
    private final long[] upper;
    private final long[] rowLower;
    private final long[] rowUpper;

    /// What GLOP says of a face.
    sealed interface Outcome {
        /// The least value.
        ///
        /// @param values one per variable
        /// @param prices one per row of the model and then per cut
        /// @param level  the level's value there
        @SuppressWarnings("ArrayRecordComponent") // handed over once
        record Solution(double[] values, double[] prices, double level) implements Outcome {
            /// The values rounded to the nearest whole.
            long[] rounded() {
                return Arrays.stream(values).mapToLong(Math::round).toArray();
            }

            /// The values rounded to the nearest whole, yes/no variables up.
            long[] roundedUp(LinearModel model) {
                long[] rounded = rounded();
                for (int j = 0; j < rounded.length; j++) {
                    if (model.variables().get(j).roundUp()) {
                        rounded[j] = (long) Math.ceil(values[j] - WHOLE);
                    }
                }
                return rounded;
            }
        }

        /// Nothing meets the face, GLOP says; that is not a proof.
        record Infeasible() implements Outcome {}

        /// The arithmetic failed, afresh and with presolving too: nothing is known.
        record Failed() implements Outcome {}
    }

    Relaxation(Face face) {
        Solvers.load();
        solver = MPSolver.createSolver("GLOP");
        solver.setSolverSpecificParametersAsString(PARAMETERS);
        lower = face.lower.clone();
        upper = face.upper.clone();
        rowLower = face.rowLower.clone();
        rowUpper = face.rowUpper.clone();
        x = new MPVariable[face.lower.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = solver.makeNumVar((double) face.lower[j], (double) face.upper[j], "");
        }
        for (int i = 0; i < face.rowLower.length; i++) {
            rows.add(Mip.add(solver, face.model.rows().get(i), face.rowLower[i], face.rowUpper[i], x));
            rowScales.add(1.0);
        }
    }

    private static double scale(long[] coefficients) {
        return scale(coefficients, LARGEST);
    }

    /// A power of two by which the coefficients come down to `most`; at least 1.
    static double scale(long[] coefficients, double most) {
        long largest = 1;
        for (long coefficient : coefficients) {
            largest = Math.max(largest, Math.abs(coefficient));
        }
        return Math.max(1, Math.scalb(1.0, Math.getExponent((double) largest / most)));
    }

    /// Minimises the level over the relaxed face, which has the rows of the one that this was made for and the same
    /// cuts or more.
    Outcome minimise(Face face, Level level) {
        follow(face);
        double scale = scale(level.coefficients());
        aimAt(level, scale);
        MPSolver.ResultStatus status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.INFEASIBLE) {
            status = solveAfresh();
        }
        return switch (status) {
            case OPTIMAL -> solution(scale, level);
            case INFEASIBLE -> new Outcome.Infeasible();
            case FEASIBLE, UNBOUNDED, ABNORMAL, MODEL_INVALID, NOT_SOLVED -> new Outcome.Failed();
        };
    }

    /// The same from nothing and with presolving, where the word of [#minimise] turned out wrong.
    Outcome minimiseAfresh(Face face, Level level) {
        follow(face);
        double scale = scale(level.coefficients());
        aimAt(level, scale);
        return switch (solveAfresh()) {
            case OPTIMAL -> solution(scale, level);
            case INFEASIBLE -> new Outcome.Infeasible();
            case FEASIBLE, UNBOUNDED, ABNORMAL, MODEL_INVALID, NOT_SOLVED -> new Outcome.Failed();
        };
    }

    private void aimAt(Level level, double scale) {
        if (level.equals(aim)) {
            return;
        }
        aim = level;
        MPObjective objective = solver.objective();
        objective.clear();
        for (int k = 0; k < level.variables().length; k++) {
            objective.setCoefficient(x[level.variables()[k]], level.coefficients()[k] / scale);
        }
        objective.setMinimization();
    }

    /// Forgets where the simplex was, and lets it presolve.
    private MPSolver.ResultStatus solveAfresh() {
        solver.setSolverSpecificParametersAsString(
                "use_preprocessing: true use_dual_simplex: false change_status_to_imprecise: false");
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.INCREMENTALITY,
                MPSolverParameters.IncrementalityValues.INCREMENTALITY_OFF.swigValue());
        MPSolver.ResultStatus status = solver.solve(parameters);
        solver.setSolverSpecificParametersAsString(PARAMETERS);
        return status;
    }

    private Outcome solution(double scale, Level level) {
        double[] values = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            values[j] = x[j].solutionValue();
        }
        double[] prices = new double[rows.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = rows.get(i).dualValue() * scale / rowScales.get(i);
        }
        double sum = 0;
        for (int k = 0; k < level.variables().length; k++) {
            sum += (double) level.coefficients()[k] * values[level.variables()[k]];
        }
        return new Outcome.Solution(values, prices, sum);
    }

    /// Brings the solver's bounds and rows up to the face.
    private void follow(Face face) {
        for (int j = 0; j < x.length; j++) {
            if (lower[j] != face.lower[j] || upper[j] != face.upper[j]) {
                x[j].setBounds((double) face.lower[j], (double) face.upper[j]);
                lower[j] = face.lower[j];
                upper[j] = face.upper[j];
            }
        }
        for (int i = 0; i < rowLower.length; i++) {
            if (rowLower[i] != face.rowLower[i] || rowUpper[i] != face.rowUpper[i]) {
                rowLower[i] = face.rowLower[i];
                rowUpper[i] = face.rowUpper[i];
                rows.get(i)
                        .setBounds(
                                rowLower[i] == LinearModel.NO_LOWER ? Double.NEGATIVE_INFINITY : (double) rowLower[i],
                                rowUpper[i] == LinearModel.NO_UPPER ? Double.POSITIVE_INFINITY : (double) rowUpper[i]);
            }
        }
        for (int c = rows.size() - face.rowLower.length; c < face.cuts.size(); c++) {
            rows.add(addCut(face.cuts.get(c)));
        }
    }

    /// A cut says that a level is at its best, so the relaxed face would have no inside. No value of the level lies
    /// within the next step above: half of it is let in, which cuts nothing whole off and keeps the arithmetic sound.
    private MPConstraint addCut(LinearModel.Row cut) {
        double scale = scale(cut.coefficients());
        double step = (double) Level.step(cut.coefficients());
        MPConstraint constraint =
                solver.makeConstraint(Double.NEGATIVE_INFINITY, ((double) cut.upper() + step / 2) / scale, "");
        for (int k = 0; k < cut.variables().length; k++) {
            constraint.setCoefficient(x[cut.variables()[k]], cut.coefficients()[k] / scale);
        }
        rowScales.add(scale);
        return constraint;
    }

    @Override
    public void close() {
        solver.delete();
    }
}
