package org.muster.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Minimises levels in strict order over an integer model, each with proof.
///
/// Level by level over the face on which all earlier levels are at their best:
/// 1. Solve the linear relaxation. Round; where the rounded point lies on the face and the exact bound ([ExactBound])
///    equals its value, the level is proven in whole arithmetic, and reduced costs narrow the face without any new row.
///    Planning models are transport problems once it is known who joins, so this is the usual end.
/// 2. Else a tree of branches ([BranchSearch]) proves the level over the face, with the points of other solvers beside
///    it ([Rivals]), and the level becomes a cut. Where all its best points lie in one branch, the face becomes that
///    branch; where they lie in several, the next level starts from these.
///
/// Proven means: every leaf of the tree is closed by prices that were checked in whole numbers. Where the tree is not
/// finished in time, a level is as good as the named solver's claim, or else as its bound.
///
/// The answer does not depend on which way a level was proven if the last level makes the optimum unique.
public final class Lexicographic {
    private final LinearModel model;
    private final List<Level> levels;
    private final SolveOptions options;
    private final Face face;
    private final ProofLog log;
    private final List<Proof> proofs = new ArrayList<>();
    private Optional<long[]> incumbent = Optional.empty();
    private Optional<ExactBound> relaxed = Optional.empty();
    /// Branches that hold every point of the face at which the levels so far are at their best; empty for the whole
    /// face.
    private List<Branch> frontier = List.of();
    /// The node of the written proof that holds every such point; where there are several, the frontier has them.
    private int node = -1;
    private Feasibility feasibility = Feasibility.OPEN;

    /// Whether anything meets the model.
    public enum Feasibility {
        /// A point does.
        FEASIBLE,
        /// Nothing does, and that is proven.
        INFEASIBLE,
        /// A solver claims that nothing does.
        CLAIMED_INFEASIBLE,
        /// Not known: time ran out first.
        OPEN
    }

    /// How good one level is.
    ///
    /// @param level    its name
    /// @param value    the level's value in the answer
    /// @param bound    no solution is below it while the earlier levels stay at their best
    /// @param sureness how sure it is that the value is best
    /// @param solver   who proved it, claims it, or tried to
    public record Proof(String level, long value, long bound, Sureness sureness, String solver) {
        /// Whether it was checked in whole numbers that no value is better.
        public boolean proven() {
            return sureness == Sureness.PROVEN;
        }
    }

    /// An answer.
    ///
    /// @param values      one per variable; empty where nothing meets the model or nothing was found in time
    /// @param proofs      one per level that was reached
    /// @param feasibility whether anything meets the model
    /// @param log         the tree of branches, where it was to be kept
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    public record Answer(Optional<long[]> values, List<Proof> proofs, Feasibility feasibility, Optional<ProofLog> log) {
        public Answer {
            proofs = List.copyOf(proofs);
        }

        /// Whether every level is proven.
        public boolean isProven() {
            return values.isPresent() && proofs.stream().allMatch(Proof::proven);
        }

        /// How sure the least sure level is.
        public Sureness sureness() {
            if (values.isEmpty()) {
                return switch (feasibility) {
                    case INFEASIBLE -> Sureness.PROVEN;
                    case CLAIMED_INFEASIBLE -> Sureness.CLAIMED;
                    case FEASIBLE, OPEN -> Sureness.BOUNDED;
                };
            }
            return proofs.stream().map(Proof::sureness).reduce(Sureness.PROVEN, Sureness::and);
        }
    }

    private Lexicographic(LinearModel model, List<Level> levels, SolveOptions options) {
        this.model = model;
        this.levels = List.copyOf(levels);
        this.options = options;
        this.face = new Face(model);
        this.log = new ProofLog(options.check() == Check.WRITTEN);
        for (Level level : levels) {
            LinearModel.requireSmall(level.name(), level.variables(), level.coefficients(), model.variables());
        }
    }

    /// Solves the levels in order.
    ///
    /// @param start values to begin from that meet the model; empty where none are known
    /// @throws LinearModel.TooLarge where a level's values could leave 64 bits
    public static Answer solve(LinearModel model, List<Level> levels, Optional<long[]> start, SolveOptions options) {
        Lexicographic run = new Lexicographic(model, levels, options);
        run.incumbent = start.filter(model::isMetBy);
        return run.run();
    }

    private Answer run() {
        try (Relaxation relaxation = new Relaxation(face)) {
            for (int k = 0; k < levels.size(); k++) {
                Level level = levels.get(k);
                relaxed = Optional.empty();
                boolean known = isSettled(level, k)
                        || (frontier.isEmpty() && options.relaxation() && provenByRelaxation(relaxation, level, k))
                        || knownBySearch(relaxation, level, k);
                if (!known) {
                    return unfinished();
                }
                if (level.settles()) {
                    settle(level);
                }
            }
        }
        return answer(Feasibility.FEASIBLE);
    }

    private Answer answer(Feasibility known) {
        return new Answer(incumbent, proofs, known, log.isComplete() ? Optional.of(log) : Optional.empty());
    }

    private void settle(Level level) {
        long[] values = incumbent.orElseThrow();
        for (int j : level.variables()) {
            face.lower[j] = values[j];
            face.upper[j] = values[j];
        }
    }

