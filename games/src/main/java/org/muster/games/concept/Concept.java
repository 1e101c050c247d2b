package org.muster.games.concept;

import java.util.function.Supplier;
import org.muster.games.Undefined;

/// A concept as one game answers it.
///
/// @param name      as in the catalogue
/// @param byDefault whether it is answered where no concepts are asked for
/// @param solve     answers it
public record Concept(String name, boolean byDefault, Supplier<Outcome> solve) {
    private static final String ADVICE = "give fewer players, fewer digits or coarser numbers";

    /// The concept of a game whose values are rounded: no answer is told as exact.
    ///
    /// @param tolerance how far the values may be off
    Concept ofRounded(double tolerance) {
        return new Concept(name, byDefault, () -> solve.get().rounded(tolerance));
    }

    /// The same, answered by default or not.
    Concept byDefault(boolean now) {
        return new Concept(name, now, solve);
    }

    /// The answer; where there is none, whether that is a fact about the game or no answer could be found, and why.
    public Outcome answer() {
        try {
            return solve.get();
        } catch (Undefined none) {
            return new Outcome.NotDefined(String.valueOf(none.getMessage()));
        } catch (ArithmeticException | IllegalArgumentException failed) {
            return new Outcome.Failed(String.valueOf(failed.getMessage()), ADVICE);
        }
    }
}
