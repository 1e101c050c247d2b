package org.muster.plan.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Minimises levels in strict order over an integer model, each with proof.
///
/// Level by level over the face on which all earlier levels are at their best:
/// 1. Solve the linear relaxation. Round; where the rounded point lies on the face and the exact bound ([ExactBound])
///    equals its value, the level is proven in whole arithmetic, and reduced costs narrow the face without any new row.
///    Planning models are transport problems once it is known who joins, so this is the usual end.
/// 2. Else a constraint or mixed-integer solver proves the level over the face, and the level becomes a cut. Where all
///    its best points lie in one branch, the face becomes that branch; where they lie in several, the next level starts
///    from these.
///
/// The answer does not depend on which way a level was proven if the last level makes the optimum unique.
public final class Lexicographic {
    private final LinearModel model;
    private final List<Level> levels;
    private final SolveOptions options;
    private final Face face;
    private final long deadline;
    private final List<Proof> proofs = new ArrayList<>();
    private Optional<long[]> incumbent = Optional.empty();
    private Optional<ExactBound> relaxed = Optional.empty();
    private Optional<Relaxation> relaxation = Optional.empty();
    /// Branches that hold every point of the face at which the levels so far are at their best; empty for the whole
    /// face.
    private List<Branch> frontier = List.of();
    private boolean infeasible;

    /// How good one level is.
    ///
    /// @param level  its name
    /// @param value  the level's value in the answer
    /// @param bound  no solution is below it while the earlier levels stay at their best
    /// @param proven whether value and bound agree
    /// @param solver who proved it, or tried to
    public record Proof(String level, long value, long bound, boolean proven, String solver) {}

    /// An answer.
    ///
    /// @param values   one per variable; empty where nothing meets the model or nothing was found in time
    /// @param proofs   one per level that was reached
    /// @param feasible false only where it is proven that nothing meets the model
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    public record Answer(Optional<long[]> values, List<Proof> proofs, boolean feasible) {
        public Answer {
            proofs = List.copyOf(proofs);
        }

        /// Whether every level is proven.
        public boolean isProven() {
            return values.isPresent() && proofs.stream().allMatch(Proof::proven);
        }
    }

    private Lexicographic(LinearModel model, List<Level> levels, SolveOptions options) {
        this.model = model;
        this.levels = List.copyOf(levels);
        this.options = options;
        this.face = new Face(model);
        this.deadline = System.nanoTime() + (long) Math.min(1e18, options.seconds() * 1e9);
    }

    /// Solves the levels in order.
    ///
    /// @param start values to begin from that meet the model; empty where none are known
    public static Answer solve(LinearModel model, List<Level> levels, Optional<long[]> start, SolveOptions options) {
        Lexicographic run = new Lexicographic(model, levels, options);
        run.incumbent = start.filter(model::isMetBy);
        return run.run();
    }

    private Answer run() {
        relaxation = options.relaxation() ? Optional.of(new Relaxation(face)) : Optional.empty();
        try {
            for (Level level : levels) {
                relaxed = Optional.empty();
                boolean proven = isSettled(level)
                        || (frontier.isEmpty()
                                && relaxation
                                        .map(r -> provenByRelaxation(r, level))
                                        .orElse(false));
                if (!proven && !provenBySolver(level)) {
                    return unfinished();
                }
                if (level.settles()) {
                    settle(level);
                }
            }
        } finally {
            relaxation.ifPresent(Relaxation::close);
        }
        return new Answer(incumbent, proofs, true);
    }

    private void settle(Level level) {
        long[] values = incumbent.orElseThrow();
        for (int j : level.variables()) {
            face.lower[j] = values[j];
            face.upper[j] = values[j];
        }
    }

    /// Nothing is left to choose: the level is what it is.
    private boolean isSettled(Level level) {
        if (incumbent.isEmpty() || !face.isPoint()) {
            return false;
        }
        long value = level.valueOf(incumbent.get());
        proofs.add(new Proof(level.name(), value, value, true, "nothing left to choose"));
        return true;
    }

