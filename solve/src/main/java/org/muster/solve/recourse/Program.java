package org.muster.solve.recourse;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.solve.Deadline;
import org.muster.solve.Solvers;

/// A linear program by GLOP, or with whole columns by SCIP, that can be added to and solved again.
final class Program implements AutoCloseable {
    /// Sides change from future to future: the dual simplex goes on from where it was.
    private static final String PARAMETERS = "use_preprocessing: false use_dual_simplex: true"
            + " primal_feasibility_tolerance: 1e-10 dual_feasibility_tolerance: 1e-10"
            + " change_status_to_imprecise: false";

    private final MPSolver solver;
    private final boolean whole;
    private final List<MPVariable> columns = new ArrayList<>();
    private final List<Boolean> wholes = new ArrayList<>();
    private final List<MPConstraint> rows = new ArrayList<>();

    /// How a solve ended.
    enum End {
        /// With an optimum, by the solver's word.
        BEST,
        /// With a point that may not be best.
        POINT,
        /// Nothing meets the rows, by the solver's word.
        NOTHING,
        /// Without an answer.
        UNKNOWN
    }

    /// @param whole whether some columns will have to be whole
    Program(boolean whole) {
        Solvers.load();
        this.whole = whole;
        this.solver = MPSolver.createSolver(whole ? "SCIP" : "GLOP");
        solver.suppressOutput();
        solver.objective().setMinimization();
        solver.setSolverSpecificParametersAsString(whole ? Solvers.SCIP_LEAVES_CTRL_C : PARAMETERS);
    }

    int add(TwoStage.Column column) {
        return add(column.cost(), column.lower(), column.upper(), column.whole());
    }

    int add(double cost, double lower, double upper, boolean isWhole) {
        MPVariable variable = solver.makeVar(lower, upper, isWhole && whole, "");
        solver.objective().setCoefficient(variable, cost);
        columns.add(variable);
        wholes.add(isWhole && whole);
        return columns.size() - 1;
    }

    int row(double lower, double upper) {
        rows.add(solver.makeConstraint(lower, upper, ""));
        return rows.size() - 1;
    }

    void set(int row, int column, double coefficient) {
        rows.get(row).setCoefficient(columns.get(column), coefficient);
    }

    void sides(int row, double lower, double upper) {
        rows.get(row).setBounds(lower, upper);
    }

    /// @param seconds allowed
    End solve(double seconds) {
        solver.setTimeLimit((long) Math.max(1, Math.min(1e12, seconds * 1000)));
        MPSolver.ResultStatus status = run();
        if (!whole && status == MPSolver.ResultStatus.ABNORMAL) {
            // The simplex lost its way from where it was: from nothing it finds it.
            solver.reset();
            status = run();
        }
        return switch (status) {
            case OPTIMAL -> End.BEST;
            case FEASIBLE -> End.POINT;
            case INFEASIBLE -> End.NOTHING;
            case UNBOUNDED, ABNORMAL, MODEL_INVALID, NOT_SOLVED -> End.UNKNOWN;
        };
    }

    private MPSolver.ResultStatus run() {
        if (!whole) {
            return solver.solve();
        }
        MPSolverParameters gap = new MPSolverParameters();
        gap.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        return solver.solve(gap);
    }

    double value() {
        return solver.objective().value();
    }

    /// No point is below, by the solver's word.
    double bound() {
        return whole ? solver.objective().bestBound() : solver.objective().value();
    }

    double at(int column) {
        double value = columns.get(column).solutionValue();
        // Nothing is nothing, without a sign.
        return (wholes.get(column) ? Math.rint(value) : value) + 0.0;
    }

    /// What one more unit of a row's side costs.
    double price(int row) {
        return rows.get(row).dualValue();
    }

    @Override
    public void close() {
        solver.delete();
    }

    /// Solves, and says what the first columns are to be; empty where nothing was found.
    ///
    /// @param constant what is paid whatever is decided
    /// @param work     columns of the program
    Optional<Recourse.Answer> answer(
            Recourse.Method method, int columns, double constant, int work, Deadline deadline) {
        End end = solve(deadline.secondsLeft());
        if (end == End.NOTHING || end == End.UNKNOWN) {
            return Optional.empty();
        }
        List<Double> first = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            first.add(at(c));
        }
        return Optional.of(
                new Recourse.Answer(method, first, value() + constant, bound() + constant, end == End.BEST, work));
    }
}
