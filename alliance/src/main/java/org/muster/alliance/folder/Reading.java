package org.muster.alliance.folder;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;

/// What came out of a folder: an alliance, or every mistake that stands in its way.
///
/// @param alliance empty exactly where there is a problem
/// @param problems by file, line and column
public record Reading(Optional<Alliance> alliance, List<Problem> problems) {
    public Reading {
        problems = List.copyOf(problems);
        if (alliance.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("an alliance with problems, or none without");
        }
    }
}
