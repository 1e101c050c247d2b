package org.muster.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Measure;
import org.muster.folder.AllianceFolder;
import org.muster.input.Refusal;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.solve.SolveOptions;

/// Hours of a pool that a mission draws are lost to their owners, and those that a reform adds are won.
class WorthOfHoursTest {
    private static final Map<String, String> TEXTS = AllianceFolder.texts(
            AllianceFolder.read(Path.of("../examples/wildfire-pool")).alliance().orElseThrow());

    private static final String FUTURES = """
            from: 2026
            years: 3
            missions:
            - mission: FIRE
              per_year: OFTEN
            factors:
            - {id: keen, kind: real, range: [0.8, 0.95], applies_to: {willing: '*'}, status: illustrative, source: x}
            worth:
            - mission: FIRE
              amount: 90000000.00
              benefits: {ASH: 20, BIR: 30, CED: 15, DOG: 5, ELM: 10, FIR: 10, GOR: 5, HAZ: 5}
              status: illustrative
              source: x
            HOURS
            status: illustrative
            source: invented for this test
            """;

    private static Alliance pool(String often, String hours) {
        Map<String, String> texts = new TreeMap<>(TEXTS);
        texts.remove("invest.yaml");
        texts.put("futures.yaml", FUTURES.replace("OFTEN", often).replace("HOURS\n", hours));
        texts.put(
                "reforms/twice.yaml",
                "id: twice\ntitle: Twice the bombers\nchanges:\n- pool: {id: bombers, capacity: 3200}\n"
                        + "status: illustrative\nsource: x\n");
        texts.put(
                "reforms/huge.yaml",
                "id: huge\ntitle: Bombers without end\nchanges:\n- pool: {id: bombers, capacity: 160000000}\n"
                        + "status: illustrative\nsource: x\n");
        var reading = AllianceFolder.read(texts);
        return reading.alliance()
                .orElseThrow(() -> new AssertionError(reading.problems().toString()));
    }

    private static String worth(String amount) {
        return "hours:\n- {pool: bombers, worth: " + amount + ", status: illustrative, source: x}\n";
    }

    private static Question question(Alliance alliance) {
        return new Question(
                alliance,
                List.of(Stack.of(alliance.lab(), "as-was"), Stack.of(alliance.lab(), "twice")),
                Design.MC,
                10,
                3,
                Question.Reaction.NONE,
                Settle.TOP);
    }

    /// Five percent of each share is kept back, rounded down: Ashdown has 228 of 240 hours, and 456 of 480.
    @Test
    void whatAReformAddsToAShareIsWorthItsHours() {
        Question priced = question(pool("1", ""));
        Reformed twice = Reformed.in(priced.alliance(), priced.stacks().get(1), 2026);
        assertThat(twice.hours())
                .hasSize(8)
                .containsEntry("ASH", 228 * 420_000L)
                .containsEntry("GOR", 48 * 420_000L);
        Question declared = question(pool("1", worth("100.00")));
        assertThat(Reformed.in(declared.alliance(), declared.stacks().get(1), 2026)
                        .hours())
                .containsEntry("ASH", 228 * 10_000L);
        assertThat(Reformed.in(declared.alliance(), declared.stacks().getFirst(), 2026)
                        .hours())
                .isEmpty();
        Question nothing = question(pool("1", worth("0.00")));
        assertThat(Reformed.in(nothing.alliance(), nothing.stacks().get(1), 2026)
                        .hours())
                .isEmpty();
    }

    @Test
    void hoursThatAreWorthTooMuchTogetherAreRefused() {
        Question dear = question(pool("1", worth("9000000000000.00")));
        assertThatThrownBy(() ->
                        Reformed.in(dear.alliance(), Stack.of(dear.alliance().lab(), "huge"), 2026))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hours of pool bombers are worth too much together to be counted")
                .hasMessageContaining("Say less in \"hours\" of futures.yaml");
    }

    /// Where nothing comes the worst member is left with what its own hours are worth more, year by year.
    @Test
    void aLargerPoolLeavesItsOwnersMoreWhereNothingComes() {
        Question question = question(pool("0.000001", worth("100.00")));
        Runs runs = new Runs(question, SolveOptions.defaults());
        assertThat(runs.row(question.stacks().getFirst(), 0).value(Measure.ASKED))
                .isZero();
        assertThat(runs.row(question.stacks().getFirst(), 0).value(Measure.WORST_NET))
                .isZero();
        assertThat(runs.row(question.stacks().get(1), 0).value(Measure.WORST_NET))
                .isEqualTo(3 * 48 * 10_000.0);
    }

    /// What an hour is worth elsewhere moves what members are left with, and nothing else.
    @Test
    void whatAMissionDrawsIsLostToItsOwners() {
        Question free = question(pool("1", worth("0.00")));
        Question dear = question(pool("1", worth("20000.00")));
        Runs without = new Runs(free, SolveOptions.defaults());
        Runs with = new Runs(dear, SolveOptions.defaults());
        int drawn = 0;
        for (int f = 0; f < free.futures(); f++) {
            Row one = without.row(free.stacks().getFirst(), f);
            Row other = with.row(dear.stacks().getFirst(), f);
            for (Measure measure : Measure.values()) {
                if (measure == Measure.WORST_NET || measure == Measure.FREE_RIDE) {
                    assertThat(other.value(measure)).isLessThanOrEqualTo(one.value(measure));
                } else {
                    assertThat(other.value(measure)).as(measure.word()).isEqualTo(one.value(measure));
                }
            }
            drawn += other.value(Measure.WORST_NET) < one.value(Measure.WORST_NET) ? 1 : 0;
            assertThat(other.value(Measure.WORST_NET) < one.value(Measure.WORST_NET))
                    .isEqualTo(one.value(Measure.POOL_USED) > 0);
        }
        assertThat(drawn).isPositive();
    }
}
