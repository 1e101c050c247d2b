package org.muster.lab.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Measure;
import org.muster.folder.AllianceFolder;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Runs;
import org.muster.lab.run.Stack;
import org.muster.solve.SolveOptions;

/// The result of Wales that stands in the repository: its rows are those of the engine as it is, and the tables of
/// docs/lab.md are its means. Where a row differs the studies have to be run again, and the tables made anew.
class WalesResultTest {
    private static final Path FOLDER = Path.of("../docs/wales-lab");
    private static final Alliance WALES =
            AllianceFolder.read(Path.of("../examples/wales-2014")).alliance().orElseThrow();
    private static final int CENTS_IN_A_MILLION = 8;

    private static final Map<String, Measure> TITLES = Map.of(
            "missions asked for", Measure.ASKED,
            "did not run", Measure.FAILED,
            "days after with a line open", Measure.OPEN_DAY_AFTER,
            "vetoes", Measure.VETOES,
            "bill", Measure.BILL,
            "price of what is held", Measure.HELD,
            "borne by those who stay", Measure.BORNE_BY_STAYERS,
            "worst member's net", Measure.WORST_NET,
            "free-rider gain", Measure.FREE_RIDE,
            "members at target in 2026", Measure.AT_TARGET);

    @Test
    void rowsAreThoseOfTheEngineAsItIs() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("rows.csv"));
        List<String> reforms = lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct()
                .toList();
        Question question = new Question(
                WALES,
                reforms.stream().map(name -> Stack.of(WALES.lab(), name)).toList(),
                Design.MC,
                200,
                1,
                Question.Reaction.NONE,
                Settle.TOP);
        Runs runs = new Runs(question, SolveOptions.defaults());
        List<String> rows = new ArrayList<>();
        for (Stack stack : question.stacks()) {
            for (int f = 0; f < 4; f++) {
                rows.add(stack.name() + "," + Chunks.line(runs.row(stack, f)));
            }
        }
        assertThat(reforms).hasSize(5);
        assertThat(rows).isEqualTo(lines.subList(1, lines.size()));
    }

    /// By reform and measure, the mean and its bounds.
    private static Map<String, List<BigDecimal>> means(String file) throws IOException {
        Map<String, List<BigDecimal>> means = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(FOLDER.resolve(file));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            means.put(
                    cells[0] + " " + cells[1],
                    List.of(new BigDecimal(cells[3]), new BigDecimal(cells[4]), new BigDecimal(cells[5])));
        }
        return means;
    }

    @ParameterizedTest
    @CsvSource({"none.csv,What came out of 200 futures,35", "reply.csv,### Where members react,32"})
    void tablesOfTheDocumentAreItsMeans(String file, String after, int least) throws IOException {
        Map<String, List<BigDecimal>> means = means(file);
        List<String> lines = Files.readString(Path.of("../docs/lab.md")).lines().toList();
        int from = 0;
        while (!lines.get(from).startsWith(after)) {
            from++;
        }
        List<String> table = lines.stream()
                .skip(from)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        List<String> reforms = cells(table.getFirst());
        int compared = 0;
        for (String line : table.subList(2, table.size())) {
            List<String> cells = cells(line);
            Measure measure = Optional.ofNullable(TITLES.get(cells.getFirst()))
                    .orElseThrow(() -> new AssertionError(cells.getFirst()));
            for (int r = 1; r < reforms.size(); r++) {
                List<BigDecimal> expected = Optional.ofNullable(means.get(reforms.get(r) + " " + measure.word()))
                        .orElseThrow();
                List<String> numbers = List.of(
                        cells.get(r).replaceAll("[*,()]", "").replace("to ", "").split(" "));
                assertThat(numbers.size()).isIn(1, 3);
                for (int n = 0; n < numbers.size(); n++) {
                    BigDecimal told = new BigDecimal(numbers.get(n));
                    BigDecimal value = measure.unit() == Measure.Unit.MONEY
                            ? expected.get(n).movePointLeft(CENTS_IN_A_MILLION)
                            : expected.get(n);
                    BigDecimal half = BigDecimal.ONE.movePointLeft(told.scale()).divide(BigDecimal.TWO);
                    assertThat(told.subtract(value).abs()).as(line).isLessThanOrEqualTo(half);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(least);
    }

    private static List<String> cells(String line) {
        String inside = line.substring(1, line.length() - 1);
        return List.of(inside.split("\\|", -1)).stream().map(String::strip).toList();
    }
}
