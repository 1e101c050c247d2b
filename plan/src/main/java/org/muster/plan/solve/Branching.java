package org.muster.plan.solve;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Branch and bound on the yes/no variables that others lean on: who joins, and little else.
///
/// Once it is known who joins, a planning model is a transport problem whose relaxation is whole. So the tree branches
/// on these few variables only, the dual simplex goes from node to node in a few steps, and a node is cut off by a
/// bound in whole arithmetic ([ExactBound]) that owes nothing to the tolerances of floating point. Reduced costs fix
/// variables below a node. Where a relaxation with all of them fixed is not whole (a pool's crews or votes may be in
/// the
/// way), SCIP settles what is left. The search itself is [BranchSearch].
///
/// Levels in strict order share the work: the largest branches that may hold a best point of one level ([#ties]) are
/// where the next one starts.
///
/// Source: A. H. Land, A. G. Doig, *An automatic method of solving discrete programming problems*, Econometrica 28
/// (1960); fixing by reduced costs as in L. A. Wolsey, *Integer Programming* (1998), section 7.
final class Branching implements IntegerSolver {
    private final Relaxation relaxation;
    private final List<Branch> from;
    private List<Branch> ties = List.of();

    /// @param relaxation used by nobody else meanwhile
    /// @param from       branches that hold every point of the face; empty for the whole face
    Branching(Relaxation relaxation, List<Branch> from) {
        this.relaxation = relaxation;
        this.from = List.copyOf(from);
    }

    /// The variables that are branched on.
    static int[] yesNo(LinearModel model) {
        return IntStream.range(0, model.variables().size())
                .filter(j -> model.variables().get(j).roundUp())
                .toArray();
    }

    /// The branches that hold every best point of the level, once it is proven: where the next level starts, instead of
    /// finding out once more who cannot join.
    List<Branch> ties() {
        return ties;
    }

    static String solver() {
        return "branching on GLOP (OR-Tools " + Solvers.load() + ")";
    }

    @Override
    public String name() {
        return solver();
    }

    @Override
    public Answer minimise(
            Face face, Level level, Optional<long[]> hint, double seconds, Stop stop, Progress.Listener listener) {
        long deadline = System.nanoTime() + (long) Math.min(1e18, seconds * 1e9);
        BranchSearch search = new BranchSearch(relaxation, face, level, hint, deadline, stop, listener);
        Answer answer = search.run(from);
        if (answer.verdict() == Verdict.OPTIMAL) {
            ties = search.tiesAt(answer.bound());
        }
        return answer;
    }
}
