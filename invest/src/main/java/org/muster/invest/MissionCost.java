package org.muster.invest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.games.Fraction;
import org.muster.games.cost.CoverGame;
import org.muster.plan.atlas.LineSupplies;
import org.muster.plan.need.Demand;
import org.muster.plan.need.NeedCurve;
import org.muster.plan.need.Weights;

/// What a mission costs on average when it comes, line by line as an integral of what is needed over prices; only for
/// missions whose lines compete for nothing. In floating-point numbers, rounded to whole minor units: nothing hangs on
/// it.
final class MissionCost {
    private final Alliance alliance;
    private final InvestPlan.Recurring recurring;
    private final Map<InvestCandidate, Integer> everything;

    private MissionCost(Alliance alliance, InvestPlan.Recurring recurring, Map<InvestCandidate, Integer> everything) {
        this.alliance = alliance;
        this.recurring = recurring;
        this.everything = everything;
    }

    /// @param everything all that could be had: a missing unit counts at the dearest price in it, so that it counts the
    ///                   same before and after
    static InvestAnswer.MeanCost of(
            Alliance alliance,
            InvestPlan.Recurring recurring,
            Map<InvestCandidate, Integer> before,
            Map<InvestCandidate, Integer> best,
            Map<InvestCandidate, Integer> everything) {
        MissionCost cost = new MissionCost(alliance, recurring, everything);
        for (Map<InvestCandidate, Integer> one : List.of(before, best, everything)) {
            for (World world : alliance.investments().worlds()) {
                List<String> problems = cost.lines(world, one).problems();
                if (!problems.isEmpty()) {
                    return new InvestAnswer.MeanCost(Optional.empty(), Optional.empty(), problems.getFirst());
                }
            }
        }
        return new InvestAnswer.MeanCost(Optional.of(cost.mean(before)), Optional.of(cost.mean(best)), "");
    }

    private LineSupplies lines(World world, Map<InvestCandidate, Integer> blocks) {
        Alliance held = Holdings.of(alliance, world, blocks);
        return LineSupplies.of(held, held.mission(recurring.mission()).orElseThrow(), held.memberCodes());
    }

    private long mean(Map<InvestCandidate, Integer> blocks) {
        double sum = 0;
        double often = 0;
        for (World world : alliance.investments().worlds()) {
            Fraction weight = Fraction.of(world.probability())
                    .times(Judge.fraction(world.perYear(recurring.mission(), recurring.perYear())));
            sum += weight.doubleValue() * mean(world, blocks);
            often += weight.doubleValue();
        }
        return often == 0 ? 0 : Math.round(sum / often);
    }

    private double mean(World world, Map<InvestCandidate, Integer> blocks) {
        LineSupplies supplies = lines(world, blocks);
        List<CoverGame.Line> dearest = lines(world, everything).lines();
        List<BigDecimal> factors = factors(world);
        List<Double> willing = new ArrayList<>();
        double nobody = 1;
        for (String player : supplies.players()) {
            double chance = world.willingnessOf(player, recurring.mission())
                    .orElseThrow()
                    .from()
                    .doubleValue();
            willing.add(chance);
            nobody *= 1 - chance;
        }
        double sum = supplies.fixed() * (1 - nobody);
        for (int l = 0; l < supplies.lines().size(); l++) {
            CoverGame.Line line = supplies.lines().get(l);
            long gap = dearest.get(l).marketPrice();
            CoverGame.Line priced = new CoverGame.Line(line.quantity(), gap, line.offers());
            NeedCurve<Double> curve =
                    NeedCurve.of(Demand.ofLines(willing.size(), List.of(priced)), Weights.NEAR, willing);
            double all = curve.meanCost(List.of());
            sum += factors.get(l).doubleValue() * (all - nobody * bare(priced));
        }
        return sum;
    }

    /// What the line costs where nobody is willing, which is no mission.
    private static double bare(CoverGame.Line line) {
        return new Demand(0, Demand.ofLines(0, List.of(withoutPlayers(line))).groups()).cost(new boolean[0], List.of());
    }

    private static CoverGame.Line withoutPlayers(CoverGame.Line line) {
        return new CoverGame.Line(
                line.quantity(),
                line.marketPrice(),
                line.offers().stream()
                        .filter(offer -> offer.player() == CoverGame.Offer.OUTSIDE)
                        .toList());
    }

    /// By line, the world's factor on all prices of its capability.
    private List<BigDecimal> factors(World world) {
        Mission mission = alliance.mission(recurring.mission()).orElseThrow();
        return mission.phases().stream()
                .flatMap(phase -> phase.requirements().stream())
                .map(line -> world.prices().stream()
                        .filter(one ->
                                one.of() == World.Of.CAPABILITY && one.name().equals(line.capability()))
                        .map(World.PriceFactor::factor)
                        .reduce(BigDecimal.ONE, BigDecimal::multiply))
                .toList();
    }
}