    private boolean provenByRelaxation(Relaxation relaxation, Level level) {
        if (!(relaxation.minimise(face, level) instanceof Relaxation.Outcome.Solution solution)) {
            return false;
        }
        Optional<long[]> candidate = Optional.of(solution.rounded())
                .filter(face::holds)
                .or(() -> Optional.of(solution.roundedUp(model)).filter(face::holds));
        Optional<long[]> best = candidate.isEmpty()
                ? incumbent.filter(face::holds)
                : incumbent
                        .filter(face::holds)
                        .filter(old -> level.valueOf(old) <= level.valueOf(candidate.get()))
                        .or(() -> candidate);
        if (best.isEmpty()) {
            return false;
        }
        long value = level.valueOf(best.get());
        Optional<ExactBound> bound = ExactBound.reaching(value, face, level, solution.prices());
        incumbent = best;
        if (bound.isEmpty() || bound.get().roundedUp(level.step()) < value) {
            relaxed = bound;
            // No best point of this level lies beyond what the incumbent allows: the solver gets a smaller model.
            bound.ifPresent(b -> b.narrow(face, level, value));
            return false;
        }
        bound.get().narrow(face, level, value);
        proofs.add(new Proof(level.name(), value, value, true, "GLOP with exact bound"));
        options.listener()
                .reached(new Progress(
                        level.name(), "GLOP", java.util.OptionalLong.of(value), java.util.OptionalLong.of(value)));
        return true;
    }

    private boolean provenBySolver(Level level) {
        double left = (deadline - System.nanoTime()) / 1e9;
        if (left <= 0 || options.stop().isRequested()) {
            return false;
        }
        Optional<Branching> branching = relaxation.map(r -> new Branching(r, frontier));
        Portfolio.Result result =
                Portfolio.minimise(face, level, incumbent.filter(face::holds), left, options, branching);
        branching.map(Branching::ties).filter(ties -> !ties.isEmpty()).ifPresent(ties -> frontier = ties);
        IntegerSolver.Answer answer = result.answer();
        if (answer.values().isPresent()) {
            long[] values = answer.values().get();
            if (!face.holds(values)) {
                throw new IllegalStateException(result.solver() + " gave values that break the model");
            }
            incumbent = Optional.of(values);
        }
        if (answer.verdict() == IntegerSolver.Verdict.OPTIMAL) {
            long value = level.valueOf(incumbent.orElseThrow());
            relaxed.ifPresentOrElse(bound -> bound.narrow(face, level, value), () -> face.cut(level, value));
            if (frontier.size() == 1) {
                frontier.getFirst().narrow(face, Branching.yesNo(model));
                frontier = List.of();
            }
            proofs.add(new Proof(level.name(), value, value, true, result.solver()));
            return true;
        }
        if (answer.verdict() == IntegerSolver.Verdict.INFEASIBLE && proofs.isEmpty()) {
            incumbent = Optional.empty();
        } else if (incumbent.isPresent()) {
            long value = level.valueOf(incumbent.get());
            proofs.add(new Proof(level.name(), value, Math.min(value, answer.bound()), false, result.solver()));
        }
        infeasible = answer.verdict() == IntegerSolver.Verdict.INFEASIBLE;
        return false;
    }

    /// The answer where a level could not be proven: the best so far, with what is known of the levels not reached.
    private Answer unfinished() {
        if (infeasible && incumbent.isEmpty()) {
            return new Answer(Optional.empty(), proofs, false);
        }
        if (incumbent.isPresent()) {
            long[] values = incumbent.get();
            for (Level level : levels) {
                boolean told = proofs.stream().anyMatch(p -> p.level().equals(level.name()));
                if (!told) {
                    proofs.add(new Proof(level.name(), level.valueOf(values), leastOf(level), false, "stopped"));
                }
            }
        }
        return new Answer(incumbent, proofs, true);
    }

    private long leastOf(Level level) {
        long least = 0;
        for (int k = 0; k < level.variables().length; k++) {
            int j = level.variables()[k];
            long c = level.coefficients()[k];
            least = Math.addExact(least, Math.multiplyExact(c, c > 0 ? face.lower[j] : face.upper[j]));
        }
        return least;
    }
}
