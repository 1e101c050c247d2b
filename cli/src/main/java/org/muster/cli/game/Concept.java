package org.muster.cli.game;

import java.util.function.Function;
import org.muster.games.Undefined;

/// A concept as one kind of game answers it.
///
/// @param name      as asked for
/// @param byDefault whether it is answered where no concepts are asked for
/// @param solve     answers it
record Concept(String name, boolean byDefault, Function<String, Solution> solve) {
    /// The concept of a game whose values are rounded: no answer is told as exact.
    ///
    /// @param tolerance how far the values may be off
    Concept ofRounded(double tolerance) {
        return new Concept(name, byDefault, asked -> solve.apply(asked).rounded(tolerance));
    }

    /// The answer under a name that it was asked for by, with the seconds it took; undefined, with the reason, where
    /// the game has none; failed, with the reason, where none could be found.
    Solution answer(String askedAs) {
        long start = System.nanoTime();
        Solution solution;
        try {
            solution = solve.apply(askedAs);
        } catch (Undefined none) {
            solution = Solution.undefined(askedAs, String.valueOf(none.getMessage()));
        } catch (ArithmeticException | IllegalArgumentException failed) {
            solution = Solution.failed(askedAs, String.valueOf(failed.getMessage()));
        }
        return solution.named(askedAs, (System.nanoTime() - start) / 1e9);
    }
}
