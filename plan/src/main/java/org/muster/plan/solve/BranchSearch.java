package org.muster.plan.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One search of [Branching]: a level over a face, from a point to begin with to the proof.
final class BranchSearch {
    private static final double WHOLE = Relaxation.WHOLE;
    /// Who joins by more than this in the relaxation is first tried as joining: that leads to a plan sooner.
    private static final double UP_FIRST = 0.3;
    /// Who joins by so much in the relaxation is guessed to join.
    private static final double[] JOINS_FROM = {0.5, 0.3};
    /// A guess takes as long as a node, and is worth it only now and then.
    private static final int GUESS_EVERY = 10;
    /// Seconds that SCIP may take for a branch before it is split further.
    private static final double LEAF_SECONDS = 5;

    private final Relaxation relaxation;
    private final Face face;
    private final Level level;
    private final long step;
    private final long deadline;
    private final Stop stop;
    private final Progress.Listener listener;
    private final BranchQueue open = new BranchQueue();
    /// Branches looked into, with what no point in them is below.
    private final List<Branch> explored = new ArrayList<>();
    private final Face whole;
    private final int[] yesNo;
    private final BranchGains gains = new BranchGains();
    private Optional<long[]> best;
    private Optional<ExactBound> latest = Optional.empty();
    private boolean abandoned;
    private int nodes;

    BranchSearch(
            Relaxation relaxation,
            Face face,
            Level level,
            Optional<long[]> hint,
            long deadline,
            Stop stop,
            Progress.Listener listener) {
        this.relaxation = relaxation;
        this.face = new Face(face);
        this.whole = face;
        this.yesNo = Branching.yesNo(face.model);
        this.level = level;
        this.step = level.step();
        this.best = hint;
        this.deadline = deadline;
        this.stop = stop;
        this.listener = listener;
    }

    /// @param from branches that hold every point of the face; empty for the whole face
    IntegerSolver.Answer run(List<Branch> from) {
        start(from);
        while (!open.isEmpty() && !abandoned && !isStopped()) {
            Branch branch = open.next();
            if (!isHopeless(branch.bound()) && enter(branch)) {
                explore(branch);
            }
        }
        return answer();
    }

    private void start(List<Branch> from) {
        if (from.isEmpty()) {
            open.add(new Branch(
                    boundsOf(whole.lower), boundsOf(whole.upper), Long.MIN_VALUE, Long.MIN_VALUE, -1, 0, List.of()));
        }
        for (Branch earlier : from) {
            open.add(new Branch(
                    earlier.lower(), earlier.upper(), Long.MIN_VALUE, Long.MIN_VALUE, -1, 0, earlier.tight()));
        }
    }

    /// Makes the face that of the branch; whether anything is left of it.
    private boolean enter(Branch branch) {
        System.arraycopy(whole.lower, 0, face.lower, 0, face.lower.length);
        System.arraycopy(whole.upper, 0, face.upper, 0, face.upper.length);
        System.arraycopy(whole.rowLower, 0, face.rowLower, 0, face.rowLower.length);
        System.arraycopy(whole.rowUpper, 0, face.rowUpper, 0, face.rowUpper.length);
        return branch.narrow(face, yesNo);
    }

    /// The largest branches that hold the points of this value.
    List<Branch> tiesAt(long value) {
        return explored.stream()
                .filter(branch -> branch.bound() == value && branch.parent() < value)
                .toList();
    }

    private boolean isStopped() {
        return stop.isRequested() || System.nanoTime() > deadline;
    }

    private IntegerSolver.Answer answer() {
        if (open.isEmpty() && !abandoned) {
            return best.map(values -> new IntegerSolver.Answer(
                            IntegerSolver.Verdict.OPTIMAL, Optional.of(values), level.valueOf(values)))
                    .orElseGet(() -> new IntegerSolver.Answer(
                            IntegerSolver.Verdict.INFEASIBLE, Optional.empty(), Long.MAX_VALUE));
        }
        long bound = abandoned ? Long.MIN_VALUE : open.leastBound().orElse(Long.MIN_VALUE);
        return new IntegerSolver.Answer(
                best.isPresent() ? IntegerSolver.Verdict.FEASIBLE : IntegerSolver.Verdict.UNKNOWN, best, bound);
    }

    /// Nothing in the branch is better than the best value. What is as good lies in a branch already looked into.
    private boolean isHopeless(long bound) {
        return best.isPresent() && bound >= level.valueOf(best.get());
    }

    private void explore(Branch branch) {
        nodes++;
        switch (relaxation.minimise(face, level)) {
            case Relaxation.Outcome.Solution relaxed -> explore(branch, relaxed);
            case Relaxation.Outcome.Infeasible nothing -> {}
            case Relaxation.Outcome.Failed unknown -> abandoned = true;
        }
    }

    private void explore(Branch branch, Relaxation.Outcome.Solution relaxed) {
        double[] values = relaxed.values();
        int split = mostUseful(values);
        offer(split >= 0 ? relaxed.roundedUp(face.model) : relaxed.rounded());
        if (split >= 0 && nodes % GUESS_EVERY == 1) {
            guess(values);
        }
        long bound = Math.max(branch.bound(), boundBelow(relaxed));
        gains.learn(branch, bound);
        tell(bound);
        explored.add(branch.bounded(bound, withTight(branch, bound)));
        if (isHopeless(bound)) {
            return;
        }
        if (split >= 0) {
            branchOn(branch, split, values[split], bound);
        } else {
            settle(branch, values, bound);
        }
    }

