package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.games.Fraction;
import org.muster.solve.SolveOptions;

/// The bound of a box against every portfolio in it.
class BoundByCapabilityTest {
    private static final int WORLDS = 300;

    @Test
    void noPortfolioOfABoxCostsLessThanItsBound() {
        SplittableRandom random = new SplittableRandom(11);
        int closer = 0;
        int inside = 0;
        for (int seed = 1; seed <= WORLDS; seed++) {
            Alliance alliance = InvestBench.drawn(new InvestBench.Size(3, 2, 3, 2, 2), seed);
            InvestPlan plan = alliance.investments().plans().getFirst();
            List<InvestCandidate> candidates = alliance.investments().candidates();
            List<Fraction> prices = candidates.stream()
                    .map(one -> YearlyPrice.perBlock(one.price(), plan.ratePercent()))
                    .toList();
            int[] most =
                    candidates.stream().mapToInt(InvestCandidate::maxBlocks).toArray();
            Judge judge = new Judge(alliance, plan, candidates, SolveOptions.defaults());
            MissionCosts costs = new MissionCosts(alliance, plan, judge, boxed(most), SolveOptions.defaults());
            BoundByCapability bounds = new BoundByCapability(plan, candidates, prices, costs, most);
            int[] low = new int[most.length];
            int[] high = new int[most.length];
            for (int c = 0; c < most.length; c++) {
                low[c] = random.nextInt(most[c] + 1);
                high[c] = low[c] + random.nextInt(most[c] - low[c] + 1);
            }
            Fraction failures = costs.failuresPerYear(judge.all(high));
            Fraction bound = bounds.of(low, high).value().plus(failures);
            Fraction corners = price(prices, low).plus(costs.weighedPerYear(judge.all(high), boxed(high)));
            closer += bound.compareTo(corners) > 0 ? 1 : 0;
            int[] levels = low.clone();
            boolean left = true;
            while (left) {
                Fraction value = price(prices, levels).plus(costs.weighedPerYear(judge.all(levels), boxed(levels)));
                assertThat(bound)
                        .as("seed %d, %s", seed, Arrays.toString(levels))
                        .isLessThanOrEqualTo(value);
                inside++;
                left = false;
                for (int c = 0; c < levels.length && !left; c++) {
                    left = levels[c] < high[c];
                    levels[c] = left ? levels[c] + 1 : low[c];
                }
            }
        }
        assertThat(inside).isGreaterThan(WORLDS * 2);
        assertThat(closer).isGreaterThan(WORLDS / 10);
    }

    private static Fraction price(List<Fraction> prices, int[] levels) {
        Fraction sum = Fraction.ZERO;
        for (int c = 0; c < levels.length; c++) {
            sum = sum.plus(prices.get(c).times(levels[c]));
        }
        return sum;
    }

    private static List<Integer> boxed(int[] levels) {
        return Arrays.stream(levels).boxed().toList();
    }
}
