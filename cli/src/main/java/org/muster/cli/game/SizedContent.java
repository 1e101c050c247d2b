package org.muster.cli.game;

import java.util.Optional;

/// A game as it was read, and its players.
record SizedContent(long n, GameContent content) {
    static Optional<SizedContent> of(long n, GameContent content) {
        return Optional.of(new SizedContent(n, content));
    }
}
