package org.muster.gamefile;

import java.util.Optional;
import org.muster.games.concept.GameContent;

/// A game as it was read, and its players.
record SizedContent(long n, GameContent content) {
    static Optional<SizedContent> of(long n, GameContent content) {
        return Optional.of(new SizedContent(n, content));
    }
}
