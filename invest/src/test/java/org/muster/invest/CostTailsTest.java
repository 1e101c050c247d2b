package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Telling;
import org.muster.games.Fraction;
import org.muster.plan.atlas.CommonNeeds;
import org.muster.plan.atlas.LeastCosts;
import org.muster.plan.atlas.StandAlone;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// The mean of the dearest costs against every coalition in every world.
class CostTailsTest {
    private static final RandomWorld.Size APART = new RandomWorld.Size(4, 8, 3, 2, 0, 3, 0, 0, 3, 6, false);
    private static final RandomWorld.Size WITH_RULES = new RandomWorld.Size(4, 6, 3, 2, 0, 2, 3, 1, 3, 6, false);

    private static Alliance drawn(RandomWorld.Size size, long seed, InvestPlan.Targets targets) {
        SplittableRandom random = new SplittableRandom(seed);
        List<InvestCandidate> candidates = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            candidates.add(Asked.asset("own-" + c, "cap" + c, 1 + random.nextInt(2), 2, 1 + random.nextInt(40)));
        }
        List<World> worlds = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            BigDecimal q = BigDecimal.valueOf(random.nextInt(101), 2);
            BigDecimal first = BigDecimal.valueOf(random.nextInt(101), 2);
            worlds.add(new World(
                    "w" + w,
                    new BigDecimal(w == 0 ? "0.4" : "0.6"),
                    List.of(
                            new World.Willing(World.EVERYBODY, Optional.empty(), q, q),
                            new World.Willing("A", Optional.empty(), first, first)),
                    List.of(),
                    w == 0
                            ? List.of()
                            : List.of(new World.PriceFactor(World.Of.CAPABILITY, "cap0", new BigDecimal("1.25"))),
                    List.of(),
                    Asked.INVENTED));
        }
        return Asked.with(
                RandomWorld.of(size, seed).alliance(),
                Asked.plan(targets, Optional.empty(), "M"),
                candidates,
                worlds.toArray(World[]::new));
    }

    private record Ways(Alliance alliance, MissionCosts costs, Judge judge, List<Integer> most) {
        static Ways of(Alliance alliance) {
            InvestPlan plan = alliance.investments().plans().getFirst();
            List<InvestCandidate> candidates = alliance.investments().candidates();
            List<Integer> most =
                    candidates.stream().map(InvestCandidate::maxBlocks).toList();
            Judge judge = new Judge(alliance, plan, candidates, SolveOptions.defaults());
            return new Ways(
                    alliance, new MissionCosts(alliance, plan, judge, most, SolveOptions.defaults()), judge, most);
        }

        CostTails listing(int members) {
            return new CostTails(alliance, alliance.investments().plans().getFirst(), judge, costs, most, members);
        }

        Alliance held(World world, List<Integer> levels) {
            return Holdings.of(alliance, world, judge.blocks(levels));
        }
    }

    private record Outcome(Fraction cost, Fraction chance) {}

    /// The dearest first, until the share is full.
    private static Fraction dearest(List<Outcome> outcomes, BigDecimal beta) {
        Fraction share = Fraction.ONE.minus(Fraction.of(beta));
        Fraction left = share;
        Fraction sum = Fraction.ZERO;
        for (Outcome one : outcomes.stream()
                .sorted(Comparator.comparing(Outcome::cost).reversed())
                .toList()) {
            Fraction taken = left.min(one.chance());
            sum = sum.plus(taken.times(one.cost()));
            left = left.minus(taken);
        }
        return sum.over(share);
    }

    private interface CostOf {
        Fraction of(boolean[] coalition);
    }

    private static void enumerate(World world, List<String> players, CostOf cost, List<Outcome> outcomes) {
        for (int s = 0; s < 1 << players.size(); s++) {
            boolean[] in = new boolean[players.size()];
            Fraction chance = Fraction.of(world.probability());
            for (int i = 0; i < in.length; i++) {
                in[i] = (s >>> i & 1) != 0;
                Fraction q = Fraction.of(
                        world.willingnessOf(players.get(i), "M").orElseThrow().from());
                chance = chance.times(in[i] ? q : Fraction.ONE.minus(q));
            }
            outcomes.add(new Outcome(s == 0 ? Fraction.ZERO : cost.of(in), chance));
        }
    }

    private static Optional<Fraction> byNeeds(Ways ways, List<Integer> levels, BigDecimal beta) {
        List<Outcome> outcomes = new ArrayList<>();
        for (World world : ways.alliance().investments().worlds()) {
            Alliance held = ways.held(world, levels);
            Mission mission = held.mission("M").orElseThrow();
            CommonNeeds needs = CommonNeeds.apart(held, mission, ways.costs().gapPrices("M", world));
            if (!needs.problems().isEmpty()) {
                return Optional.empty();
            }
            enumerate(
                    world,
                    needs.players(),
                    in -> {
                        Fraction sum = Fraction.of(StandAlone.fixedCost(mission));
                        for (CommonNeeds.CommonNeed need : needs.needs()) {
                            Fraction factor = world.prices().isEmpty()
                                            || !need.capability().equals("cap0")
                                    ? Fraction.ONE
                                    : Fraction.of(5, 4);
                            sum = sum.plus(Fraction.of(need.demand().cost(in, List.of()))
                                    .times(factor));
                        }
                        return sum;
                    },
                    outcomes);
        }
        return Optional.of(dearest(outcomes, beta));
    }

    private static Fraction byPlanner(Ways ways, List<Integer> levels, BigDecimal beta) {
        List<Outcome> outcomes = new ArrayList<>();
        for (World world : ways.alliance().investments().worlds()) {
            Alliance held = ways.held(world, levels);
            Mission mission = held.mission("M").orElseThrow();
            Map<String, BigDecimal> factors = new LinkedHashMap<>();
            world.prices().forEach(one -> factors.put(one.name(), one.factor()));
            LeastCosts costs = LeastCosts.of(
                    held,
                    mission,
                    ways.costs().gapPrices("M", world),
                    factors,
                    Optional.empty(),
                    SolveOptions.defaults());
            enumerate(
                    world,
                    costs.players(),
                    in -> {
                        int matter = 0;
                        for (int i = 0; i < in.length; i++) {
                            int place = costs.matter().indexOf(costs.players().get(i));
                            matter |= in[i] && place >= 0 ? 1 << place : 0;
                        }
                        return Fraction.of(costs.costs()[matter])
                                .over(costs.scale())
                                .plus(Fraction.of(StandAlone.fixedCost(mission)));
                    },
                    outcomes);
        }
        return dearest(outcomes, beta);
    }

    /// Told by all coalitions it is the truth; need by need, and price by price, the truth lies between, and the upper
    /// end only falls with more in common.
    @Test
    void isThatOfEveryCoalitionOrHoldsIt() {
        int told = 0;
        int wide = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            Ways ways = Ways.of(drawn(APART, seed, InvestPlan.Targets.NONE));
            SplittableRandom random = new SplittableRandom(seed + 7);
            BigDecimal beta = BigDecimal.valueOf(random.nextInt(100), 2);
            List<Integer> levels = List.of(random.nextInt(3), random.nextInt(3));
            Optional<Fraction> truth = byNeeds(ways, levels, beta);
            if (truth.isEmpty()) {
                continue;
            }
            told++;
            CostTails.Tail exact = ways.listing(14).of("M", beta, levels);
            assertThat(exact).as("seed %d", seed).isEqualTo(new CostTails.Tail(truth.get(), truth.get()));
            CostTails tails = ways.listing(seed % 2 == 0 ? 0 : 2);
            CostTails.Tail held = tails.of("M", beta, levels);
            assertThat(held.least()).as("seed %d", seed).isLessThanOrEqualTo(truth.get());
            assertThat(held.most()).as("seed %d", seed).isGreaterThanOrEqualTo(truth.get());
            assertThat(tails.most("M", beta, ways.most())).isLessThanOrEqualTo(held.most());
            wide += held.least().equals(held.most()) ? 0 : 1;
        }
        assertThat(told).isGreaterThan(900);
        assertThat(wide).isBetween(200, 900);
    }

    @Test
    void isThatOfThePlannersCostOfEveryCoalition() {
        int asked = 0;
        for (long seed = 0; seed < 30; seed++) {
            Ways ways = Ways.of(drawn(WITH_RULES, seed, InvestPlan.Targets.NONE));
            for (List<Integer> levels : List.of(List.of(0, 0), List.of(1, 2))) {
                BigDecimal beta = new BigDecimal(seed % 2 == 0 ? "0.9" : "0.35");
                assertThat(ways.listing(14).of("M", beta, levels).most())
                        .as("seed %d, %s", seed, levels)
                        .isEqualTo(byPlanner(ways, levels, beta));
            }
            asked += ways.costs().asked() > 0 ? 1 : 0;
        }
        assertThat(asked).isBetween(5, 29);
    }

    /// The cheapest portfolio whose dearest costs are low enough is that of a look at every portfolio; so is the least
    /// that can be reached where none is.
    @Test
    void theBestIsThatOfAllThatKeepIt() {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (long seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BigDecimal beta = BigDecimal.valueOf(random.nextInt(100), 2);
            Fraction now = Ways.of(drawn(APART, seed, InvestPlan.Targets.NONE))
                    .listing(14)
                    .most("M", beta, List.of(0, 0));
            InvestPlan.Cvar asked = new InvestPlan.Cvar(
                    "M",
                    beta,
                    YearlyPrice.rounded(now.times(60 + random.nextInt(50)).over(100)));
            InvestPlan.Targets targets =
                    new InvestPlan.Targets(Map.of(), Map.of(), Map.of(), Optional.empty(), List.of(asked));
            Alliance alliance = drawn(APART, seed, targets);
            Ways ways = Ways.of(alliance);
            CostTails tails = ways.listing(14);
            Optional<Fraction> least = Optional.empty();
            for (int a = 0; a <= 2; a++) {
                for (int b = 0; b <= 2; b++) {
                    Fraction price = Fraction.ZERO;
                    List<Integer> levels = List.of(a, b);
                    for (int c = 0; c < 2; c++) {
                        price = price.plus(Fraction.of(alliance.investments()
                                        .candidates()
                                        .get(c)
                                        .price()
                                        .perYearMinor())
                                .times(levels.get(c)));
                    }
                    if (tails.most("M", beta, levels).compareTo(Fraction.of(asked.most())) <= 0) {
                        least = Optional.of(least.map(price::min).orElse(price));
                    }
                }
            }
            InvestPlan plan = alliance.investments().plans().getFirst();
            InvestAnswer answer = Invest.ask(
                    new InvestQuestion(alliance, plan, plan.from(), Set.of(), Optional.empty()),
                    SolveOptions.defaults(),
                    Telling.nobody());
            InvestAnswer.DearestCosts told = answer.cvar().getFirst();
            if (least.isPresent()) {
                assertThat(answer.outcome()).as("seed %d", seed).isEqualTo(InvestAnswer.Outcome.MET);
                assertThat(answer.proof().proven()).isTrue();
                assertThat(answer.best().pricePerYear()).as("seed %d", seed).isEqualTo(least.get());
                assertThat(told.isMet()).isTrue();
                InvestAnswer.Target target = answer.targets().getFirst();
                assertThat(target.kind()).isEqualTo(InvestAnswer.Target.Kind.CVAR);
                assertThat(target.saving()).as("without it nothing is bought").isEqualTo(least.get());
                seen.merge(least.get().isZero() ? "kept with nothing" : "binds", 1, Integer::sum);
            } else {
                assertThat(answer.outcome()).as("seed %d", seed).isEqualTo(InvestAnswer.Outcome.NOT_ATTAINABLE);
                assertThat(answer.relaxations().getFirst().to()).isEqualTo(tails.most("M", beta, ways.most()));
                assertThat(answer.relaxations().getFirst().cvar()).contains(asked);
                seen.merge("cannot be kept", 1, Integer::sum);
            }
        }
        assertThat(seen)
                .hasSize(3)
                .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(10));
    }

    /// Where nobody may go, the mission costs nothing then.
    @Test
    void nobodySpendsNothing() {
        for (long seed = 0; seed < 20; seed++) {
            Alliance alliance = drawn(APART, seed, InvestPlan.Targets.NONE);
            InvestPlan plan = alliance.investments().plans().getFirst();
            Ways never =
                    Ways.of(Asked.with(alliance, plan, alliance.investments().candidates(), Asked.everybody("0")));
            for (int listed : List.of(0, 14)) {
                assertThat(never.listing(listed).of("M", new BigDecimal("0.5"), List.of(0, 0)))
                        .isEqualTo(new CostTails.Tail(Fraction.ZERO, Fraction.ZERO));
            }
        }
    }
}
