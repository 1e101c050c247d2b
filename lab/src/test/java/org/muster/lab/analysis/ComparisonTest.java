package org.muster.lab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Measure;
import org.muster.folder.AllianceFolder;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Row;
import org.muster.lab.run.Stack;

class ComparisonTest {
    private static final Alliance WALES =
            AllianceFolder.read(Path.of("../examples/wales-2014")).alliance().orElseThrow();
    private static final int FUTURES = 400;

    private static Row row(int future, Map<Measure, Long> values) {
        List<Long> all = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            all.add(values.getOrDefault(measure, 0L));
        }
        List<Long> goes = new ArrayList<>();
        WALES.members().stream().filter(one -> one.isAlly()).forEach(one -> goes.add(0L));
        return new Row(future, all, goes, Row.Replied.NONE);
    }

    /// Three reforms: the second is the first again, the third leaves one mission fewer undone in every second future.
    private static Results results() {
        Random random = new Random(4);
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        List<Row> first = new ArrayList<>();
        List<Row> third = new ArrayList<>();
        List<double[]> futures = new ArrayList<>();
        for (int f = 0; f < FUTURES; f++) {
            long failed = 1_000_000_000L * (2 + random.nextInt(4));
            first.add(row(f, Map.of(Measure.FAILED, failed, Measure.BILL, 100L)));
            third.add(row(f, Map.of(Measure.FAILED, failed - 1_000_000_000L * (f % 2), Measure.BILL, 200L)));
            futures.add(new double[] {f % 2, f, f / 2 % 2});
        }
        rows.put("as-was", first);
        rows.put("released", List.copyOf(first));
        rows.put("bigger-pool", third);
        Question question = new Question(
                WALES,
                List.of("as-was", "released", "bigger-pool").stream()
                        .map(name -> Stack.of(WALES.lab(), name))
                        .toList(),
                Design.MC,
                FUTURES,
                1,
                Question.Reaction.NONE,
                Settle.TOP);
        return new Results(question, List.of("odd", "number", "second half of four"), futures, rows);
    }

    @Test
    void equalReformsHaveNoRegretTowardsEachOther() {
        Comparison comparison = Comparison.of(results(), 2);
        assertThat(comparison.of("released").measures())
                .isEqualTo(comparison.of("as-was").measures());
        assertThat(comparison.pairs())
                .filteredOn(pair -> pair.a().equals("as-was") && pair.b().equals("released"))
                .isNotEmpty()
                .allSatisfy(pair -> {
                    assertThat(pair.difference()).isZero();
                    assertThat(pair.low()).isZero();
                    assertThat(pair.high()).isZero();
                    assertThat(pair.better()).isZero();
                    assertThat(pair.flips()).isZero();
                });
        assertThat(comparison.pareto().reforms())
                .allSatisfy(one -> assertThat(one.dominatedBy()).isEmpty());
    }

    /// Regret is how far a reform stays behind the best one in the same future: here 0 or 1.
    @Test
    void regretIsTakenInTheSameFuture() {
        Comparison comparison = Comparison.of(results(), 2);
        Comparison.Stats worse = comparison.of("as-was").of(Measure.FAILED);
        Comparison.Stats best = comparison.of("bigger-pool").of(Measure.FAILED);
        assertThat(best.regretMax()).contains(0.0);
        assertThat(worse.regretMax()).contains(1.0);
        assertThat(worse.regret90()).contains(1.0);
        assertThat(best.bestShare()).contains(1.0);
        assertThat(worse.bestShare()).contains(0.5);
        assertThat(worse.mean() - best.mean()).isCloseTo(0.5, within(1e-12));
    }

    /// The mean of the differences is 1/2 with a standard deviation of 1/2: 95 percent of means lie within 1.96
    /// standard errors, and the resampled bounds come near that.
    @Test
    void resampledBoundsAreThoseOfTheNormalApproximation() {
        Comparison comparison = Comparison.of(results(), 2);
        Comparison.Pair pair = comparison.pairs().stream()
                .filter(one -> one.measure() == Measure.FAILED
                        && one.a().equals("as-was")
                        && one.b().equals("bigger-pool"))
                .findFirst()
                .orElseThrow();
        double error = 0.5 / Math.sqrt(FUTURES);
        assertThat(pair.difference()).isCloseTo(-0.5, within(1e-12));
        assertThat(pair.low()).isCloseTo(-0.5 - 1.96 * error, within(0.4 * error));
        assertThat(pair.high()).isCloseTo(-0.5 + 1.96 * error, within(0.4 * error));
        assertThat(pair.better()).isEqualTo(0.5);
    }

    /// A mean difference of 1/400 with a standard error of some 0.035 is no order: it turns in nearly half of the
    /// resamples; one of twenty standard errors never does.
    @Test
    void anOrderThatMeansNothingTurnsInNearlyHalfOfTheResamples() {
        // one more or less in as many futures, but for one
        Comparison comparison =
                Comparison.of(results("released", f -> f == 2 || f % 4 == 1 ? -1 : f % 4 == 0 ? 1 : 0), 2);
        assertThat(flips(comparison, "released")).isBetween(0.38, 0.52);
        assertThat(flips(comparison, "bigger-pool")).isZero();
    }

    /// The same with a reform under which so many more missions are left undone than as it was.
    private static Results results(String reform, IntUnaryOperator more) {
        Results whole = results();
        Map<String, List<Row>> rows = new LinkedHashMap<>(whole.rows());
        List<Row> other = new ArrayList<>();
        for (int f = 0; f < FUTURES; f++) {
            long own = Math.round(whole.values("as-was", Measure.FAILED)[f] * 1e9);
            other.add(row(f, Map.of(Measure.FAILED, own + 1_000_000_000L * more.applyAsInt(f), Measure.BILL, 100L)));
        }
        rows.put(reform, other);
        return new Results(whole.question(), whole.names(), whole.futures(), rows);
    }

    private static double flips(Comparison comparison, String against) {
        return comparison.pairs().stream()
                .filter(one -> one.measure() == Measure.FAILED
                        && one.a().equals("as-was")
                        && one.b().equals(against))
                .mapToDouble(Comparison.Pair::flips)
                .findFirst()
                .orElseThrow();
    }

    /// What a bound rests on comes back in resampled futures; a tree says the same by another way.
    @Test
    void aBoundThatIsThereComesBackAndATreeFindsItToo() {
        Results results = results("bigger-pool", f -> -(f / 2 % 2));
        Discovery found = Discovery.beaten(results, "as-was", "bigger-pool", Optional.empty());
        Bound bound = new Bound(2, false, 0.5);
        assertThat(found.doubts()).containsOnlyKeys(bound);
        assertThat(found.doubts().get(bound).returns()).isEqualTo(1);
        assertThat(found.doubts().get(bound).chance()).isLessThan(1e-9);
        assertThat(found.heldBack().density()).isEqualTo(1);
        assertThat(found.leaves()).hasSize(2);
        assertThat(found.leaves().getFirst().density()).isEqualTo(1);
        assertThat(found.leaves().getFirst().coverage()).isEqualTo(1);
    }

    /// PRIM finds the half of the futures in which the reform is beaten, and on futures that it has not seen too.
    @Test
    void theBoxIsWhereTheReformIsBeaten() {
        Results results = results();
        double[][] points = results.futures().toArray(double[][]::new);
        boolean[] beaten = new boolean[FUTURES];
        for (int f = 0; f < FUTURES; f++) {
            beaten[f] = f % 2 == 1;
        }
        Box box = Prim.best(new Prim(points, beaten, 0.1, 0.05).trajectory());
        assertThat(box.coverage()).isEqualTo(1);
        assertThat(box.density()).isEqualTo(1);
        assertThat(box.bounds()).containsExactly(new Bound(0, false, 0.5));
        assertThat(new Prim(points, beaten, 0.1, 0.05).quasiP(box, box.bounds().getFirst()))
                .isLessThan(1e-9);
    }

    @Test
    void aMissingRunIsRefusedWithItsNumber() {
        Results whole = results();
        Map<String, List<Row>> rows = new LinkedHashMap<>(whole.rows());
        List<Row> fewer = new ArrayList<>(whole.rows().get("released"));
        fewer.remove(17);
        rows.put("released", fewer);
        assertThatThrownBy(() -> new Results(whole.question(), whole.names(), whole.futures(), rows))
                .hasMessage("the run of released in future 17 is missing");
    }
}
