package org.muster.plan.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.folder.AllianceFolder;
import org.muster.folder.Reading;
import org.muster.games.Coalitions;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.Fold;
import org.muster.plan.hunt.Enumeration;
import org.muster.plan.model.Eligibility;
import org.muster.plan.world.RandomWorld;

class WhoCanTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(8, 14, 4, 2, 1, 6, 4, 3, 4, 8, true);
    private static final RandomWorld.Size COMPETING = new RandomWorld.Size(6, 7, 3, 2, 1, 2, 3, 1, 3, 4, true);

    private static Alliance alliance(String folder) {
        Reading reading = AllianceFolder.read(Path.of(folder));
        return reading.alliance().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    private static Fold fold(Alliance alliance, Mission mission) {
        return Fold.of(WhoCan.of(alliance, mission).ability().orElseThrow(), Fold.MOST_STATES)
                .orElseThrow();
    }

    /// By all 2^28 coalitions, and by an independent program in exact fractions.
    @Test
    void counterIs2014AsOf896cf5d() {
        Alliance alliance = alliance("src/test/resources/wales-of-896cf5d");
        Fold fold = fold(alliance, alliance.mission("counter-is-2014").orElseThrow());
        assertThat(fold.count()).isEqualTo(23_908_192);
        assertThat(fold.countsBySize().stream().mapToInt(BigInteger::intValueExact))
                .startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 4_076, 52_099)
                .endsWith(27, 1);
        double[] willing = new double[28];
        double[] expected = {0.893307, 0.738669, 0.508713};
        for (int k = 0; k < 3; k++) {
            Arrays.fill(willing, 0.9 - k * 0.1);
            assertThat(fold.chances(willing).overall()).isCloseTo(expected[k], within(5e-7));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "src/test/resources/wales-of-896cf5d, counter-is-2014",
        "../examples/wales-2014, counter-is-2014",
        "../examples/wales-2014, ukraine-assistance-2014"
    })
    void theFoldIsTheCensusOfAllCoalitions(String folder, String id) {
        Alliance alliance = alliance(folder);
        Mission mission = alliance.mission(id).orElseThrow();
        Separable.Outcome outcome = Separable.of(alliance, mission, alliance.memberCodes());
        WhoCan who = WhoCan.of(alliance, mission);
        Atlas atlas =
                Census.of(outcome.costs().orElseThrow(), outcome.players(), who.players(), 1, 2, Optional.empty());
        Fold fold = fold(alliance, mission);
        assertThat(fold.count()).isEqualTo(atlas.feasible());
        assertThat(who.counted(Fold.MOST_STATES).orElseThrow().indispensable()).isEqualTo(atlas.indispensable());
        double[] half = new double[who.players().size()];
        Arrays.fill(half, 0.5);
        double[] importances = fold.chances(half).importances();
        for (int i = 0; i < half.length; i++) {
            BigInteger swings = fold.swings().get(i);
            assertThat(atlas.pivotal()).containsEntry(who.players().get(i), swings);
            assertThat(importances[i] * 0x1p27).isCloseTo(swings.doubleValue(), within(1e-3));
        }
    }

    /// Worlds of up to eight members.
    @Test
    void theFoldIsTheClosedFormOnRandomWorlds() {
        int compared = 0;
        for (long seed = 0; compared < 1_000; seed++) {
            RandomWorld.World world = RandomWorld.of(SMALL, seed);
            Separable.Outcome outcome = Separable.of(
                    world.alliance(), world.mission(), world.alliance().memberCodes());
            WhoCan who = WhoCan.of(world.alliance(), world.mission());
            if (outcome.costs().isEmpty()) {
                continue;
            }
            int n = who.players().size();
            long[] bySize = new long[n + 1];
            for (long s = 1; s <= Coalitions.grand(n); s++) {
                bySize[Long.bitCount(s)] += outcome.costs().get().isFeasible(s) ? 1 : 0;
            }
            assertThat(fold(world.alliance(), world.mission()).countsBySize().stream()
                            .mapToLong(BigInteger::longValueExact))
                    .as("seed %d", seed)
                    .containsExactly(Arrays.stream(bySize).boxed().toArray(Long[]::new));
            compared++;
        }
    }

    static LongStream worldsWhereLinesCompete() {
        return LongStream.range(0, 100_000)
                .filter(seed -> {
                    RandomWorld.World world = RandomWorld.of(COMPETING, seed);
                    return WhoCan.of(world.alliance(), world.mission())
                                    .ability()
                                    .isPresent()
                            && Separable.of(world.alliance(), world.mission(), Set.of())
                                    .costs()
                                    .isEmpty();
                })
                .limit(60);
    }

    /// By trying all assignments of whole units, in code that shares nothing with the fold.
    @ParameterizedTest
    @MethodSource("worldsWhereLinesCompete")
    void canDoItWhereAllEssentialLinesCanBeCoveredAtOnce(long seed) {
        RandomWorld.World world = RandomWorld.of(COMPETING, seed);
        Alliance alliance = world.alliance();
        Mission alone = StandAlone.of(world.mission());
        WhoCan who = WhoCan.of(alliance, world.mission());
        Ability ability = who.ability().orElseThrow();
        Company company = Company.of(alliance, world.mission(), Eligibility.of(alliance, alone));
        int n = who.players().size();
        BigInteger can = BigInteger.ZERO;
        for (int s = 1; s < 1 << n; s++) {
            int coalition = s;
            boolean[] in = new boolean[n];
            IntStream.range(0, n).forEach(i -> in[i] = (coalition >>> i & 1) != 0);
            Set<String> members = new TreeSet<>();
            alliance.members().stream()
                    .filter(m -> !m.isAlly() || in[who.players().indexOf(m.code())])
                    .forEach(m -> members.add(m.code()));
            Set<String> body = AtlasTest.body(alliance, world.mission(), company, who.players(), s);
            long essentialGaps =
                    Enumeration.bestWithin(alliance, alone, members, Map.of()).orElseThrow()[0];
            boolean does = essentialGaps == 0 && AtlasTest.meetsFloorAndLead(world, body);
            assertThat(ability.canBeDoneBy(in))
                    .as("%s on seed %d", members, seed)
                    .isEqualTo(does);
            can = does ? can.add(BigInteger.ONE) : can;
        }
        assertThat(fold(alliance, world.mission()).count()).isEqualTo(can);
    }

    @Test
    void saysWhyWhoCanCannotBeSaid() {
        Alliance alliance = alliance("../examples/wildfire-pool");
        WhoCan who = WhoCan.of(alliance, alliance.mission("FLOOD").orElseThrow());
        assertThat(who.ability()).isEmpty();
        assertThat(who.problems())
                .isEqualTo(List.of("offer haz-dozers depends on who else goes (caveat hazel-not-beside-firland)"));
    }
}
