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
import org.muster.alliance.key.Key;
import org.muster.answer.Telling;
import org.muster.games.Fraction;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// The limit on who is worse off, against a look at every portfolio.
class WorseOffTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(4, 8, 3, 1, 0, 3, 0, 0, 3, 6, false);

    private static Alliance drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<InvestCandidate> candidates = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            candidates.add(Asked.asset("own-" + c, "cap" + c, 1, 1 + random.nextInt(2), 1 + random.nextInt(40)));
        }
        List<World> worlds = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            BigDecimal q = BigDecimal.valueOf(5 + random.nextInt(90), 2);
            worlds.add(new World(
                    "w" + w,
                    new BigDecimal(w == 0 ? "0.4" : "0.6"),
                    List.of(new World.Willing(World.EVERYBODY, Optional.empty(), q, q)),
                    List.of(),
                    List.of(),
                    List.of(),
                    Asked.INVENTED));
        }
        int kind = random.nextInt(3);
        Map<String, BigDecimal> chances = kind == 0 ? Map.of("M", BigDecimal.valueOf(random.nextInt(90), 2)) : Map.of();
        InvestPlan plan = Asked.plan(
                new InvestPlan.Targets(chances, Map.of(), Map.of(), Optional.of((long) random.nextInt(25))),
                Optional.empty(),
                "M");
        if (kind == 1) {
            plan = new InvestPlan(
                    plan.id(),
                    plan.title(),
                    plan.currencyYear(),
                    plan.ratePercent(),
                    plan.from(),
                    plan.years(),
                    plan.budgetMinor(),
                    List.of(new InvestPlan.Recurring("M", new Rate(1, 1), Optional.of((long) random.nextInt(300)))),
                    plan.targets(),
                    plan.provenance());
        }
        return Asked.with(RandomWorld.of(SMALL, seed).alliance(), plan, candidates, worlds.toArray(World[]::new));
    }

    /// By how much the member that is worse off most is so, from its own offers, its key share of what is common and of
    /// the price.
    private static Fraction worst(Alliance alliance, MissionCosts costs, List<Integer> levels, Fraction price) {
        InvestPlan.Recurring recurring =
                alliance.investments().plans().getFirst().missions().getFirst();
        Key key = alliance.key(alliance.defaultKey().orElseThrow()).orElseThrow();
        Outlay before = costs.lying(recurring, List.of(0, 0, 0)).orElseThrow();
        Outlay after = costs.lying(recurring, levels).orElseThrow();
        Fraction worst = null;
        for (String member : alliance.memberCodes()) {
            Fraction share = Fraction.of(key.shares().getOrDefault(member, BigDecimal.ZERO))
                    .over(100);
            Fraction net = after.members()
                    .getOrDefault(member, Fraction.ZERO)
                    .minus(before.members().getOrDefault(member, Fraction.ZERO))
                    .plus(share.times(after.common().minus(before.common()).plus(price)));
            worst = worst == null || net.compareTo(worst) > 0 ? net : worst;
        }
        return worst;
    }

    @Test
    void theBestIsThatOfAllThatKeepTheLimit() {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (long seed = 0; seed < 200; seed++) {
            Alliance alliance = drawn(seed);
            InvestPlan plan = alliance.investments().plans().getFirst();
            List<InvestCandidate> candidates = alliance.investments().candidates();
            List<Integer> most =
                    candidates.stream().map(InvestCandidate::maxBlocks).toList();
            InvestAnswer answer = Invest.ask(
                    new InvestQuestion(alliance, plan, plan.from(), Set.of(), Optional.empty()),
                    SolveOptions.defaults(),
                    Telling.nobody());
            Judge judge = new Judge(alliance, plan, candidates, SolveOptions.defaults());
            MissionCosts costs = new MissionCosts(alliance, plan, judge, most, SolveOptions.defaults());
            Fraction limit = Fraction.of(plan.targets().worseOffMinor().orElseThrow());
            Optional<Fraction> best = Optional.empty();
            Optional<Fraction> without = Optional.empty();
            for (int a = 0; a <= most.get(0); a++) {
                for (int b = 0; b <= most.get(1); b++) {
                    for (int c = 0; c <= most.get(2); c++) {
                        List<Integer> levels = List.of(a, b, c);
                        Fraction price = price(candidates, levels);
                        List<Judged> judged = judge.all(new int[] {a, b, c});
                        BigDecimal asked = plan.targets().chances().getOrDefault("M", BigDecimal.ZERO);
                        if (judged.getFirst().chance().compareTo(Fraction.of(asked)) < 0) {
                            continue;
                        }
                        Fraction value = plan.weighsMoney()
                                ? price.plus(costs.weighedPerYear(judged, levels))
                                : plan.targets().isEmpty() ? judged.getFirst().failuresPerYear() : price;
                        without = Optional.of(without.map(value::min).orElse(value));
                        if (worst(alliance, costs, levels, price).compareTo(limit) <= 0) {
                            best = Optional.of(best.map(value::min).orElse(value));
                        }
                    }
                }
            }
            if (best.isPresent()) {
                assertThat(answer.outcome()).as("seed %d", seed).isEqualTo(InvestAnswer.Outcome.MET);
                assertThat(answer.proof().value()).as("seed %d", seed).isEqualTo(best);
                InvestAnswer.WorseOffLimit told = answer.worseOff().orElseThrow();
                assertThat(told.by())
                        .isEqualTo(worst(
                                alliance,
                                costs,
                                answer.best().levels(),
                                answer.best().pricePerYear()))
                        .isLessThanOrEqualTo(limit);
                boolean binds = !best.equals(without);
                if (binds) {
                    assertThat(told.without().levels())
                            .isNotEqualTo(answer.best().levels());
                }
                seen.merge(binds ? "binds" : "does not bind", 1, Integer::sum);
            } else {
                assertThat(answer.outcome()).as("seed %d", seed).isEqualTo(InvestAnswer.Outcome.NOT_ATTAINABLE);
                assertThat(answer.relaxations())
                        .anyMatch(one -> one.worseOff() || one.target().isPresent());
                seen.merge("cannot be kept", 1, Integer::sum);
            }
        }
        assertThat(seen.get("binds")).isGreaterThan(15);
        assertThat(seen.get("does not bind")).isGreaterThan(15);
        assertThat(seen.get("cannot be kept")).isGreaterThan(3);
    }

    private static Fraction price(List<InvestCandidate> candidates, List<Integer> levels) {
        Fraction price = Fraction.ZERO;
        for (int c = 0; c < levels.size(); c++) {
            price = price.plus(
                    Fraction.of(candidates.get(c).price().perYearMinor()).times(levels.get(c)));
        }
        return price;
    }
}
