package org.muster.report.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.lab.Measure;
import org.muster.folder.AllianceFolder;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.analysis.Results;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Hindcasts;
import org.muster.lab.run.Question;
import org.muster.lab.run.Range;
import org.muster.lab.run.Row;
import org.muster.lab.run.Stack;
import org.muster.report.write.Screen;

/// What several stable coalitions leave open, and who dominates whom, stands in every form.
class LabFormsTest {
    private static final Alliance WALES =
            AllianceFolder.read(Path.of("../examples/wales-2014")).alliance().orElseThrow();
    private static final long ONE = 1_000_000_000L;

    private static Row row(int future, long failed, Map<Measure, Range> ranges) {
        List<Long> values = Arrays.stream(Measure.values())
                .map(measure -> measure == Measure.FAILED ? failed * ONE : 0L)
                .toList();
        List<Long> goes = new ArrayList<>();
        WALES.members().stream().filter(Member::isAlly).forEach(one -> goes.add(0L));
        return new Row(future, values, goes, new Row.Replied(Map.of(), Map.of(), Map.of(), ranges));
    }

    private static LabAnswer answer() {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        // 2 of 1 to 5, and 4 with nothing left open: the mean is 3, between 2.5 and 4.5
        rows.put(
                "as-was",
                List.of(row(0, 2, Map.of(Measure.FAILED, new Range(ONE, 5 * ONE, false))), row(1, 4, Map.of())));
        rows.put("released", List.of(row(0, 2, Map.of()), row(1, 2, Map.of())));
        Question question = new Question(
                WALES,
                rows.keySet().stream().map(name -> Stack.of(WALES.lab(), name)).toList(),
                Design.MC,
                2,
                1,
                Question.Reaction.REPLY,
                Settle.TOP);
        Results results = new Results(question, List.of("number"), List.of(new double[] {0}, new double[] {1}), rows);
        return new LabAnswer(results, Comparison.of(results, 2), new Hindcasts(List.of()), "0", Map.of());
    }

    @Test
    void theMeanIsTheMiddleOfNothingButStandsInItsRange() {
        Comparison.Stats stats = answer().comparison().of("as-was").of(Measure.FAILED);
        assertThat(stats.mean()).isEqualTo(3);
        assertThat(stats.between()).contains(new Comparison.Between(2.5, 4.5, 0.5));
        assertThat(answer().comparison().of("released").of(Measure.FAILED).between())
                .isEmpty();
    }

    @Test
    void rangesStandInTextPageCsvAndJson() throws IOException {
        String brackets = "3.00 [2.50 to 4.50]";
        String sentence = "In brackets: from where to where the mean lies over the coalitions that enforce themselves";
        String text = LabText.comparison(answer(), Optional.empty(), new Screen(100, false));
        assertThat(text.lines().map(String::strip).collect(Collectors.joining(" ")))
                .contains(brackets, sentence, "In up to 50.0 percent of the futures not every way was looked at");
        assertThat(LabPage.write(answer())).contains(brackets, sentence);
        assertThat(LabCsv.write(answer()).lines().filter(line -> line.startsWith("as-was,failed")))
                .allMatch(line -> line.contains(",2.5,4.5,"))
                .hasSize(1);
        JsonNode reforms = new ObjectMapper().readTree(LabJson.write(answer())).get("reforms");
        assertThat(reforms.at("/0/measures/failed/stable"))
                .isEqualTo(new ObjectMapper().readTree("{\"low\": 2.5, \"high\": 4.5, \"atLeast\": 0.5}"));
        assertThat(reforms.at("/1/measures/failed/stable").isMissingNode()).isTrue();
    }

    @Test
    void whoDominatesWhomStandsInTextPageCsvAndJson() throws IOException {
        String sentence = "as-was is nowhere better in the mean than released. Dominated by none: released.";
        assertThat(LabText.comparison(answer(), Optional.empty(), new Screen(200, false)))
                .contains(sentence);
        assertThat(LabPage.write(answer())).contains(sentence);
        assertThat(LabCsv.write(answer()).lines().filter(line -> line.startsWith("as-was,")))
                .allMatch(line -> line.contains(",released,"));
        LabAnswer same = answer().ignoring(Map.of(Measure.FAILED, 1.0));
        assertThat(LabText.comparison(same, Optional.empty(), new Screen(300, false)))
                .contains(
                        "Of differences of means that count (above missions that did not run 1.00 missions): each reform");
        JsonNode root = new ObjectMapper().readTree(LabJson.write(same));
        assertThat(root.at("/epsilon/failed").asDouble()).isEqualTo(1);
        assertThat(root.at("/pareto/0/dominatedBy").isNull()).isTrue();
        assertThat(new ObjectMapper()
                        .readTree(LabJson.write(answer()))
                        .at("/pareto/0/dominatedBy")
                        .asText())
                .isEqualTo("released");
    }
}
