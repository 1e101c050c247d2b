package org.muster.solve.recourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.solve.Deadline;

class RecourseTest {
    private static final Deadline SOON = Deadline.in(120);

    /// Things to hold, in units of one; rows that ask for some of each, mended at a price and left over for nothing.
    ///
    /// @param shared whether a mending column stands in two rows, so that rows cannot be told apart
    private static TwoStage drawn(SplittableRandom random, boolean whole, boolean shared) {
        int first = 1 + random.nextInt(3);
        int asked = 1 + random.nextInt(3);
        List<TwoStage.Column> columns = new ArrayList<>();
        for (int c = 0; c < first; c++) {
            columns.add(new TwoStage.Column("x" + c, 1 + random.nextInt(9), 0, whole ? 1 : 5, whole));
        }
        List<TwoStage.Row> rows = new ArrayList<>();
        Map<Integer, Double> all = new HashMap<>();
        for (int c = 0; c < first; c++) {
            all.put(c, 1.0);
        }
        rows.add(new TwoStage.Row("room", Double.NEGATIVE_INFINITY, 1 + random.nextInt(6), all));
        for (int r = 0; r < asked; r++) {
            Map<Integer, Double> coefficients = new HashMap<>();
            for (int c = 0; c < first; c++) {
                coefficients.put(c, (double) random.nextInt(4));
            }
            for (int k = 0; k < 2; k++) {
                coefficients.put(columns.size(), 1.0 + random.nextInt(3));
                columns.add(
                        new TwoStage.Column("cheap" + r + k, 1 + random.nextInt(5), 0, 1 + random.nextInt(3), whole));
            }
            coefficients.put(columns.size(), 1.0);
            columns.add(new TwoStage.Column("dear" + r, 12, 0, Double.POSITIVE_INFINITY, whole));
            rows.add(new TwoStage.Row("asked" + r, 0, Double.POSITIVE_INFINITY, coefficients));
        }
        if (shared) {
            int both = columns.size();
            columns.add(new TwoStage.Column("both", 2, 0, 2, whole));
            for (int r = 1; r <= asked; r++) {
                Map<Integer, Double> more = new HashMap<>(rows.get(r).coefficients());
                more.put(both, 1.0);
                rows.set(
                        r,
                        new TwoStage.Row(
                                rows.get(r).name(),
                                rows.get(r).lower(),
                                rows.get(r).upper(),
                                more));
            }
        }
        List<Prospects.Future> futures = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int s = 0; s < count; s++) {
            Map<Integer, Double> sides = new HashMap<>();
            for (int r = 1; r <= asked; r++) {
                sides.put(r, (double) random.nextInt(12));
            }
            futures.add(new Prospects.Future(1.0 / count, sides, Map.of()));
        }
        return new TwoStage(columns, first, rows, 1, new Prospects.Listed(futures));
    }

    private static double value(TwoStage program, Recourse.Method method) {
        Recourse.Answer answer = Recourse.solve(program, method, SOON).orElseThrow();
        assertThat(answer.optimal()).isTrue();
        return answer.value();
    }

    /// Folded, beside each other and by cuts: one optimum.
    @Test
    void methodsAgreeWhereNothingMustBeWhole() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 300; k++) {
            TwoStage rowByRow = drawn(random, false, false);
            double together = value(rowByRow, Recourse.Method.TOGETHER);
            assertThat(Recourse.methodFor(rowByRow)).contains(Recourse.Method.FOLDED);
            assertThat(value(rowByRow, Recourse.Method.FOLDED))
                    .as("folded %d", k)
                    .isCloseTo(together, within(1e-6));
            assertThat(value(rowByRow, Recourse.Method.CUTS)).as("cuts %d", k).isCloseTo(together, within(1e-6));

            TwoStage shared = drawn(random, false, true);
            assertThat(value(shared, Recourse.Method.CUTS))
                    .as("shared %d", k)
                    .isCloseTo(value(shared, Recourse.Method.TOGETHER), within(1e-6));
        }
    }

    @Test
    void cutsAgreeWithAllTogetherInWholeNumbers() {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 100; k++) {
            TwoStage whole = drawn(random, true, k % 2 == 0);
            assertThat(Recourse.methodFor(whole)).contains(Recourse.Method.CUTS);
            assertThat(value(whole, Recourse.Method.CUTS))
                    .as("program %d", k)
                    .isCloseTo(value(whole, Recourse.Method.TOGETHER), within(1e-6));
        }
    }

    /// Who waits and sees pays no more than who decides now, who pays no more than who counts with the average.
    @Test
    void waitingCostsNoMoreThanDecidingAndDecidingNoMoreThanCountingWithTheAverage() {
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 100; k++) {
            Recourse.Worth worth =
                    Recourse.worth(drawn(random, false, k % 2 == 0), SOON).orElseThrow();
            assertThat(worth.evpi()).as("program %d", k).isGreaterThan(-1e-7);
            assertThat(worth.vss()).as("program %d", k).isGreaterThan(-1e-7);
            assertThat(worth.ev()).as("Jensen, program %d", k).isLessThan(worth.ws() + 1e-7);
        }
    }

    /// A future that a decision cannot be met with makes a cut of its own.
    @Test
    void decisionsThatAFutureCannotBeMetWithAreCutOff() {
        Drafts draft = new Drafts()
                .columns("hold 3")
                .row("room: 1 hold <= 10")
                .then()
                .columns("left 0")
                .row("asked: 1 hold - 1 left == 0");
        TwoStage program = draft.independent(Map.of("asked", "2:0.5 7:0.5"));

        assertThat(Recourse.methodFor(program)).contains(Recourse.Method.CUTS);
        assertThat(value(program, Recourse.Method.CUTS)).isCloseTo(21, within(1e-9));
        assertThat(value(program, Recourse.Method.TOGETHER)).isCloseTo(21, within(1e-9));
        Recourse.Worth worth = Recourse.worth(program, SOON).orElseThrow();
        assertThat(worth.eev()).as("what is right on average cannot be mended").isInfinite();
    }

    @Test
    void whatCannotBeSolvedIsSaid() {
        assertThatThrownBy(() -> new Prospects.Listed(List.of(new Prospects.Future(0.4, Map.of(), Map.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the probabilities sum to 0.4, not to 1");
        Drafts draft = new Drafts()
                .columns("x 1")
                .row("room: 1 x <= 1")
                .then()
                .columns("y 1")
                .row("asked: 1 x + 1 y >= 1");
        assertThatThrownBy(() -> draft.independent(Map.of("room", "1:1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a future changes a row of the first stage");
        assertThatThrownBy(() -> Recourse.solve(
                        drawn(new SplittableRandom(5), false, true).with(many()), SOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("futures are too many to list");
    }

    private static Prospects many() {
        List<Prospects.Value> values = new ArrayList<>();
        for (int k = 0; k < 400_000; k++) {
            values.add(new Prospects.Value(k, 1 / 400_000.0));
        }
        return new Prospects.Independent(Map.of(1, values));
    }
}
