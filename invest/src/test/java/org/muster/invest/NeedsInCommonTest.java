package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.pool.Pool;
import org.muster.games.Fraction;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// What units in common are worth against the planner's cost of every coalition, with one block more and with one less.
class NeedsInCommonTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(4, 6, 3, 2, 0, 2, 3, 1, 3, 6, false);
    private static final RandomWorld.Size PLAIN = new RandomWorld.Size(5, 9, 3, 2, 0, 2, 0, 0, 3, 6, false);

    private static InvestCandidate unit(String capability, long draw, int most) {
        return new InvestCandidate(
                "own-" + capability,
                "own-" + capability,
                new InvestCandidate.Asset(
                        InvestCandidate.Kind.BUY,
                        Optional.empty(),
                        capability,
                        Pool.Period.PHASE,
                        1,
                        draw,
                        0,
                        1,
                        0,
                        new InvestCandidate.Owners(Optional.empty(), true)),
                most,
                Optional.empty(),
                new InvestCandidate.Price(0, 1, 1),
                Asked.INVENTED);
    }

    private static Alliance drawn(RandomWorld.Size size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<InvestCandidate> candidates = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            candidates.add(unit("cap" + c, random.nextInt(3) * 20L, 3));
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
        return Asked.with(
                RandomWorld.of(size, seed).alliance(),
                MissionCostsTest.planOf(0),
                candidates,
                worlds.toArray(World[]::new));
    }

    private static NeedsInCommon needs(Alliance alliance) {
        InvestPlan plan = alliance.investments().plans().getFirst();
        List<InvestCandidate> candidates = alliance.investments().candidates();
        Judge judge = new Judge(alliance, plan, candidates, SolveOptions.defaults());
        List<Integer> most = candidates.stream().map(InvestCandidate::maxBlocks).toList();
        MissionCosts costs = new MissionCosts(alliance, plan, judge, most, SolveOptions.defaults());
        return new NeedsInCommon(alliance, plan, judge, costs, candidates, SolveOptions.defaults());
    }

    /// Unit by unit, beside nothing and beside all units of the other capability.
    @Test
    void unitsAreWorthWhatTheyTakeOffTheCostOfEveryCoalition() {
        int told = 0;
        int worthSomething = 0;
        for (RandomWorld.Size size : List.of(SMALL, PLAIN)) {
            for (long seed = 0; seed < 40; seed++) {
                Alliance alliance = drawn(size, seed);
                for (int candidate = 0; candidate < 2; candidate++) {
                    List<Integer> levels = new ArrayList<>(List.of(0, 0));
                    levels.set(1 - candidate, seed % 2 == 0 ? 0 : 3);
                    NeedInCommon need = needs(alliance).of(candidate, levels).orElseThrow();
                    if (need.valued().isEmpty()) {
                        continue;
                    }
                    told++;
                    Fraction before = MissionCostsTest.enumerated(alliance, levels);
                    for (int k = 1; k <= 3; k++) {
                        levels.set(candidate, k);
                        Fraction here = MissionCostsTest.enumerated(alliance, levels);
                        assertThat(need.valueOf(k))
                                .as("size %s, seed %d, candidate %d, unit %d", size, seed, candidate, k)
                                .isEqualTo(before.minus(here));
                        worthSomething += here.equals(before) ? 0 : 1;
                        before = here;
                    }
                    assertThat(falls(need)).isTrue();
                }
            }
        }
        assertThat(told).isGreaterThan(60);
        assertThat(worthSomething).isGreaterThan(60);
    }

    private static boolean falls(NeedInCommon need) {
        for (NeedInCommon.Step step : need.steps()) {
            for (int k = 1; k < step.tail().size(); k++) {
                if (step.tail().get(k).times().compareTo(step.tail().get(k - 1).times()) >= 0) {
                    return false;
                }
            }
        }
        for (long k = 1; k < 10; k++) {
            if (need.valueOf(k + 1).compareTo(need.valueOf(k)) > 0) {
                return false;
            }
        }
        return true;
    }

    /// Where prices are the same in all worlds, a unit's worth is the sum over steps of their width and how often
    /// so much is needed: what the curve shows is what the worth is made of.
    @Test
    void theWorthIsTheIntegralOfTheCurve() {
        int looked = 0;
        for (long seed = 0; seed < 60; seed++) {
            Alliance alliance = drawn(PLAIN, seed);
            NeedInCommon need = needs(alliance).of(1, List.of(0, 0)).orElseThrow();
            if (need.valued().isEmpty() || need.steps().isEmpty()) {
                continue;
            }
            InvestCandidate.Asset asset = (InvestCandidate.Asset)
                    alliance.investments().candidates().get(1).what();
            Fraction draw = Fraction.of(asset.drawMinor());
            for (long k = 1; k < 8; k++) {
                Fraction sum = Fraction.ZERO;
                for (int j = 0; j + 1 < need.steps().size(); j++) {
                    Fraction from = need.steps().get(j).price().max(draw);
                    Fraction to = need.steps().get(j + 1).price();
                    if (from.compareTo(to) < 0) {
                        sum = sum.plus(to.minus(from)
                                .times(NeedInCommon.times(need.steps().get(j).tail(), k)));
                    }
                }
                assertThat(sum).as("seed %d, unit %d", seed, k).isEqualTo(need.valueOf(k));
                assertThat(NeedInCommon.times(need.missing(), k))
                        .isLessThanOrEqualTo(NeedInCommon.times(need.needed(), k));
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(100);
    }

    /// Where another line may keep somebody at home, at least so much is needed, and nothing is said of its worth.
    @Test
    void linesThatKeepSomebodyAtHomeAreSaidSo() {
        Alliance alliance = Asked.folder("../examples/wildfire-pool");
        InvestPlan plan = alliance.investments().plans().getFirst();
        InvestAnswer answer = Invest.ask(
                new InvestQuestion(alliance, plan, plan.from(), Set.of(), Optional.of("common-crew")),
                SolveOptions.defaults(),
                org.muster.answer.Telling.nobody());
        NeedInCommon crews = answer.needs().stream()
                .filter(one -> one.capability().equals("crews"))
                .findFirst()
                .orElseThrow();
        assertThat(crews.missions()).containsExactly("FIRE", "HEAT");
        assertThat(crews.valued()).isEmpty();
        assertThat(crews.atLeast().get("HEAT"))
                .isEqualTo("offer haz-dozers is there only without FIR, which matters for this, too");
        NeedInCommon drones = answer.needs().stream()
                .filter(one -> one.capability().equals("drone-hours"))
                .findFirst()
                .orElseThrow();
        assertThat(drones.notTold().get("HEAT")).isEqualTo("pool watch needs crews of certain members");
        Explained.OfCandidate explained =
                (Explained.OfCandidate) answer.explained().orElseThrow();
        assertThat(explained.lines()).hasSize(5);
        for (int k = 1; k < explained.lines().size(); k++) {
            assertThat(explained.lines().get(k)).isLessThan(explained.lines().get(k - 1));
        }
    }
}
