package org.muster.cli.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Call;

class FolderCommandsTest {
    @TempDir
    Path temp;

    private static Call run(Object... arguments) {
        return Call.muster(
                java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    }

    @Test
    void aNewFolderPassesItsCheck() {
        Path folder = temp.resolve("mine");

        Call written = run("new", folder);
        Call checked = run("check", folder);

        assertThat(written.code()).isZero();
        assertThat(written.out()).isEqualToIgnoringNewLines(folder.toString());
        assertThat(checked).isEqualTo(new Call(0, checked.out(), ""));
        assertThat(checked.out().lines())
                .containsExactly("river-towns: 3 members and 1 partner, 8 figures, 1 key, 5 offers, 1 pool,"
                        + " 1 mission, 1 pledge: nothing is wrong");
    }

    @Test
    void newLeavesAFolderAloneThatHoldsSomething() throws Exception {
        Files.writeString(temp.resolve("notes.txt"), "mine");

        Call ran = run("new", temp);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("is not empty: nothing was written");
        try (var entries = Files.list(temp)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void newSaysWhatIsInTheWay() throws Exception {
        Path file = Files.writeString(temp.resolve("mine"), "a file");

        Call ran = run("new", file);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("is in the way: nothing was written");
        assertThat(file).hasContent("a file");
    }

    @Test
    void everyProblemIsASentenceOnStandardErrorAndTheCountComesLast() throws Exception {
        Path folder = broken();

        Call ran = run("check", folder);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .containsExactly(
                        "keys.csv:3:2: member is \"BRA\", a member not known here. Did you mean \"BRO\"?",
                        "offers.csv:2:2: member is \"AEN\", a member not known here. Did you mean \"ARN\"?",
                        "2 problems");
    }

    @Test
    void jsonHoldsTheSameProblems() throws Exception {
        Path folder = broken();

        Call ran = run("check", "--json", folder);

        JsonNode root = new ObjectMapper().readTree(ran.out());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEmpty();
        assertThat(root.path("ok").asBoolean()).isFalse();
        assertThat(root.path("problems")).hasSize(2);
        assertThat(root.path("problems").get(0).path("file").asText()).isEqualTo("keys.csv");
        assertThat(root.path("problems").get(0).path("line").asInt()).isEqualTo(3);
        assertThat(root.path("problems").get(0).path("column").asInt()).isEqualTo(2);
        assertThat(root.path("problems").get(0).path("right").asText()).isEqualTo("Did you mean \"BRO\"?");
    }

    @Test
    void withoutAFolderTheUsageIsShown() {
        Call ran = run("check");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("FOLDER");
    }

    private Path broken() throws Exception {
        Path folder = temp.resolve("broken");
        run("new", folder);
        change(folder.resolve("offers.csv"), "arn-boats,ARN,", "arn-boats,AEN,");
        change(folder.resolve("keys.csv"), "people-2026,BRO,", "people-2026,BRA,");
        return folder;
    }

    private static void change(Path file, String before, String after) throws Exception {
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }
}
