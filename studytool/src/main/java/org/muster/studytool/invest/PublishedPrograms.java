package org.muster.studytool.invest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muster.input.Refusal;
import org.muster.solve.recourse.Smps;
import org.muster.solve.recourse.TwoStage;

/// Two-stage programs of a folder in SMPS form.
final class PublishedPrograms {
    private static final String CORE = ".cor";

    private PublishedPrograms() {}

    /// Reads every program of a folder.
    ///
    /// @return by name, in order
    /// @throws Refusal where it holds none, or one cannot be read
    static Map<String, TwoStage> read(Path folder) throws IOException {
        Map<String, TwoStage> programs = new LinkedHashMap<>();
        for (Path core : cores(folder)) {
            String name = core.getFileName().toString();
            name = name.substring(0, name.length() - CORE.length());
            programs.put(name, read(folder, name));
        }
        return programs;
    }

    private static List<Path> cores(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refusal(folder + " is no folder. Name one that holds NAME.cor, NAME.tim and NAME.sto");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> cores = files.filter(file -> file.toString().endsWith(CORE))
                    .filter(file -> Files.exists(sibling(file, ".tim")) && Files.exists(sibling(file, ".sto")))
                    .sorted()
                    .toList();
            if (cores.isEmpty()) {
                throw new Refusal(folder + " holds no instance: NAME.cor, NAME.tim and NAME.sto");
            }
            return cores;
        }
    }

    private static Path sibling(Path core, String end) {
        String name = core.getFileName().toString();
        return core.resolveSibling(name.substring(0, name.length() - CORE.length()) + end);
    }

    private static TwoStage read(Path folder, String name) throws IOException {
        try {
            return Smps.read(
                    text(folder.resolve(name + CORE)),
                    text(folder.resolve(name + ".tim")),
                    text(folder.resolve(name + ".sto")));
        } catch (IllegalArgumentException notRead) {
            throw new Refusal(name + ": " + notRead.getMessage());
        }
    }

    /// Such files are older than UTF-8.
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
