package org.muster.plan.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Pool;
import org.muster.folder.AllianceFolder;
import org.muster.plan.hunt.Enumeration;
import org.muster.plan.model.Eligibility;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

class CommonNeedsTest {
    private static final RandomWorld.Size APART = new RandomWorld.Size(6, 12, 4, 2, 1, 6, 0, 3, 4, 8, false);
    private static final RandomWorld.Size COMPETING = new RandomWorld.Size(5, 7, 3, 2, 1, 2, 0, 1, 3, 4, false);

    private static final RandomWorld.Size RULED = new RandomWorld.Size(5, 7, 3, 2, 0, 2, 4, 1, 3, 5, false);

    private static boolean[] coalition(int players, int mask) {
        boolean[] in = new boolean[players];
        for (int i = 0; i < players; i++) {
            in[i] = (mask >>> i & 1) != 0;
        }
        return in;
    }

    private static long cost(CommonNeeds needs, Mission mission, boolean[] coalition) {
        return StandAlone.fixedCost(mission)
                + needs.needs().stream()
                        .mapToLong(need -> need.demand().cost(coalition, List.of()))
                        .sum();
    }

    /// What all demands cost together is what the mission costs a coalition, by its other closed form.
    @Test
    void demandsOfLinesApartCostWhatTheClosedFormSays() {
        int compared = 0;
        for (long seed = 0; compared < 300; seed++) {
            RandomWorld.World world = RandomWorld.of(APART, seed);
            LineSupplies lines = LineSupplies.of(
                    world.alliance(), world.mission(), world.alliance().memberCodes());
            CommonNeeds needs = CommonNeeds.of(world.alliance(), world.mission(), Pool.Period.PHASE);
            if (!lines.isSeparable()) {
                continue;
            }
            assertThat(needs.problems()).isEmpty();
            int n = lines.players().size();
            for (int s = 1; s < 1 << n; s++) {
                assertThat(cost(needs, world.mission(), coalition(n, s)))
                        .as("seed %d, coalition %d", seed, s)
                        .isEqualTo(lines.cost(BitSet.valueOf(new long[] {s})));
            }
            compared++;
        }
    }

    /// Where lines compete and missing units of all of them count alike: by trying all assignments of whole units.
    @Test
    void demandsOfLinesThatCompeteCostWhatPlainEnumerationSays() {
        int compared = 0;
        for (long seed = 0; compared < 40; seed++) {
            RandomWorld.World world = RandomWorld.of(COMPETING, seed);
            CommonNeeds needs = CommonNeeds.of(world.alliance(), world.mission(), Pool.Period.YEAR);
            Mission alone = StandAlone.of(world.mission());
            Map<String, Long> prices = StandAlone.gapPrices(Eligibility.of(world.alliance(), alone));
            boolean compete = needs.needs().stream()
                    .flatMap(need -> need.demand().groups().stream())
                    .anyMatch(group -> group.asked().size() > 1);
            if (!compete || !alike(needs, prices)) {
                continue;
            }
            int n = needs.players().size();
            for (int s = 1; s < 1 << n; s++) {
                boolean[] in = coalition(n, s);
                Set<String> members = new TreeSet<>();
                world.alliance().members().stream()
                        .filter(m -> !m.isAlly() || in[needs.players().indexOf(m.code())])
                        .forEach(m -> members.add(m.code()));
                long enumerated = Enumeration.bestWithin(world.alliance(), alone, members, prices)
                                .orElseThrow()[2]
                        + StandAlone.fixedCost(world.mission());
                assertThat(cost(needs, world.mission(), in))
                        .as("seed %d, %s", seed, members)
                        .isEqualTo(enumerated);
            }
            compared++;
        }
    }

    private static boolean alike(CommonNeeds needs, Map<String, Long> prices) {
        return needs.needs().stream()
                .allMatch(need ->
                        need.lines().stream().map(prices::get).distinct().count() == 1);
    }

