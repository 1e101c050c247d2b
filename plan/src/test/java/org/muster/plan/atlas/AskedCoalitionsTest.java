package org.muster.plan.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.folder.AllianceFolder;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.fold.Ability;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

class AskedCoalitionsTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(6, 12, 3, 2, 2, 3, 3, 2, 4, 6, true);

    /// The planner knows nothing of the fold: coalition by coalition both say the same, crews of pools included.
    @Test
    void thePlannerSaysWhatTheFoldSays() {
        int compared = 0;
        int crewed = 0;
        int able = 0;
        for (long seed = 0; compared < 150; seed++) {
            RandomWorld.World world = RandomWorld.of(SMALL, seed);
            WhoCan who = WhoCan.of(world.alliance(), world.mission());
            if (who.ability().isEmpty() || partnersCount(world)) {
                continue;
            }
            Ability ability = who.ability().get();
            AskedCoalitions asked =
                    AskedCoalitions.of(world.alliance(), world.mission(), Optional.empty(), SolveOptions.defaults());
            for (int coalition = 0; coalition < 1 << who.players().size(); coalition++) {
                int here = coalition;
                boolean[] in = new boolean[who.players().size()];
                IntStream.range(0, in.length).forEach(i -> in[i] = (here >>> i & 1) != 0);
                int mattering = 0;
                for (int i = 0; i < asked.matter().size(); i++) {
                    boolean there = in[who.players().indexOf(asked.matter().get(i))];
                    mattering |= there ? 1 << i : 0;
                }
                assertThat(coalition != 0 && asked.can().get(mattering))
                        .as("coalition %d of seed %d", coalition, seed)
                        .isEqualTo(ability.canBeDoneBy(in));
                able += ability.canBeDoneBy(in) ? 1 : 0;
            }
            crewed += usesCrews(world.alliance()) ? 1 : 0;
            compared++;
        }
        assertThat(crewed).as("worlds with pools that need crews").isGreaterThan(10);
        assertThat(able).as("coalitions that can").isGreaterThan(200);
    }

    /// The atlas counts shares of the alliance's own members towards a floor, the planner those of partners, too.
    private static boolean partnersCount(RandomWorld.World world) {
        return world.mission().floor().sharePercent().signum() > 0
                && world.alliance().members().stream()
                        .anyMatch(member -> !member.isAlly()
                                && world.alliance()
                                                .keyOf(world.mission())
                                                .map(key -> key.shareOf(member.code())
                                                        .signum())
                                                .orElse(0)
                                        > 0);
    }

    private static boolean usesCrews(Alliance alliance) {
        return alliance.pools().stream()
                .anyMatch(pool -> !pool.crews().isEmpty() || !pool.neededCrews().isEmpty());
    }

    /// The early-warning fleet has hours enough for both phases of the year, and crews of few members have not.
    @Test
    void crewsAreSharedByTheLinesOfAYear() {
        Alliance alliance = AllianceFolder.read(Path.of("src/test/resources/wales-of-896cf5d"))
                .alliance()
                .orElseThrow();
        Mission mission = alliance.mission("baltic-2015").orElseThrow();
        WhoCan who = WhoCan.of(alliance, mission);
        Ability ability = who.ability().orElseThrow();
        SplittableRandom random = new SplittableRandom(3);
        int able = 0;
        for (int k = 0; k < 40; k++) {
            boolean[] in = new boolean[who.players().size()];
            Set<String> out = new TreeSet<>(mission.pins().mustNot());
            for (int i = 0; i < in.length; i++) {
                in[i] = random.nextInt(10) < 3;
                if (!in[i]) {
                    out.add(who.players().get(i));
                }
            }
            Plan plan = Planner.plan(
                    alliance,
                    mission.with(new Mission.Pins(Set.of(), out, List.of())),
                    new PlanOptions(SolveOptions.defaults(), Optional.empty()));
            assertThat(ability.canBeDoneBy(in))
                    .as("%s stay at home", out)
                    .isEqualTo(plan.status() == Plan.Status.COVERED);
            able += ability.canBeDoneBy(in) ? 1 : 0;
        }
        assertThat(able).isBetween(1, 39);
    }

    /// What is known beforehand spares questions and changes no answer.
    @Test
    void whatIsKnownBeforehandChangesNothing() {
        for (long seed = 0; seed < 40; seed++) {
            RandomWorld.World world = RandomWorld.of(SMALL, seed);
            AskedCoalitions all =
                    AskedCoalitions.of(world.alliance(), world.mission(), Optional.empty(), SolveOptions.defaults());
            BitSet cannot = all.can();
            cannot.flip(0, 1 << all.matter().size());
            AskedCoalitions again = AskedCoalitions.of(
                    world.alliance(),
                    world.mission(),
                    Optional.of(new AskedCoalitions.Before(all.matter(), all.can(), cannot)),
                    SolveOptions.defaults());
            assertThat(again.can()).as("seed %d", seed).isEqualTo(all.can());
            assertThat(again.asked()).isZero();
            AskedCoalitions others = AskedCoalitions.of(
                    world.alliance(),
                    world.mission(),
                    Optional.of(new AskedCoalitions.Before(List.of("nobody"), all.can(), cannot)),
                    SolveOptions.defaults());
            assertThat(others.can()).isEqualTo(all.can());
        }
    }
}
