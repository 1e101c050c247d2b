package org.muster.gamefile;

import java.util.List;
import org.muster.input.Problem;

/// Input that cannot be read as games; carries all its problems.
final class FlawedInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    FlawedInput(List<Problem> problems) {
        super(problems.isEmpty() ? "" : problems.getFirst().sentence());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
