package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens to the files of a folder, reading it gives an alliance or problems with places, and never fails.
class DamagedFoldersTest {
    private static final List<String> PIECES = List.of(
            "",
            "\n",
            ",",
            "\"",
            "'",
            ": ",
            "- ",
            "#",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "!!x ",
            "\t",
            "|",
            ">",
            "-1",
            "0",
            "99999999999999999999",
            "1e9",
            "null",
            "~",
            "\u0000",
            "\ufeff",
            "é",
            "\uD83D\uDE92",
            "  ",
            "ARN",
            "id",
            "2027-02-30",
            "true",
            "---\n",
            "...\n",
            "%YAML 9\n",
            "? ",
            "\r",
            "\u2028");

    @TempDir
    Path temp;

    static Stream<Integer> seeds() {
        return IntStream.range(0, 1500).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readingADamagedFolderNeverFails(int seed) throws Exception {
        Random random = new Random(seed);
        Path folder = temp.resolve("mine");
        AllianceFolder.writeExample(folder);
        List<Map.Entry<String, String>> files =
                List.copyOf(ExamplesTest.files(folder).entrySet());
        for (int i = 0; i <= random.nextInt(3); i++) {
            Map.Entry<String, String> file = files.get(random.nextInt(files.size()));
            Files.write(folder.resolve(file.getKey()), damaged(file.getValue(), random));
        }

        Reading reading = AllianceFolder.read(folder);

        assertThat(reading.problems()).as("seed %d", seed).allSatisfy(problem -> {
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.place().column()).isPositive();
            assertThat(problem.sentence()).doesNotContain("\n");
        });
        assertThat(reading.problems()).isSortedAccordingTo((a, b) -> a.place().compareTo(b.place()));
    }

    private static byte[] damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), at + random.nextInt(1 + random.nextInt(40)));
            damaged.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
        }
        byte[] bytes = damaged.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
