package org.muster.plan.model;

import java.util.Arrays;
import java.util.Optional;

/// What units come from.
public enum SourceKind {
    /// A member's offer.
    OFFER("offer"),
    /// A pool of common assets.
    POOL("pool"),
    /// A charter on the market.
    MARKET("market");

    private final String word;

    SourceKind(String word) {
        this.word = word;
    }

    /// The word for it in files and in the names of variables.
    public String word() {
        return word;
    }

    /// The kind that a word means.
    public static Optional<SourceKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
