package org.muster.alliance.folder;

import java.util.Objects;

/// A mistake in a folder.
///
/// @param place where it stands
/// @param wrong what is wrong, without a full stop
/// @param right what would be right, as one or more sentences
public record Problem(Place place, String wrong, String right) {
    public Problem {
        Objects.requireNonNull(place);
        Objects.requireNonNull(wrong);
        Objects.requireNonNull(right);
    }

    /// For example `members.csv:7:3: member is "GRE", not known here. Did you mean "GRC"?`
    public String sentence() {
        return "%s:%d:%d: %s. %s".formatted(place.file(), place.line(), place.column(), wrong, right);
    }
}
