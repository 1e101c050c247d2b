package org.muster.solve;

import java.util.Optional;

/// Solves one level over a face.
interface IntegerSolver {
    /// How sure an answer is.
    enum Verdict {
        /// The values are best, and proven so.
        OPTIMAL,
        /// The values meet everything; better ones may exist.
        FEASIBLE,
        /// Nothing meets everything, and that is proven.
        INFEASIBLE,
        /// Stopped with nothing in hand.
        UNKNOWN
    }

    /// An answer.
    ///
    /// @param verdict how sure it is
    /// @param values  one per variable; empty without any
    /// @param bound   no solution is below
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    record Answer(Verdict verdict, Optional<long[]> values, long bound) {}

    /// Minimises the level over the face.
    ///
    /// @param hint     values to start from; empty where there are none
    /// @param seconds  time allowed
    Answer minimise(
            Face face, Level level, Optional<long[]> hint, double seconds, Stop stop, Progress.Listener listener);

    /// What it is called in a proof.
    String name();
}
