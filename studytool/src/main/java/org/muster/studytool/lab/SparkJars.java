package org.muster.studytool.lab;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.input.Refusal;

/// The jars of module `spark`, which is built only where somebody asks for it: it fetches a hundred megabytes.
///
/// @param process those of the process that speaks to Spark, its own first
/// @param workers those that Spark's workers on other machines need, among them
record SparkJars(List<Path> process, List<Path> workers) {
    private static final String BUILD = "./mvnw -q -pl spark -am package -DskipTests";

    /// @throws Refusal where they are not built, or of other sources than what runs
    static SparkJars ofThisBuild() throws IOException {
        Path place;
        try {
            place = Path.of(SparkJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("where a class is from is a place", impossible);
        }
        // ROOT/cli/target/lib/muster-studytool-0.1.0.jar; in a build ROOT/studytool/target/classes or its jar
        Path folder = Optional.ofNullable(place.getParent()).orElse(place);
        Path root =
                folder.resolve(folder.endsWith("lib") ? "../../.." : "../..").normalize();
        return in(root.resolve("spark/target"), root.resolve("cli/target/lib"));
    }

    /// @param target what the build of module `spark` has made
    /// @param ours   the jars of what runs
    static SparkJars in(Path target, Path ours) throws IOException {
        List<Path> own = jars(target);
        List<Path> libraries = jars(target.resolve("lib"));
        if (own.isEmpty() || libraries.isEmpty()) {
            throw new Refusal(
                    "--spark needs module spark, which is not built yet. Build it, in the folder of muster, with"
                            + " \"" + BUILD + "\": it fetches some 100 MB the first time");
        }
        List<Path> workers = new ArrayList<>(own);
        for (Path jar : libraries) {
            Path same = ours.resolve(String.valueOf(jar.getFileName()));
            boolean isOurs = String.valueOf(jar.getFileName()).startsWith("muster-");
            if (isOurs && (!Files.exists(same) || Files.mismatch(jar, same) >= 0)) {
                throw new Refusal("module spark was built from other sources than what runs here (" + jar.getFileName()
                        + " differs). Build it again with \"" + BUILD + "\"");
            }
            if (Files.exists(same)) {
                workers.add(jar);
            }
        }
        List<Path> process = new ArrayList<>(own);
        process.addAll(libraries);
        return new SparkJars(List.copyOf(process), List.copyOf(workers));
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
