package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.input.Place;
import org.muster.input.Problem;
import org.muster.input.Shown;

/// What may be meant and may as well be a mistake is told and stands in nobody's way.
class WarningsTest {
    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = temp.resolve("mine");
        AllianceFolder.writeExample(folder);
    }

    private void replace(String file, String before, String after) throws Exception {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(before), after));
    }

    private List<String> warnings() {
        Reading reading = AllianceFolder.read(folder);
        assertThat(reading.problems()).isEmpty();
        return reading.warnings().stream().map(Problem::sentence).toList();
    }

    @Test
    void theExampleHasNone() {
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aPlaceInACaveatThatNoMissionHasIsNamedWithTheNearest() throws Exception {
        replace("policies.yaml", "limit: {longer_than_days: 90}", "limit: {at: [Lower riwer]}");
        assertThat(warnings())
                .containsExactly("policies.yaml:14:18: at names \"Lower riwer\", a place of no mission here."
                        + " Did you mean \"Lower river\"?");
    }

    @Test
    void aKindInAConditionThatNoMissionHasIsNamed() throws Exception {
        replace("policies.yaml", "condition: {beside_any: [ARN, BRO]}", "condition: {never_kinds: [pumpin]}");
        assertThat(warnings()).hasSize(1).first().asString().contains("never_kinds names \"pumpin\", a kind of task");
    }

    @Test
    void aLineThatGivesMoreNoticeThanThereIsBeforeItsPhaseIsTold() throws Exception {
        replace("missions/flood-2027.yaml", "notice_days: 3", "notice_days: 300");
        assertThat(warnings()).hasSize(1).first().asString().contains("notice_days is 300, and the phase starts ");
    }

    @Test
    void aCopyBesideItsFileIsTold() throws Exception {
        Files.copy(folder.resolve("offers.csv"), folder.resolve("offers.csv.bak"));
        assertThat(warnings())
                .containsExactly(
                        "offers.csv.bak:1:1: nothing is read from offers.csv.bak. Only offers.csv is read: move copies away.");
    }

    @Test
    void strictMakesThemProblems() throws Exception {
        Files.copy(folder.resolve("offers.csv"), folder.resolve("offers.csv.bak"));
        Reading strict = AllianceFolder.read(folder).strict();
        assertThat(strict.alliance()).isEmpty();
        assertThat(strict.problems()).hasSize(1);
    }

    @Test
    void whatATerminalActsOnIsShownAsItsNumber() {
        Problem problem = new Problem(Place.startOf("a.csv"), "there is no column \"\u001b[2Jx\u202e\"", "Mend it.");
        assertThat(problem.sentence()).isEqualTo("a.csv:1:1: there is no column \"\\u001b[2Jx\\u202e\". Mend it.");
        assertThat(Shown.plain("\uD83D\uDE92 \uD83D")).isEqualTo("\uD83D\uDE92 \\ud83d");
    }
}
