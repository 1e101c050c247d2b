package org.muster.games.concept;

import java.util.Locale;
import org.muster.games.Parallel;

/// How concepts are to be worked out.
///
/// @param exact   a core point in fractions as well
/// @param certify proofs of the nucleolus family, and a core point in fractions
/// @param threads to use, at least 1; answers do not depend on it
public record Wish(boolean exact, boolean certify, int threads) {
    public Wish {
        if (threads < 1) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%d threads: give 1 or more", threads));
        }
    }

    /// Answers without proofs, on all processors.
    public static final Wish PLAIN = new Wish(false, false, Parallel.processors());

    /// Answers with proofs where there are some, on all processors.
    public static final Wish CERTIFIED = new Wish(true, true, Parallel.processors());
}
