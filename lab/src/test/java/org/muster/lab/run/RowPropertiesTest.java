package org.muster.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Measure;
import org.muster.folder.AllianceFolder;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.Results;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.study.Chunks;
import org.muster.solve.SolveOptions;

/// What has to hold of whole rows, on the real engine: names are nothing but names, prices nothing but money.
class RowPropertiesTest {
    private static final Alliance POOL =
            AllianceFolder.read(Path.of("../examples/wildfire-pool")).alliance().orElseThrow();
    private static final Alliance WALES =
            AllianceFolder.read(Path.of("../examples/wales-2014")).alliance().orElseThrow();
    private static final Map<String, String> TEXTS = AllianceFolder.texts(POOL);

    /// A sample of futures: every law here is one of single rows.
    private static final int FUTURES_ASKED = Integer.getInteger("rows.futures", 8);

    private static final String FUTURES = """
            from: 2026
            years: 3
            missions:
            - mission: HEAT
              per_year: 1
            - mission: FIRE
              per_year: 1.5
            factors:
            - {id: keen, kind: real, range: [0.4, 0.95], applies_to: {willing: '*'}, status: illustrative, source: x}
            - {id: overlap, kind: choice, values: [0, 0.5], applies_to: {overlap: '*'}, status: illustrative, source: x}
            - {id: dear, kind: choice, values: [1, PRICE], applies_to: {price: '*'}, status: illustrative, source: x}
            - {id: large, kind: choice, values: [1, 1.25], applies_to: {quantity: '*'}, status: illustrative, source: x}
            WORTH
            status: illustrative
            source: invented for this test
            """;

    private static final String WORTH = """
            worth:
            - mission: HEAT
              amount: 40000000.00
              benefits: {ASH: 20, BIR: 30, CED: 15, DOG: 5, ELM: 10, FIR: 10, GOR: 5, HAZ: 5}
              status: illustrative
              source: x
            - mission: FIRE
              amount: 90000000.00
              benefits: {ASH: 20, BIR: 30, CED: 15, DOG: 5, ELM: 10, FIR: 10, GOR: 5, HAZ: 5}
              status: illustrative
              source: x
            """;

    /// The example with futures, and every text changed.
    private static Alliance pool(String price, UnaryOperator<String> changed) {
        Map<String, String> texts = new TreeMap<>();
        TEXTS.forEach((path, text) -> texts.put(path, path.endsWith("invest.yaml") ? "" : changed.apply(text)));
        texts.values().removeIf(String::isEmpty);
        texts.put("futures.yaml", changed.apply(FUTURES.replace("PRICE", price).replace("WORTH\n", WORTH)));
        texts.put(
                "reforms/fund.yaml",
                "id: fund\ntitle: Fund\nchanges:\n- fund: {categories: [operating, transport], key: forest}\n"
                        + "status: illustrative\nsource: x\n");
        texts.put(
                "reforms/nothing.yaml", "id: nothing\ntitle: Nothing\nchanges: []\nstatus: illustrative\nsource: x\n");
        var reading = AllianceFolder.read(texts);
        return reading.alliance()
                .orElseThrow(() -> new AssertionError(reading.problems().toString()));
    }

    private static Question question(Alliance alliance, Question.Reaction reaction, int futures, String... stacks) {
        return new Question(
                alliance,
                List.of(stacks).stream()
                        .map(name -> Stack.of(alliance.lab(), name))
                        .toList(),
                Design.MC,
                futures,
                5,
                reaction,
                Settle.TOP);
    }

    private static List<Row> rows(Question question, int stack) {
        Runs runs = new Runs(question, SolveOptions.defaults());
        List<Row> rows = new ArrayList<>();
        for (int f = 0; f < question.futures(); f++) {
            rows.add(runs.row(question.stacks().get(stack), f));
        }
        return rows;
    }

    /// The example's rows by how members react, worked out once for all tests that look at them.
    private static final Map<Question.Reaction, List<List<Row>>> ROWS = new EnumMap<>(Question.Reaction.class);

    private static Question example(Question.Reaction reaction) {
        return question(pool("1.5", text -> text), reaction, FUTURES_ASKED, "as-was", "fund");
    }

