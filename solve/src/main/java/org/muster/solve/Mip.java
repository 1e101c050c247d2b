package org.muster.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Optional;

/// A mixed-integer solver behind OR-Tools' linear interface: HiGHS or SCIP.
///
/// Their arithmetic is floating point; values are rounded and checked exactly, and the bound is rounded up only when it
/// lies clearly above a whole number.
final class Mip implements IntegerSolver {
    private final String id;
    private final String title;
    private final boolean takesHints;
    private final String parameters;

    private Mip(String id, String title, boolean takesHints, String parameters) {
        this.id = id;
        this.title = title;
        this.takesHints = takesHints;
        this.parameters = parameters;
    }

    /// HiGHS, which behind OR-Tools 9.15 crashes on a hint, and greets on standard output unless told not to in its own
    /// words.
    static Mip highs() {
        return new Mip("HIGHS", "HiGHS", false, "output_flag=false");
    }

    static Mip scip() {
        return new Mip("SCIP", "SCIP", true, Solvers.SCIP_LEAVES_CTRL_C);
    }

    @Override
    public String name() {
        return title + " (OR-Tools " + Solvers.load() + ")";
    }

    @Override
    public Answer minimise(
            Face face, Level level, Optional<long[]> hint, double seconds, Stop stop, Progress.Listener listener) {
        Solvers.load();
        MPSolver solver = MPSolver.createSolver(id);
        Interrupt halt = new Interrupt(solver);
        stop.onRequest(halt);
        try {
            solver.suppressOutput();
            solver.setSolverSpecificParametersAsString(parameters);
            MPVariable[] x = variables(solver, face);
            rows(solver, face, x);
            MPObjective objective = solver.objective();
            long step = level.step();
            for (int k = 0; k < level.variables().length; k++) {
                long inSteps = level.coefficients()[k] / step;
                objective.setCoefficient(x[level.variables()[k]], (double) inSteps);
            }
            objective.setMinimization();
            if (takesHints) {
                hint.ifPresent(values -> solver.setHint(x, asDoubles(values)));
            }
            solver.setTimeLimit((long) Math.min(1e12, seconds * 1000));
            MPSolverParameters gap = new MPSolverParameters();
            gap.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            return read(run(solver, gap), objective, x, face, level);
        } finally {
            stop.forget(halt);
            halt.delete();
        }
    }

    /// Solves; a status that OR-Tools' Java half has no word for (HiGHS out of time with nothing in hand) is not
    /// solved.
    private static MPSolver.ResultStatus run(MPSolver solver, MPSolverParameters parameters) {
        try {
            return solver.solve(parameters);
        } catch (IllegalArgumentException noSuchStatus) {
            return MPSolver.ResultStatus.NOT_SOLVED;
        }
    }

    /// Interrupts a solver, but never one whose native half is gone.
    private static final class Interrupt implements Runnable {
        private final MPSolver solver;
        private boolean deleted;

        Interrupt(MPSolver solver) {
            this.solver = solver;
        }

        @Override
        public synchronized void run() {
            if (!deleted) {
                solver.interruptSolve();
            }
        }

        synchronized void delete() {
            deleted = true;
            solver.delete();
        }
    }

    private static double[] asDoubles(long[] values) {
        double[] doubles = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            doubles[j] = (double) values[j];
        }
        return doubles;
    }

    private static Answer read(
            MPSolver.ResultStatus status, MPObjective objective, MPVariable[] x, Face face, Level level) {
        return switch (status) {
            case OPTIMAL, FEASIBLE -> {
                long[] values = new long[x.length];
                for (int j = 0; j < x.length; j++) {
                    values[j] = Math.round(x[j].solutionValue());
                }
                if (!face.holds(values)) {
                    yield new Answer(Verdict.UNKNOWN, Optional.empty(), Long.MIN_VALUE);
                }
                long value = level.valueOf(values);
                // HiGHS behind this interface reports no bound; "optimal" with a relative gap of zero says the same.
                yield status == MPSolver.ResultStatus.OPTIMAL
                        ? new Answer(Verdict.OPTIMAL, Optional.of(values), value)
                        : new Answer(Verdict.FEASIBLE, Optional.of(values), boundOf(objective, level));
            }
            case INFEASIBLE -> new Answer(Verdict.INFEASIBLE, Optional.empty(), Long.MAX_VALUE);
            case UNBOUNDED, ABNORMAL, MODEL_INVALID, NOT_SOLVED ->
                new Answer(Verdict.UNKNOWN, Optional.empty(), Long.MIN_VALUE);
        };
    }

    private static long boundOf(MPObjective objective, Level level) {
        double best = objective.bestBound();
        return (long) Math.ceil(best - 1e-6 * Math.max(1, Math.abs(best)) - 1e-4) * level.step();
    }

    static MPVariable[] variables(MPSolver solver, Face face) {
        MPVariable[] x = new MPVariable[face.lower.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = solver.makeVar((double) face.lower[j], (double) face.upper[j], true, "");
        }
        return x;
    }

    static void rows(MPSolver solver, Face face, MPVariable[] x) {
        for (int i = 0; i < face.rowLower.length; i++) {
            add(solver, face.model.rows().get(i), face.rowLower[i], face.rowUpper[i], x);
        }
        for (LinearModel.Row cut : face.cuts) {
            add(solver, cut, cut.lower(), cut.upper(), x);
        }
    }

    static MPConstraint add(MPSolver solver, LinearModel.Row row, long lower, long upper, MPVariable[] x) {
        MPConstraint constraint = solver.makeConstraint(
                lower == LinearModel.NO_LOWER ? Double.NEGATIVE_INFINITY : (double) lower,
                upper == LinearModel.NO_UPPER ? Double.POSITIVE_INFINITY : (double) upper,
                "");
        for (int k = 0; k < row.variables().length; k++) {
            constraint.setCoefficient(x[row.variables()[k]], (double) row.coefficients()[k]);
        }
        return constraint;
    }
}
