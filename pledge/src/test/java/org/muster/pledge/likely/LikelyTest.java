package org.muster.pledge.likely;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.alliance.mission.Mission;
import org.muster.pledge.Wales;
import org.muster.pledge.known.Knowledge;

class LikelyTest {
    private static LikelyCoalition likely(String missionId) {
        Mission mission = Wales.ALLIANCE.mission(missionId).orElseThrow();
        Knowledge knowledge = Wales.knownAt("2026-03-01");
        return LikelyCoalition.of(
                Wales.ALLIANCE,
                mission,
                Optional.empty(),
                LikelyCoalition.mostAnswered(Wales.ALLIANCE, knowledge),
                knowledge);
    }

    @Test
    void everyOperationOfTheRecordIsLeftOutOnce() {
        assertThat(likely("counter-is-2014").score())
                .extracting(LikelyCoalition.OperationScore::operation)
                .containsExactlyInAnyOrder("iraq-2007", "isaf-2010", "libya-2011", "counter-is-2014");
    }

    /// What happened in the operation that is asked about changes nothing of what is said.
    @Test
    void theRecordOfTheMissionItselfIsNotSeen() {
        LikelyCoalition before = likely("libya-2011");
        var turned = Wales.ALLIANCE.participation().stream()
                .map(p -> p.operation().equals("libya-2011")
                        ? new org.muster.alliance.policy.Participation(
                                p.operation(),
                                p.kind(),
                                p.year(),
                                p.member(),
                                p.part() == org.muster.alliance.policy.Participation.Part.TOOK_PART
                                        ? org.muster.alliance.policy.Participation.Part.STAYED_OUT
                                        : org.muster.alliance.policy.Participation.Part.TOOK_PART,
                                p.provenance())
                        : p)
                .toList();
        var a = Wales.ALLIANCE;
        var other = new org.muster.alliance.Alliance(
                a.id(),
                a.title(),
                a.description(),
                a.currency(),
                a.defaultKey(),
                a.attributions(),
                a.members(),
                a.vintages(),
                a.figures(),
                a.keys(),
                a.sharing(),
                a.capabilities(),
                a.offers(),
                a.market(),
                a.caveats(),
                a.policies(),
                a.stances(),
                a.pools(),
                a.missions(),
                a.pledges(),
                a.standIns(),
                a.ledger(),
                turned,
                a.outside());
        Knowledge knowledge = Wales.knownAt("2026-03-01");
        LikelyCoalition after = LikelyCoalition.of(
                other,
                other.mission("libya-2011").orElseThrow(),
                Optional.empty(),
                LikelyCoalition.mostAnswered(other, knowledge),
                knowledge);

        assertThat(after.members()).isEqualTo(before.members());
        assertThat(after.weights()).isEqualTo(before.weights());
    }

    @Test
    void aMembersOwnWordDecides() {
        LikelyCoalition libya = likely("libya-2011");

        assertThat(libya.members().get("DEU").word())
                .hasValueSatisfying(w -> assertThat(w).startsWith("stance"));
        assertThat(libya.members().get("DEU").probability()).isZero();
        assertThat(libya.members().values()).allMatch(c -> c.probability() >= 0 && c.probability() <= 1);
    }

    @Test
    void withOneOperationThereIsTooLittleToSay() {
        Mission mission = Wales.ALLIANCE.mission("baltic-2015").orElseThrow();
        LikelyCoalition early = LikelyCoalition.of(
                Wales.ALLIANCE, mission, Optional.of("air-campaign"), Optional.empty(), Wales.knownAt("2008-01-01"));

        assertThat(early.enough()).isFalse();
        assertThat(early.score()).isEmpty();
    }

    /// Rows drawn from known weights: the fit comes near them, and the gradient of the penalised likelihood is zero.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theFitIsTheMinimum(int seed) {
        Random random = new Random(seed);
        List<RidgeLogistic.Row> rows = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double p = 1 / (1 + Math.exp(-(0.5 + 1.2 * a - 0.7 * b)));
            rows.add(new RidgeLogistic.Row(List.of(a, b), random.nextDouble() < p));
        }

        RidgeLogistic fit = RidgeLogistic.fit(rows);

        assertThat(fit.weights().get(0)).isCloseTo(0.5, within(0.15));
        assertThat(fit.weights().get(1)).isCloseTo(1.2, within(0.15));
        assertThat(fit.weights().get(2)).isCloseTo(-0.7, within(0.15));
        double gradient = fit.weights().get(1);
        for (RidgeLogistic.Row row : rows) {
            gradient += (fit.probability(row.features()) - (row.outcome() ? 1 : 0))
                    * row.features().get(0);
        }
        assertThat(gradient).isCloseTo(0, within(1e-6));
    }

    @Test
    void cohesionSaysHowManyHaveNoAnswer() {
        List<Cohesion> all = Cohesion.all(Wales.ALLIANCE, Wales.knownAt("2026-03-01"));
        Cohesion defend = all.stream()
                .filter(c -> c.question().equals("opinion_defend_ally") && c.year() == 2015)
                .findFirst()
                .orElseThrow();

        assertThat(defend.answers()).hasSize(7);
        assertThat(defend.noAnswer()).hasSize(21);
        assertThat(defend.cohesion()).hasValueSatisfying(c -> assertThat(c).isBetween(0.5, 1.0));
        assertThat(all.stream().filter(c -> c.answers().size() < 3))
                .allMatch(c -> c.cohesion().isEmpty());
        assertThat(Cohesion.all(Wales.ALLIANCE, Wales.knownAt("2014-09-05"))).isEmpty();
    }
}
