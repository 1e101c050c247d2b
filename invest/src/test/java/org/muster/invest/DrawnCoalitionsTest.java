package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.answer.Telling;
import org.muster.games.Fraction;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.plan.atlas.SingleCoalitions;
import org.muster.plan.atlas.WhoCan;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// What is told of coalitions that are drawn, against all of them.
class DrawnCoalitionsTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(6, 8, 3, 1, 1, 2, 4, 2, 3, 5, true);

    private record Small(Alliance alliance, AskedCoalitions all, SingleCoalitions single) {
        static Small of(long seed) {
            Alliance alliance = RandomWorld.of(SMALL, seed).alliance();
            return new Small(
                    alliance,
                    AskedCoalitions.of(
                            alliance, alliance.mission("M").orElseThrow(), Optional.empty(), SolveOptions.defaults()),
                    SingleCoalitions.of(alliance, alliance.mission("M").orElseThrow(), SolveOptions.defaults()));
        }
    }

    private static List<Fraction> willing(int players, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Fraction> willing = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            willing.add(Fraction.of(40 + random.nextInt(60), 100));
        }
        return willing;
    }

    /// Worlds of whose coalitions some can and some cannot.
    private static List<Small> mixed(int most) {
        List<Small> some = new ArrayList<>();
        for (long seed = 0; some.size() < most; seed++) {
            Small small = Small.of(seed);
            Fraction chance = new WhoCanDo.Asked(small.all())
                    .chance(willing(small.all().players().size(), seed));
            if (chance.compareTo(Fraction.of(1, 10)) > 0 && chance.compareTo(Fraction.of(95, 100)) < 0) {
                some.add(small);
            }
        }
        return some;
    }

    @Test
    void singleCoalitionsAreAnsweredAsAllOfThemAre() {
        for (Small small : mixed(8)) {
            int matter = small.all().matter().size();
            assertThat(small.single().matter()).isEqualTo(small.all().matter());
            for (int c = (1 << matter) - 1; c >= 0; c--) {
                int here = c;
                BitSet coalition = new BitSet();
                IntStream.range(0, matter).filter(i -> (here >>> i & 1) != 0).forEach(coalition::set);
                assertThat(small.single().can(coalition))
                        .as("%s, %d", small.alliance().id(), c)
                        .isEqualTo(small.all().can().get(c));
            }
            assertThat(small.single().asked()).isLessThan(1 << matter);
        }
    }

    /// Over 200 seeds each the interval holds the truth about as often as it says, and is not too wide; the share of
    /// draws is right on average.
    @Test
    void theIntervalHoldsTheTruthInNineteenOfTwentySeeds() {
        for (Small small : mixed(4)) {
            List<Fraction> willing = willing(small.all().players().size(), 3);
            WhoCanDo.Chances truth = new WhoCanDo.Asked(small.all()).chances(willing);
            int held = 0;
            int heldWithout = 0;
            double sum = 0;
            for (long seed = 0; seed < 200; seed++) {
                WhoCanDo drawn =
                        new WhoCanDo.Drawn(small.single(), new Sampling(seed, 150, Sampling.Told.INTERVAL, 1, 20));
                WhoCanDo.Chances least = drawn.chances(willing);
                Fraction most = drawn.most(willing);
                held += least.overall().compareTo(truth.overall()) <= 0 && most.compareTo(truth.overall()) >= 0 ? 1 : 0;
                heldWithout +=
                        least.without().getFirst().compareTo(truth.without().getFirst()) <= 0 ? 1 : 0;
                assertThat(most.minus(least.overall()).doubleValue()).isLessThan(0.18);
                sum += drawn.drawn(new Sampling(seed, 150, Sampling.Told.SHARE, 1, 20))
                        .chance(willing)
                        .doubleValue();
            }
            assertThat(held).as(small.alliance().id()).isBetween(182, 200);
            assertThat(heldWithout).as(small.alliance().id()).isBetween(182, 200);
            assertThat(sum / 200)
                    .isBetween(
                            truth.overall().doubleValue() - 0.012,
                            truth.overall().doubleValue() + 0.012);
        }
    }

    @Test
    void theIntervalIsThatOfClopperAndPearson() {
        // Tables of the exact interval at 95 percent: 8 of 10, and 0 and 20 of 20.
        assertThat(Binomial.least(8, 10, 0.05).doubleValue()).isBetween(0.44390, 0.44391);
        assertThat(1 - Binomial.least(2, 10, 0.05).doubleValue()).isBetween(0.97478, 0.97480);
        assertThat(Binomial.least(0, 20, 0.05)).isEqualTo(Fraction.ZERO);
        assertThat(Binomial.least(20, 20, 0.05).doubleValue()).isBetween(0.83156, 0.83157);
    }

    private static Optional<InvestQuestion> question(RandomWorld.Size size, long seed, int kind) {
        SplittableRandom random = new SplittableRandom(seed);
        List<InvestCandidate> candidates = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            candidates.add(Asked.asset("own-" + c, "cap" + c, 2, 2, 1 + random.nextInt(40)));
        }
        Map<String, BigDecimal> chances =
                kind == 0 ? Map.of("M", BigDecimal.valueOf(20 + random.nextInt(50), 2)) : Map.of();
        InvestPlan plan = Asked.plan(new InvestPlan.Targets(chances, Map.of()), Optional.of(60L), "M");
        Alliance alliance = Asked.with(RandomWorld.of(size, seed).alliance(), plan, candidates, Asked.everybody("0.7"));
        boolean asks = WhoCan.of(alliance, alliance.mission("M").orElseThrow())
                .ability()
                .isEmpty();
        return asks
                ? Optional.of(new InvestQuestion(
                        alliance, plan, plan.from(), Set.of(), Optional.empty(), Optional.empty(), seed + 5))
                : Optional.empty();
    }

    /// Beside the same question with all coalitions asked for: never called proven, and both ends hold.
    @Test
    void aDecisionOverDrawsIsCalledEstimatedAndItsEndsHold() {
        int estimated = 0;
        int held = 0;
        int reached = 0;
        for (long seed = 0; estimated < 24; seed++) {
            int kind = (int) (seed % 2);
            Optional<InvestQuestion> question = question(SMALL, seed, kind);
            if (question.isEmpty()) {
                continue;
            }
            InvestAnswer truth = Invest.ask(question.get(), SolveOptions.defaults(), Telling.nobody());
            InvestAnswer drawn = Invest.ask(question.get(), SolveOptions.defaults(), Telling.nobody(), 0);
            assertThat(truth.proof().drawn()).isFalse();
            assertThat(drawn.proof().proven()).isFalse();
            assertThat(drawn.proof().drawn()).isTrue();
            assertThat(drawn.before().missions().getFirst().runs())
                    .isEqualTo(truth.before().missions().getFirst().runs());
            assertThat(drawn.before().missions().getFirst().indispensable())
                    .isEqualTo(truth.before().missions().getFirst().indispensable());
            if (truth.outcome() != InvestAnswer.Outcome.MET || drawn.outcome() != InvestAnswer.Outcome.MET) {
                continue;
            }
            estimated++;
            Estimate estimate = drawn.estimate().orElseThrow();
            Fraction best = truth.proof().value().orElseThrow();
            boolean below = estimate.lower().orElseThrow().compareTo(best) <= 0;
            if (kind == 0) {
                assertThat(below).isTrue();
                assertThat(estimate.batches()).isZero();
            } else {
                held += below && estimate.upper().compareTo(best) >= 0 ? 1 : 0;
                reached++;
                assertThat(estimate.batches()).isEqualTo(Estimating.BATCHES);
            }
        }
        assertThat(reached).isGreaterThan(8);
        assertThat(held).isGreaterThanOrEqualTo(reached * 9 / 10);
    }

    /// More members matter than coalitions of whom could be asked for.
    @Test
    void manyMembersAreDrawnAndOneSeedSaysTheSame() {
        RandomWorld.Size large = new RandomWorld.Size(26, 40, 3, 1, 1, 2, 4, 2, 3, 20, true);
        InvestQuestion question = null;
        for (long seed = 0; question == null; seed++) {
            Optional<InvestQuestion> one = question(large, seed, 1);
            if (one.isPresent()
                    && AskedCoalitions.mattering(
                                            one.get().alliance(),
                                            one.get().alliance().mission("M").orElseThrow())
                                    .size()
                            > AskedCoalitions.MOST_MATTERING) {
                question = one.get();
            }
        }
        InvestAnswer once = Invest.ask(question, SolveOptions.defaults(), Telling.nobody());
        InvestAnswer again = Invest.ask(question, SolveOptions.defaults(), Telling.nobody());
        Judged judged = once.best().missions().getFirst();
        assertThat(judged.method()).isEqualTo(HowKnown.ESTIMATED);
        assertThat(judged.why()).anyMatch(why -> why.contains("of whom the planner is asked for every coalition"));
        assertThat(judged.chance()).isLessThan(judged.chanceMost());
        assertThat(again.best()).isEqualTo(once.best());
        assertThat(again.estimate()).isEqualTo(once.estimate()).isPresent();
    }
}
