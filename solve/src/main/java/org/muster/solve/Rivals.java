package org.muster.solve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Other solvers at the same level: their points help, their word is a claim.
///
/// No one solver wins on planning models: small, tightly coupled ones go to CP-SAT with one worker, large, loosely
/// coupled ones to branching on who joins. So CP-SAT is started beside the branching once that has taken a moment; a
/// solver that was asked for by name goes first. What they say is best is what they *claim*: both CP-SAT 9.15 and SCIP
/// have called a worse point optimal (google/or-tools#5293, #5274). The tree of branches is finished from their point,
/// for some time longer than they took, and where it is not, the label says whose word it is.
final class Rivals implements AutoCloseable {
    /// CP-SAT with a few workers is slower than with one; from here on more help.
    private static final int MANY = 8;

    /// Most levels are proven by branching in less than this; a race on cores that share their parts slows both.
    private static final long HEAD_START_MILLIS = 250;

    /// The head start grows with the model: CP-SAT presolves for seconds where coefficients are 100,000, does not let
    /// itself be stopped meanwhile, and is then not the one that proves.
    private static final double HEAD_START_MILLIS_A_COEFFICIENT = 0.1;

    /// Once a rival has made its claim, the tree is given so many times the time that the rival took.
    private static final double PATIENCE = 5;

    /// But not less than this.
    private static final long LEAST_PATIENCE_NANOS = 3_000_000_000L;

    private final Face face;
    private final Level level;
    private final Optional<long[]> hint;
    private final SolveOptions options;
    private final Stop losers = new Stop();
    private final Runnable passOn = losers::request;
    private final long start = System.nanoTime();
    private final long beside;
    private final AtomicReference<@Nullable Claim> claim = new AtomicReference<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private @Nullable Thread running;
    private boolean isTaken;

    /// What a solver says.
    ///
    /// @param answer   its answer
    /// @param solver   its name
    /// @param nanoTime when it came
    record Claim(IntegerSolver.Answer answer, String solver, long nanoTime) {
        boolean isFinal() {
            return answer.verdict() == IntegerSolver.Verdict.OPTIMAL
                    || answer.verdict() == IntegerSolver.Verdict.INFEASIBLE;
        }
    }

    private Rivals(Face face, Level level, Optional<long[]> hint, SolveOptions options) {
        this.face = new Face(face);
        this.level = level;
        this.hint = hint;
        this.options = options;
        this.beside = options.choice() == Choice.AUTO && options.threads() > 1 ? start + headStart(face.model) : 0;
        options.stop().onRequest(passOn);
    }

    /// @param hint a point of the face; empty where none is known
    static Rivals of(Face face, Level level, Optional<long[]> hint, SolveOptions options) {
        Rivals rivals = new Rivals(face, level, hint, options);
        List<IntegerSolver> first = switch (options.choice()) {
            case AUTO -> List.of();
            case CP_SAT -> List.of(new CpSat(options.threads() >= MANY ? options.threads() : 1));
            case HIGHS -> List.of(Mip.highs());
            case SCIP -> List.of(Mip.scip());
        };
        first.forEach(rivals::ask);
        return rivals;
    }

    private static long headStart(LinearModel model) {
        long coefficients = model.rows().stream()
                .mapToLong(row -> row.coefficients().length)
                .sum();
        return 1_000_000 * Math.max(HEAD_START_MILLIS, (long) (HEAD_START_MILLIS_A_COEFFICIENT * coefficients));
    }

    private void ask(IntegerSolver solver) {
        IntegerSolver.Answer answer = solver.minimise(
                face, level, hint, Math.max(0.001, options.deadline().secondsLeft()), losers, options.listener());
        claim.set(new Claim(answer, solver.name(), System.nanoTime()));
    }

    /// A point that has come in since the last call.
    Optional<long[]> point() {
        startBeside();
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a solver failed on level " + level.name(), failed);
        }
        Claim known = claim.get();
        if (known == null || isTaken) {
            return Optional.empty();
        }
        isTaken = true;
        return known.answer().values();
    }

    private void startBeside() {
        if (beside != 0 && running == null && System.nanoTime() - beside > 0) {
            running = Thread.ofPlatform().daemon().name("muster-rival").start(() -> {
                try {
                    ask(new CpSat(1));
                } catch (RuntimeException e) {
                    failure.set(e);
                }
            });
        }
    }

    /// What a solver says that has come to an end; empty where none has.
    Optional<Claim> claim() {
        return Optional.ofNullable(claim.get()).filter(Claim::isFinal);
    }

    /// Whether the tree has been given its time, or everybody theirs.
    boolean isOver() {
        if (options.isOver()) {
            return true;
        }
        if (options.check() == Check.WRITTEN) {
            return false;
        }
        return claim().map(made -> System.nanoTime() - made.nanoTime() > patience(made))
                .orElse(false);
    }

    private long patience(Claim made) {
        return options.check() == Check.NONE
                ? 0
                : Math.max(LEAST_PATIENCE_NANOS, (long) (PATIENCE * (made.nanoTime() - start)));
    }

    @Override
    public void close() {
        losers.request();
        options.stop().forget(passOn);
        Thread thread = running;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
