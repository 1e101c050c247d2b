package org.muster.plan.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.plan.Plan;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.plan.atlas.SingleCoalitions;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// Which coalitions can do missions at once, against plans of the missions together from which all others are barred.
class AtOnceTest {
    private static final RandomWorld.Size PAIR = new RandomWorld.Size(3, 4, 2, 1, 1, 2, 2, 2, 2, 3, true);
    private static final RandomWorld.Size PHASED = new RandomWorld.Size(3, 3, 2, 2, 1, 1, 1, 1, 2, 3, false);
    private static final RandomWorld.Size TRIPLE = new RandomWorld.Size(3, 3, 1, 1, 1, 2, 1, 1, 2, 3, true);
    private static final RandomWorld.Size OFFERS = new RandomWorld.Size(4, 6, 2, 1, 0, 2, 0, 0, 3, 4, false);
    private static final SolveOptions QUIET = SolveOptions.defaults().silentlyOn(1);

    private static boolean isOfOffersOnly(Alliance alliance) {
        return alliance.market().isEmpty() && alliance.pools().isEmpty();
    }

    private static boolean isPlanned(Alliance alliance, List<Mission> missions, Set<String> barred) {
        List<Mission> pinned = missions.stream()
                .map(mission -> {
                    Set<String> mustNot = new TreeSet<>(mission.pins().mustNot());
                    mustNot.addAll(barred);
                    // Without priorities, by which what one mission would rather have comes before what another needs.
                    return mission.with(new Mission.Pins(Set.of(), mustNot, List.of()))
                            .with(OptionalInt.empty());
                })
                .toList();
        JointPlan plan = Together.plan(alliance, pinned, List.of(), QUIET);
        assertThat(plan.proven()).isTrue();
        return plan.plans().stream()
                .allMatch(one -> !one.proof().isEmpty() && one.gaps().stream().noneMatch(Plan.Gap::essential));
    }

    private static Alliance withoutMarket(Alliance alliance) {
        return alliance.withMeans(
                List.of(), alliance.caveats(), alliance.policies(), alliance.pools(), alliance.missions());
    }

    @Test
    void coalitionsAreThoseWhosePlansTogetherCoverEverything() {
        int can = 0;
        int cannotThoughEachCan = 0;
        int compared = 0;
        int neither = 0;
        List<RandomWorld.Size> sizes = List.of(TRIPLE, PAIR, PHASED, OFFERS, OFFERS, OFFERS);
        for (long seed = 0; seed < 120; seed++) {
            int size = (int) (seed % sizes.size());
            RandomWorld.Worlds worlds = RandomWorld.of(sizes.get(size), seed, size == 0 ? 3 : 2);
            Alliance alliance = size < 3 ? worlds.alliance() : withoutMarket(worlds.alliance());
            AskedCoalitions told = AtOnce.of(alliance, worlds.missions(), Optional.empty(), QUIET);
            List<AskedCoalitions> each = new ArrayList<>();
            worlds.missions()
                    .forEach(mission -> each.add(AskedCoalitions.of(alliance, mission, Optional.empty(), QUIET)));
            // A coalition of nobody is not planned.
            for (int s = 1; s < 1 << told.players().size(); s++) {
                Set<String> barred = new TreeSet<>();
                Set<String> in = new TreeSet<>();
                for (int i = 0; i < told.players().size(); i++) {
                    ((s >>> i & 1) != 0 ? in : barred).add(told.players().get(i));
                }
                boolean planned = isPlanned(alliance, worlds.missions(), barred);
                boolean here = isIn(told, in);
                // A coalition is there as one body: who goes need not be used for something, as in a plan, so that more
                // can where floors, charters or pools hang on it.
                if (planned || isOfOffersOnly(alliance)) {
                    compared++;
                    neither += planned ? 0 : 1;
                    assertThat(here).as("seed %d, %s", seed, in).isEqualTo(planned);
                }
                can += here ? 1 : 0;
                cannotThoughEachCan += !here && each.stream().allMatch(one -> isIn(one, in)) ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(200);
        assertThat(neither).isGreaterThan(50);
        assertThat(can).isGreaterThan(50);
        assertThat(cannotThoughEachCan).isGreaterThan(20);
    }

    /// What is learnt of some answers for others, in whatever order they are asked for.
    @Test
    void singleCoalitionsAreTheSame() {
        for (long seed = 0; seed < 30; seed++) {
            RandomWorld.Worlds worlds = RandomWorld.of(seed % 2 == 0 ? PAIR : PHASED, seed, 2);
            AskedCoalitions all = AtOnce.of(worlds.alliance(), worlds.missions(), Optional.empty(), QUIET);
            SingleCoalitions single = new SingleCoalitions(new AtOnce(worlds.alliance(), worlds.missions(), QUIET));
            assertThat(single.matter()).isEqualTo(all.matter());
            List<Integer> order = new ArrayList<>();
            for (int s = 0; s < 1 << all.matter().size(); s++) {
                order.add(s);
            }
            Collections.shuffle(order, new Random(seed));
            for (int s : order) {
                assertThat(single.can(BitSet.valueOf(new long[] {s})))
                        .as("seed %d, coalition %d", seed, s)
                        .isEqualTo(all.can().get(s));
            }
        }
    }

    private static boolean isIn(AskedCoalitions told, Set<String> in) {
        int coalition = 0;
        for (int i = 0; i < told.matter().size(); i++) {
            coalition |= in.contains(told.matter().get(i)) ? 1 << i : 0;
        }
        return told.can().get(coalition);
    }

    @Test
    void missionsStandAtTheSameTimeWhereTheirDaysMeet() {
        RandomWorld.Worlds worlds = RandomWorld.of(PAIR, 1, 2);
        Mission one = worlds.missions().get(0);
        Mission other = worlds.missions().get(1);
        LocalDate last = one.phases().getLast().to();
        boolean meets = !other.phases().getFirst().from().isAfter(last)
                && !one.phases()
                        .getFirst()
                        .from()
                        .isAfter(other.phases().getLast().to());
        assertThat(AtOnce.overlap(one, one)).isTrue();
        assertThat(AtOnce.overlap(one, other)).isEqualTo(meets).isEqualTo(AtOnce.overlap(other, one));
    }
}
