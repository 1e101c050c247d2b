package org.muster.plan.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muster.alliance.mission.Mission;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.SavedPlan;
import org.muster.plan.model.Levels;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.Check;
import org.muster.solve.Choice;
import org.muster.solve.Deadline;
import org.muster.solve.Lexicographic;
import org.muster.solve.Progress;
import org.muster.solve.SolveOptions;
import org.muster.solve.Stop;

class TogetherTest {
    private static final RandomWorld.Size PAIR = new RandomWorld.Size(3, 4, 2, 1, 1, 2, 2, 2, 2, 3, true);
    private static final RandomWorld.Size PHASED = new RandomWorld.Size(3, 3, 2, 2, 1, 1, 1, 1, 2, 3, false);
    private static final RandomWorld.Size TRIPLE = new RandomWorld.Size(3, 3, 1, 1, 1, 2, 1, 1, 2, 3, true);
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /// Cover by priority and cost are those of plain enumeration, whatever the missions share.
    @Test
    void pairsAndTriplesAreAsPlainEnumerationSays() {
        int divided = 0;
        int refused = 0;
        int compared = 0;
        for (long seed = 0; compared < 2_000; seed++) {
            RandomWorld.Worlds worlds = seed % 3 == 0
                    ? RandomWorld.of(TRIPLE, seed, 3)
                    : RandomWorld.of(seed % 3 == 1 ? PAIR : PHASED, seed, 2);
            if (!JointEnumeration.isSimple(worlds.missions())) {
                continue;
            }
            compared++;
            JointPlan plan = Together.plan(
                    worlds.alliance(),
                    worlds.missions(),
                    List.of(),
                    SolveOptions.defaults().silentlyOn(1));
            List<Mission> kept = kept(worlds);
            assertThat(plan.proven()).as("seed %d", seed).isTrue();
            Optional<List<BigInteger>> best = JointEnumeration.best(worlds.alliance(), kept);
            if (!kept.isEmpty()) {
                assertThat(told(plan)).as("seed %d", seed).isEqualTo(inMillionths(best.orElseThrow(), kept));
            }
            assertThat(plan.plans().stream()
                            .filter(p -> p.proof().isEmpty())
                            .map(Plan::mission)
                            .toList())
                    .as("refused on seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(worlds.missions().stream()
                            .filter(mission -> !kept.contains(mission))
                            .map(Mission::id)
                            .toList());
            addsUp(plan);
            refused += kept.size() < worlds.missions().size() ? 1 : 0;
            divided += plan.shared().stream().anyMatch(JointPlan.Shared::isDivided) ? 1 : 0;
        }
        assertThat(divided).isGreaterThan(100);
        assertThat(refused).isGreaterThan(50);
    }

    /// All missions where all conditions can be met at once; else one by one by priority.
    private static List<Mission> kept(RandomWorld.Worlds worlds) {
        if (JointEnumeration.best(worlds.alliance(), worlds.missions()).isPresent()) {
            return worlds.missions();
        }
        List<Mission> kept = new ArrayList<>();
        for (Mission mission :
                worlds.missions().stream().sorted(Together.IN_ORDER).toList()) {
            kept.add(mission);
            if (JointEnumeration.best(worlds.alliance(), kept).isEmpty()) {
                kept.removeLast();
            }
        }
        return kept;
    }

    private static boolean isCoverOrCost(Lexicographic.Proof proof) {
        return Stream.of(Levels.Aim.ESSENTIAL, Levels.Aim.OTHER, Levels.Aim.COST)
                .anyMatch(aim -> proof.level().endsWith(aim.title()));
    }

    private static List<BigInteger> told(JointPlan plan) {
        return plan.proof().stream()
                .filter(TogetherTest::isCoverOrCost)
                .map(Lexicographic.Proof::value)
                .map(BigInteger::valueOf)
                .toList();
    }

