package org.muster.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Branch and bound on the yes/no variables that others lean on: who joins, and little else; from a point to begin with
/// to the proof.
///
/// Once it is known who joins, a planning model is a transport problem whose relaxation is whole. So the tree
/// branches on these few variables first, the dual simplex goes from node to node in a few steps, and a node is cut
/// off by a bound in whole arithmetic ([ExactBound]) that owes nothing to the tolerances of floating point. Reduced
/// costs fix variables below a node. Where a relaxation with all of them fixed is not whole (a pool's crews or
/// votes may be in the way), the others are branched on too.
///
/// No node is dropped on the word of a solver: an empty one needs prices that show it in whole arithmetic, or it is
/// split further.
///
/// Levels in strict order share the work: the largest branches that may hold a best point of one level ([#tiesAt]) are
/// where the next one starts.
///
/// Source: A. H. Land, A. G. Doig, *An automatic method of solving discrete programming problems*, Econometrica 28
/// (1960); fixing by reduced costs as in L. A. Wolsey, *Integer Programming* (1998), section 7.
final class BranchSearch {
    private static final double WHOLE = Relaxation.WHOLE;
    /// Who joins by more than this in the relaxation is first tried as joining: that leads to a plan sooner.
    private static final double UP_FIRST = 0.3;
    /// Who joins by so much in the relaxation is guessed to join.
    private static final double[] JOINS_FROM = {0.5, 0.3};
    /// A guess takes as long as a node, and is worth it only now and then.
    private static final int GUESS_EVERY = 10;
    private final Relaxation relaxation;
    private final Face face;
    private final Level level;
    private final int index;
    private final long step;
    private final BooleanSupplier isOver;
    private final Supplier<Optional<long[]>> points;
    private final Progress.Listener listener;
    private final ProofLog log;
    private final BranchQueue open = new BranchQueue();
    /// Branches looked into, with what no point in them is below.
    private final List<Branch> explored = new ArrayList<>();
    private final Face whole;
    private final int[] yesNo;
    private final BranchGains gains = new BranchGains();
    private Optional<long[]> best;
    private Optional<ExactBound> latest = Optional.empty();
    private int nodes;

    /// @param index  the level's place in the strict order
    /// @param hint   a point of the face to begin with
    /// @param isOver asked before every branch: whether to give the best so far
    /// @param points asked before every branch: a point that somebody else has found
    BranchSearch(
            Relaxation relaxation,
            Face face,
            Level level,
            int index,
            Optional<long[]> hint,
            BooleanSupplier isOver,
            Supplier<Optional<long[]>> points,
            Progress.Listener listener,
            ProofLog log) {
        this.relaxation = relaxation;
        this.face = new Face(face);
        this.whole = face;
        this.yesNo = yesNo(face.model);
        this.level = level;
        this.index = index;
        this.step = level.step();
        this.best = hint;
        this.isOver = isOver;
        this.points = points;
        this.listener = listener;
        this.log = log;
    }

    /// The variables that are branched on first.
    static int[] yesNo(LinearModel model) {
        return IntStream.range(0, model.variables().size())
                .filter(j -> model.variables().get(j).roundUp())
                .toArray();
    }

    static String solver() {
        return "branching on GLOP (OR-Tools " + Solvers.load() + ")";
    }

    /// @param from branches that hold every point of the face, with numbers of nodes of this level; empty for the whole
    ///             face, which is node `root`
    IntegerSolver.Answer run(List<Branch> from, int root) {
        if (from.isEmpty()) {
            open.add(new Branch(
                    boundsOf(whole.lower),
                    boundsOf(whole.upper),
                    List.of(),
                    Long.MIN_VALUE,
                    Long.MIN_VALUE,
                    -1,
                    0,
                    List.of(),
                    root));
        }
        from.forEach(open::add);
        takeOver(points.get());
        while (!open.isEmpty() && !isOver.getAsBoolean()) {
            Branch branch = open.next();
            takeOver(points.get());
            if (!isHopeless(branch.bound()) && enter(branch)) {
                explore(branch);
            }
        }
        takeOver(points.get());
        return answer();
    }

