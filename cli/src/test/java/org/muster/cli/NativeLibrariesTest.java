package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Examples.WILDFIRE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    private static List<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.contains("ortools-" + NativeLibraries.platform()))
                .map(Path::of)
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theyAreUnpackedOnceAndLoadedFromThereAndNothingIsLeftInTheTemporaryFolder(@TempDir Path temp)
            throws IOException, InterruptedException {
        Path libraries = temp.resolve("native");
        Path unpackedTo = Files.createDirectory(temp.resolve("tmp"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            NativeLibraries.unpack(libraries, jars(), out);
            NativeLibraries.unpack(libraries, jars(), out);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce("libraries unpacked");
        assertThat(names(libraries)).contains(System.mapLibraryName("jniortools"));
        assertThat(names(temp)).containsExactly("native", "tmp");

        Process plan = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.library.path=" + libraries,
                        "-Djava.io.tmpdir=" + unpackedTo,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.muster.cli.Muster",
                        "plan",
                        WILDFIRE,
                        "FIRE")
                .redirectErrorStream(true)
                .start();
        String printed = new String(plan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(plan.waitFor()).as(printed).isZero();
        assertThat(names(unpackedTo)).isEmpty();
    }
}
