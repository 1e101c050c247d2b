package org.muster.folder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.alliance.Alliance;
import org.muster.input.Problem;

/// What came out of a folder: an alliance, or every mistake that stands in its way.
///
/// @param alliance empty exactly where there is a problem
/// @param problems by file, line and column
/// @param warnings what may be meant, and may as well be a mistake, in the same order
public record Reading(Optional<Alliance> alliance, List<Problem> problems, List<Problem> warnings) {
    public Reading {
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
        if (alliance.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("an alliance with problems, or none without");
        }
    }

    /// The same with its warnings as problems.
    public Reading strict() {
        if (warnings.isEmpty()) {
            return this;
        }
        List<Problem> all = Stream.concat(problems.stream(), warnings.stream())
                .sorted(Problem.ORDER)
                .toList();
        return new Reading(Optional.empty(), all, List.of());
    }
}
