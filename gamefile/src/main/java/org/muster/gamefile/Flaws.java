package org.muster.gamefile;

import org.muster.input.Place;
import org.muster.input.Problem;

/// What is wrong with game files, as problems.
final class Flaws {
    private Flaws() {}

    /// @param line  from 1; 0 where the file as a whole is meant
    /// @param wrong without a full stop
    /// @param right without a full stop
    static Problem at(String file, int line, int column, String wrong, String right) {
        return new Problem(new Place(file, line, column), wrong, right.endsWith("?") ? right : right + ".");
    }
}
