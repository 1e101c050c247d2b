package org.muster.solve;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.util.Domain;
import java.util.Optional;
import java.util.OptionalLong;

/// CP-SAT with a given number of workers.
///
/// `linearization_level = 2` was measured to pay on planning models (stack notes in ARCHITECTURE.md); its arithmetic is
/// whole, so its bound needs no rounding.
final class CpSat implements IntegerSolver {
    private final int workers;

    CpSat(int workers) {
        this.workers = workers;
    }

    @Override
    public String name() {
        return "CP-SAT " + Solvers.load();
    }

    @Override
    public Answer minimise(
            Face face, Level level, Optional<long[]> hint, double seconds, Stop stop, Progress.Listener listener) {
        Solvers.load();
        CpModel model = new CpModel();
        IntVar[] x = new IntVar[face.lower.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = model.newIntVar(
                    face.lower[j], face.upper[j], face.model.variables().get(j).name());
        }
        for (int i = 0; i < face.rowLower.length; i++) {
            add(model, face.model.rows().get(i), face.rowLower[i], face.rowUpper[i], x);
        }
        for (LinearModel.Row cut : face.cuts) {
            add(model, cut, cut.lower(), cut.upper(), x);
        }
        long step = level.step();
        long[] coefficients = level.coefficients().clone();
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] /= step;
        }
        model.minimize(LinearExpr.weightedSum(pick(x, level.variables()), coefficients));
        hint.ifPresent(values -> {
            for (int j = 0; j < x.length; j++) {
                model.addHint(x[j], values[j]);
            }
        });
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(workers)
                .setLinearizationLevel(2)
                .setCatchSigintSignal(false) // else it takes Ctrl-C from the JVM, and ends it in the middle
                .setRandomSeed(1)
                .setMaxTimeInSeconds(seconds);
        Runnable halt = solver::stopSearch;
        stop.onRequest(halt);
        try {
            return read(solver, solver.solve(model, new Teller(level, step, stop, listener)), x, level);
        } finally {
            stop.forget(halt);
        }
    }

    private static Answer read(CpSolver solver, CpSolverStatus status, IntVar[] x, Level level) {
        long step = level.step();
        long bound = Math.multiplyExact(step, (long) Math.ceil(solver.bestObjectiveBound() - 1e-6));
        return switch (status) {
            case OPTIMAL -> {
                long[] values = values(solver, x);
                yield new Answer(Verdict.OPTIMAL, Optional.of(values), level.valueOf(values));
            }
            case FEASIBLE -> new Answer(Verdict.FEASIBLE, Optional.of(values(solver, x)), bound);
            case INFEASIBLE -> new Answer(Verdict.INFEASIBLE, Optional.empty(), Long.MAX_VALUE);
            case UNKNOWN -> new Answer(Verdict.UNKNOWN, Optional.empty(), Long.MIN_VALUE);
            // Coefficients beyond what it takes: it has nothing to say.
            case MODEL_INVALID, UNRECOGNIZED -> new Answer(Verdict.UNKNOWN, Optional.empty(), Long.MIN_VALUE);
        };
    }

    private static long[] values(CpSolver solver, IntVar[] x) {
        long[] values = new long[x.length];
        for (int j = 0; j < x.length; j++) {
            values[j] = solver.value(x[j]);
        }
        return values;
    }

    private static void add(CpModel model, LinearModel.Row row, long lower, long upper, IntVar[] x) {
        // Open sides stay well inside 64 bits: CP-SAT refuses a domain at the very ends of the range.
        long from = lower == LinearModel.NO_LOWER ? Long.MIN_VALUE / 4 : lower;
        long to = upper == LinearModel.NO_UPPER ? Long.MAX_VALUE / 4 : upper;
        model.addLinearExpressionInDomain(
                LinearExpr.weightedSum(pick(x, row.variables()), row.coefficients()), new Domain(from, to));
    }

    private static IntVar[] pick(IntVar[] x, int[] indices) {
        IntVar[] picked = new IntVar[indices.length];
        for (int k = 0; k < indices.length; k++) {
            picked[k] = x[indices[k]];
        }
        return picked;
    }

    private static final class Teller extends CpSolverSolutionCallback {
        private final Level level;
        private final long step;
        private final Stop stop;
        private final Progress.Listener listener;

        Teller(Level level, long step, Stop stop, Progress.Listener listener) {
            this.level = level;
            this.step = step;
            this.stop = stop;
            this.listener = listener;
        }

        @Override
        public void onSolutionCallback() {
            listener.reached(new Progress(
                    level.name(),
                    "CP-SAT",
                    OptionalLong.of(Math.round(objectiveValue()) * step),
                    OptionalLong.of((long) Math.ceil(bestObjectiveBound() - 1e-6) * step)));
            if (stop.isRequested()) {
                stopSearch();
            }
        }
    }
}