    /// Hours are used up over the year, aircraft are free again in the next phase.
    @Test
    void aPoolOfHoursSparesNoMoreThanOneOfAircraft() {
        int sparesLess = 0;
        for (long seed = 0; seed < 400; seed++) {
            RandomWorld.World world = RandomWorld.of(APART, seed);
            CommonNeeds stock = CommonNeeds.of(world.alliance(), world.mission(), Pool.Period.PHASE);
            CommonNeeds flow = CommonNeeds.of(world.alliance(), world.mission(), Pool.Period.YEAR);
            if (!stock.problems().isEmpty() || !flow.problems().isEmpty()) {
                continue;
            }
            for (CommonNeeds.CommonNeed need : stock.needs()) {
                assertThat(need.lines()).allMatch(line -> line.startsWith(need.time() + "/"));
            }
            boolean[] all = coalition(stock.players().size(), -1);
            assertThat(cost(stock, all, 0)).isEqualTo(cost(flow, all, 0));
            assertThat(cost(stock, all, 2)).as("seed %d", seed).isLessThanOrEqualTo(cost(flow, all, 2));
            sparesLess += cost(stock, all, 2) < cost(flow, all, 2) ? 1 : 0;
        }
        assertThat(sparesLess).isPositive();
    }

    private static long cost(CommonNeeds needs, boolean[] coalition, long units) {
        return needs.needs().stream()
                .mapToLong(
                        need -> need.demand().cost(coalition, List.of(new org.muster.plan.need.CommonPool(units, 1))))
                .sum();
    }

    @Test
    void saysWhyNeedsCannotBeSaid() {
        Alliance alliance = AllianceFolder.read(Path.of("src/test/resources/wales-of-896cf5d"))
                .alliance()
                .orElseThrow();
        assertThat(CommonNeeds.of(alliance, alliance.mission("libya-2011").orElseThrow(), Pool.Period.YEAR)
                        .problems())
                .containsExactly("pool aew needs crews of certain members");
    }

    /// Two members go only beside others; against the closed form of the atlas, on 2,000 of 2^28 coalitions.
    @Test
    void membersWithConditionsCostWhatTheAtlasSays() {
        Alliance alliance = AllianceFolder.read(Path.of("src/test/resources/wales-of-896cf5d"))
                .alliance()
                .orElseThrow();
        Mission mission = alliance.mission("counter-is-2014").orElseThrow();
        CommonNeeds needs = CommonNeeds.apart(alliance, mission, Map.of());
        Separable.Outcome atlas = Separable.of(alliance, mission, alliance.memberCodes());
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < 2_000; k++) {
            int s = random.nextInt(1, 1 << 28);
            boolean[] in = coalition(28, s);
            long mask = 0;
            for (int i = 0; i < 28; i++) {
                mask |= in[i] ? 1L << atlas.players().indexOf(needs.players().get(i)) : 0;
            }
            assertThat((double) cost(needs, mission, in))
                    .as("coalition %d", s)
                    .isEqualTo(atlas.costs().orElseThrow().value(mask));
        }
    }

    /// Needs and the planner share no code; with members that have conditions, lines that compete, pools.
    @Test
    void needsCostWhatThePlannerSays() {
        int compared = 0;
        int conditional = 0;
        for (long seed = 0; compared < 120; seed++) {
            RandomWorld.World world = RandomWorld.of(RULED, seed);
            Mission alone = StandAlone.of(world.mission());
            Map<String, Long> gaps = StandAlone.gapPricesTogether(Eligibility.of(world.alliance(), alone));
            CommonNeeds needs = CommonNeeds.apart(world.alliance(), world.mission(), gaps);
            if (!needs.problems().isEmpty()) {
                continue;
            }
            compared++;
            conditional += needs.needs().stream()
                            .anyMatch(need -> !need.demand().conditional().isEmpty())
                    ? 1
                    : 0;
            LeastCosts planned = LeastCosts.of(
                    world.alliance(), world.mission(), gaps, Map.of(), Optional.empty(), SolveOptions.defaults());
            List<LeastCosts.Split> splits =
                    LeastCosts.splits(world.alliance(), world.mission(), gaps, Map.of(), SolveOptions.defaults());
            int n = needs.players().size();
            for (int s = 0; s < 1 << n; s++) {
                boolean[] in = coalition(n, s);
                int matter = 0;
                for (int i = 0; i < planned.matter().size(); i++) {
                    matter |= in[needs.players().indexOf(planned.matter().get(i))] ? 1 << i : 0;
                }
                assertThat(cost(needs, world.mission(), in) - StandAlone.fixedCost(world.mission()))
                        .as("seed %d, coalition %d", seed, s)
                        .isEqualTo(planned.costs()[matter]);
                LeastCosts.Split split = splits.get(matter);
                assertThat(split.members().values().stream().mapToLong(x -> x).sum() + split.common() + split.missing())
                        .as("seed %d, coalition %d", seed, s)
                        .isEqualTo(planned.costs()[matter]);
            }
        }
        assertThat(conditional).isGreaterThan(20);
    }
}