    private static List<List<Row>> exampleRows(Question.Reaction reaction) {
        return ROWS.computeIfAbsent(reaction, key -> {
            Question question = example(key);
            return List.of(rows(question, 0), rows(question, 1));
        });
    }

    private static final Map<String, String> RENAMED = Map.of(
            "ASH", "HAZ", "BIR", "ASH", "CED", "FIR", "DOG", "CED", "ELM", "BIR", "FIR", "GOR", "GOR", "DOG", "HAZ",
            "ELM");

    private static String renamed(String text) {
        return Pattern.compile("\\b(" + String.join("|", RENAMED.keySet()) + ")\\b")
                .matcher(text)
                .replaceAll(match -> RENAMED.get(match.group()));
    }

    /// Members under each other's names: every measure stays, and what is told of a member is told of its new name.
    @Test
    void renamingMembersPermutesRows() {
        for (Question.Reaction reaction : Question.Reaction.values()) {
            Question before = example(reaction);
            Question after =
                    question(pool("1.5", RowPropertiesTest::renamed), reaction, FUTURES_ASKED, "as-was", "fund");
            List<String> was = Settler.allies(before.alliance());
            List<String> is = Settler.allies(after.alliance());
            assertThat(is).isNotEqualTo(was).containsExactlyInAnyOrderElementsOf(was);
            double ran = 0;
            for (int stack = 0; stack < 2; stack++) {
                List<Row> first = exampleRows(reaction).get(stack);
                List<Row> second = rows(after, stack);
                for (int f = 0; f < before.futures(); f++) {
                    Row one = first.get(f);
                    Row other = second.get(f);
                    for (Measure measure : Measure.values()) {
                        // sums in another order, and minor units that are left over go to another member
                        assertThat(other.value(measure))
                                .as("%s %s %s", reaction, f, measure)
                                .isCloseTo(one.value(measure), within(1e-7 + 20 * money(measure)));
                    }
                    for (int i = 0; i < was.size(); i++) {
                        int at = is.indexOf(RENAMED.get(was.get(i)));
                        assertThat(other.goes().get(at).doubleValue())
                                .isCloseTo(one.goes().get(i), within(100.0));
                    }
                    assertThat(other.replied().lacking().keySet())
                            .isEqualTo(one.replied().lacking().keySet().stream()
                                    .map(RENAMED::get)
                                    .collect(Collectors.toSet()));
                    assertThat(members(other.replied().holding().keySet(), false))
                            .isEqualTo(members(one.replied().holding().keySet(), true));
                    assertThat(other.replied().found()).isEqualTo(one.replied().found());
                    ran += one.value(Measure.RAN);
                }
            }
            assertThat(ran).isGreaterThan(5);
        }
    }

    private static int money(Measure measure) {
        return measure.unit() == Measure.Unit.MONEY ? 1 : 0;
    }

    /// Coalitions of missions, their members as sets.
    private static Set<Set<String>> members(Set<String> coalitions, boolean rename) {
        return coalitions.stream()
                .map(one -> Set.of((rename ? renamed(one) : one).split("[:+]")))
                .collect(Collectors.toSet());
    }

