package org.muster.cli.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Muster;
import picocli.CommandLine;

class FolderCommandsTest {
    @TempDir
    Path temp;

    private record Ran(int exit, String out, String err) {}

    private static Ran run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                new CommandLine(new Muster()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] texts = java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        return new Ran(line.execute(texts), out.toString(), err.toString());
    }

    @Test
    void aNewFolderPassesItsCheck() {
        Path folder = temp.resolve("mine");

        Ran written = run("new", folder);
        Ran checked = run("check", folder);

        assertThat(written.exit()).isZero();
        assertThat(written.out()).isEqualToIgnoringNewLines(folder.toString());
        assertThat(checked).isEqualTo(new Ran(0, checked.out(), ""));
        assertThat(checked.out().lines())
                .containsExactly("river-towns: 3 members and 1 partner, 8 figures, 1 key, 5 offers, 1 pool,"
                        + " 1 mission, 1 pledge: nothing is wrong");
    }

    @Test
    void newLeavesAFolderAloneThatHoldsSomething() throws Exception {
        Files.writeString(temp.resolve("notes.txt"), "mine");

        Ran ran = run("new", temp);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("is not empty: nothing was written");
        try (var entries = Files.list(temp)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void newSaysWhatIsInTheWay() throws Exception {
        Path file = Files.writeString(temp.resolve("mine"), "a file");

        Ran ran = run("new", file);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("is in the way: nothing was written");
        assertThat(file).hasContent("a file");
    }

    @Test
    void everyProblemIsASentenceOnStandardErrorAndTheCountComesLast() throws Exception {
        Path folder = broken();

        Ran ran = run("check", folder);

        assertThat(ran.exit()).isEqualTo(2);
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

        Ran ran = run("check", "--json", folder);

        JsonNode root = new ObjectMapper().readTree(ran.out());
        assertThat(ran.exit()).isEqualTo(2);
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
        Ran ran = run("check");

        assertThat(ran.exit()).isEqualTo(2);
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