    /// Looks for a good point near a relaxed one: who joins by half or more joins, and if nothing comes of that, by
    /// less. With that settled, the relaxation is mostly whole.
    private void guess(double[] values) {
        long[] lower = boundsOf(face.lower);
        long[] upper = boundsOf(face.upper);
        boolean improved = false;
        for (int t = 0; t < JOINS_FROM.length && !improved; t++) {
            for (int k = 0; k < yesNo.length; k++) {
                long value = (long) Math.floor(values[yesNo[k]] + 1 - JOINS_FROM[t]);
                face.lower[yesNo[k]] = Math.clamp(value, lower[k], upper[k]);
                face.upper[yesNo[k]] = face.lower[yesNo[k]];
            }
            improved = relaxation.minimise(face, level) instanceof Relaxation.Outcome.Solution settled
                    && offer(settled.rounded());
        }
        for (int k = 0; k < yesNo.length; k++) {
            face.lower[yesNo[k]] = lower[k];
            face.upper[yesNo[k]] = upper[k];
        }
    }

    private long[] boundsOf(long[] all) {
        return Arrays.stream(yesNo).mapToLong(j -> all[j]).toArray();
    }

    private void tell(long bound) {
        if (nodes % 25 == 0) {
            listener.reached(new Progress(
                    level.name(),
                    Branching.solver(),
                    best.map(values -> OptionalLong.of(level.valueOf(values))).orElse(OptionalLong.empty()),
                    OptionalLong.of(Math.min(bound, open.leastBound().orElse(bound)))));
        }
    }

    /// What the next level may know of the branch if this one turns out to be at its best there: kept for the
    /// branches
    /// of which that is likely, as it takes as much memory as the model.
    private List<Branch.Tight> withTight(Branch branch, long bound) {
        boolean likely = isHopeless(bound) || branch.variable() < 0;
        if (!likely || latest.isEmpty() || latest.get().roundedUp(step) != bound) {
            return branch.tight();
        }
        List<Branch.Tight> more = new ArrayList<>(branch.tight());
        more.add(new Branch.Tight(latest.get(), bound));
        return more;
    }

    /// The exact bound of the node, with variables fixed by what it leaves for them.
    private long boundBelow(Relaxation.Outcome.Solution relaxed) {
        long target = best.map(level::valueOf).orElse(Long.MAX_VALUE);
        Optional<ExactBound> exact = ExactBound.reaching(target, face, level, relaxed.prices());
        latest = exact;
        if (exact.isEmpty()) {
            return Long.MIN_VALUE;
        }
        if (best.isPresent()) {
            exact.get().fix(face, target);
        }
        return exact.get().roundedUp(step);
    }

    /// The yes/no variable to branch on: where both sides promise to raise the bound; -1 where all are whole.
    private int mostUseful(double[] values) {
        int found = -1;
        double most = -1;
        for (int j : yesNo) {
            double fraction = values[j] - Math.floor(values[j]);
            if (fraction > WHOLE && fraction < 1 - WHOLE) {
                double promise = gains.promise(j, fraction);
                if (promise > most) {
                    most = promise;
                    found = j;
                }
            }
        }
        return found;
    }

    private void branchOn(Branch branch, int variable, double value, long bound) {
        long floor = (long) Math.floor(value);
        double fraction = value - floor;
        Branch down = split(branch, variable, bound, -Math.max(fraction, WHOLE));
        down.upper()[place(variable)] = floor;
        Branch up = split(branch, variable, bound, 1 - fraction);
        up.lower()[place(variable)] = floor + 1;
        boolean upFirst = fraction > UP_FIRST;
        open.dive(upFirst ? up : down, upFirst ? down : up);
    }

    private int place(int variable) {
        return Arrays.binarySearch(yesNo, variable);
    }

    private Branch split(Branch branch, int variable, long bound, double distance) {
        return new Branch(boundsOf(face.lower), boundsOf(face.upper), bound, bound, variable, distance, branch.tight());
    }

    /// Takes a point if it is on the face and better than the best; whether it is.
    private boolean offer(long[] values) {
        boolean better = face.holds(values) && (best.isEmpty() || level.valueOf(values) < level.valueOf(best.get()));
        if (better) {
            best = Optional.of(values);
            open.promisingFirst();
        }
        return better;
    }

    /// All yes/no variables are whole, but the point is not proven best of its branch: SCIP gets some seconds for
    /// the
    /// branch as it is, and where these do not do, it is split on a yes/no that is still open.
    private void settle(Branch branch, double[] values, long bound) {
        double left = Math.min(LEAF_SECONDS, (deadline - System.nanoTime()) / 1e9);
        if (left <= 0) {
            abandoned = true;
            return;
        }
        IntegerSolver.Answer answer = Mip.scip().minimise(face, level, best.filter(face::holds), left, stop, listener);
        answer.values().ifPresent(this::offer);
        switch (answer.verdict()) {
            case OPTIMAL -> explored.add(branch.bounded(answer.bound(), branch.tight()));
            case INFEASIBLE -> {}
            case FEASIBLE, UNKNOWN -> splitOnOpen(branch, values, bound);
        }
    }

    private void splitOnOpen(Branch branch, double[] values, long bound) {
        for (int j : yesNo) {
            if (face.lower[j] != face.upper[j]) {
                long value = Math.round(values[j]);
                branchOn(branch, j, value < face.upper[j] ? value + WHOLE : value - WHOLE, bound);
                return;
            }
        }
        abandoned = true;
    }
}
