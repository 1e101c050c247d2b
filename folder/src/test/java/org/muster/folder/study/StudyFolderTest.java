package org.muster.folder.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.input.Refusal;

class StudyFolderTest {
    @TempDir
    Path temp;

    @Test
    void aChunkIsKeptWithItsHashAndReadAgain() throws Exception {
        StudyFolder study = StudyFolder.begin(temp.resolve("s"), Map.of("seed", "1"));
        study.keep("runs/a+b/000000.csv", "future,x\n0,1\n");

        assertThat(study.kept("runs/a+b/000000.csv")).contains("future,x\n0,1\n");
        assertThat(Files.readString(temp.resolve("s/runs/a+b/000000.csv")))
                .isEqualTo("future,x\n0,1\n# sha256 " + StudyFolder.sha256("future,x\n0,1\n") + "\n");
        assertThat(StudyFolder.open(temp.resolve("s")).manifest()).isEqualTo(Map.of("seed", "1"));
    }

    @Test
    void aChunkWithOneFlippedByteIsNotThere() throws Exception {
        StudyFolder study = StudyFolder.begin(temp.resolve("s"), Map.of());
        study.keep("runs/a/000000.csv", "future,x\n0,1\n");
        Path file = temp.resolve("s/runs/a/000000.csv");
        byte[] right = Files.readAllBytes(file);
        for (int at = 0; at < right.length; at++) {
            byte[] wrong = right.clone();
            wrong[at] ^= 1;
            Files.write(file, wrong);
            assertThat(study.kept("runs/a/000000.csv")).as("byte %s", at).isEmpty();
        }
        Files.write(file, java.util.Arrays.copyOf(right, right.length / 2));
        assertThat(study.kept("runs/a/000000.csv")).isEmpty();
        assertThat(study.kept("runs/a/000001.csv")).isEmpty();
    }

    /// What a killed process leaves under another name changes nothing.
    @Test
    void whatAKilledProcessLeavesDoesNotCount() throws Exception {
        StudyFolder study = StudyFolder.begin(temp.resolve("s"), Map.of());
        study.keep("runs/a/000000.csv", "future,x\n0,1\n");
        String hash = study.hash();
        Files.writeString(temp.resolve("s/runs/a/000001.csv.part"), "future,");
        assertThat(study.hash()).isEqualTo(hash);
        study.keep("runs/a/000001.csv", "future,x\n1,1\n");
        assertThat(study.hash()).isNotEqualTo(hash);
        assertThat(Files.exists(temp.resolve("s/runs/a/000001.csv.part"))).isFalse();
    }

    @Test
    void aFolderThatHoldsAnythingIsRefused() throws Exception {
        Files.writeString(temp.resolve("there"), "x");
        assertThatThrownBy(() -> StudyFolder.begin(temp, Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> StudyFolder.begin(temp.resolve("there"), Map.of()))
                .hasMessageContaining("is a file, not a folder");
        assertThatThrownBy(() -> StudyFolder.open(temp)).hasMessageContaining("holds no study");
        Files.writeString(temp.resolve("study.json"), "{");
        assertThatThrownBy(() -> StudyFolder.open(temp).manifest()).hasMessageContaining("is not valid JSON");
        Files.writeString(temp.resolve("study.json"), "[]");
        assertThatThrownBy(() -> StudyFolder.open(temp).manifest()).hasMessageContaining("holds no JSON object");
    }

    @Test
    void differencesAreNamedFieldByField() {
        assertThat(StudyFolder.differences(Map.of("seed", "1", "jdk", "25"), Map.of("seed", "2", "jdk", "25")))
                .containsExactly("seed was \"1\" and is \"2\"");
        assertThat(StudyFolder.differences(Map.of(), Map.of("seed", "2")))
                .containsExactly("seed was not there and is \"2\"");
        assertThat(StudyFolder.differences(Map.of("seed", "2"), Map.of("seed", "2")))
                .isEmpty();
    }
}
