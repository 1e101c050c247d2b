package org.muster.plan.fold;

import java.util.Optional;

/// A fold, or where it would have too many states two folds in coarser units between which the truth lies: one that
/// rounds every unit against the mission and one that rounds for it. Both are proven, since whoever can do the harder
/// mission can do the real one, and whoever can do the real one can do the easier.
///
/// @param harder folds a mission that fewer coalitions can do, or the mission itself
/// @param easier folds a mission that more coalitions can do, or the mission itself
/// @param exact  whether both are the mission itself
public record Bracketed(Fold harder, Fold easier, boolean exact) {
    /// Units that a need is counted in at the coarsest, when nothing finer fits.
    private static final long COARSEST = 1;

    private static final long FINEST = 1L << 12;

    /// Folds exactly where that takes at most `mostStates` states, else in the finest units that do.
    ///
    /// @param mostStates states over all steps at most, at least 1; usually [Fold#MOST_STATES]
    /// @throws ArithmeticException where even the coarsest units have too many states
    public static Bracketed of(Ability ability, int mostStates) {
        Optional<Fold> exact = Fold.of(ability, mostStates);
        if (exact.isPresent()) {
            return new Bracketed(exact.get(), exact.get(), true);
        }
        return new Bracketed(
                coarser(ability, AtLeast.Rounding.HARDER, mostStates),
                coarser(ability, AtLeast.Rounding.EASIER, mostStates),
                false);
    }

    private static Fold coarser(Ability ability, AtLeast.Rounding rounding, int mostStates) {
        for (long steps = FINEST; steps >= COARSEST; steps /= 4) {
            Optional<Fold> fold = Fold.of(ability.coarser(steps, rounding), mostStates);
            if (fold.isPresent()) {
                return fold.get();
            }
        }
        throw new ArithmeticException(
                "too many coalitions lack something else each, even in the coarsest units: more than " + mostStates
                        + " states");
    }
}
