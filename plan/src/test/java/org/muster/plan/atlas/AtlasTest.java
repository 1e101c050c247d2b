package org.muster.plan.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.sharing.Sharing;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.hunt.Enumeration;
import org.muster.plan.model.Eligibility;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

class AtlasTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(7, 12, 4, 2, 1, 6, 4, 3, 4, 8, true);
    private static final RandomWorld.Size TEN = new RandomWorld.Size(11, 26, 5, 2, 1, 8, 4, 3, 4, 12, false);
    private static final RandomWorld.Size BLOCKED = new RandomWorld.Size(16, 40, 6, 2, 1, 10, 6, 3, 4, 20, true);

    private static RandomWorld.World world(RandomWorld.Size size, long seed) {
        return RandomWorld.of(size, seed);
    }

    private static Separable.Outcome separable(RandomWorld.World world) {
        return Separable.of(
                world.alliance(), world.mission(), Set.copyOf(world.alliance().memberCodes()));
    }

    static LongStream separableWorlds(RandomWorld.Size size, int wanted) {
        return LongStream.range(0, 20_000)
                .filter(seed -> separable(world(size, seed)).costs().isPresent())
                .limit(wanted);
    }

    static LongStream smallWorlds() {
        return separableWorlds(SMALL, 60);
    }

    static LongStream blockedWorlds() {
        return separableWorlds(BLOCKED, 40);
    }

    /// What a coalition costs by the planner's model and by plain enumeration, which share nothing: the same number.
    @ParameterizedTest
    @MethodSource("smallWorlds")
    void everyCoalitionCostsWhatThePlannerAndPlainEnumerationSay(long seed) {
        RandomWorld.World world = world(SMALL, seed);
        Separable.Outcome outcome = separable(world);
        PlannedCosts planned = planned(world);
        for (long s = 1; s <= Coalitions.grand(outcome.players().size()); s++) {
            Set<String> members = members(world, outcome, s);
            double cost = outcome.costs().orElseThrow().value(s);
            assertThat(cost).as("%s on seed %d", members, seed).isEqualTo(enumerated(world, members));
            assertThat(cost).isEqualTo(planned.value(mask(planned.playerCodes(), members)));
        }
    }

    @Test
    void everyCoalitionOfTenCostsWhatThePlannerSays() {
        long seed = LongStream.range(0, 20_000)
                .filter(s -> separable(world(TEN, s)).costs().isPresent()
                        && separable(world(TEN, s)).players().size() == 10)
                .findFirst()
                .orElseThrow();
        RandomWorld.World world = world(TEN, seed);
        Separable.Outcome outcome = separable(world);
        PlannedCosts planned = planned(world);
        for (long s = 1; s <= Coalitions.grand(10); s++) {
            assertThat(outcome.costs().orElseThrow().value(s))
                    .isEqualTo(planned.value(mask(planned.playerCodes(), members(world, outcome, s))));
        }
    }

    private static PlannedCosts planned(RandomWorld.World world) {
        return new PlannedCosts(
                world.alliance(), world.mission(), Set.copyOf(world.alliance().memberCodes()), SolveOptions.defaults());
    }

    /// The coalition's members, with the partners that may join any.
    private static Set<String> members(RandomWorld.World world, Separable.Outcome outcome, long coalition) {
        Set<String> members = new TreeSet<>();
        for (int i = 0; i < outcome.players().size(); i++) {
            if (Coalitions.has(coalition, i)) {
                members.add(outcome.players().get(i));
            }
        }
        world.alliance().members().stream()
                .filter(member -> !member.isAlly())
                .forEach(member -> members.add(member.code()));
        return members;
    }

    private static long mask(List<String> players, Set<String> members) {
        return players.stream()
                .filter(members::contains)
                .mapToLong(player -> 1L << players.indexOf(player))
                .sum();
    }

    private static double enumerated(RandomWorld.World world, Set<String> members) {
        Mission alone = StandAlone.of(world.mission());
        Map<String, Long> prices = StandAlone.gapPrices(Eligibility.of(world.alliance(), alone));
        return Enumeration.bestWithin(world.alliance(), alone, members, prices).orElseThrow()[2]
                + StandAlone.fixedCost(world.mission());
    }

    /// Whether a coalition can do the mission, told by trying all of it on the planner.
    @ParameterizedTest
    @MethodSource("smallWorlds")
    void canDoItWhereEverythingEssentialIsCoveredWithFloorAndLead(long seed) {
        RandomWorld.World world = world(SMALL, seed);
        Separable.Outcome outcome = separable(world);
        Mission alone = StandAlone.of(world.mission());
        Company company = Company.of(world.alliance(), world.mission(), Eligibility.of(world.alliance(), alone));
        for (long s = 1; s <= Coalitions.grand(outcome.players().size()); s++) {
            Set<String> body = body(world.alliance(), world.mission(), company, outcome.players(), s);
            Set<String> members = members(world, outcome, s);
            long[] best = Enumeration.bestWithin(world.alliance(), alone, members, Map.of())
                    .orElseThrow();
            assertThat(outcome.costs().orElseThrow().isFeasible(s))
                    .as("%s on seed %d", members, seed)
                    .isEqualTo(best[0] == 0 && meetsFloorAndLead(world, body));
        }
    }

    /// By trying all subsets: the largest in which everybody's conditions hold, told by the words of the policies.
    static Set<String> body(Alliance alliance, Mission mission, Company company, List<String> players, long coalition) {
        Set<String> body = new HashSet<>(company.beside());
        for (int i = 0; i < players.size(); i++) {
            if (Coalitions.has(coalition, i) && company.able().contains(players.get(i))) {
                body.add(players.get(i));
            }
        }
        Set<String> with = new HashSet<>(body);
        company.following().forEach((partner, player) -> {
            if (body.contains(player)) {
                with.add(partner);
            }
        });
        return company.conditions().isEmpty() ? with : shrunk(alliance, mission, company, with);
    }

    /// Whether the planner, told that exactly these take part and that nobody insists on it, covers the day after.
    private static boolean dayAfterIsCovered(Alliance alliance, Mission mission, Set<String> body) {
        Set<String> others = new TreeSet<>(alliance.memberCodes());
        others.removeAll(body);
        Plan plan = Planner.plan(
                withoutInsistence(alliance),
                StandAlone.of(mission).with(new Mission.Pins(body, others, List.of())),
                PlanOptions.defaults());
        return plan.gaps().stream()
                .noneMatch(gap -> gap.essential()
                        && mission.phases().stream().anyMatch(p -> p.followUp() && p.id().equals(gap.phase())));
    }

    private static Alliance withoutInsistence(Alliance a) {
        return new Alliance(
                new Alliance.Identity(a.id(), a.title(), a.description(), a.currency(), a.attributions()),
                new Alliance.Agreements(a.keys(), a.defaultKey(), Sharing.NONE, a.pledges()),
                new Alliance.People(
                        a.members(),
                        a.policies().stream()
                                .filter(p -> !(p.condition() instanceof Condition.DayAfterCovered))
                                .toList(),
                        a.stances(),
                        List.of()),
                new Alliance.Evidence(a.vintages(), a.figures(), List.of(), List.of(), Ledger.EMPTY),
                new Alliance.Supply(a.capabilities(), a.offers(), a.market(), a.pools(), a.caveats()),
                a.missions(),
                Alliance.Proposals.NONE);
    }

    private static Set<String> shrunk(Alliance alliance, Mission mission, Company company, Set<String> body) {
        Set<String> left = new HashSet<>(body);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (String member : List.copyOf(left)) {
                boolean holds = alliance.policies().stream()
                        .filter(p -> p.member().equals(member))
                        .allMatch(p -> switch (p.condition()) {
                            case Condition.BesideAll c -> left.containsAll(c.members());
                            case Condition.BesideAny c -> c.members().stream().anyMatch(left::contains);
                            case Condition.AtLeastMembers c -> left.size() >= c.members();
                            case Condition.DayAfterCovered c -> dayAfterIsCovered(alliance, mission, left);
                            default -> true;
                        });
                if (!holds) {
                    left.remove(member);
                    company.following().forEach((partner, player) -> {
                        if (player.equals(member)) {
                            left.remove(partner);
                        }
                    });
                    changed = true;
                }
            }
        }
        return left;
    }

    static boolean meetsFloorAndLead(RandomWorld.World world, Set<String> body) {
        Mission mission = world.mission();
        Set<String> allies = world.alliance().members().stream()
                .filter(Member::isAlly)
                .map(Member::code)
                .filter(body::contains)
                .collect(Collectors.toSet());
        BigDecimal share = world.alliance()
                .keyOf(mission)
                .map(key -> allies.stream().map(key::shareOf).reduce(BigDecimal.ZERO, BigDecimal::add))
                .orElse(BigDecimal.ZERO);
        return allies.size() >= mission.floor().members()
                && share.compareTo(mission.floor().sharePercent()) >= 0
                && (mission.lead().isEmpty() || mission.lead().stream().anyMatch(body::contains));
    }

    @ParameterizedTest
    @MethodSource("blockedWorlds")
    void blocksAreWhatCoalitionsAreOneByOne(long seed) {
        Separable.Outcome outcome = separable(world(BLOCKED, seed));
        ClosedForm form = outcome.costs().orElseThrow();
        int n = outcome.players().size();
        double[] read = new double[1 << n];
        form.read(0, 1 << n, read, 0);
        long[] can = new long[Math.max(1, (1 << n) / 64)];
        for (int high = 0; form.isBlocked() && high < 1 << n - ClosedForm.LOW; high++) {
            form.feasible(high, can, high * (1 << ClosedForm.LOW) / 64);
        }
        for (int s = 0; s < 1 << n; s++) {
            assertThat(read[s]).as("coalition %d", s).isEqualTo(form.value(s));
            if (form.isBlocked()) {
                assertThat((can[s >>> 6] >>> s & 1) != 0).isEqualTo(form.isFeasible(s));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("blockedWorlds")
    void theCensusCountsWhatIsThere(long seed) {
        Separable.Outcome outcome = separable(world(BLOCKED, seed));
        ClosedForm form = outcome.costs().orElseThrow();
        List<String> players = outcome.players();
        Atlas atlas = Census.of(form, players, players, 1000, 2, Optional.empty());
        int n = players.size();
        long feasible = 0;
        List<Set<String>> minimal = new ArrayList<>();
        long[] pivotal = new long[n];
        double[] cheapest = new double[n + 1];
        java.util.Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
        for (long s = 1; s < 1L << n; s++) {
            if (form.isFeasible(s)) {
                feasible++;
                boolean spared = false;
                for (int i = 0; i < n; i++) {
                    boolean decides = Coalitions.has(s, i) && !form.isFeasible(s & ~(1L << i));
                    pivotal[i] += decides ? 1 : 0;
                    spared |= Coalitions.has(s, i) && !decides;
                }
                if (!spared) {
                    minimal.add(named(players, s));
                }
                cheapest[Long.bitCount(s)] = Math.min(cheapest[Long.bitCount(s)], form.value(s));
            }
        }
        assertThat(atlas.feasible()).isEqualTo(feasible);
        assertThat(atlas.minimalCount()).hasValue(minimal.size());
        assertThat(atlas.minimal().stream().map(p -> Set.copyOf(p.members())).toList())
                .hasSameElementsAs(minimal.size() <= 1000 ? minimal : List.of());
        for (int i = 0; i < n; i++) {
            assertThat(atlas.pivotal()).containsEntry(players.get(i), BigInteger.valueOf(pivotal[i]));
        }
        for (Atlas.Priced one : atlas.cheapest()) {
            assertThat((double) one.costMinor())
                    .isEqualTo(cheapest[one.members().size()]);
            assertThat(form.isFeasible(mask(players, one.members()))).isTrue();
        }
        assertThat(atlas.cheapest()).hasSize((int)
                java.util.Arrays.stream(cheapest).filter(Double::isFinite).count());
        assertThat(Census.of(form, players, players, 1000, 1, Optional.empty())).isEqualTo(atlas);
        RandomWorld.World world = world(BLOCKED, seed);
        WhoCan who = WhoCan.of(world.alliance(), world.mission());
        Atlas counted = Census.of(form, players, who.players(), 1000, 1, who.counted(1_000_000));
        assertThat(counted).isEqualTo(Census.of(form, players, who.players(), 1000, 1, Optional.empty()));
    }

    private static Set<String> named(List<String> players, long coalition) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < players.size(); i++) {
            if (Coalitions.has(coalition, i)) {
                names.add(players.get(i));
            }
        }
        return names;
    }

    private static long mask(List<String> players, List<String> members) {
        long mask = 0;
        for (String member : members) {
            mask |= 1L << players.indexOf(member);
        }
        return mask;
    }

    /// Where nobody has conditions on company, it makes no difference whether a coalition goes as one body or as the
    /// planner would choose.
    @Test
    void thePlannersOwnChoiceCostsTheSameWhereNobodyHasConditions() {
        long compared = LongStream.range(0, 3000)
                .filter(seed -> {
                    RandomWorld.World world = world(SMALL, seed);
                    Separable.Outcome outcome = separable(world);
                    if (outcome.costs().isEmpty() || hasCompanyConditions(world)) {
                        return false;
                    }
                    PlannedCosts planned = new PlannedCosts(
                            world.alliance(),
                            world.mission(),
                            Set.copyOf(world.alliance().memberCodes()),
                            SolveOptions.defaults());
                    List<String> order = planned.playerCodes();
                    Game table = planned.tabulated();
                    for (long s = 0; s <= Coalitions.grand(order.size()); s++) {
                        long same = mask(outcome.players(), List.copyOf(named(order, s)));
                        assertThat(planned.value(s))
                                .as("seed %d, coalition %d", seed, s)
                                .isEqualTo(outcome.costs().get().value(same));
                        assertThat(table.value(s)).isEqualTo(planned.value(s));
                    }
                    return true;
                })
                .limit(25)
                .count();
        assertThat(compared).isEqualTo(25);
    }

    private static boolean hasCompanyConditions(RandomWorld.World world) {
        Eligibility eligibility = Eligibility.of(world.alliance(), StandAlone.of(world.mission()));
        Company company = Company.of(world.alliance(), world.mission(), eligibility);
        return !company.conditions().isEmpty() || !company.following().isEmpty();
    }
}