    private static List<BigInteger> inMillionths(List<BigInteger> value, List<Mission> missions) {
        BigInteger common = JointEnumeration.common(missions);
        List<BigInteger> told = new ArrayList<>();
        for (int i = 0; i < value.size() - 1; i++) {
            BigInteger[] parts = value.get(i).multiply(MILLION).divideAndRemainder(common);
            told.add(parts[0].add(BigInteger.valueOf(parts[1].signum())));
        }
        told.add(value.getLast());
        return told;
    }

    /// The missions' bills, without what arises whoever goes, are together the cost that was minimised.
    private static void addsUp(JointPlan plan) {
        long cost = plan.plans().stream().mapToLong(Plan::incrementalCostMinor).sum();
        assertThat(plan.proof().stream()
                        .filter(p -> p.level().startsWith("cost"))
                        .mapToLong(Lexicographic.Proof::value)
                        .sum())
                .isEqualTo(cost);
    }

    @Test
    void aMissionAloneIsPlannedAsByThePlanner() {
        for (long seed = 0; seed < 100; seed++) {
            RandomWorld.World world = RandomWorld.of(PAIR, seed);
            Plan alone = Planner.plan(world.alliance(), world.mission(), PlanOptions.defaults());
            JointPlan joint = Together.plan(
                    world.alliance(),
                    List.of(world.mission()),
                    List.of(),
                    SolveOptions.defaults().silentlyOn(1));
            assertThat(SavedPlan.of(joint.of("M"))).as("seed %d", seed).isEqualTo(SavedPlan.of(alone));
            assertThat(joint.of("M").releases()).isEqualTo(alone.releases());
        }
    }

    /// Stopped early, by whichever solver, missions together have plans with bills that add up, or are refused.
    @Test
    void stoppedEarlyThereIsAPlanAllTheSame() {
        for (Choice choice : new Choice[] {Choice.AUTO, Choice.CP_SAT, Choice.SCIP}) {
            RandomWorld.Worlds worlds = RandomWorld.of(RandomWorld.Size.ALLIANCE, 1, 3);
            SolveOptions hasty = new SolveOptions(
                    choice, choice == Choice.AUTO, 1, Deadline.in(1), new Stop(), Progress.Listener.none(), Check.NONE);
            JointPlan plan = Together.plan(worlds.alliance(), worlds.missions(), List.of(), hasty);
            assertThat(plan.plans()).hasSize(3);
        }
    }

    /// Around a given plan nothing is used twice; and where the first of two is given as it is planned together, the
    /// second is planned as together.
    @Test
    void aroundAGivenPlanNothingIsUsedTwice() {
        int divided = 0;
        for (long seed = 0; seed < 300; seed++) {
            RandomWorld.Worlds worlds = RandomWorld.of(PAIR, seed, 2);
            JointPlan both = Together.plan(
                    worlds.alliance(),
                    worlds.missions(),
                    List.of(),
                    SolveOptions.defaults().silentlyOn(1));
            Plan first = both.plans().getFirst();
            Mission second = worlds.missions().stream()
                    .filter(mission -> !mission.id().equals(first.mission()))
                    .findFirst()
                    .orElseThrow();
            if (both.plans().stream().anyMatch(plan -> plan.proof().isEmpty())) {
                continue;
            }
            JointPlan around = Together.plan(
                    worlds.alliance(),
                    List.of(second),
                    List.of(Given.of(worlds.alliance(), SavedPlan.of(first))),
                    SolveOptions.defaults().silentlyOn(1));
            assertThat(around.of(second.id()).incrementalCostMinor())
                    .as("seed %d", seed)
                    .isEqualTo(both.of(second.id()).incrementalCostMinor());
            assertThat(around.of(second.id()).gaps())
                    .isEqualTo(both.of(second.id()).gaps());
            for (JointPlan.Shared shared : around.shared()) {
                assertThat(shared.units().values().stream().mapToLong(n -> n).sum())
                        .isLessThanOrEqualTo(shared.capacity());
                divided += shared.isDivided() ? 1 : 0;
            }
        }
        assertThat(divided).isPositive();
    }
}
