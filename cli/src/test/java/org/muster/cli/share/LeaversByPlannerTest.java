package org.muster.cli.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.atlas.StandAlone;
import org.muster.plan.model.Eligibility;
import org.muster.plan.solve.SolveOptions;
import org.muster.plan.world.RandomWorld;
import org.muster.share.WhoPays;
import org.muster.share.game.Leavers;

/// Coalitions that would rather leave, asked again of the planner: they really would pay less alone.
class LeaversByPlannerTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(5, 60, 3, 2, 0, 3, 0, 0, 8, 3, false);

    @Test
    void whoWouldRatherLeavePaysLessAlone() {
        long leavers = LongStream.range(0, 150)
                .map(seed -> {
                    RandomWorld.World world = RandomWorld.of(SMALL, seed);
                    return asked(world.alliance(), world.mission());
                })
                .sum();
        assertThat(leavers).as("leavers asked about").isGreaterThan(15);
    }

    private static long asked(Alliance alliance, Mission mission) {
        Plan plan = Planner.plan(alliance, mission, PlanOptions.defaults());
        WhoPays whoPays = WhoPays.of(
                alliance,
                mission,
                plan.coalition(),
                plan.bill(),
                Optional.of(MissionGames.of(alliance, mission, SolveOptions.defaults())
                        .game()));
        long count = 0;
        for (WhoPays.Column column : whoPays.columns()) {
            for (Leavers.Leaver leaver : column.verdict().worseThanAlone()) {
                long pays = leaver.coalition().stream()
                        .mapToLong(member -> column.amounts().getOrDefault(member, 0L))
                        .sum();
                assertThat(pays).isEqualTo(leaver.paysMinor());
                assertThat(leaver.aloneMinor()).isEqualTo(alone(alliance, mission, Set.copyOf(leaver.coalition())));
                assertThat(leaver.aloneMinor()).isLessThan(pays);
                count++;
            }
        }
        return count;
    }

    /// What the mission costs these members and whoever of the partners likes, by the planner.
    private static long alone(Alliance alliance, Mission mission, Set<String> coalition) {
        Mission alone = StandAlone.of(mission);
        Set<String> others = new TreeSet<>(mission.pins().mustNot());
        alliance.members().stream()
                .filter(Member::isAlly)
                .map(Member::code)
                .filter(code -> !coalition.contains(code))
                .forEach(others::add);
        Plan plan = Planner.plan(
                alliance, alone.with(new Mission.Pins(Set.of(), others, List.of())), PlanOptions.defaults());
        Map<String, Long> prices = StandAlone.gapPrices(Eligibility.of(alliance, alone));
        long cost = plan.bill().totalMinor();
        for (Plan.Gap gap : plan.gaps()) {
            cost += gap.missing() * prices.getOrDefault(gap.lineKey(), 0L);
        }
        return cost;
    }
}
