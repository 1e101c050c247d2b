package org.muster.alliance.source;

import java.util.Objects;

/// Where a statement comes from.
///
/// @param status how far it can be trusted
/// @param source the document, page or rule; may be empty only where the status is illustrative
public record Provenance(Status status, String source) {
    public Provenance {
        Objects.requireNonNull(status);
        if (source.isBlank() && status != Status.ILLUSTRATIVE) {
            throw new IllegalArgumentException("a statement that is " + status.word() + " needs a source");
        }
    }

    /// An invented statement.
    public static Provenance illustrative(String note) {
        return new Provenance(Status.ILLUSTRATIVE, note);
    }

    /// Whether the statement is invented.
    public boolean isIllustrative() {
        return status == Status.ILLUSTRATIVE;
    }
}