    /// A point of somebody else's may lie in a branch that was left already: what counts is that it lies on the whole
    /// face.
    private void takeOver(Optional<long[]> point) {
        point.filter(whole::holds)
                .filter(values -> best.isEmpty() || level.valueOf(values) < level.valueOf(best.get()))
                .ifPresent(values -> {
                    best = Optional.of(values);
                    open.promisingFirst();
                });
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

    private IntegerSolver.Answer answer() {
        if (open.isEmpty()) {
            return best.map(values -> new IntegerSolver.Answer(
                            IntegerSolver.Verdict.OPTIMAL, Optional.of(values), level.valueOf(values)))
                    .orElseGet(() -> new IntegerSolver.Answer(
                            IntegerSolver.Verdict.INFEASIBLE, Optional.empty(), Long.MAX_VALUE));
        }
        long bound = open.leastBound().orElse(Long.MIN_VALUE);
        return new IntegerSolver.Answer(
                best.isPresent() ? IntegerSolver.Verdict.FEASIBLE : IntegerSolver.Verdict.UNKNOWN, best, bound);
    }

    /// Nothing in the branch is better than the best value. What is as good lies in a branch already looked into.
    private boolean isHopeless(long bound) {
        return best.isPresent() && bound >= level.valueOf(best.get());
    }

    private void explore(Branch branch) {
        nodes++;
        Optional<ExactBound> broken = face.brokenRow();
        if (broken.isPresent()) {
            log.empty(branch.node(), broken.get(), face);
            return;
        }
        if (face.isPoint()) {
            // No row is broken, so the point lies on the face, and without any prices its bound is its value.
            offer(face.lower.clone());
            close(branch, boundBelow(branch, new double[face.rows()], Double.NEGATIVE_INFINITY));
            return;
        }
        switch (relaxation.minimise(face, level)) {
            case Relaxation.Outcome.Solution relaxed -> explore(branch, relaxed);
            case Relaxation.Outcome.Infeasible nothing -> doubt(branch);
            case Relaxation.Outcome.Failed unknown -> doubt(branch);
        }
    }

    /// GLOP says that nothing lies in the branch, or nothing at all: that counts only with a proof in whole numbers.
    /// Else it is asked afresh, and where it stays with it, the branch is split further, in the end down to points.
    private void doubt(Branch branch) {
        Elastic.Answer elastic = Elastic.of(face);
        if (elastic.proof().isPresent()) {
            log.empty(branch.node(), elastic.proof().get(), face);
            return;
        }
        if (relaxation.minimiseAfresh(face, level) instanceof Relaxation.Outcome.Solution relaxed) {
            explore(branch, relaxed);
            return;
        }
        double[] values = elastic.values().orElseGet(this::middle);
        offer(Arrays.stream(values).mapToLong(Math::round).toArray());
        bound(branch, values, new double[face.rows()], Double.NEGATIVE_INFINITY);
    }

    /// Notes what no point of the branch is below.
    private void close(Branch branch, long bound) {
        gains.learn(branch, bound);
        tell(bound);
        explored.add(branch.bounded(bound, withTight(branch, bound)));
    }

    private double[] middle() {
        double[] values = new double[face.lower.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = ((double) face.lower[j] + (double) face.upper[j]) / 2;
        }
        return values;
    }

    private void explore(Branch branch, Relaxation.Outcome.Solution relaxed) {
        double[] values = relaxed.values();
        boolean whole = mostUseful(values) < 0;
        offer(whole ? relaxed.rounded() : relaxed.roundedUp(face.model));
        if (!whole && nodes % GUESS_EVERY == 1) {
            guess(values);
        }
        bound(branch, values, relaxed.prices(), relaxed.level());
    }

    /// Bounds the branch by these prices, and splits it where that does not close it.
    private void bound(Branch branch, double[] values, double[] prices, double relaxed) {
        long bound = Math.max(branch.bound(), boundBelow(branch, prices, relaxed));
        close(branch, bound);
        if (isHopeless(bound)) {
            return;
        }
        int split = mostUseful(values);
        if (split < 0) {
            split = mostFractional(values);
        }
        if (split >= 0) {
            branchOn(branch, split, values[split], bound);
        } else {
            splitOnOpen(branch, values, bound);
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
                    solver(),
                    best.map(values -> OptionalLong.of(level.valueOf(values))).orElse(OptionalLong.empty()),
                    OptionalLong.of(Math.min(bound, open.leastBound().orElse(bound)))));
        }
    }

    /// What the next level may know of the branch if this one turns out to be at its best there: kept for the
    /// branches of which that is likely, as it takes as much memory as the model.
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
    private long boundBelow(Branch branch, double[] prices, double relaxed) {
        long target = best.map(level::valueOf).orElse(Long.MAX_VALUE);
        ExactBound exact = ExactBound.reaching(target, face, level, prices, relaxed);
        log.bound(branch.node(), exact, step, face);
        latest = Optional.of(exact);
        if (best.isPresent()) {
            exact.fix(face, target);
        }
        return exact.roundedUp(step);
    }

    /// The yes/no variable to branch on: where both sides promise to raise the bound; -1 where all are whole.
    private int mostUseful(double[] values) {
        int found = -1;
        double most = -1;
        for (int j : yesNo) {
            double fraction = values[j] - Math.floor(values[j]);
            if (fraction > WHOLE && fraction < 1 - WHOLE && face.lower[j] < face.upper[j]) {
                double promise = gains.promise(j, fraction);
                if (promise > most) {
                    most = promise;
                    found = j;
                }
            }
        }
        return found;
    }

    /// The variable that is furthest from whole; -1 where all are.
    private int mostFractional(double[] values) {
        int found = -1;
        double most = WHOLE;
        for (int j = 0; j < values.length; j++) {
            double away = Math.abs(values[j] - Math.rint(values[j]));
            if (away > most && face.lower[j] < face.upper[j]) {
                most = away;
                found = j;
            }
        }
        return found;
    }

    private void branchOn(Branch branch, int variable, double value, long bound) {
        long floor = Math.clamp((long) Math.floor(value), face.lower[variable], face.upper[variable] - 1);
        double fraction = Math.clamp(value - floor, 0, 1);
        int node = log.split(branch.node(), variable, floor);
        Branch down = split(branch, variable, bound, -Math.max(fraction, WHOLE), face.lower[variable], floor, node);
        Branch up = split(
                branch, variable, bound, Math.max(1 - fraction, WHOLE), floor + 1, face.upper[variable], node + 1);
        boolean upFirst = fraction > UP_FIRST;
        open.dive(upFirst ? up : down, upFirst ? down : up);
    }

    private Branch split(
            Branch branch, int variable, long bound, double distance, long atLeast, long atMost, int node) {
        long[] lower = boundsOf(face.lower);
        long[] upper = boundsOf(face.upper);
        List<Branch.Other> others = branch.others();
        int place = Arrays.binarySearch(yesNo, variable);
        if (place >= 0) {
            lower[place] = Math.max(lower[place], atLeast);
            upper[place] = Math.min(upper[place], atMost);
        } else {
            others = branch.and(new Branch.Other(variable, atLeast, atMost));
        }
        return new Branch(lower, upper, others, bound, bound, variable, distance, branch.tight(), node);
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

    /// All variables seem whole, but the bound does not reach the point: floating point is at its end, and any variable
    /// that is still open is split on. Once none is, the branch is a point, and its bound exact.
    private void splitOnOpen(Branch branch, double[] values, long bound) {
        int open = Arrays.stream(yesNo)
                .filter(j -> face.lower[j] < face.upper[j])
                .findFirst()
                .orElseGet(this::widest);
        if (open < 0) {
            // Reduced costs have left one point of the branch: that is looked at like any other.
            branchToPoint(branch, bound);
            return;
        }
        long value = Math.clamp(Math.round(values[open]), face.lower[open], face.upper[open]);
        branchOn(branch, open, (double) (value < face.upper[open] ? value : value - 1), bound);
    }

    private void branchToPoint(Branch branch, long bound) {
        int node = log.goOn(branch.node(), index);
        Branch point = new Branch(
                boundsOf(face.lower), boundsOf(face.upper), allOthers(), bound, bound, -1, 0, branch.tight(), node);
        open.add(point);
    }

    private List<Branch.Other> allOthers() {
        return IntStream.range(0, face.lower.length)
                .filter(j -> Arrays.binarySearch(yesNo, j) < 0)
                .mapToObj(j -> new Branch.Other(j, face.lower[j], face.upper[j]))
                .toList();
    }

    private int widest() {
        int found = -1;
        for (int j = 0; j < face.lower.length; j++) {
            long width = face.upper[j] - face.lower[j];
            if (width > 0 && (found < 0 || width > face.upper[found] - face.lower[found])) {
                found = j;
            }
        }
        return found;
    }
}
