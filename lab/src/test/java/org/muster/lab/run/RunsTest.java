package org.muster.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Lab;
import org.muster.alliance.lab.Measure;
import org.muster.alliance.lab.Reform;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.source.Provenance;
import org.muster.folder.AllianceFolder;
import org.muster.games.Parallel;
import org.muster.input.Refusal;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.study.Chunks;
import org.muster.lab.study.Part;
import org.muster.solve.SolveOptions;

class RunsTest {
    private static final Alliance WALES =
            AllianceFolder.read(Path.of("../examples/wales-2014")).alliance().orElseThrow();

    private static Question question(Alliance alliance, String... stacks) {
        return new Question(
                alliance,
                List.of(stacks).stream()
                        .map(name -> Stack.of(alliance.lab(), name))
                        .toList(),
                Design.MC,
                12,
                3,
                Question.Reaction.NONE,
                Settle.TOP);
    }

    /// With one more reform that may be stacked: it changes nothing.
    private static Alliance withEmptyReform() {
        List<Reform> reforms = new ArrayList<>(WALES.lab().reforms());
        reforms.add(
                new Reform("nothing", "Nothing", java.util.Optional.empty(), List.of(), Provenance.illustrative("")));
        return WALES.withLab(new Lab(WALES.lab().futures(), reforms));
    }

    private static String whole(Chunks chunks, Runs runs, Part part) {
        return chunks.header(part) + chunks.lines(runs, part);
    }

    @Test
    void anEmptyReformChangesNoByteAndPartsAddUpInEveryRow() {
        Question question = question(withEmptyReform(), "as-was", "nothing");
        Runs runs = new Runs(question, SolveOptions.defaults());
        for (int f = 0; f < question.futures(); f++) {
            Row row = runs.row(question.stacks().get(0), f);
            assertThat(Chunks.line(runs.row(question.stacks().get(1), f))).isEqualTo(Chunks.line(row));
            assertThat(nano(row, Measure.RAN) + nano(row, Measure.FAILED)).isEqualTo(nano(row, Measure.ASKED));
            assertThat(nano(row, Measure.BORNE_BY_GOERS) + nano(row, Measure.BORNE_BY_STAYERS))
                    .isEqualTo(nano(row, Measure.BILL));
            assertThat(row.value(Measure.GOERS_PERCENT)).isBetween(0.0, 100.0);
        }
    }

    private static long nano(Row row, Measure measure) {
        return row.values().get(measure.place());
    }

    /// A row is a function of the question, the reform and the future: neither order nor threads nor other
    /// reforms matter.
    @Test
    void aRowHangsOnNothingButItsQuestionReformAndFuture() {
        Question two = question(WALES, "as-was", "common-fund");
        Question one = question(WALES, "common-fund");
        Runs forward = new Runs(two, SolveOptions.defaults());
        Runs other = new Runs(one, SolveOptions.defaults());
        List<String> parallel =
                Parallel.inOrder(6, 2, f -> Chunks.line(forward.row(two.stacks().get(1), f)));
        for (int f = 5; f >= 0; f--) {
            assertThat(Chunks.line(other.row(one.stacks().get(0), f))).isEqualTo(parallel.get(f));
            assertThat(Chunks.line(forward.trace(two.stacks().get(1), f).row())).isEqualTo(parallel.get(f));
        }
    }

    /// What is written of a row is read as the same row.
    @Test
    void rowsAreReadAsTheyAreWritten() {
        Question question = question(WALES, "as-was");
        Chunks chunks = new Chunks(question);
        Runs runs = new Runs(question, SolveOptions.defaults());
        String text = whole(chunks, runs, chunks.parts().getLast());
        List<Row> rows = chunks.rows(text);
        assertThat(rows).hasSize(12);
        for (int f = 0; f < 12; f++) {
            assertThat(rows.get(f)).isEqualTo(runs.row(question.stacks().getFirst(), f));
        }
        assertThat(chunks.numbers(whole(chunks, runs, chunks.parts().getFirst())))
                .hasSize(12);
        assertThat(chunks.numberNames())
                .hasSize(chunks.numbers(whole(chunks, runs, chunks.parts().getFirst()))
                        .getFirst()
                        .length);
    }

