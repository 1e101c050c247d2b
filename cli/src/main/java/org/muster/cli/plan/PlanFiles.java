package org.muster.cli.plan;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muster.cli.report.PlanJson;
import org.muster.plan.SavedPlan;

/// Plans in files.
final class PlanFiles {
    /// No plan of a mission comes near this size.
    private static final long MOST_BYTES = 64L << 20;

    private PlanFiles() {}

    /// The plan in a file.
    ///
    /// @throws IllegalArgumentException with a sentence that begins with the file's name, where it holds no plan
    static SavedPlan read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": there is no such file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException(file + ": larger than 64 MiB, no plan is");
        }
        try {
            return PlanJson.read(Files.readString(file));
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file + ": not UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
