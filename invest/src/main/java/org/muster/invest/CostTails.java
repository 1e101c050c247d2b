package org.muster.invest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.games.Fraction;
import org.muster.plan.atlas.CommonNeeds;
import org.muster.plan.need.CoalitionCosts;
import org.muster.plan.need.Demand;
import org.muster.plan.need.PriceSteps;

/// The mean of the dearest share of what a mission costs when it comes (conditional value at risk, CVaR), over all
/// coalitions of willing members and all worlds: costs are those of [MissionCosts], without the price of a failure.
///
/// Exact where few members matter for what it costs, or the planner is asked for every coalition. Else a proven
/// interval. Costs of lines only fall when more members go, so that they are associated (J. D. Esary, F. Proschan,
/// D. W. Walkup, *Association of random variables*, Ann. Math. Statist. 38 (1967)): with the same parts, their sum is
/// at least as dear in convex order as if they were independent, and at most as dear as if all were dear together (M.
/// Denuit, J. Dhaene, C. Ribas, *Does positive dependence between individual risks increase stop-loss premiums?*,
/// Insurance: Mathematics and Economics 28 (2001)). The upper end only falls with more in common, so that a target that
/// it has to reach is one of those that only get easier: which way a mission is told does not hang on the portfolio.
///
/// Source: R. T. Rockafellar, S. Uryasev, *Optimization of conditional value-at-risk*, Journal of Risk 2 (2000).
final class CostTails {
    /// Members at most of whom all coalitions are looked at.
    static final int MOST_LISTED = 14;

    /// Parts at most that are told apart for the lower end, and costs of each: the others count as their mean.
    private static final int MOST_APART = 6;

    private static final int MOST_COSTS = 48;
    private static final int FEW_COSTS = 24;

    private final Alliance alliance;
    private final InvestPlan plan;
    private final Judge judge;
    private final MissionCosts costs;
    private final List<Integer> everything;
    private final int mostListed;
    private final Map<String, Way> ways = new HashMap<>();
    private final Map<Asked, List<InWorld>> known = new HashMap<>();
    private final Map<Demand, CoalitionCosts> listed = new HashMap<>();
    private final Map<Willing, PriceSteps> stepped = new HashMap<>();

    /// @param levels blocks of the candidates that touch the mission
    private record Asked(String mission, List<Integer> levels) {}

    private record Willing(Demand demand, List<Fraction> willing) {}

    /// How a mission's costs are told, the same with every portfolio.
    ///
    /// @param whole  whether all lines together
    /// @param alone  capabilities whose lines are told by all coalitions, one need by itself
    /// @param whyNot why it cannot be told; empty where it can
    private record Way(boolean whole, Set<String> alone, String whyNot) {}

    /// What it costs in one world.
    ///
    /// @param weight how often it comes in it, as a part of all
    /// @param most   no dearer than this in increasing convex order
    /// @param parts  what adds up to the cost; empty where `most` is the truth
    /// @param fixed  what arises whenever somebody goes
    /// @param nobody the chance that nobody goes, which costs nothing
    private record InWorld(Fraction weight, CostLaw most, List<CostLaw> parts, Fraction fixed, Fraction nobody) {}

    /// The mean of the dearest share.
    ///
    /// @param least proven never to be more than the truth, in minor units
    /// @param most  proven never to be less; the same where the truth is known
    record Tail(Fraction least, Fraction most) {}

    /// @param everything blocks of all candidates at their most
    CostTails(Alliance alliance, InvestPlan plan, Judge judge, MissionCosts costs, List<Integer> everything) {
        this(alliance, plan, judge, costs, everything, MOST_LISTED);
    }

    /// @param mostListed members at most of whom all coalitions are looked at
    CostTails(
            Alliance alliance,
            InvestPlan plan,
            Judge judge,
            MissionCosts costs,
            List<Integer> everything,
            int mostListed) {
        this.mostListed = mostListed;
        this.alliance = alliance;
        this.plan = plan;
        this.judge = judge;
        this.costs = costs;
        this.everything = List.copyOf(everything);
    }

    /// Why it cannot be told of a mission, in a sentence; empty where it can.
    String whyNot(String mission) {
        String why = costs.whyNot(mission);
        return why.isEmpty() ? way(mission).whyNot() : why;
    }