    /// The expectation of a row is that of drawn coalitions: 100,000 of them, within four standard errors; and for the
    /// eight members that matter most all 256 coalitions, exactly.
    @Test
    void theChanceThatAMissionRunsIsThatOfDrawnCoalitions() {
        Settler settler = new Settler(Stakes.NONE, SolveOptions.defaults());
        Reformed asWas = Reformed.in(WALES, new Stack("as-was", List.of()), 2020);
        for (String mission : List.of("airbridge-2021", "ukraine-assistance-2014")) {
            Settlement settled = settler.settle(asWas, Circumstances.usual(mission));
            int n = Settler.allies(WALES).size();
            Random random = new Random(8);
            double[] willing = random.doubles(n).toArray();
            double exact = settled.who().chance(willing).overall();
            int draws = 100_000;
            int can = 0;
            java.util.Map<BitSet, Boolean> known = new java.util.HashMap<>();
            for (int d = 0; d < draws; d++) {
                BitSet coalition = new BitSet();
                for (int i = 0; i < n; i++) {
                    coalition.set(i, random.nextDouble() < willing[i]);
                }
                can += known.computeIfAbsent(coalition, c -> settled.who().can(c)) ? 1 : 0;
            }
            assertThat(can / (double) draws)
                    .as(mission)
                    .isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / draws) + 1e-9));
            // all others are sure to come
            double[] eight = new double[n];
            java.util.Arrays.fill(eight, 1);
            for (int i = 0; i < 8; i++) {
                eight[3 * i] = willing[i];
            }
            double enumerated = 0;
            for (int c = 0; c < 256; c++) {
                BitSet coalition = new BitSet();
                coalition.set(0, n);
                double weight = 1;
                for (int i = 0; i < 8; i++) {
                    boolean in = ((c >> i) & 1) == 1;
                    coalition.set(3 * i, in);
                    weight *= in ? willing[i] : 1 - willing[i];
                }
                enumerated += settled.who().can(coalition) ? weight : 0;
            }
            assertThat(settled.who().chance(eight).overall()).isCloseTo(enumerated, within(1e-12));
        }
    }

    /// A plan that was made under another reform of the same means is the one that the planner makes under this: a fund
    /// only carries lines of its bill.
    @Test
    void plansAreSharedByReformsThatChangeNoMeans() {
        Settler settler = new Settler(Stakes.NONE, SolveOptions.defaults());
        Reformed asWas = Reformed.in(WALES, new Stack("as-was", List.of()), 2020);
        Reformed fund = Reformed.in(WALES, Stack.of(WALES.lab(), "common-fund"), 2020);
        for (String id : List.of("airbridge-2021", "baltic-2015", "counter-is-2014")) {
            Settlement before = settler.settle(asWas, Circumstances.usual(id));
            Settlement funded = settler.settle(fund, Circumstances.usual(id));
            Mission mission = fund.alliance().mission(id).orElseThrow();
            assertThat(funded.plan())
                    .isEqualTo(org.muster.plan.Planner.plan(
                            fund.alliance(),
                            mission,
                            new org.muster.plan.PlanOptions(
                                    SolveOptions.defaults().silentlyOn(1), java.util.Optional.empty())));
            assertThat(funded.plan().bill()).isNotEqualTo(before.plan().bill());
            assertThat(funded.plan().assignments()).isEqualTo(before.plan().assignments());
        }
    }

    /// What one mission draws of a pool's year is not there for the next.
    @Test
    void missionsOfAYearShareWhatAPoolHas() {
        Settler settler = new Settler(Stakes.NONE, SolveOptions.defaults());
        Reformed asWas = Reformed.in(WALES, new Stack("as-was", List.of()), 2020);
        Settlement first = settler.settle(asWas, Circumstances.usual("baltic-2015"));
        assertThat(first.draws()).isNotEmpty();
        java.util.Map<String, Long> gone = new java.util.TreeMap<>();
        WALES.pools().forEach(pool -> gone.put(pool.id(), pool.capacity()));
        Settlement later = settler.settle(
                asWas,
                new Circumstances(
                        "baltic-2015",
                        1,
                        0,
                        1,
                        java.util.Map.of(),
                        java.util.Map.of(),
                        gone,
                        java.util.Set.of(),
                        java.util.Map.of()));
        assertThat(later.covers()).isFalse();
        assertThat(later.drawn()).isEmpty();
        assertThat(later.refused()).isPositive();
    }

    /// All prices twice as high: money twice as much, nothing else.
    @Test
    void allPricesTwiceIsMoneyTwice() {
        Settler settler = new Settler(Stakes.NONE, SolveOptions.defaults());
        Reformed asWas = Reformed.in(WALES, new Stack("as-was", List.of()), 2020);
        java.util.Map<String, Double> twice = new java.util.TreeMap<>();
        WALES.capabilities().forEach(capability -> twice.put(capability.code(), 2.0));
        for (String mission : List.of("airbridge-2021", "counter-is-2014")) {
            Settlement once = settler.settle(asWas, Circumstances.usual(mission));
            Settlement dear = settler.settle(
                    asWas,
                    new Circumstances(
                            mission,
                            1,
                            0,
                            1,
                            twice,
                            java.util.Map.of(),
                            java.util.Map.of(),
                            java.util.Set.of(),
                            java.util.Map.of()));
            long fixed = WALES.mission(mission).orElseThrow().costs().stream()
                    .mapToLong(Mission.FixedCost::amountMinor)
                    .sum();
            assertThat(dear.goes()).isEqualTo(once.goes());
            assertThat(dear.drawn()).isEqualTo(once.drawn());
            // compensation for released hours is agreed and no price
            long released = once.plan().releases().stream()
                    .mapToLong(one -> one.compensationMinor())
                    .sum();
            assertThat(dear.plan().bill().totalMinor() - fixed - released)
                    .isEqualTo(2 * (once.plan().bill().totalMinor() - fixed - released));
        }
    }

    @Test
    void stackedReformsThatSetOneThingToTwoValuesAreRefusedWithBothPlaces() {
        List<Reform> reforms = new ArrayList<>(WALES.lab().reforms());
        reforms.add(new Reform(
                "consensus",
                "Consensus",
                java.util.Optional.empty(),
                List.of(new Reform.Decided(java.util.Set.of("libya-2011"), Mission.Mode.COLLECTIVE)),
                Provenance.illustrative("")));
        Lab lab = new Lab(WALES.lab().futures(), reforms);
        assertThatThrownBy(() -> Stack.of(lab, "willing-only+consensus"))
                .isInstanceOf(Refusal.class)
                .hasMessage("reforms/willing-only.yaml (change 1) and reforms/consensus.yaml (change 1) set the mode of"
                        + " mission libya-2011 to two values: they cannot be stacked. Leave one of the two out");
        assertThatThrownBy(() -> Stack.of(lab, "wiling-only"))
                .hasMessageStartingWith("no reform is called \"wiling-only\". Did you mean \"willing-only\"?");
        assertThatThrownBy(() -> Stack.of(lab, "released+released")).hasMessageContaining("named twice");
        assertThat(Stack.of(lab, "as-was").reforms()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void tooMuchIsRefused() {
        assertThatThrownBy(() -> new Question(
                        WALES,
                        List.of(Stack.of(WALES.lab(), "as-was"), Stack.of(WALES.lab(), "released")),
                        Design.MC,
                        6_000_000,
                        1,
                        Question.Reaction.NONE,
                        Settle.TOP))
                .hasMessageContaining("Ask for at most 5,000,000 futures");
        assertThatThrownBy(() -> question(WALES, "as-was", "as-was")).hasMessageContaining("named twice");
    }

    /// A firm pledge lets more members reach the target, never fewer.
    @Test
    void aFirmPledgeIsKeptByMore() {
        Question question = question(WALES, "as-was", "firm-pledge");
        Runs runs = new Runs(question, SolveOptions.defaults());
        double weak = 0;
        double firm = 0;
        for (int f : IntStream.range(0, 6).toArray()) {
            double one = runs.row(question.stacks().get(0), f).value(Measure.AT_TARGET);
            double other = runs.row(question.stacks().get(1), f).value(Measure.AT_TARGET);
            assertThat(other).isGreaterThanOrEqualTo(one);
            weak += one;
            firm += other;
        }
        assertThat(firm).isGreaterThan(weak);
    }
}
