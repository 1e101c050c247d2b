package org.muster.plan.solve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Runs the chosen solver; or, where a second thread is allowed, branching alone for a moment and then CP-SAT beside
/// it,
/// of which the first proof wins.
///
/// No one solver wins on planning models: small, tightly coupled ones go to CP-SAT with one worker, large, loosely
/// coupled ones to branching on who joins.
final class Portfolio {
    /// CP-SAT with a few workers is slower than with one; from here on more help.
    private static final int MANY = 8;

    /// Most levels are proven by the first solver in less than this; a race on cores that share their parts slows both.
    private static final long HEAD_START_MILLIS = 250;

    /// The head start grows with the model: CP-SAT presolves for seconds where coefficients are 100,000, does not let
    /// itself be stopped meanwhile, and is then not the one that proves.
    private static final double HEAD_START_MILLIS_A_COEFFICIENT = 0.1;

    private Portfolio() {}

    /// An answer and who gave it.
    record Result(IntegerSolver.Answer answer, String solver) {}

    /// @param branching  the solver that starts; SCIP where it is empty
    static Result minimise(
            Face face,
            Level level,
            Optional<long[]> hint,
            double seconds,
            SolveOptions options,
            Optional<Branching> branching) {
        List<IntegerSolver> solvers = switch (options.choice()) {
            case AUTO -> {
                IntegerSolver first = branching.<IntegerSolver>map(b -> b).orElseGet(Mip::scip);
                yield options.threads() > 1 ? List.of(first, new CpSat(1)) : List.of(first);
            }
            case CP_SAT -> List.of(new CpSat(options.threads() >= MANY ? options.threads() : 1));
            case HIGHS -> List.of(Mip.highs());
            case SCIP -> List.of(Mip.scip());
        };
        return race(solvers, face, level, hint, seconds, options);
    }

    /// Starts the first solver, and the others beside it where it has not finished after its head start.
    private static Result race(
            List<IntegerSolver> solvers,
            Face face,
            Level level,
            Optional<long[]> hint,
            double seconds,
            SolveOptions options) {
        Stop losers = new Stop();
        Runnable passOn = losers::request;
        options.stop().onRequest(passOn);
        ExecutorService pool = Executors.newFixedThreadPool(
                solvers.size(), Thread.ofPlatform().daemon().factory());
        try {
            ExecutorCompletionService<Result> running = new ExecutorCompletionService<>(pool);
            Result best = null;
            for (IntegerSolver solver : solvers) {
                running.submit(() -> new Result(
                        solver.minimise(face, level, hint, seconds, losers, options.listener()), solver.name()));
                if (best == null) {
                    var early = solvers.size() > 1
                            ? running.poll(headStart(face.model), TimeUnit.MILLISECONDS)
                            : running.take();
                    best = early == null ? null : early.get();
                }
                if (best != null && isFinal(best)) {
                    return best;
                }
            }
            int left = solvers.size() - (best == null ? 0 : 1);
            for (int k = 0; k < left && (best == null || !isFinal(best)); k++) {
                Result next = running.take().get();
                best = best == null ? next : better(level, best, next);
            }
            if (best == null) {
                throw new IllegalStateException("no solver was started");
            }
            return best;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while solving", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a solver failed on level " + level.name(), e.getCause());
        } finally {
            losers.request();
            options.stop().forget(passOn);
            pool.close();
        }
    }

    private static long headStart(LinearModel model) {
        long coefficients = model.rows().stream()
                .mapToLong(row -> row.coefficients().length)
                .sum();
        return Math.max(HEAD_START_MILLIS, (long) (HEAD_START_MILLIS_A_COEFFICIENT * coefficients));
    }

    private static boolean isFinal(Result result) {
        return switch (result.answer().verdict()) {
            case OPTIMAL, INFEASIBLE -> true;
            case FEASIBLE, UNKNOWN -> false;
        };
    }

    private static Result better(Level level, Result a, Result b) {
        if (isFinal(b) || a.answer().values().isEmpty()) {
            return b;
        }
        if (b.answer().values().isEmpty()) {
            return a;
        }
        long valueOfA = level.valueOf(a.answer().values().orElseThrow());
        long valueOfB = level.valueOf(b.answer().values().orElseThrow());
        Result better = valueOfB < valueOfA ? b : a;
        long bound = Math.max(a.answer().bound(), b.answer().bound());
        return new Result(
                new IntegerSolver.Answer(
                        better.answer().verdict(), better.answer().values(), bound),
                better.solver());
    }
}
