package org.muster.cli.game;

import java.util.List;

/// Input that cannot be solved; carries all its flaws.
final class FlawedInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    FlawedInput(List<Flaw> flaws) {
        super(flaws.isEmpty() ? "" : flaws.getFirst().sentence());
        this.flaws = List.copyOf(flaws);
    }

    List<Flaw> flaws() {
        return flaws;
    }
}