    /// The upper end.
    ///
    /// @param beta the share of cheaper costs that does not count, from 0 to below 1
    Fraction most(String mission, BigDecimal beta, List<Integer> levels) {
        return dearest(
                inWorlds(mission, levels).stream()
                        .map(one -> Map.entry(one.weight(), one.most()))
                        .toList(),
                Fraction.of(beta));
    }

    /// Both ends.
    Tail of(String mission, BigDecimal beta, List<Integer> levels) {
        List<InWorld> worlds = inWorlds(mission, levels);
        Fraction most = most(mission, beta, levels);
        if (worlds.stream().allMatch(one -> one.parts().isEmpty())) {
            return new Tail(most, most);
        }
        Fraction mean = costs.mean(recurring(mission), levels).orElse(Fraction.ZERO);
        return new Tail(mean.max(least(worlds, Fraction.of(beta))).min(most), most);
    }

    private InvestPlan.Recurring recurring(String mission) {
        return plan.missions().stream()
                .filter(one -> one.mission().equals(mission))
                .findFirst()
                .orElseThrow();
    }

    /// The mean of the dearest share of a mixture.
    private static Fraction dearest(List<Map.Entry<Fraction, CostLaw>> mixed, Fraction beta) {
        TreeMap<Fraction, Fraction> chances = new TreeMap<>();
        mixed.forEach(one -> one.getValue()
                .weights()
                .forEach((cost, weight) -> chances.merge(
                        cost, new Fraction(weight, one.getValue().whole()).times(one.getKey()), Fraction::plus)));
        Fraction share = Fraction.ONE.minus(beta);
        Fraction left = share;
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<Fraction, Fraction> one : chances.descendingMap().entrySet()) {
            Fraction taken = one.getValue().min(left);
            sum = sum.plus(one.getKey().times(taken));
            left = left.minus(taken);
            if (left.isZero()) {
                break;
            }
        }
        return sum.over(share);
    }

    /// `t + E(X - t)^+ / (1 - beta)` is never below its least over `t`, which is a corner of it, and that for a
    /// law that is smaller in increasing convex order is never above that of the truth. Where nobody goes nothing is
    /// spent.
    private static Fraction least(List<InWorld> worlds, Fraction beta) {
        List<CostLaw> smaller = worlds.stream()
                .map(one ->
                        one.parts().isEmpty() ? one.most() : apart(one.parts()).plus(one.fixed()))
                .toList();
        List<Fraction> nobodys = new ArrayList<>();
        TreeSet<Fraction> corners = new TreeSet<>(Set.of(Fraction.ZERO));
        for (int w = 0; w < worlds.size(); w++) {
            InWorld world = worlds.get(w);
            corners.addAll(smaller.get(w).weights().keySet());
            Fraction dearest = world.fixed();
            for (CostLaw part : world.parts()) {
                dearest = dearest.plus(part.weights().lastKey());
            }
            nobodys.add(dearest);
            corners.add(dearest);
        }
        Optional<Fraction> least = Optional.empty();
        for (Fraction corner : corners) {
            Fraction beyond = Fraction.ZERO;
            for (int w = 0; w < worlds.size(); w++) {
                InWorld world = worlds.get(w);
                Fraction here = smaller.get(w).beyond(corner);
                Fraction over = nobodys.get(w).minus(corner);
                if (!world.parts().isEmpty() && over.sign() > 0) {
                    here = here.minus(world.nobody().times(over));
                }
                beyond = beyond.plus(world.weight().times(here));
            }
            Fraction value = corner.plus(beyond.over(Fraction.ONE.minus(beta)));
            least = Optional.of(least.map(value::min).orElse(value));
        }
        return least.orElse(Fraction.ZERO);
    }

    /// The parts that vary most as if they were independent, the others at their mean.
    private static CostLaw apart(List<CostLaw> parts) {
        Map<CostLaw, Fraction> spreads = new LinkedHashMap<>();
        parts.forEach(part -> spreads.put(part, part.weights().lastKey().minus(part.mean())));
        List<CostLaw> widest = parts.stream()
                .sorted(Comparator.comparing((CostLaw part) -> spreads.getOrDefault(part, Fraction.ZERO))
                        .reversed())
                .toList();
        CostLaw sum = CostLaw.sure(Fraction.ZERO);
        for (int k = 0; k < widest.size(); k++) {
            sum = k < MOST_APART
                    ? sum.beside(widest.get(k).coarser(MOST_COSTS)).coarser(MOST_COSTS)
                    : sum.plus(CostLaw.down(widest.get(k).mean()));
        }
        return sum.coarser(FEW_COSTS);
    }

    private List<InWorld> inWorlds(String mission, List<Integer> levels) {
        List<Integer> touched = judge.touched(
                mission, levels.stream().mapToInt(Integer::intValue).toArray());
        List<InWorld> worlds = known.get(new Asked(mission, touched));
        if (worlds == null) {
            InvestPlan.Recurring recurring = recurring(mission);
            Fraction often = costs.perYear(recurring);
            worlds = new ArrayList<>();
            for (World world : alliance.investments().worlds()) {
                Fraction weight = MissionCosts.weight(world, recurring);
                if (!weight.isZero()) {
                    costs.requireTime(recurring);
                    worlds.add(MissionCosts.told(mission, () -> inWorld(mission, world, touched, weight.over(often))));
                }
            }
            known.put(new Asked(mission, touched), worlds);
        }
        return worlds;
    }

    private InWorld inWorld(String mission, World world, List<Integer> levels, Fraction weight) {
        return switch (costs.costed(mission, world, levels)) {
            case MissionCosts.Costed.ByPlanner by -> {
                List<Fraction> willing =
                        MissionCosts.willing(world, mission, by.costs().players());
                List<Integer> matter = by.costs().matter().stream()
                        .map(by.costs().players()::indexOf)
                        .toList();
                long[] table = by.costs().costs();
                BigInteger[] whole =
                        Arrays.stream(table).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
                Fraction unit = Fraction.ONE.over(by.costs().scale());
                yield exact(
                        weight,
                        new Listed(
                                law(whole, matter, willing).times(unit),
                                Fraction.of(whole[0]).times(unit)),
                        by.fixed(),
                        willing);
            }
            case MissionCosts.Costed.ByNeeds by -> {
                List<Fraction> willing =
                        MissionCosts.willing(world, mission, by.needs().players());
                Way way = way(mission);
                if (way.whole()) {
                    yield exact(weight, allTogether(by, willing), by.fixed(), willing);
                }
                List<CostLaw> parts = parts(by, way, willing);
                BigInteger whole = whole(willing);
                Fraction nobody = MissionCosts.nobody(willing);
                CostLaw together = CostLaw.together(parts, whole).plus(Fraction.of(by.fixed()));
                CostLaw most = together.nothingWhere(together.weights().lastKey(), weightOfNobody(willing));
                yield new InWorld(weight, most, parts, Fraction.of(by.fixed()), nobody);
            }
        };
    }

    /// @param nobody what it would cost where nobody goes
    private record Listed(CostLaw law, Fraction nobody) {}

    private static InWorld exact(Fraction weight, Listed listed, long fixed, List<Fraction> willing) {
        return new InWorld(
                weight,
                listed.law()
                        .plus(Fraction.of(fixed))
                        .nothingWhere(listed.nobody().plus(Fraction.of(fixed)), weightOfNobody(willing)),
                List.of(),
                Fraction.ZERO,
                Fraction.ZERO);
    }

    private static BigInteger whole(List<Fraction> willing) {
        return willing.stream().map(Fraction::denominator).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private static BigInteger weightOfNobody(List<Fraction> willing) {
        return willing.stream()
                .map(q -> q.denominator().subtract(q.numerator()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /// The law of a table over coalitions of some.
    private static CostLaw law(BigInteger[] table, List<Integer> some, List<Fraction> willing) {
        BigInteger[] weights = new BigInteger[table.length];
        BigInteger others = BigInteger.ONE;
        for (int i = 0; i < willing.size(); i++) {
            others = some.contains(i) ? others : others.multiply(willing.get(i).denominator());
        }
        weights[0] = others;
        for (int k = 0; k < some.size(); k++) {
            Fraction q = willing.get(some.get(k));
            BigInteger out = q.denominator().subtract(q.numerator());
            for (int c = 0; c < 1 << k; c++) {
                weights[c | 1 << k] = weights[c].multiply(q.numerator());
                weights[c] = weights[c].multiply(out);
            }
        }
        Map<BigInteger, BigInteger> merged = new HashMap<>();
        for (int c = 0; c < table.length; c++) {
            if (weights[c].signum() > 0) {
                merged.merge(table[c], weights[c], BigInteger::add);
            }
        }
        TreeMap<Fraction, BigInteger> law = new TreeMap<>();
        merged.forEach((cost, weight) -> law.put(Fraction.of(cost), weight));
        return new CostLaw(law, whole(willing));
    }

    /// What all needs cost together, by coalition of all who matter for any.
    private Listed allTogether(MissionCosts.Costed.ByNeeds by, List<Fraction> willing) {
        BigInteger unit = BigInteger.ONE;
        for (Fraction factor : by.factors()) {
            unit = unit.multiply(factor.denominator()).divide(unit.gcd(factor.denominator()));
        }
        Set<Integer> some = new TreeSet<>();
        by.needs().needs().forEach(need -> some.addAll(CoalitionCosts.mattering(need.demand())));
        List<Integer> matter = List.copyOf(some);
        BigInteger[] sums = new BigInteger[1 << matter.size()];
        Arrays.fill(sums, BigInteger.ZERO);
        for (int k = 0; k < by.factors().size(); k++) {
            Demand.Apart apart = by.needs().needs().get(k).demand().apart();
            CoalitionCosts table = listed(apart.demand());
            BigInteger[] own = table.with(apart.pools());
            Fraction factor = by.factors().get(k);
            BigInteger times = factor.numerator().multiply(unit.divide(factor.denominator()));
            int[] places = table.players().stream().mapToInt(matter::indexOf).toArray();
            for (int c = 0; c < sums.length; c++) {
                int here = 0;
                for (int i = 0; i < places.length; i++) {
                    here |= (c >>> places[i] & 1) << i;
                }
                sums[c] = sums[c].add(own[here].multiply(times));
            }
        }
        return new Listed(
                law(sums, matter, willing).times(new Fraction(BigInteger.ONE, unit)), new Fraction(sums[0], unit));
    }

    private CoalitionCosts listed(Demand demand) {
        return listed.computeIfAbsent(demand, CoalitionCosts::of);
    }

    /// Each need by itself, or each of its steps from price to price.
    private List<CostLaw> parts(MissionCosts.Costed.ByNeeds by, Way way, List<Fraction> willing) {
        List<CostLaw> parts = new ArrayList<>();
        for (int k = 0; k < by.factors().size(); k++) {
            CommonNeeds.CommonNeed need = by.needs().needs().get(k);
            Demand.Apart apart = need.demand().apart();
            Fraction factor = by.factors().get(k);
            if (way.alone().contains(need.capability())) {
                CoalitionCosts table = listed(apart.demand());
                parts.add(
                        law(table.with(apart.pools()), table.players(), willing).times(factor));
            } else {
                PriceSteps steps = stepped.computeIfAbsent(
                        new Willing(apart.demand(), willing), key -> PriceSteps.of(key.demand(), key.willing()));
                steps.with(apart.pools()).forEach(step -> {
                    TreeMap<Fraction, BigInteger> law = new TreeMap<>();
                    step.forEach((cost, weight) -> law.put(Fraction.of(cost), weight));
                    parts.add(new CostLaw(law, whole(willing)).times(factor));
                });
            }
        }
        return parts;
    }

    private Way way(String mission) {
        Way way = ways.get(mission);
        if (way == null) {
            way = chosen(mission);
            ways.put(mission, way);
        }
        return way;
    }

    /// With nothing there are most conditions, and with everything most sources: no portfolio has more members that
    /// matter than both together.
    private Way chosen(String mission) {
        Map<String, Set<Integer>> matter = new LinkedHashMap<>();
        boolean asks = false;
        List<Integer> nothing = everything.stream().map(level -> 0).toList();
        for (List<Integer> levels : List.of(nothing, everything)) {
            for (World world : alliance.investments().worlds()) {
                switch (costs.costed(mission, world, levels)) {
                    case MissionCosts.Costed.ByPlanner by -> asks = true;
                    case MissionCosts.Costed.ByNeeds by ->
                        by.needs()
                                .needs()
                                .forEach(need -> matter.computeIfAbsent(need.capability(), key -> new TreeSet<>())
                                        .addAll(CoalitionCosts.mattering(need.demand())));
                }
            }
        }
        Set<Integer> all = new TreeSet<>();
        matter.values().forEach(all::addAll);
        boolean whole = all.size() <= mostListed;
        Set<String> alone = new TreeSet<>();
        matter.forEach((capability, members) -> {
            if (members.size() <= mostListed) {
                alone.add(capability);
            }
        });
        return new Way(
                whole,
                alone,
                asks && !whole
                        ? "with some portfolios the planner has to be asked what it costs, and with others "
                                + all.size() + " members matter, of " + MOST_LISTED + " whose coalitions are looked at"
                        : "");
    }
}
