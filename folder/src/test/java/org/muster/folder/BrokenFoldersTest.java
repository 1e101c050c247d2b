package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every broken folder gets exactly the sentences of its golden file.
///
/// The folders lie in `target/broken/NAME` afterwards, for `muster check` by hand; `-Dgolden=write` rewrites the files.
class BrokenFoldersTest {
    private static final Path GOLDEN = Path.of("src/test/golden/broken");
    private static final Path FOLDERS = Path.of("target/broken");

    static Stream<String> names() {
        return BrokenFolders.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aBrokenFolderGetsItsSentences(String name) throws Exception {
        Path folder = FOLDERS.resolve(name);
        if (Files.exists(folder)) {
            BrokenFolders.remove(folder);
        }
        AllianceFolder.writeExample(folder);
        BrokenFolders.ALL.get(name).apply(folder);

        Reading reading = AllianceFolder.read(folder);

        assertThat(reading.alliance()).isEmpty();
        assertThat(reading.problems()).isNotEmpty();
        String sentences = reading.problems().stream()
                .map(problem -> problem.sentence() + "\n")
                .collect(Collectors.joining());
        Path golden = GOLDEN.resolve(name + ".txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, sentences);
        }
        assertThat(sentences).isEqualTo(Files.readString(golden));
        if (Files.isDirectory(folder) && name.equals("one-gigabyte")) {
            BrokenFolders.remove(folder);
        }
    }

    @Test
    void everyGoldenFileHasItsFolder() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(BrokenFolders.ALL.keySet());
        }
    }

    @Test
    void everySentenceHasAPlaceAWrongAndARight() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .isNotEmpty()
                        .allMatch(line -> line.matches("[^:]+:[1-9]\\d*:[1-9]\\d*: .+\\. .+[^.][.?\\]}\"]"));
            }
        }
    }
}
