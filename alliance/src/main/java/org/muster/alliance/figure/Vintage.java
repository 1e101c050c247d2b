package org.muster.alliance.figure;

import java.time.LocalDate;
import java.util.Objects;

/// A release of figures: what it is called and from which day on it was known.
///
/// @param id        its name in the figures table, for example `NATO-2024-06`
/// @param title     the publication
/// @param knownFrom the first day on which a reader can have known it
/// @param source    where the publication was found
public record Vintage(String id, String title, LocalDate knownFrom, String source) {
    public Vintage {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(knownFrom);
        Objects.requireNonNull(source);
    }

    /// Whether a reader can have known it on a day.
    public boolean isKnownOn(LocalDate day) {
        return !knownFrom.isAfter(day);
    }
}
