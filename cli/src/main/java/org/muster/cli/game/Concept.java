package org.muster.cli.game;

import java.util.function.Function;

/// A concept as one kind of game answers it.
///
/// @param name      as asked for
/// @param byDefault whether it is answered where no concepts are asked for
/// @param solve     answers it
record Concept(String name, boolean byDefault, Function<String, Solution> solve) {
    /// The answer under a name that it was asked for by, with the seconds it took; undefined, with the reason, where
    /// the
    /// game has none.
    Solution answer(String askedAs) {
        long start = System.nanoTime();
        Solution solution;
        try {
            solution = solve.apply(askedAs);
        } catch (ArithmeticException | IllegalArgumentException none) {
            solution = Solution.undefined(askedAs, String.valueOf(none.getMessage()));
        }
        return solution.named(askedAs, (System.nanoTime() - start) / 1e9);
    }
}
