package org.muster.bench.games;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One thing measured, in a process of its own after it had warmed up, beside its limit.
///
/// @param what      what was measured
/// @param median    seconds, the middle one of the calls that were timed
/// @param least     seconds, the fastest of them
/// @param calls     how many were timed
/// @param limit     seconds, where there is a limit
/// @param limitIs   what the limit is, a dash where there is none
/// @param work      what the answer took, as counted by itself
/// @param tableBytes of the table that was given
/// @param peakBytes the most memory that the process had resident, where the system tells
public record Measured(
        String what,
        double median,
        double least,
        long calls,
        OptionalDouble limit,
        String limitIs,
        String work,
        long tableBytes,
        OptionalLong peakBytes) {
    private static final double MEGABYTE = 1e6;

    /// Bytes that the library may take beside the table: the project's own aim.
    private static final long MEMORY_LIMIT = 300_000_000;

    /// The median in parts of the limit: above 1 is too slow.
    public OptionalDouble ratio() {
        return limit.isPresent() ? OptionalDouble.of(median / limit.getAsDouble()) : OptionalDouble.empty();
    }

    /// Memory at the peak that is not the table: the JVM, what it compiled, the generator of the game, the library.
    public OptionalLong bytesBeside() {
        return peakBytes.isPresent() ? OptionalLong.of(peakBytes.getAsLong() - tableBytes) : OptionalLong.empty();
    }

    /// The time as a line of text.
    public String timeLine() {
        return String.format(
                Locale.ROOT,
                "%-58s %9.5f s, least %9.5f s   limit %s (%s)   ratio %s   %s",
                what,
                median,
                least,
                limit.isPresent() ? String.format(Locale.ROOT, "%8.4f s", limit.getAsDouble()) : "-",
                limitIs,
                ratioText(ratio()),
                work);
    }

    /// The memory as a line of text.
    public Optional<String> memoryLine() {
        return bytesBeside().isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%-58s %9.0f MB beside the table   limit %.0f MB (stated aim)   ratio %s",
                        what,
                        bytesBeside().getAsLong() / MEGABYTE,
                        MEMORY_LIMIT / MEGABYTE,
                        memoryRatio()));
    }

    String timeRow() {
        return String.format(
                Locale.ROOT,
                "| %s | %.5f | %.5f | %d | %s | %s | %s | %s |\n",
                what,
                median,
                least,
                calls,
                limit.isPresent() ? String.format(Locale.ROOT, "%.4f", limit.getAsDouble()) : "-",
                ratioText(ratio()),
                limitIs,
                work);
    }

    Optional<String> memoryRow() {
        return bytesBeside().isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %.0f | %s |\n",
                        what,
                        peakBytes.getAsLong() / MEGABYTE,
                        tableBytes / MEGABYTE,
                        bytesBeside().getAsLong() / MEGABYTE,
                        memoryRatio()));
    }

    private String memoryRatio() {
        return ratioText(OptionalDouble.of((double) bytesBeside().getAsLong() / MEMORY_LIMIT));
    }

    private static String ratioText(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : "-";
    }
}
