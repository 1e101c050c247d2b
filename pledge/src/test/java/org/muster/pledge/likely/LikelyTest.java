package org.muster.pledge.likely;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Participation;
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
                .hasSize(23)
                .contains("gulf-1991", "iraq-2004", "libya-2011", "counter-is-2014", "efp-2018");
    }

    @Test
    void theRecordTellsMoreThanTheCommonShareForMissionsOfTheExample() {
        LikelyCoalition libya = likely("libya-2011");
        LikelyCoalition.KindScore all = LikelyCoalition.byKind(libya.score()).getLast();

        assertThat(libya.enough()).isTrue();
        assertThat(likely("counter-is-2014").enough()).isTrue();
        assertThat(all.kind()).isEqualTo(LikelyCoalition.ALL_KINDS);
        assertThat(all.operations()).isEqualTo(23);
        assertThat(all.better()).isGreaterThanOrEqualTo(18);
        assertThat(all.brier()).isLessThan(0.20).isLessThan(all.brierCommon());
    }

    /// Forward in time nothing later is seen: turning round every later row changes no bit of an operation's score.
    @Test
    void forwardInTimeNothingLaterIsSeen() {
        LikelyCoalition before = likely("libya-2011");
        var turned = Wales.ALLIANCE.participation().stream()
                .map(p -> p.year() > 2004 ? turned(p) : p)
                .toList();
        Alliance other = withParticipation(turned);
        LikelyCoalition after = LikelyCoalition.of(
                other,
                other.mission("libya-2011").orElseThrow(),
                Optional.empty(),
                LikelyCoalition.mostAnswered(other, Wales.knownAt("2026-03-01")),
                Wales.knownAt("2026-03-01"));

        assertThat(until(after, 2004)).isNotEmpty().isEqualTo(until(before, 2004));
        assertThat(after.forward()).isNotEqualTo(before.forward());
        assertThat(after.score()).isNotEqualTo(before.score());
    }

    private static List<LikelyCoalition.OperationScore> until(LikelyCoalition likely, int year) {
        return likely.forward().stream().filter(s -> s.year() <= year).toList();
    }

    /// Who went to Iraq in 2004 is told by the others worse than by the common share: there is too little data to
    /// say, and for a mission of the same kind that nobody has gone on yet there is enough.
    @Test
    void iraqIn2004StaysTooLittleToSay() {
        Mission iraq = renamed("iraq-2004");
        Mission other = renamed("another-2004");

        assertThat(likely(iraq, "stabilisation").enough()).isFalse();
        assertThat(likely(other, "stabilisation").enough()).isTrue();
    }

    private static LikelyCoalition likely(Mission mission, String kind) {
        Knowledge knowledge = Wales.knownAt("2026-03-01");
        return LikelyCoalition.of(
                Wales.ALLIANCE,
                mission,
                Optional.of(kind),
                LikelyCoalition.mostAnswered(Wales.ALLIANCE, knowledge),
                knowledge);
    }

    private static Mission renamed(String id) {
        Mission m = Wales.ALLIANCE.mission("baltic-2015").orElseThrow();
        return new Mission(
                new Mission.Heading(id, m.title(), m.description(), m.provenance()),
                new Mission.Decision(m.mode(), m.mandates(), OptionalInt.empty(), m.decidedOn(), m.waiver()),
                m.phases(),
                new Mission.Company(m.floor(), m.lead(), m.pins()),
                new Mission.Finance(m.costs(), m.fund(), m.key()));
    }

    private static Participation turned(Participation p) {
        return new Participation(
                p.operation(),
                p.kind(),
                p.year(),
                p.member(),
                p.part() == Participation.Part.TOOK_PART ? Participation.Part.STAYED_OUT : Participation.Part.TOOK_PART,
                p.provenance());
    }

    /// What happened in the operation that is asked about changes nothing of what is said.
    @Test
    void theRecordOfTheMissionItselfIsNotSeen() {
        LikelyCoalition before = likely("libya-2011");
        var other = withParticipation(Wales.ALLIANCE.participation().stream()
                .map(p -> p.operation().equals("libya-2011") ? turned(p) : p)
                .toList());
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

    private static Alliance withParticipation(List<Participation> participation) {
        var a = Wales.ALLIANCE;
        return new Alliance(
                new Alliance.Identity(a.id(), a.title(), a.description(), a.currency(), a.attributions()),
                new Alliance.Agreements(a.keys(), a.defaultKey(), a.sharing(), a.pledges()),
                new Alliance.People(a.members(), a.policies(), a.stances(), participation),
                new Alliance.Evidence(a.vintages(), a.figures(), a.standIns(), a.outside(), a.ledger()),
                new Alliance.Supply(a.capabilities(), a.offers(), a.market(), a.pools(), a.caveats()),
                a.missions(),
                Alliance.Proposals.NONE);
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
                Wales.ALLIANCE, mission, Optional.of("air-campaign"), Optional.empty(), Wales.knownAt("1991-12-31"));

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