    /// All prices twice as high: money twice as much, and nothing else. Amounts are rounded to whole minor units before
    /// they are doubled or after.
    @Test
    void pricesTwiceAsHighDoubleMoneyAndNothingElse() {
        // the choice is between 1 and 1, and between 1 and 2: futures in which it fell on the first are alike
        // what is agreed in money is no price: fixed costs, compensation and ceilings are taken out
        UnaryOperator<String> priced = text -> text.replaceAll("(?s)costs:\n.*?fund:\n", "fund:\n")
                .replaceAll("compensation: [0-9.]+", "compensation: 0.00")
                .replaceAll("ceiling: [0-9.]+", "ceiling: 900000000.00");
        Question plain = question(pool("1", priced), Question.Reaction.NONE, 18, "as-was", "fund");
        Question dear = question(pool("2", priced), Question.Reaction.NONE, 18, "as-was", "fund");
        int doubled = 0;
        for (int stack = 0; stack < 2; stack++) {
            List<Row> once = rows(plain, stack);
            List<Row> twice = rows(dear, stack);
            for (int f = 0; f < plain.futures(); f++) {
                double factor = new Runs(dear, SolveOptions.defaults())
                        .future(f)
                        .values()
                        .get("dear");
                for (Measure measure : Measure.values()) {
                    double value = once.get(f).value(measure);
                    if (measure == Measure.FREE_RIDE || measure == Measure.WORST_NET) {
                        continue; // what is worth something beside what is paid for it
                    }
                    if (measure.unit() == Measure.Unit.MONEY) {
                        assertThat(twice.get(f).value(measure))
                                .as("%s %s", f, measure)
                                .isCloseTo(factor * value, within(40.0));
                    } else {
                        assertThat(twice.get(f).value(measure)).isCloseTo(value, within(1e-3));
                    }
                }
                assertThat(twice.get(f).goes()).isEqualTo(once.get(f).goes());
                doubled += factor == 2 && once.get(f).value(Measure.BILL) > 0 ? 1 : 0;
            }
        }
        assertThat(doubled).isGreaterThan(10);
    }

    /// Two reforms that are the same: neither is ever behind the other, in any measure.
    @Test
    void equalReformsHaveNoRegret() {
        Question question =
                question(pool("1.5", text -> text), Question.Reaction.NONE, FUTURES_ASKED, "as-was", "nothing");
        Chunks chunks = new Chunks(question);
        List<Row> was = exampleRows(Question.Reaction.NONE).getFirst();
        Map<String, List<Row>> rows = new TreeMap<>(Map.of("as-was", was, "nothing", rows(question, 1)));
        assertThat(rows.get("nothing")).isEqualTo(rows.get("as-was"));
        Results results = new Results(
                question,
                chunks.numberNames(),
                rows.get("as-was").stream()
                        .map(row -> new double[chunks.numberNames().size()])
                        .toList(),
                rows);
        Comparison comparison = Comparison.of(results, 2);
        for (Measure measure : Measure.values()) {
            if (measure.better() != Measure.Better.NEITHER) {
                for (Comparison.OfReform one : comparison.reforms()) {
                    assertThat(one.of(measure).regretMax()).hasValue(0.0);
                    assertThat(one.of(measure).bestShare()).hasValue(1.0);
                }
            }
        }
        assertThat(comparison.pairs()).isNotEmpty().allSatisfy(pair -> {
            assertThat(pair.difference()).isZero();
            assertThat(pair.flips()).isZero();
        });
    }

    /// In every row under every reform of the example, and where members react.
    @Test
    void partsAddUpInEveryRow() {
        Question wales = question(
                WALES,
                Question.Reaction.NONE,
                4,
                "as-was",
                "bigger-pool",
                "bigger-pool+willing-only",
                "common-fund",
                "firm-pledge");
        for (int stack = 0; stack < wales.stacks().size(); stack++) {
            partsAddUp(rows(wales, stack), Question.Reaction.NONE);
        }
        for (Question.Reaction reaction : Question.Reaction.values()) {
            exampleRows(reaction).forEach(rows -> partsAddUp(rows, reaction));
        }
    }

    private static void partsAddUp(List<Row> rows, Question.Reaction reaction) {
        assertThat(rows).isNotEmpty();
        for (Row row : rows) {
            assertThat(nano(row, Measure.RAN) + nano(row, Measure.FAILED)).isEqualTo(nano(row, Measure.ASKED));
            assertThat(nano(row, Measure.BORNE_BY_GOERS) + nano(row, Measure.BORNE_BY_STAYERS))
                    .isEqualTo(nano(row, Measure.BILL));
            assertThat(row.value(Measure.GINI)).isBetween(0.0, 1.0);
            assertThat(row.goes()).allSatisfy(goes -> assertThat(goes).isBetween(0L, nano(row, Measure.RAN) + 1));
            // each time that a mission comes it is told once how what holds was found
            long told = row.replied().found().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (reaction == Question.Reaction.REPLY) {
                assertThat((double) told).isCloseTo(nano(row, Measure.ASKED), within(20.0));
            }
        }
    }

    private static long nano(Row row, Measure measure) {
        return row.values().get(measure.place());
    }
}
