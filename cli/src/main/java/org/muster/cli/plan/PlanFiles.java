package org.muster.cli.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.muster.folder.TextFile;
import org.muster.folder.WholeFile;
import org.muster.input.Refusal;
import org.muster.plan.SavedPlan;
import org.muster.report.plan.PlanFacts;
import org.muster.report.plan.PlanJson;

/// Plans in files.
final class PlanFiles {
    /// No plan of a mission comes near this size.
    private static final long MOST_MIB = 64;

    private PlanFiles() {}

    /// All that the plan in a file says, by the path of each in its JSON.
    ///
    /// @throws Refusal as [#read]
    static Map<String, String> facts(Path file) throws IOException {
        String text = TextFile.read(file, MOST_MIB);
        try {
            return PlanFacts.of(text);
        } catch (Refusal refusal) {
            throw new Refusal(file + ": " + refusal.sentence());
        }
    }

    /// The plan in a file.
    ///
    /// @throws Refusal with a sentence that begins with the file's name, where it holds no plan
    static SavedPlan read(Path file) throws IOException {
        String text = TextFile.read(file, MOST_MIB);
        try {
            PlanFacts.of(text);
            return PlanJson.read(text);
        } catch (Refusal refusal) {
            throw new Refusal(file + ": " + refusal.sentence());
        }
    }

    /// Writes tables into a folder, which is made where it does not exist. Each is there whole or as it was before.
    ///
    /// @param tables by the name of the file
    static void write(Map<String, String> tables, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            WholeFile.write(folder.resolve(table.getKey()), table.getValue());
        }
    }
}
