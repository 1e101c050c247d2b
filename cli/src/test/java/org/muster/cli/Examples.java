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

    /// The wildfire pool whose plan of what to hold in common has two missions of its three, for which the planner need
    /// not be asked for coalitions: small enough to be asked often.
    public static Path poolWithoutHeat(Path to) throws IOException {
        return poolWithout(to, "HEAT");
    }

    /// The wildfire pool whose plan of what to hold in common lacks some missions and three candidates.
    public static Path poolWithout(Path to, String... missions) throws IOException {
        Path file = copyOf(WILDFIRE, to).resolve("invest.yaml");
        String text = Files.readString(file)
                .replaceAll("(?s)- id: (more-watch|dozers|leased-helicopters)\n.*?(?=- id: )", "");
        for (String mission : missions) {
            text = text.replaceAll(" {2}- mission: " + mission + "\n {4}per_year: .*\n {4}price_of_failure: .*\n", "")
                    .replaceAll(" {6}" + mission + ": 0\\.\\d+\n", "");
            if (text.contains(mission)) {
                throw new IllegalStateException(mission + " still stands in " + file);
            }
        }
        Files.writeString(file, text);
        return to;
    }
}
