package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.alliance.Alliance;

class RoundTripTest {
    @TempDir
    Path temp;

    static Stream<Integer> seeds() {
        return IntStream.range(0, 150).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAllianceWrittenAndReadIsTheSameValueAndTheSameBytes(int seed) throws Exception {
        Alliance alliance = new RandomAlliance(new Random(seed), 1 + seed / 10).alliance();

        AllianceFolder.write(alliance, temp.resolve("once"));
        Reading reading = AllianceFolder.read(temp.resolve("once"));
        assertThat(reading.problems()).as("seed %d", seed).isEmpty();
        AllianceFolder.write(reading.alliance().orElseThrow(), temp.resolve("twice"));

        assertThat(reading.alliance().orElseThrow()).as("seed %d", seed).isEqualTo(alliance);
        assertThat(ExamplesTest.files(temp.resolve("twice")))
                .as("seed %d", seed)
                .isEqualTo(ExamplesTest.files(temp.resolve("once")));
    }

    @Test
    void theCommentedExampleReachesItsNormalFormInOneStep() throws Exception {
        AllianceFolder.writeExample(temp.resolve("example"));
        Alliance first = AllianceFolder.read(temp.resolve("example")).alliance().orElseThrow();

        AllianceFolder.write(first, temp.resolve("once"));
        Alliance second = AllianceFolder.read(temp.resolve("once")).alliance().orElseThrow();
        AllianceFolder.write(second, temp.resolve("twice"));

        assertThat(second).isEqualTo(first);
        assertThat(ExamplesTest.files(temp.resolve("twice"))).isEqualTo(ExamplesTest.files(temp.resolve("once")));
    }

    @Test
    void windowsLineEndsAreReadLikeOthers() throws Exception {
        AllianceFolder.writeExample(temp.resolve("unix"));
        AllianceFolder.writeExample(temp.resolve("windows"));
        for (Map.Entry<String, String> file :
                ExamplesTest.files(temp.resolve("windows")).entrySet()) {
            Files.writeString(
                    temp.resolve("windows").resolve(file.getKey()),
                    file.getValue().replace("\n", "\r\n"));
        }

        assertThat(AllianceFolder.read(temp.resolve("windows"))).isEqualTo(AllianceFolder.read(temp.resolve("unix")));
    }

    @Test
    void whatAnInterruptedWritingLeftBehindIsNotMistakenForAFolder() throws Exception {
        Files.createDirectory(temp.resolve(".mine.part"));

        assertThatThrownBy(() -> AllianceFolder.writeExample(temp.resolve("mine")))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining(".mine.part");

        assertThat(temp.resolve("mine")).doesNotExist();
    }

    @Test
    void aWritingThatFailsLeavesNothing() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "in the way");

        assertThatThrownBy(() -> AllianceFolder.writeExample(file.resolve("mine")))
                .isInstanceOf(java.io.IOException.class);

        try (Stream<Path> entries = Files.list(temp)) {
            assertThat(entries).containsExactly(file);
        }
    }
}
