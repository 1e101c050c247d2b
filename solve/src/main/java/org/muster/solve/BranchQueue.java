package org.muster.solve;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.OptionalLong;

/// The branches that wait to be looked into, and which is next: the newest as long as that leads down, and until
/// anything better than the start is found; then the one that promises most, so that hardly any is looked into that is
/// worse than the best point.
///
/// Source: J. T. Linderoth, M. W. P. Savelsbergh, *A computational study of search strategies for mixed integer
/// programming*, INFORMS Journal on Computing 11 (1999): best bound with diving.
final class BranchQueue {
    private final Deque<Branch> waiting = new ArrayDeque<>();
    private boolean isDiving;
    private boolean isPromisingFirst;

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(Branch branch) {
        waiting.push(branch);
    }

    /// Adds both sides of a split, of which `first` is next.
    void dive(Branch first, Branch later) {
        waiting.push(later);
        waiting.push(first);
        isDiving = true;
    }

    /// From now on, the most promising first after each dive.
    void promisingFirst() {
        isPromisingFirst = true;
    }

    Branch next() {
        if (isDiving || !isPromisingFirst) {
            isDiving = false;
            return waiting.pop();
        }
        Branch next =
                waiting.stream().min(Comparator.comparingLong(Branch::bound)).orElseThrow();
        waiting.remove(next);
        return next;
    }

    /// No point in any of the branches is below; empty where none waits.
    OptionalLong leastBound() {
        return waiting.stream().mapToLong(Branch::bound).min();
    }
}
