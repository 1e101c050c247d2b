package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.Investments;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.alliance.pool.Pool;
import org.muster.answer.Telling;
import org.muster.games.Fraction;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// A second purchase against plain enumeration of every first and every second one of every world.
class TwoPurchasesTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(4, 8, 3, 1, 0, 3, 0, 0, 3, 6, false);
    private static final int LATE = 1_600;

    private static InvestCandidate candidate(int c, int most, long price, int lead, Optional<String> oneOf) {
        return new InvestCandidate(
                "own-" + c,
                "own-" + c,
                new InvestCandidate.Asset(
                        InvestCandidate.Kind.BUY,
                        Optional.empty(),
                        "cap" + c,
                        Pool.Period.PHASE,
                        1,
                        0,
                        0,
                        1,
                        lead,
                        new InvestCandidate.Owners(Optional.empty(), true)),
                most,
                oneOf,
                new InvestCandidate.Price(0, 1, price),
                Asked.INVENTED);
    }

    private static Alliance drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<InvestCandidate> candidates = new ArrayList<>();
        Optional<String> oneOf = random.nextInt(3) == 0 ? Optional.of("group") : Optional.empty();
        for (int c = 0; c < 3; c++) {
            candidates.add(candidate(
                    c,
                    1 + random.nextInt(2),
                    1 + random.nextInt(60),
                    random.nextInt(5) < 4 ? LATE : 10,
                    c < 2 ? oneOf : Optional.empty()));
        }
        List<World> worlds = new ArrayList<>();
        for (int w = 0; w < 3; w++) {
            BigDecimal q = BigDecimal.valueOf(5 + random.nextInt(90), 2);
            worlds.add(new World(
                    "w" + w,
                    new BigDecimal(w == 0 ? "0.5" : w == 1 ? "0.3" : "0.2"),
                    List.of(new World.Willing(World.EVERYBODY, Optional.empty(), q, q)),
                    List.of(new World.Occurs("M", new Rate(w == 0 ? 1 : random.nextInt(5), 2))),
                    w == 0
                            ? List.of()
                            : List.of(new World.PriceFactor(World.Of.CAPABILITY, "cap0", new BigDecimal("1.25"))),
                    List.of(),
                    Asked.INVENTED));
        }
        InvestPlan plan = MissionCostsTest.planOf(random.nextInt(200));
        if (random.nextInt(3) == 0) {
            plan = plan.withBudget(Optional.of(20L + random.nextInt(80)));
        }
        return Asked.with(RandomWorld.of(SMALL, seed).alliance(), plan, candidates, worlds.toArray(World[]::new));
    }

    private static Waiting waiting(Alliance alliance) {
        InvestPlan plan = alliance.investments().plans().getFirst();
        return Invest.ask(
                        new InvestQuestion(
                                alliance, plan, plan.from(), Set.of(InvestQuestion.Besides.WAITING), Optional.empty()),
                        SolveOptions.defaults(),
                        Telling.nobody())
                .waiting()
                .orElseThrow();
    }

    /// What a portfolio and the missions of one world cost, looked at by itself.
    private record Plain(Alliance alliance, InvestPlan plan, List<List<Integer>> levels, List<List<Fraction>> costs) {
        static Plain of(Alliance alliance) {
            InvestPlan plan = alliance.investments().plans().getFirst();
            List<InvestCandidate> candidates = alliance.investments().candidates();
            List<Integer> most =
                    candidates.stream().map(InvestCandidate::maxBlocks).toList();
            List<List<Integer>> levels = new ArrayList<>();
            for (int a = 0; a <= most.get(0); a++) {
                for (int b = 0; b <= most.get(1); b++) {
                    for (int c = 0; c <= most.get(2); c++) {
                        levels.add(List.of(a, b, c));
                    }
                }
            }
            List<List<Fraction>> costs = new ArrayList<>();
            for (World world : alliance.investments().worlds()) {
                World sure = new World(
                        world.id(),
                        BigDecimal.ONE,
                        world.willing(),
                        world.occurs(),
                        world.prices(),
                        world.pools(),
                        world.provenance());
                Alliance alone = alliance.withInvestments(new Investments(List.of(plan), candidates, List.of(sure)));
                Judge judge = new Judge(alone, plan, candidates, SolveOptions.defaults());
                MissionCosts money = new MissionCosts(alone, plan, judge, most, SolveOptions.defaults());
                List<Fraction> here = new ArrayList<>();
                for (List<Integer> level : levels) {
                    int[] blocks = level.stream().mapToInt(Integer::intValue).toArray();
                    here.add(money.weighedPerYear(judge.all(blocks), level).plus(price(candidates, level)));
                }
                costs.add(here);
            }
            return new Plain(alliance, plan, levels, costs);
        }

        private static Fraction price(List<InvestCandidate> candidates, List<Integer> level) {
            Fraction price = Fraction.ZERO;
            for (int c = 0; c < level.size(); c++) {
                price = price.plus(
                        Fraction.of(candidates.get(c).price().perYearMinor()).times(level.get(c)));
            }
            return price;
        }

        private boolean isAllowed(List<Integer> level) {
            List<InvestCandidate> candidates = alliance.investments().candidates();
            boolean apart = candidates.get(0).oneOf().isEmpty() || level.get(0) == 0 || level.get(1) == 0;
            return apart
                    && plan.budgetMinor()
                            .map(most -> price(candidates, level).compareTo(Fraction.of(most)) <= 0)
                            .orElse(true);
        }

        private boolean canWait(int candidate) {
            InvestCandidate.Asset asset = (InvestCandidate.Asset)
                    alliance.investments().candidates().get(candidate).what();
            return asset.leadDays() < LATE;
        }

        /// Whether a portfolio holds exactly the first purchase of what cannot wait.
        private boolean begins(List<Integer> first, List<Integer> level) {
            for (int c = 0; c < level.size(); c++) {
                if (canWait(c) ? first.get(c) > level.get(c) : !first.get(c).equals(level.get(c))) {
                    return false;
                }
            }
            return true;
        }

        private Fraction least(int world, List<Integer> first) {
            Fraction least = null;
            for (int k = 0; k < levels.size(); k++) {
                if (isAllowed(levels.get(k)) && (first.isEmpty() || begins(first, levels.get(k)))) {
                    Fraction here = costs.get(world).get(k);
                    least = least == null ? here : least.min(here);
                }
            }
            return least;
        }

        private Fraction mean(List<Integer> first) {
            Fraction sum = Fraction.ZERO;
            for (int w = 0; w < costs.size(); w++) {
                Fraction least = least(w, first);
                if (least == null) {
                    return null;
                }
                sum = sum.plus(least.times(
                        Fraction.of(alliance.investments().worlds().get(w).probability())));
            }
            return sum;
        }

        /// Any first purchase, of what can wait, too.
        Fraction rp() {
            Fraction least = null;
            for (List<Integer> first : levels) {
                Fraction here = mean(first);
                if (here != null) {
                    least = least == null ? here : least.min(here);
                }
            }
            return least;
        }

        Fraction once() {
            Fraction least = null;
            for (int k = 0; k < levels.size(); k++) {
                if (isAllowed(levels.get(k))) {
                    Fraction sum = Fraction.ZERO;
                    for (int w = 0; w < costs.size(); w++) {
                        sum = sum.plus(costs.get(w)
                                .get(k)
                                .times(Fraction.of(
                                        alliance.investments().worlds().get(w).probability())));
                    }
                    least = least == null ? sum : least.min(sum);
                }
            }
            return least;
        }
    }

    @Test
    void theValuesAreThoseOfPlainEnumerationAndStandInOrder() {
        int waits = 0;
        int knows = 0;
        int counts = 0;
        for (long seed = 0; seed < 200; seed++) {
            Alliance alliance = drawn(seed);
            Waiting waiting = waiting(alliance);
            Plain plain = Plain.of(alliance);
            assertThat(waiting.rp()).as("seed %d", seed).isEqualTo(plain.rp());
            assertThat(waiting.ws()).as("seed %d", seed).isEqualTo(plain.mean(List.of()));
            assertThat(waiting.once()).as("seed %d", seed).isEqualTo(plain.once());
            assertThat(waiting.ws()).isLessThanOrEqualTo(waiting.rp());
            assertThat(waiting.rp()).isLessThanOrEqualTo(waiting.eev());
            assertThat(waiting.rp()).isLessThanOrEqualTo(waiting.once());
            Fraction sum = Fraction.ZERO;
            for (int w = 0; w < 3; w++) {
                Waiting.InWorld here = waiting.worlds().get(w);
                sum = sum.plus(here.cost()
                        .times(Fraction.of(
                                alliance.investments().worlds().get(w).probability())));
                assertThat(here.second()).allMatch(blocks -> blocks >= 0);
            }
            assertThat(sum).isEqualTo(waiting.rp());
            waits += waiting.worth().sign();
            knows += waiting.evpi().sign();
            counts += waiting.vss().sign();
        }
        assertThat(waits).as("folders in which it is worth something to wait").isGreaterThan(10);
        assertThat(knows).as("folders in which it is worth something to know").isGreaterThan(20);
        assertThat(counts).as("folders in which the mean world misleads").isPositive();
    }

    @Test
    void whatIsKnownLaterLeavesLessThatCanWait() {
        Alliance alliance = drawn(3);
        InvestPlan plan = alliance.investments().plans().getFirst();
        InvestPlan later = new InvestPlan(
                plan.id(),
                plan.title(),
                plan.currencyYear(),
                plan.ratePercent(),
                plan.from(),
                plan.years(),
                plan.budgetMinor(),
                plan.missions(),
                plan.targets(),
                Optional.of(LocalDate.of(2031, 12, 31)),
                plan.provenance());
        Waiting waiting = waiting(alliance.withInvestments(new Investments(
                List.of(later),
                alliance.investments().candidates(),
                alliance.investments().worlds())));
        assertThat(waiting.canWait()).isEmpty();
        assertThat(waiting.worth()).isEqualTo(Fraction.ZERO);
    }
}
