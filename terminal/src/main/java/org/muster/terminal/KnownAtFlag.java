package org.muster.terminal;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// With whose eyes a command looks: those of today, or of an earlier day.
public final class KnownAtFlag {
    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            description = "Only what was known on this day, YYYY-MM-DD (default: all that is known).")
    private @Nullable LocalDate day;

    /// The day that was asked for.
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    /// The day that was asked for, or the last of all.
    public LocalDate dayOrLast() {
        return day().orElse(LocalDate.MAX);
    }
}
