package org.muster.invest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.games.Fraction;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.plan.atlas.SingleCoalitions;
import org.muster.plan.together.AtOnce;
import org.muster.solve.SolveOptions;

/// Works out [AtOnceChance] for every two missions of a plan whose days meet: by the planner for every coalition of the
/// members that matter, or for some that are drawn where there are too many.
final class MissionsAtOnce {
    private final Alliance alliance;
    private final Judge judge;
    private final SolveOptions options;
    private final Map<Asked, WhoCanDo> known = new HashMap<>();

    /// Worlds that differ in nobody's willingness but not in pools have the same coalitions.
    private record Asked(List<String> missions, List<World.PoolFactor> pools, List<Integer> levels) {}

    MissionsAtOnce(Alliance alliance, Judge judge, SolveOptions options) {
        this.alliance = alliance;
        this.judge = judge;
        this.options = options.silentlyOn(1);
    }

    /// Every two missions whose days meet.
    static List<List<InvestPlan.Recurring>> pairs(Alliance alliance, InvestPlan plan) {
        List<List<InvestPlan.Recurring>> pairs = new ArrayList<>();
        for (int a = 0; a < plan.missions().size(); a++) {
            for (int b = a + 1; b < plan.missions().size(); b++) {
                InvestPlan.Recurring one = plan.missions().get(a);
                InvestPlan.Recurring other = plan.missions().get(b);
                if (AtOnce.overlap(mission(alliance, one), mission(alliance, other))) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return pairs;
    }

    private static Mission mission(Alliance alliance, InvestPlan.Recurring recurring) {
        return alliance.mission(recurring.mission()).orElseThrow();
    }

    /// Of one pair; empty where both never come in the same world.
    Optional<AtOnceChance> of(List<InvestPlan.Recurring> pair, List<Integer> best) {
        List<Integer> nothing = best.stream().map(level -> 0).toList();
        List<String> missions = pair.stream().map(InvestPlan.Recurring::mission).toList();
        Fraction often = Fraction.ZERO;
        for (World world : alliance.investments().worlds()) {
            often = often.plus(weight(pair, world));
        }
        if (often.isZero()) {
            return Optional.empty();
        }
        HowKnown method = HowKnown.PLANNER;
        for (World world : alliance.investments().worlds()) {
            for (List<Integer> levels : List.of(nothing, best)) {
                if (!weight(pair, world).isZero()
                        && who(missions, world, levels).method() == HowKnown.ESTIMATED) {
                    method = HowKnown.ESTIMATED;
                }
            }
        }
        return Optional.of(new AtOnceChance(missions, method, ends(pair, nothing, often), ends(pair, best, often)));
    }

    /// How often both come in a year in a world, the one as often as it does and independently of the other.
    private static Fraction weight(List<InvestPlan.Recurring> pair, World world) {
        Fraction weight = Fraction.of(world.probability());
        for (InvestPlan.Recurring one : pair) {
            weight = weight.times(Judge.fraction(world.perYear(one.mission(), one.perYear())));
        }
        return weight;
    }

    private AtOnceChance.Ends ends(List<InvestPlan.Recurring> pair, List<Integer> levels, Fraction often) {
        List<String> missions = pair.stream().map(InvestPlan.Recurring::mission).toList();
        Fraction least = Fraction.ZERO;
        Fraction most = Fraction.ZERO;
        for (World world : alliance.investments().worlds()) {
            Fraction weight = weight(pair, world).over(often);
            if (!weight.isZero()) {
                WhoCanDo who = who(missions, world, levels);
                least = least.plus(weight.times(who.chance(willing(world, missions, who.players(), false))));
                most = most.plus(weight.times(who.most(willing(world, missions, who.players(), true))));
            }
        }
        return new AtOnceChance.Ends(least, most);
    }

    private static List<Fraction> willing(World world, List<String> missions, List<String> players, boolean upper) {
        return players.stream()
                .map(player -> missions.stream()
                        .map(mission -> world.willingnessOf(player, mission).orElseThrow())
                        .map(one -> Fraction.of(upper ? one.to() : one.from()))
                        .reduce(Fraction.ONE, Fraction::min))
                .toList();
    }

    private WhoCanDo who(List<String> missions, World world, List<Integer> levels) {
        List<Integer> touched = new ArrayList<>(levels);
        int[] all = levels.stream().mapToInt(Integer::intValue).toArray();
        List<List<Integer>> each =
                missions.stream().map(mission -> judge.touched(mission, all)).toList();
        for (int c = 0; c < touched.size(); c++) {
            int here = c;
            touched.set(c, each.stream().mapToInt(one -> one.get(here)).max().orElse(0));
        }
        Asked asked = new Asked(missions, world.pools(), List.copyOf(touched));
        WhoCanDo who = known.get(asked);
        if (who == null) {
            Alliance held = Holdings.of(alliance, world, judge.blocks(touched));
            List<Mission> both = missions.stream()
                    .map(mission -> held.mission(mission).orElseThrow())
                    .toList();
            who = AtOnce.mattering(held, both).size() > judge.sampling().above()
                    ? new WhoCanDo.Drawn(new SingleCoalitions(new AtOnce(held, both, options)), judge.sampling())
                    : new WhoCanDo.Asked(AtOnce.of(held, both, before(missions, world, touched), options));
            known.put(asked, who);
        }
        return who;
    }

    /// What can with less can with more.
    private Optional<AskedCoalitions.Before> before(List<String> missions, World world, List<Integer> levels) {
        List<Integer> nothing = levels.stream().map(level -> 0).toList();
        return known.get(new Asked(missions, world.pools(), nothing)) instanceof WhoCanDo.Asked asked
                ? Optional.of(new AskedCoalitions.Before(
                        asked.coalitions().matter(), asked.coalitions().can(), new BitSet()))
                : Optional.empty();
    }
}
