package org.muster.plan.solve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs the chosen solver; or, where a second thread is allowed, SCIP alone for a moment and then two unlike ones side
/// by
/// side, of which the first proof wins.
///
/// No one solver wins on planning models: small, tightly coupled ones go to CP-SAT with one worker, large, loosely
/// coupled ones to a mixed-integer solver.
final class Portfolio {
    /// CP-SAT with a few workers is slower than with one; from here on more help.
    private static final int MANY = 8;

    /// Most levels are proven by SCIP alone in less than this; a race on cores that share their parts slows both.
    private static final double HEAD_START_SECONDS = 0.25;

    private Portfolio() {}

    /// An answer and who gave it.
    record Result(IntegerSolver.Answer answer, String solver) {}

    static Result minimise(Face face, Level level, Optional<long[]> hint, double seconds, SolveOptions options) {
        IntegerSolver alone = switch (options.choice()) {
            case AUTO -> options.threads() > 1 ? Mip.scip() : new CpSat(1);
            case CP_SAT -> new CpSat(options.threads() >= MANY ? options.threads() : 1);
            case HIGHS -> Mip.highs();
            case SCIP -> Mip.scip();
        };
        boolean races = options.choice() == Choice.AUTO && options.threads() > 1;
        Result first = new Result(
                alone.minimise(
                        face,
                        level,
                        hint,
                        races ? Math.min(HEAD_START_SECONDS, seconds) : seconds,
                        options.stop(),
                        options.listener()),
                alone.name());
        if (!races || isFinal(first) || options.stop().isRequested()) {
            return first;
        }
        Optional<long[]> known = first.answer().values().or(() -> hint);
        return better(level, first, race(List.of(new CpSat(1), alone), face, level, known, seconds, options));
    }

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
            for (IntegerSolver solver : solvers) {
                running.submit(() -> new Result(
                        solver.minimise(face, level, hint, seconds, losers, options.listener()), solver.name()));
            }
            Result best = running.take().get();
            for (int k = 1; k < solvers.size() && !isFinal(best); k++) {
                best = better(level, best, running.take().get());
            }
            losers.request();
            return best;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while solving", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a solver failed on level " + level.name(), e.getCause());
        } finally {
            options.stop().forget(passOn);
            pool.close();
        }
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
