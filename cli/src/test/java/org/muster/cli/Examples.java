package org.muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The bundled alliances, and copies of them to change.
public final class Examples {
    public static final Path ROOT = Path.of(System.getProperty("muster.root"));
    public static final String WALES = ROOT.resolve("examples/wales-2014").toString();
    public static final String WILDFIRE = ROOT.resolve("examples/wildfire-pool").toString();

    private Examples() {}

    /// Copies a folder with all that is in it.
    public static Path copyOf(String folder, Path to) throws IOException {
        Path from = Path.of(folder);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
