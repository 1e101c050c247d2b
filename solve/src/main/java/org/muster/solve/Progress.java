package org.muster.solve;

import java.util.OptionalLong;

/// What a long solve has reached.
///
/// @param level     the level being solved
/// @param solver    who is at it
/// @param incumbent the best value so far; empty where there is none
/// @param bound     what no solution can be below; empty where nothing is known
public record Progress(String level, String solver, OptionalLong incumbent, OptionalLong bound) {
    /// Told of progress, from any thread.
    @FunctionalInterface
    public interface Listener {
        /// Called now and then while a level is being solved.
        void reached(Progress progress);

        /// A listener that does not care.
        static Listener none() {
            return progress -> {};
        }
    }
}
