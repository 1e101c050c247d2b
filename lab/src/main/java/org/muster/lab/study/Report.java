package org.muster.lab.study;

import java.io.Serializable;
import java.util.List;

/// What a process that works elsewhere says on its standard output, one after the other.
public sealed interface Report extends Serializable {
    /// A part is worked out.
    ///
    /// @param lines its rows as they stand in its chunk
    record Made(Part part, String lines) implements Report {}

    /// What is asked for cannot be worked out: a mistake of the user's.
    ///
    /// @param findings a line each
    /// @param sentence without its full stop
    record Refused(List<String> findings, String sentence) implements Report {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /// The machines failed.
    ///
    /// @param sentence without its full stop
    record Failed(String sentence) implements Report {}

    /// All is said.
    record Ended() implements Report {}
}
