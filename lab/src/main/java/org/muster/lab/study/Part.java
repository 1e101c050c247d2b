package org.muster.lab.study;

import java.io.Serializable;
import java.util.Optional;

/// Rows of one chunk that are worked out in one go: small enough that workers end together, and large enough that
/// nobody notices what a task costs.
///
/// @param reforms the name of the reforms, empty for a part of a chunk of futures
/// @param chunk   the chunk's number
/// @param from    the number of its first future
/// @param to      the number behind its last future
public record Part(String reforms, int chunk, int from, int to) implements Serializable {
    /// Rows of a part at most; a chunk holds a whole number of parts.
    public static final int ROWS = 100;

    /// The same where members react: a row is then hundreds of plans.
    public static final int ROWS_REPLYING = 5;

    /// Its chunk's path in the study's folder.
    public String file() {
        return Chunks.file(stack(), chunk);
    }

    /// The name of the reforms; empty for a part of a chunk of futures.
    Optional<String> stack() {
        return reforms.isEmpty() ? Optional.empty() : Optional.of(reforms);
    }

    int rows() {
        return to - from;
    }
}