    /// Nothing is left to choose: the level is what it is.
    private boolean isSettled(Level level, int index) {
        if (incumbent.isEmpty() || !face.isPoint() || !frontier.isEmpty()) {
            return false;
        }
        long value = level.valueOf(incumbent.get());
        node = log.goOn(node, index);
        log.bound(
                node,
                ExactBound.reaching(value, face, level, new double[face.rows()], Double.NEGATIVE_INFINITY),
                level.step(),
                face);
        proofs.add(new Proof(level.name(), value, value, Sureness.PROVEN, "nothing left to choose"));
        return true;
    }

    private boolean provenByRelaxation(Relaxation relaxation, Level level, int index) {
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
        ExactBound bound = ExactBound.reaching(value, face, level, solution.prices(), solution.level());
        node = log.goOn(node, index);
        log.bound(node, bound, level.step(), face);
        incumbent = best;
        // No best point of this level lies beyond what the incumbent allows: a search gets a smaller model.
        boolean proven = bound.roundedUp(level.step()) >= value;
        if (!proven) {
            relaxed = Optional.of(bound);
        }
        bound.narrow(face, level, index, value);
        if (!proven) {
            return false;
        }
        proofs.add(new Proof(level.name(), value, value, Sureness.PROVEN, "GLOP with exact bound"));
        options.listener().reached(new Progress(level.name(), "GLOP", OptionalLong.of(value), OptionalLong.of(value)));
        return true;
    }

    private boolean knownBySearch(Relaxation relaxation, Level level, int index) {
        if (options.isOver()) {
            return false;
        }
        Optional<long[]> hint = incumbent.filter(face::holds);
        try (Rivals rivals = Rivals.of(face, level, hint, options)) {
            BranchSearch search = new BranchSearch(
                    relaxation, face, level, index, hint, rivals::isOver, rivals::point, options.listener(), log);
            int root = frontier.isEmpty() ? log.goOn(node, index) : -1;
            List<Branch> from = frontier.stream()
                    .map(branch -> branch.asRoot(log.goOn(branch.node(), index)))
                    .toList();
            IntegerSolver.Answer answer = search.run(from, root);
            return switch (answer.verdict()) {
                case OPTIMAL -> {
                    proven(level, index, answer, search.tiesAt(answer.bound()), solverOf(rivals));
                    yield true;
                }
                case INFEASIBLE -> {
                    nothing();
                    yield false;
                }
                case FEASIBLE, UNKNOWN -> claimed(level, index, answer, rivals.claim());
            };
        }
    }

    private static String solverOf(Rivals rivals) {
        return rivals.claim()
                .map(claim -> BranchSearch.solver() + " from the point of " + claim.solver())
                .orElseGet(BranchSearch::solver);
    }

    private void proven(Level level, int index, IntegerSolver.Answer answer, List<Branch> ties, String solver) {
        incumbent = answer.values();
        long value = level.valueOf(incumbent.orElseThrow());
        relaxed.ifPresentOrElse(bound -> bound.narrow(face, level, index, value), () -> face.cut(level, index, value));
        if (ties.isEmpty()) {
            throw new IllegalStateException("level " + level.name() + " is proven, but no branch holds its best");
        }
        frontier = ties;
        if (ties.size() == 1) {
            ties.getFirst().narrow(face, BranchSearch.yesNo(model));
            node = ties.getFirst().node();
            frontier = List.of();
        }
        proofs.add(new Proof(level.name(), value, value, Sureness.PROVEN, solver));
    }

    /// A tree without a point: so nothing meets the model. A later level has the earlier one's point on its face.
    private void nothing() {
        if (!proofs.isEmpty() || incumbent.isPresent()) {
            throw new IllegalStateException("nothing is left of a face on which a point lies");
        }
        feasibility = Feasibility.INFEASIBLE;
    }

    /// The tree was not finished: what is known is a claim, where a solver made one, or a bound.
    private boolean claimed(Level level, int index, IntegerSolver.Answer answer, Optional<Rivals.Claim> claim) {
        log.breakOff();
        incumbent = answer.values().or(() -> incumbent);
        if (incumbent.isEmpty()) {
            boolean nothing = claim.map(c -> c.answer().verdict() == IntegerSolver.Verdict.INFEASIBLE)
                    .orElse(false);
            feasibility = nothing ? Feasibility.CLAIMED_INFEASIBLE : Feasibility.OPEN;
            return false;
        }
        long value = level.valueOf(incumbent.get());
        Optional<Rivals.Claim> of = claim.filter(c -> c.answer().verdict() == IntegerSolver.Verdict.OPTIMAL
                && level.valueOf(c.answer().values().orElseThrow()) == value);
        // Branches that nobody has looked into say nothing; the variables' own bounds always say something.
        long bound = Math.min(value, Math.max(leastOf(level), answer.bound()));
        if (of.isEmpty()) {
            proofs.add(new Proof(level.name(), value, bound, Sureness.BOUNDED, BranchSearch.solver()));
            return false;
        }
        proofs.add(
                new Proof(level.name(), value, bound, Sureness.CLAIMED, of.get().solver()));
        face.cut(level, index, value);
        return true;
    }

    /// The answer where a level could not be proven: the best so far, with what is known of the levels not reached.
    private Answer unfinished() {
        if (feasibility == Feasibility.INFEASIBLE) {
            return answer(feasibility);
        }
        log.breakOff();
        if (incumbent.isEmpty()) {
            return new Answer(Optional.empty(), proofs, feasibility, Optional.empty());
        }
        long[] values = incumbent.get();
        for (Level level : levels.subList(proofs.size(), levels.size())) {
            proofs.add(new Proof(level.name(), level.valueOf(values), leastOf(level), Sureness.BOUNDED, "stopped"));
        }
        return answer(Feasibility.FEASIBLE);
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
