package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.alliance.Alliance;

class StarterExampleTest {
    @TempDir
    Path temp;

    @Test
    void theExampleIsWithoutProblems() throws Exception {
        Path folder = temp.resolve("mine");

        AllianceFolder.writeExample(folder);

        assertThat(AllianceFolder.read(folder).problems()).isEmpty();
    }

    @Test
    void theExampleHasAMissionWithADayAfter() throws Exception {
        AllianceFolder.writeExample(temp.resolve("mine"));

        Alliance alliance = AllianceFolder.read(temp.resolve("mine")).alliance().orElseThrow();

        assertThat(alliance.members()).hasSize(4);
        assertThat(alliance.pools()).hasSize(1);
        assertThat(alliance.missions()).hasSize(1);
        assertThat(alliance.missions().getFirst().phases()).anyMatch(phase -> phase.followUp());
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("mine"));
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> AllianceFolder.writeExample(folder)).isInstanceOf(DirectoryNotEmptyException.class);

        try (var entries = Files.list(temp)) {
            assertThat(entries).containsExactly(folder);
        }
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void anEmptyFolderIsFilled() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("mine"));

        AllianceFolder.writeExample(folder);

        try (var entries = Files.list(temp)) {
            assertThat(entries.toList()).isEqualTo(List.of(folder));
        }
        assertThat(folder.resolve("alliance.yaml")).exists();
    }
}
