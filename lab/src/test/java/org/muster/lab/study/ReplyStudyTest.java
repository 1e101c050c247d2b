package org.muster.lab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.alliance.Alliance;
import org.muster.answer.Telling;
import org.muster.folder.AllianceFolder;
import org.muster.folder.study.StudyFolder;
import org.muster.input.Refusal;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Stack;
import org.muster.solve.SolveOptions;

/// A study of members that react, whose rows have ranges: nothing in it hangs on which worker asked first.
class ReplyStudyTest {
    private static final int FUTURES = 450;

    private static final String FUTURES_FILE = """
            from: 2026
            years: 2
            missions:
            - mission: HEAT
              per_year: 1
            factors:
            - {id: keen, kind: real, range: [0.5, 0.9], applies_to: {willing: '*'}, status: illustrative, source: x}
            - {id: worth, kind: real, range: [0.1, 2], applies_to: {benefit: HEAT}, status: illustrative, source: x}
            - {id: large, kind: choice, values: [1, 1.25], applies_to: {quantity: '*'}, status: illustrative, source: x}
            worth:
            - mission: HEAT
              amount: 40000000.00
              benefits: {ASH: 20, BIR: 30, CED: 15, DOG: 5, ELM: 10, FIR: 10, GOR: 5, HAZ: 5}
              status: illustrative
              source: x
            status: illustrative
            source: invented for this test
            """;

    @TempDir
    Path temp;

    private static Question question() {
        Map<String, String> texts =
                new TreeMap<>(AllianceFolder.texts(AllianceFolder.read(Path.of("../examples/wildfire-pool"))
                        .alliance()
                        .orElseThrow()));
        texts.remove("invest.yaml");
        texts.put("futures.yaml", FUTURES_FILE);
        Alliance alliance = AllianceFolder.read(texts).alliance().orElseThrow();
        return new Question(
                alliance,
                List.of(Stack.of(alliance.lab(), Stack.AS_WAS)),
                Design.SOBOL,
                Design.SOBOL.rounded(FUTURES, 3),
                5,
                Question.Reaction.REPLY,
                Settle.BOTH);
    }

    /// As many futures as no scrambles share evenly.
    @Test
    void aNumberOfFuturesThatTheDesignDoesNotHaveIsRefused() throws IOException {
        Question question = question();
        Path folder = temp.resolve("by-hand");
        StudyFolder.begin(folder, Study.manifest("pool", question));
        Path manifest = folder.resolve(StudyFolder.MANIFEST);
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"futures\" : \"512\"", "\"futures\" : \"511\""));
        assertThat(Files.readString(manifest)).isNotEqualTo(text);
        assertThatThrownBy(() -> Study.open(StudyFolder.open(folder), Optional.empty(), lay -> question.alliance()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("was changed by hand");
    }

    @Test
    void rowsWithRangesHaveTheSameBytesWithAnyNumberOfWorkers() throws IOException {
        Question question = question();
        Set<String> hashes = new TreeSet<>();
        for (int workers : List.of(1, 2, 4)) {
            Study study = Study.begun(
                    StudyFolder.begin(temp.resolve("of-" + workers), Study.manifest("pool", question)), question);
            hashes.add(study.work(workers, SolveOptions.defaults(), Telling.nobody())
                    .hash());
            assertThat(study.results().rows().get(Stack.AS_WAS))
                    .hasSize(512)
                    .anyMatch(row -> !row.replied().ranges().isEmpty())
                    .anyMatch(row -> row.replied().ranges().isEmpty());
        }
        assertThat(hashes).hasSize(1);
    }
}
