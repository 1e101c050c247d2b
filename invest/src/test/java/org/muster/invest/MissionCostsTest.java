package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.games.Fraction;
import org.muster.input.Refusal;
import org.muster.plan.atlas.LeastCosts;
import org.muster.plan.atlas.StandAlone;
import org.muster.plan.atlas.WhoCan;
import org.muster.plan.model.Eligibility;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// What missions cost on average against the planner's cost of every coalition with the chance of each.
class MissionCostsTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(4, 6, 3, 2, 0, 2, 3, 1, 3, 6, false);

    static InvestPlan planOf(long failure) {
        InvestPlan plan = Asked.plan(InvestPlan.Targets.NONE, Optional.empty(), "M");
        return new InvestPlan(
                plan.id(),
                plan.title(),
                plan.currencyYear(),
                plan.ratePercent(),
                plan.from(),
                plan.years(),
                plan.budgetMinor(),
                List.of(new InvestPlan.Recurring("M", new Rate(1, 1), Optional.of(failure))),
                plan.targets(),
                plan.provenance());
    }

    private static Map<InvestCandidate, Integer> blocks(Alliance alliance, List<Integer> levels) {
        Map<InvestCandidate, Integer> blocks = new LinkedHashMap<>();
        for (int c = 0; c < levels.size(); c++) {
            blocks.put(alliance.investments().candidates().get(c), levels.get(c));
        }
        return blocks;
    }

    private static List<Integer> most(Alliance alliance) {
        return alliance.investments().candidates().stream()
                .map(InvestCandidate::maxBlocks)
                .toList();
    }

    /// Coalition by coalition of all allies.
    static Fraction enumerated(Alliance alliance, List<Integer> levels) {
        Fraction mean = Fraction.ZERO;
        for (World world : alliance.investments().worlds()) {
            Alliance full = Holdings.of(alliance, world, blocks(alliance, most(alliance)));
            Map<String, Long> gaps = StandAlone.gapPricesTogether(
                    Eligibility.of(full, StandAlone.of(full.mission("M").orElseThrow())));
            Alliance held = Holdings.of(alliance, world, blocks(alliance, levels));
            Mission mission = held.mission("M").orElseThrow();
            Map<String, BigDecimal> factors = new LinkedHashMap<>();
            world.prices().forEach(one -> factors.put(one.name(), one.factor()));
            LeastCosts costs = LeastCosts.of(held, mission, gaps, factors, Optional.empty(), SolveOptions.defaults());
            int n = costs.players().size();
            for (int s = 1; s < 1 << n; s++) {
                Fraction weight = Fraction.of(world.probability());
                int matter = 0;
                for (int i = 0; i < n; i++) {
                    String player = costs.players().get(i);
                    Fraction q = Fraction.of(
                            world.willingnessOf(player, "M").orElseThrow().from());
                    boolean in = (s >>> i & 1) != 0;
                    weight = weight.times(in ? q : Fraction.ONE.minus(q));
                    int place = costs.matter().indexOf(player);
                    matter |= in && place >= 0 ? 1 << place : 0;
                }
                mean = mean.plus(weight.times(Fraction.of(costs.costs()[matter])
                        .over(costs.scale())
                        .plus(Fraction.of(StandAlone.fixedCost(mission)))));
            }
        }
        return mean;
    }

    /// Of how many members any may stay at home, by looking at every coalition.
    static int losing(Alliance alliance, List<Integer> levels) {
        int losing = Integer.MAX_VALUE;
        for (World world : alliance.investments().worlds()) {
            Alliance held = Holdings.of(alliance, world, blocks(alliance, levels));
            WhoCan who = WhoCan.of(held, held.mission("M").orElseThrow());
            int n = who.players().size();
            int here = n - 1;
            for (int s = 1; s < 1 << n; s++) {
                boolean[] in = new boolean[n];
                for (int i = 0; i < n; i++) {
                    in[i] = (s >>> i & 1) != 0;
                }
                if (!who.ability().orElseThrow().canBeDoneBy(in)) {
                    here = Math.min(here, Math.max(0, n - Integer.bitCount(s) - 1));
                }
            }
            losing = Math.min(losing, here);
        }
        return losing;
    }

    private static Alliance drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<InvestCandidate> candidates = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            candidates.add(Asked.asset("own-" + c, "cap" + c, 1 + random.nextInt(2), 2, 1));
        }
        List<World> worlds = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            BigDecimal q = BigDecimal.valueOf(5 + random.nextInt(90), 2);
            worlds.add(new World(
                    "w" + w,
                    new BigDecimal(w == 0 ? "0.4" : "0.6"),
                    List.of(new World.Willing(World.EVERYBODY, Optional.empty(), q, q)),
                    List.of(),
                    w == 0
                            ? List.of()
                            : List.of(new World.PriceFactor(World.Of.CAPABILITY, "cap0", new BigDecimal("1.25"))),
                    List.of(),
                    Asked.INVENTED));
        }
        return Asked.with(RandomWorld.of(SMALL, seed).alliance(), planOf(0), candidates, worlds.toArray(World[]::new));
    }

    @Test
    void theMeanIsThatOfEveryCoalitionAndItsPartsAddUp() {
        int known = 0;
        for (long seed = 0; seed < 60; seed++) {
            Alliance alliance = drawn(seed);
            InvestPlan plan = alliance.investments().plans().getFirst();
            List<InvestCandidate> candidates = alliance.investments().candidates();
            Judge judge = new Judge(alliance, plan, candidates, SolveOptions.defaults());
            MissionCosts costs = new MissionCosts(alliance, plan, judge, most(alliance), SolveOptions.defaults());
            InvestPlan.Recurring recurring = plan.missions().getFirst();
            Map<List<Integer>, Fraction> means = new LinkedHashMap<>();
            for (List<Integer> levels :
                    List.of(List.of(0, 0), List.of(2, 2), List.of(1, 0), List.of(1, 1), List.of(2, 1))) {
                final Fraction mean = costs.mean(recurring, levels).orElseThrow();
                assertThat(mean).as("seed %d, %s", seed, levels).isEqualTo(enumerated(alliance, levels));
                Outlay outlay = costs.lying(recurring, levels).orElseThrow();
                assertThat(outlay.sum()).as("seed %d, %s", seed, levels).isEqualTo(mean);
                means.forEach((others, dearer) -> {
                    if (others.get(0) <= levels.get(0) && others.get(1) <= levels.get(1)) {
                        assertThat(mean).as("%s", alliance.id()).isLessThanOrEqualTo(dearer);
                    }
                });
                means.put(levels, mean);
            }
            known += costs.asked() == 0 ? 1 : 0;
        }
        assertThat(known).as("worlds told by needs").isBetween(10, 55);
    }

    /// Whole minor units of all members, with what is missing, add up to what missions cost.
    @Test
    void membersAddUpToTheMinorUnit() {
        Alliance alliance = Asked.folder("../examples/wildfire-pool");
        InvestPlan plan = alliance.investments().plans().getFirst();
        InvestAnswer answer = Invest.ask(
                new InvestQuestion(alliance, plan, plan.from(), Set.of(), Optional.empty()),
                SolveOptions.defaults(),
                org.muster.answer.Telling.nobody());
        InvestAnswer.Money money = answer.money().orElseThrow();
        MemberMoney.All all = answer.members().orElseThrow();
        List<MemberMoney> members = all.members();
        assertThat(members.stream().mapToLong(MemberMoney::pays).sum()).isEqualTo(answer.priceOf(answer.best()));
        assertThat(members.stream().mapToLong(MemberMoney::before).sum() + all.missingBefore())
                .isEqualTo(YearlyPrice.rounded(money.before().sum()));
        assertThat(members.stream().mapToLong(MemberMoney::after).sum() + all.missingAfter())
                .isEqualTo(YearlyPrice.rounded(money.after().sum()));
        assertThat(members).allMatch(one -> one.net() == one.after() + one.pays() - one.before());
    }

    /// A table of a game holds no more exactly: that is told, and is no error of the program's own.
    @Test
    void whoPaysWhatNoTableHoldsIsRefusedInASentence() {
        int refused = 0;
        for (long seed = 0; seed < 12; seed++) {
            Alliance drawn = drawn(seed);
            InvestPlan plan = planOf(1L << 55);
            Alliance alliance = Asked.with(
                    drawn,
                    plan,
                    drawn.investments().candidates(),
                    drawn.investments().worlds().toArray(World[]::new));
            try {
                Invest.ask(
                        new InvestQuestion(
                                alliance, plan, plan.from(), Set.of(InvestQuestion.Besides.WHO_PAYS), Optional.empty()),
                        SolveOptions.defaults(),
                        org.muster.answer.Telling.nobody());
            } catch (Refusal told) {
                assertThat(told.getMessage()).contains("who pays by several rules is told of amounts up to");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
