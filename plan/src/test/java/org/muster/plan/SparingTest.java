package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.mission.Mission;
import org.muster.plan.hunt.Enumeration;
import org.muster.plan.spare.EmptyHanded;
import org.muster.plan.spare.Spare;
import org.muster.plan.spare.Spares;
import org.muster.plan.spare.Sparing;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;
import org.muster.solve.Stop;

/// Who can be spared, against plain enumeration of the mission without them.
class SparingTest {
    private static final int SEEDS = 160;

    private static Plan plan(RandomWorld.World world) {
        return Planner.plan(world.alliance(), world.mission(), PlanOptions.defaults());
    }

    private static Spares spares(RandomWorld.World world, Plan plan) {
        return Sparing.of(world.alliance(), world.mission(), plan, SolveOptions.defaults(), done -> {});
    }

    private static Optional<long[]> without(RandomWorld.World world, List<String> absent) {
        Mission mission = world.mission();
        Set<String> must = new TreeSet<>(mission.pins().mustJoin());
        absent.forEach(must::remove);
        Set<String> not = new TreeSet<>(mission.pins().mustNot());
        not.addAll(absent);
        Set<String> gone = new HashSet<>();
        world.alliance().offers().stream()
                .filter(offer -> absent.contains(offer.member()))
                .forEach(offer -> gone.add(offer.id()));
        return Enumeration.best(
                world.alliance(),
                mission.with(new Mission.Pins(
                        must,
                        not,
                        mission.pins().assignments().stream()
                                .filter(pinned -> !gone.contains(pinned.source()))
                                .toList())),
                Optional.empty());
    }

    @Test
    void asPlainEnumerationSaysAndInEveryWayThatItCanComeOut() {
        Set<Spare.Kept> met = EnumSet.noneOf(Spare.Kept.class);
        StringBuilder reasons = new StringBuilder();
        int pairs = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomWorld.World world = PlannerTest.small(seed);
            Plan plan = plan(world);
            Spares spares = spares(world, plan);
            assertThat(spares.singles().stream().map(Spare::member)).containsExactlyElementsOf(plan.coalition());
            Optional<long[]> now = Enumeration.best(world.alliance(), world.mission(), Optional.empty());
            for (Spare spare : spares.singles()) {
                agrees(world, spare, now.orElseThrow(), "seed " + seed + ", without " + spare.members());
                met.add(spare.kept());
                reasons.append(spare.why()).append('\n');
            }
            for (Spare pair : spares.pairs()) {
                agrees(world, pair, now.orElseThrow(), "seed " + seed + ", without " + pair.members());
                assertThat(pair.kept()).isNotEqualTo(Spare.Kept.YES);
                pairs++;
            }
        }
        assertThat(met).contains(Spare.Kept.YES, Spare.Kept.LESS, Spare.Kept.NO);
        assertThat(reasons.toString())
                .contains("is short of")
                .contains("no member that may lead is left")
                .contains("the floor is not reached");
        assertThat(pairs)
                .as("pairs of which each can be spared and both cannot")
                .isPositive();
    }

    private static void agrees(RandomWorld.World world, Spare spare, long[] now, String at) {
        Optional<long[]> other = without(world, spare.members());
        if (spare.kept() == Spare.Kept.YES) {
            assertThat(other).as(at).isPresent();
            // below where the mission was pinned to have a member that gets in the way of others
            assertThat(other.get()[0]).as(at).isLessThanOrEqualTo(now[0]);
            assertThat(other.get()[1]).as(at).isLessThanOrEqualTo(now[1]);
            assertThat(spare.riseMinor().getAsLong()).as(at).isEqualTo(other.get()[2] - now[2]);
        } else {
            assertThat(other.isEmpty() || other.get()[0] > now[0] || other.get()[1] > now[1])
                    .as(at)
                    .isTrue();
            assertThat(spare.riseMinor())
                    .as("no amounts where the service is not kept")
                    .isEmpty();
            assertThat(spare.asked()).isEmpty();
        }
    }

    @Test
    void withAnyNumberOfThreadsTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            RandomWorld.World world = PlannerTest.small(seed);
            Plan plan = plan(world);
            SolveOptions one = SolveOptions.defaults().silentlyOn(1);
            assertThat(Sparing.of(world.alliance(), world.mission(), plan, one, done -> {}))
                    .isEqualTo(spares(world, plan));
        }
    }

    @Test
    void outOfTimeItSaysSo() {
        RandomWorld.World world = PlannerTest.small(3);
        Plan plan = plan(world);
        Stop stop = new Stop();
        stop.request();
        SolveOptions stopped = new SolveOptions(
                SolveOptions.defaults().choice(),
                true,
                2,
                SolveOptions.defaults().deadline(),
                stop,
                SolveOptions.defaults().listener(),
                SolveOptions.defaults().check());
        Spares spares = Sparing.of(world.alliance(), world.mission(), plan, stopped, done -> {});
        assertThat(plan.coalition()).isNotEmpty();
        assertThat(spares.singles()).allMatch(spare -> spare.kept() == Spare.Kept.UNKNOWN);
    }

    /// Members that bring no units: whoever could stay at home without a number, the lead, company or a pool being
    /// missed is never in a plan, since the planner takes nobody for show.
    @Test
    void whoGoesWithNothingIsThereForSomething() {
        int numbers = 0;
        for (long seed = 0; seed < 600; seed++) {
            RandomWorld.World world = PlannerTest.small(seed);
            Plan plan = plan(world);
            for (EmptyHanded one : EmptyHanded.of(world.alliance(), world.mission(), plan)) {
                assertThat(one.forWhat()).isNotEmpty();
                numbers += one.isForNumberOnly() ? 1 : 0;
                if (one.isForNumberOnly()) {
                    assertThat(one.forWhat()).allMatch(words -> words.contains("at least"));
                }
            }
        }
        assertThat(numbers).isPositive();
    }

    /// What is billed for released hours is received by owners that stay out, to the minor unit.
    @Test
    void compensationIsReceivedByTheOwnersThatRelease() {
        int received = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            RandomWorld.World world = PlannerTest.small(seed);
            Plan plan = plan(world);
            long billed = plan.releases().stream()
                    .mapToLong(Plan.Release::compensationMinor)
                    .sum();
            long paid = plan.bill().receipts().stream()
                    .mapToLong(Bill.Receipt::amountMinor)
                    .sum();
            assertThat(paid).as("seed %d", seed).isEqualTo(billed);
            assertThat(plan.bill().netMinor()).isEqualTo(plan.bill().totalMinor() - billed);
            for (Bill.Receipt receipt : plan.bill().receipts()) {
                assertThat(plan.coalition()).doesNotContain(receipt.member());
                received++;
            }
        }
        assertThat(received).isPositive();
    }
}
