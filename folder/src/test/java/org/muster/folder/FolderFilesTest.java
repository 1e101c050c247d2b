package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.input.Nearest;
import org.muster.input.Problem;

class FolderFilesTest {
    @TempDir
    Path temp;

    private List<String> problems(Path folder) {
        return AllianceFolder.read(folder).problems().stream()
                .map(Problem::sentence)
                .toList();
    }

    @Test
    void aFileThatMayNotBeReadIsAProblem() throws Exception {
        AllianceFolder.writeExample(temp.resolve("mine"));
        Path file = temp.resolve("mine/market.csv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("the rights of this user").isFalse();

        assertThat(problems(temp.resolve("mine")))
                .containsExactly("market.csv:1:1: the file may not be read. Give yourself the right to read it.");
    }

    @Test
    void linksToFilesAreFollowed() throws Exception {
        AllianceFolder.writeExample(temp.resolve("mine"));
        Files.move(temp.resolve("mine/market.csv"), temp.resolve("elsewhere.csv"));
        Files.createSymbolicLink(temp.resolve("mine/market.csv"), temp.resolve("elsewhere.csv"));

        assertThat(problems(temp.resolve("mine"))).isEmpty();
    }

    @Test
    void aLoopOfTwoLinksIsAProblem() throws Exception {
        AllianceFolder.writeExample(temp.resolve("mine"));
        Files.delete(temp.resolve("mine/market.csv"));
        Files.createSymbolicLink(temp.resolve("mine/market.csv"), temp.resolve("mine/other.csv"));
        Files.createSymbolicLink(temp.resolve("mine/other.csv"), temp.resolve("mine/market.csv"));

        assertThat(problems(temp.resolve("mine")))
                .containsExactly("market.csv:1:1: the link leads back to itself. Replace the link by the file.");
    }

    @Test
    void aLoopInPlaceOfTheMissionsIsAProblem() throws Exception {
        AllianceFolder.writeExample(temp.resolve("mine"));
        BrokenFolders.remove(temp.resolve("mine/missions"));
        Files.createSymbolicLink(temp.resolve("mine/missions"), Path.of("missions"));

        assertThat(problems(temp.resolve("mine")))
                .containsExactly("missions:1:1: the link leads back to itself. Replace the link by the file.");
    }

    @Test
    void moreMissionsThanTheLimitAreNotRead() throws Exception {
        AllianceFolder.writeExample(temp.resolve("mine"));
        for (int i = 0; i <= Limits.MISSIONS; i++) {
            Files.writeString(temp.resolve("mine/missions/m" + i + ".yaml"), "");
        }

        assertThat(problems(temp.resolve("mine")))
                .anyMatch(sentence -> sentence.startsWith("missions:1:1: there are 1002 missions, more than 1000."));
    }

    @Test
    void theNearestNameCountsLettersSwapsAndCase() {
        List<String> known = List.of("DEU", "GRC", "USA");

        assertThat(Nearest.among("GRE", known)).contains("GRC");
        assertThat(Nearest.among("duE", known)).contains("DEU");
        assertThat(Nearest.among("edu", known)).contains("DEU");
        assertThat(Nearest.among("usa", known)).contains("USA");
        assertThat(Nearest.among("XYZ", known)).isEmpty();
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("ca", "ac")).isEqualTo(1);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }
}
