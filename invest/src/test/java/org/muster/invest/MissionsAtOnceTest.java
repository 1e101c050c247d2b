package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.games.Fraction;
import org.muster.solve.SolveOptions;

/// Crews for the fire front and the summer standby of the eight fire services, counted by hand.
class MissionsAtOnceTest {
    private static final List<Long> CREWS = List.of(6L, 5L, 12L, 3L, 8L, 6L, 1L, 5L);
    private static final long FRONT = 18;
    private static final long STANDBY = 12;
    private static final InvestCandidate CREW = Asked.asset("own-crews", "crews", 2, 3, 1);

    /// Nothing but crews is asked, nobody goes only with others, and no offer is for one mission only.
    private static Alliance crewsOnly(World... worlds) {
        Alliance all = Asked.folder("../examples/wildfire-pool");
        List<Mission> missions = new ArrayList<>();
        for (String id : List.of("FIRE", "HEAT")) {
            Mission mission = all.mission(id).orElseThrow();
            List<Phase> phases = mission.phases().subList(0, 1).stream()
                    .map(phase -> new Phase(
                            phase.id(),
                            phase.title(),
                            phase.from(),
                            phase.to(),
                            false,
                            phase.requirements().stream()
                                    .filter(line -> line.capability().equals("crews"))
                                    .toList()))
                    .toList();
            missions.add(new Mission(
                    mission.heading(),
                    mission.decision(),
                    phases,
                    new Mission.Company(Mission.Floor.NONE, List.of(), new Mission.Pins(Set.of(), Set.of(), List.of())),
                    mission.finance()));
        }
        Alliance crews = all.withMeans(List.of(), List.of(), List.of(), List.of(), missions);
        InvestPlan plan = Asked.plan(InvestPlan.Targets.NONE, Optional.empty(), "FIRE", "HEAT");
        return Asked.with(crews, plan, List.of(CREW), worlds);
    }

    private static AtOnceChance told(Alliance alliance, int blocks, SolveOptions options, int mostAsked) {
        InvestPlan plan = alliance.investments().plans().getFirst();
        Judge judge = new Judge(alliance, plan, List.of(CREW), options, 1, mostAsked);
        List<List<InvestPlan.Recurring>> pairs = MissionsAtOnce.pairs(alliance, plan);
        assertThat(pairs).hasSize(1);
        return new MissionsAtOnce(alliance, judge, options)
                .of(pairs.getFirst(), List.of(blocks))
                .orElseThrow();
    }

    /// Dogwood has four crews more for the standby alone, all the others serve where they are needed.
    private static Fraction counted(Fraction q, long common) {
        Fraction sum = Fraction.ZERO;
        for (int s = 0; s < 1 << CREWS.size(); s++) {
            Fraction weight = Fraction.ONE;
            long crews = common;
            for (int i = 0; i < CREWS.size(); i++) {
                boolean in = (s >>> i & 1) != 0;
                weight = weight.times(in ? q : Fraction.ONE.minus(q));
                crews += in ? CREWS.get(i) : 0;
            }
            long summer = (s >>> 3 & 1) != 0 ? 4 : 0;
            sum = crews >= FRONT + STANDBY - summer ? sum.plus(weight) : sum;
        }
        return sum;
    }

    @Test
    void crewsForBothAreCountedOnce() {
        Alliance alliance = crewsOnly(Asked.everybody("0.8"));
        AtOnceChance chance = told(alliance, 2, SolveOptions.defaults(), 20);
        Fraction q = Fraction.of(4, 5);
        assertThat(chance.method()).isEqualTo(HowKnown.PLANNER);
        assertThat(chance.now().least())
                .isEqualTo(counted(q, 0))
                .isEqualTo(chance.now().most());
        assertThat(chance.now().least().doubleValue()).isEqualTo(0.90636288);
        assertThat(chance.then().least()).isEqualTo(counted(q, 4));
    }

    /// Worlds weigh as often as both come in them, and a member is willing for both with the lesser chance.
    @Test
    void worldsWeighByBothAndTheLesserChanceCounts() {
        World calm = Asked.everybody("0.8");
        World dry = new World(
                "dry",
                new BigDecimal("0.25"),
                List.of(
                        new World.Willing(
                                World.EVERYBODY, Optional.empty(), new BigDecimal("0.5"), new BigDecimal("0.7")),
                        new World.Willing(
                                World.EVERYBODY, Optional.of("FIRE"), new BigDecimal("0.9"), new BigDecimal("0.9"))),
                List.of(new World.Occurs("FIRE", new Rate(3, 1))),
                List.of(),
                List.of(),
                Asked.INVENTED);
        World rest = new World(
                calm.id(), new BigDecimal("0.75"), calm.willing(), calm.occurs(), List.of(), List.of(), Asked.INVENTED);
        AtOnceChance chance = told(crewsOnly(rest, dry), 0, SolveOptions.defaults(), 20);
        Fraction least = counted(Fraction.of(4, 5), 0)
                .plus(counted(Fraction.of(1, 2), 0))
                .over(2);
        Fraction most = counted(Fraction.of(4, 5), 0)
                .plus(counted(Fraction.of(7, 10), 0))
                .over(2);
        assertThat(chance.now().least()).isEqualTo(least);
        assertThat(chance.now().most()).isEqualTo(most);
    }

    @Test
    void drawnCoalitionsAreCalledEstimatedAndHoldTheTruth() {
        AtOnceChance chance = told(crewsOnly(Asked.everybody("0.8")), 1, SolveOptions.defaults(), 4);
        Fraction q = Fraction.of(4, 5);
        assertThat(chance.method()).isEqualTo(HowKnown.ESTIMATED);
        assertThat(chance.now().least()).isLessThanOrEqualTo(counted(q, 0));
        assertThat(chance.now().most()).isGreaterThanOrEqualTo(counted(q, 0));
        assertThat(chance.now().most().minus(chance.now().least()).doubleValue())
                .isLessThan(0.06);
        assertThat(chance.then().most()).isGreaterThanOrEqualTo(counted(q, 2));
    }
}
