package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.games.Fraction;
import org.muster.plan.atlas.LeastCosts;
import org.muster.plan.atlas.StandAlone;
import org.muster.plan.model.Eligibility;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// What decisions have in common, against the planner's cost of every coalition and decisions drawn with every chance
/// kept.
class CorrelatedTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(4, 6, 3, 2, 0, 2, 3, 1, 3, 6, false);
    private static final int CELLS = 20;

    private static Alliance drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Alliance plain = RandomWorld.of(SMALL, seed).alliance();
        List<World> worlds = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            List<World.Willing> willing = new ArrayList<>();
            plain.members().forEach(member -> {
                BigDecimal q = BigDecimal.valueOf(5L * random.nextInt(CELLS + 1), 2);
                willing.add(new World.Willing(member.code(), Optional.empty(), q, q));
            });
            worlds.add(new World(
                    "w" + w,
                    new BigDecimal(w == 0 ? "0.4" : "0.6"),
                    willing,
                    List.of(),
                    w == 0
                            ? List.of()
                            : List.of(new World.PriceFactor(World.Of.CAPABILITY, "cap0", new BigDecimal("1.25"))),
                    List.of(),
                    Asked.INVENTED));
        }
        return Asked.with(
                plain,
                MissionCostsTest.planOf(0),
                List.of(Asked.asset("own", "cap0", 1, 2, 1)),
                worlds.toArray(World[]::new));
    }

    private static Correlated told(Alliance alliance) {
        InvestPlan plan = alliance.investments().plans().getFirst();
        List<InvestCandidate> candidates = alliance.investments().candidates();
        Judge judge = new Judge(alliance, plan, candidates, SolveOptions.defaults());
        return new MissionCosts(alliance, plan, judge, List.of(2), SolveOptions.defaults())
                .correlated(plan.missions().getFirst(), List.of(1))
                .orElse(null);
    }

    /// What each coalition costs in a world, by the planner.
    private record Coalitions(LeastCosts costs, long fixed, List<Fraction> willing) {
        static Coalitions of(Alliance alliance, World world) {
            InvestCandidate candidate = alliance.investments().candidates().getFirst();
            Alliance full = Holdings.of(alliance, world, Map.of(candidate, 2));
            Map<String, Long> gaps = StandAlone.gapPricesTogether(
                    Eligibility.of(full, StandAlone.of(full.mission("M").orElseThrow())));
            Alliance held = Holdings.of(alliance, world, Map.of(candidate, 1));
            Mission mission = held.mission("M").orElseThrow();
            Map<String, BigDecimal> factors = new LinkedHashMap<>();
            world.prices().forEach(one -> factors.put(one.name(), one.factor()));
            LeastCosts costs = LeastCosts.of(held, mission, gaps, factors, Optional.empty(), SolveOptions.defaults());
            return new Coalitions(
                    costs,
                    StandAlone.fixedCost(mission),
                    costs.players().stream()
                            .map(player -> Fraction.of(world.willingnessOf(player, "M")
                                    .orElseThrow()
                                    .from()))
                            .toList());
        }

        Fraction cost(List<Boolean> in) {
            int matter = 0;
            for (int i = 0; i < in.size(); i++) {
                int place = costs.matter().indexOf(costs.players().get(i));
                matter |= in.get(i) && place >= 0 ? 1 << place : 0;
            }
            return Fraction.of(costs.costs()[matter]).over(costs.scale()).plus(Fraction.of(fixed));
        }

        Fraction apart() {
            Fraction mean = Fraction.ZERO;
            for (int s = 0; s < 1 << willing.size(); s++) {
                Fraction weight = Fraction.ONE;
                List<Boolean> in = new ArrayList<>();
                for (int i = 0; i < willing.size(); i++) {
                    in.add((s >>> i & 1) != 0);
                    weight = weight.times(in.getLast() ? willing.get(i) : Fraction.ONE.minus(willing.get(i)));
                }
                mean = mean.plus(weight.times(cost(in)));
            }
            return mean;
        }

        /// Members go in as many of the cells as their chance says: in the first ones, or in any.
        Fraction inCells(Optional<Random> random) {
            List<List<Boolean>> cells = new ArrayList<>();
            for (Fraction q : willing) {
                int goes = q.times(CELLS).numerator().intValueExact();
                List<Boolean> mine = new ArrayList<>();
                for (int cell = 0; cell < CELLS; cell++) {
                    mine.add(cell < goes);
                }
                random.ifPresent(some -> Collections.shuffle(mine, some));
                cells.add(mine);
            }
            Fraction sum = Fraction.ZERO;
            for (int cell = 0; cell < CELLS; cell++) {
                int here = cell;
                sum = sum.plus(cost(cells.stream().map(mine -> mine.get(here)).toList()));
            }
            return sum.over(CELLS);
        }
    }

    @Test
    void nothingThatKeepsTheChancesIsDearer() {
        int told = 0;
        int exact = 0;
        int dearer = 0;
        for (long seed = 0; seed < 200; seed++) {
            Alliance alliance = drawn(seed);
            Correlated correlated = told(alliance);
            if (correlated == null) {
                continue;
            }
            told++;
            Fraction worlds = Fraction.ZERO;
            Fraction nested = Fraction.ZERO;
            List<Coalitions> each = new ArrayList<>();
            for (World world : alliance.investments().worlds()) {
                Fraction weight = Fraction.of(world.probability());
                Coalitions here = Coalitions.of(alliance, world);
                each.add(here);
                worlds = worlds.plus(weight.times(here.apart()));
                nested = nested.plus(weight.times(here.inCells(Optional.empty())));
            }
            assertThat(correlated.worlds()).as("seed %d", seed).isEqualTo(worlds);
            assertThat(correlated.nested()).as("seed %d", seed).isEqualTo(nested);
            assertThat(worlds).as("seed %d", seed).isLessThanOrEqualTo(correlated.atMost());
            assertThat(nested).as("seed %d", seed).isLessThanOrEqualTo(correlated.atMost());
            exact += nested.equals(correlated.atMost()) ? 1 : 0;
            dearer += nested.compareTo(worlds) > 0 ? 1 : 0;
            Random random = new Random(seed);
            for (int draw = 0; draw < 5; draw++) {
                Fraction sum = Fraction.ZERO;
                for (int w = 0; w < each.size(); w++) {
                    sum = sum.plus(
                            Fraction.of(alliance.investments().worlds().get(w).probability())
                                    .times(each.get(w).inCells(Optional.of(random))));
                }
                assertThat(sum).as("seed %d", seed).isLessThanOrEqualTo(correlated.atMost());
            }
        }
        assertThat(told).isGreaterThan(15);
        assertThat(exact).isBetween(5, told - 1);
        assertThat(dearer).isGreaterThan(10);
    }
}
