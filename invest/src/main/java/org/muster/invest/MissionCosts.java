package org.muster.invest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Telling;
import org.muster.games.Fraction;
import org.muster.input.Counted;
import org.muster.input.Refusal;
import org.muster.plan.OutOfTime;
import org.muster.plan.atlas.CommonNeeds;
import org.muster.plan.atlas.LeastCosts;
import org.muster.plan.atlas.StandAlone;
import org.muster.plan.model.Eligibility;
import org.muster.plan.need.Demand;
import org.muster.plan.need.Outlays;
import org.muster.plan.need.PoolCosts;
import org.muster.plan.need.Weights;
import org.muster.plan.need.WorstCorrelation;
import org.muster.solve.SolveOptions;

/// What a mission costs on average when it comes, exact over all coalitions of willing members, and with whom that
/// lies.
///
/// Lines at their cheapest, a missing unit at the dearest price that anybody asks for its line with all candidates: so
/// that it counts the same with every portfolio, and the mean only falls with more in common. Where nobody goes nothing
/// is spent. As an integral of what is needed over prices where lines can be told so ([CommonNeeds]), else by the
/// planner for every coalition of the members that matter, up to [AskedCoalitions#MOST_MATTERING].
final class MissionCosts {
    /// Members that matter at most where the planner is asked for all their coalitions: those that have to be asked for
    /// take a few milliseconds each.
    static final int MOST_ASKED = 14;

    /// The same where a mission's money is told beside the answer and weighs nothing: that is not worth waiting for.
    private static final int MOST_ASKED_BESIDE = 10;

    /// What is not told apart by capabilities.
    static final String WHOLE = "";

    private final Alliance alliance;
    private final InvestPlan plan;
    private final Judge judge;
    private final List<Integer> everything;
    private final SolveOptions options;
    private final Map<Place, Map<String, Long>> gapPrices;
    private final Map<Place, Map<List<Integer>, Costed>> known;
    private final Map<Place, Map<List<Integer>, List<LeastCosts.Split>>> splits;
    private final Map<Reckoned, Outlay> outlays = new HashMap<>();
    private final Map<Reckoned, Map<String, Fraction>> means = new HashMap<>();
    private final Map<OfCapability, Fraction> meansOfCapability = new HashMap<>();
    private final Map<String, Set<String>> separate = new HashMap<>();
    private final Map<List<Fraction>, Fraction> nobodyGoes = new HashMap<>();
    private final Map<Needed, PoolCosts> needs;
    private final Map<String, String> whyNot = new HashMap<>();
    private final Map<String, Boolean> toldApart = new HashMap<>();
    private Telling telling = Telling.nobody();
    private int asked;

    /// Worlds that differ in nothing but who is willing cost every coalition the same.
    private record Place(String mission, List<World.PoolFactor> pools, List<World.PriceFactor> prices) {
        static Place of(String mission, World world) {
            return new Place(mission, world.pools(), world.prices());
        }
    }

    private record Reckoned(String mission, List<Integer> touched) {}

    /// @param mattering blocks of the candidates that the lines of the capability hang on; none of the others
    private record OfCapability(String mission, String capability, List<Integer> mattering) {}

    /// What is needed hangs on nothing else: how much is there for everybody only moves it.
    private record Needed(Demand own, List<Fraction> willing) {}

    /// What every coalition costs: by needs, or by the planner.
    sealed interface Costed {
        /// By needs.
        ///
        /// @param fixed   what arises whoever goes
        /// @param factors on each need
        record ByNeeds(CommonNeeds needs, List<Fraction> factors, long fixed) implements Costed {}

        /// By the planner.
        record ByPlanner(LeastCosts costs, long fixed) implements Costed {}
    }

    MissionCosts(Alliance alliance, InvestPlan plan, Judge judge, List<Integer> everything, SolveOptions options) {
        this.alliance = alliance;
        this.plan = plan;
        this.judge = judge;
        this.everything = List.copyOf(everything);
        this.options = options.silentlyOn(1);
        this.gapPrices = new HashMap<>();
        this.known = new HashMap<>();
        this.splits = new HashMap<>();
        this.needs = new HashMap<>();
    }

    private MissionCosts(MissionCosts before, Alliance alliance, Judge judge) {
        this.alliance = alliance;
        this.plan = before.plan;
        this.judge = judge;
        this.everything = before.everything;
        this.options = before.options;
        this.gapPrices = before.gapPrices;
        this.known = before.known;
        this.splits = before.splits;
        this.telling = before.telling;
        this.needs = before.needs;
    }

    /// The same missions in other worlds: what coalitions cost is kept.
    MissionCosts in(Alliance other, Judge judged) {
        return new MissionCosts(this, other, judged);
    }

    /// Who is told how far it is, where the planner is asked for many coalitions.
    void tell(Telling somebody) {
        this.telling = somebody;
    }

    /// Coalitions that the planner was asked for.
    int asked() {
        return asked;
    }

    /// Why what a mission costs is not known, in a sentence; empty where it is.
    String whyNot(String mission) {
        return whyNot.computeIfAbsent(mission, this::reason);
    }

    private String reason(String mission) {
        List<Integer> nothing = everything.stream().map(level -> 0).toList();
        for (List<Integer> levels : List.of(nothing, everything)) {
            for (World world : alliance.investments().worlds()) {
                Alliance held = Holdings.of(alliance, world, judge.blocks(levels));
                Mission asked = held.mission(mission).orElseThrow();
                List<String> problems = CommonNeeds.apart(held, asked, Map.of()).problems();
                int matter = problems.isEmpty()
                        ? 0
                        : LeastCosts.mattering(held, asked).size();
                int most = isAsked(mission) ? MOST_ASKED : MOST_ASKED_BESIDE;
                if (matter > most) {
                    return problems.getFirst() + "; and " + matter + " members matter, of " + most
                            + " whose coalitions the planner is asked for"
                            + (most == MOST_ASKED
                                    ? ""
                                    : " where nothing is asked of a mission's money, and of " + MOST_ASKED
                                            + " where something is");
                }
            }
        }
        return "";
    }

    /// Whether something is asked of the money of a mission.
    private boolean isAsked(String mission) {
        InvestPlan.Targets targets = plan.targets();
        return targets.worseOffMinor().isPresent()
                || targets.cvar().stream().anyMatch(one -> one.mission().equals(mission))
                || plan.missions().stream()
                        .anyMatch(one -> one.mission().equals(mission)
                                && one.failureMinor().isPresent());
    }

    /// The mean when it comes, in minor units; empty where it is not known.
    Optional<Fraction> mean(InvestPlan.Recurring recurring, List<Integer> levels) {
        return meanByCapability(recurring, levels)
                .map(parts -> parts.values().stream().reduce(Fraction.ZERO, Fraction::plus));
    }

    /// The mean by the capability of the lines that it is for, each of which only falls with more in common; under
    /// [#WHOLE] what is not told apart so.
    Optional<Map<String, Fraction>> meanByCapability(InvestPlan.Recurring recurring, List<Integer> levels) {
        if (!whyNot(recurring.mission()).isEmpty()) {
            return Optional.empty();
        }
        Set<String> apart = separate(recurring);
        if (!apart.isEmpty()) {
            Map<String, Fraction> each = new LinkedHashMap<>();
            apart.forEach(capability -> each.put(capability, meanOfCapability(recurring, capability, levels)));
            return Optional.of(each);
        }
        Reckoned key = new Reckoned(recurring.mission(), touched(recurring.mission(), levels));
        Map<String, Fraction> known = means.get(key);
        if (known == null) {
            Map<String, Fraction> sums = new LinkedHashMap<>();
            Fraction often = Fraction.ZERO;
            for (World world : alliance.investments().worlds()) {
                Fraction weight = weight(world, recurring);
                if (!weight.isZero()) {
                    requireTime(recurring);
                    told(recurring.mission(), () -> means(recurring.mission(), world, levels))
                            .forEach((capability, mean) -> sums.merge(capability, weight.times(mean), Fraction::plus));
                    often = often.plus(weight);
                }
            }
            Fraction times = often;
            sums.replaceAll((capability, sum) -> sum.over(times));
            known = sums;
            means.put(key, known);
        }
        return Optional.of(known);
    }

    /// What lines of one capability cost on average, without looking at any other: 0 where the mission asks for none.
    ///
    /// @return empty where it is not known so
    Optional<Fraction> meanOf(InvestPlan.Recurring recurring, String capability, List<Integer> levels) {
        return whyNot(recurring.mission()).isEmpty() && separate(recurring).contains(capability)
                ? Optional.of(meanOfCapability(recurring, capability, levels))
                : meanByCapability(recurring, levels).map(means -> means.getOrDefault(capability, Fraction.ZERO));
    }

    private Fraction meanOfCapability(InvestPlan.Recurring recurring, String capability, List<Integer> levels) {
        List<Integer> mattering = judge.touchedIn(
                recurring.mission(),
                capability,
                levels.stream().mapToInt(Integer::intValue).toArray());
        OfCapability key = new OfCapability(recurring.mission(), capability, mattering);
        Fraction known = meansOfCapability.get(key);
        if (known == null) {
            Fraction sum = Fraction.ZERO;
            Fraction often = Fraction.ZERO;
            for (World world : alliance.investments().worlds()) {
                Fraction weight = weight(world, recurring);
                if (!weight.isZero()) {
                    requireTime(recurring);
                    Fraction mean = told(
                            recurring.mission(),
                            () -> meanOfCapability(recurring.mission(), world, capability, mattering));
                    sum = sum.plus(weight.times(mean));
                    often = often.plus(weight);
                }
            }
            known = often.isZero() ? Fraction.ZERO : sum.over(often);
            meansOfCapability.put(key, known);
        }
        return known;
    }

    /// Costs of a mission whose lines have too many states to be told end in a sentence.
    ///
    /// @throws Refusal naming the mission
    static <T> T told(String mission, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (ArithmeticException tooLarge) {
            throw new Refusal("what mission " + mission + " costs cannot be told: " + tooLarge.getMessage()
                    + ". Let fewer of its lines compete, count in larger units, or leave it out of the plan");
        }
    }

    private Fraction meanOfCapability(String mission, World world, String capability, List<Integer> mattering) {
        if (!(costed(mission, world, mattering) instanceof Costed.ByNeeds by)) {
            throw new IllegalStateException("what " + mission + " costs is not told apart");
        }
        List<Fraction> willing = willing(world, mission, by.needs().players());
        if (capability.equals(WHOLE)) {
            return Fraction.of(by.fixed()).times(Fraction.ONE.minus(nobodyGoes(willing)));
        }
        Fraction sum = Fraction.ZERO;
        for (int k = 0; k < by.factors().size(); k++) {
            if (by.needs().needs().get(k).capability().equals(capability)) {
                sum = sum.plus(mean(by, k, willing));
            }
        }
        return sum;
    }

    /// Capabilities each of which costs what it does whatever there is of the others, with [#WHOLE] for what arises
    /// whoever goes; none where the mission is not told so. Where nobody joins only under conditions on others, lines
    /// hang on the sources of their own capability alone. With nothing eased there are most conditions.
    private Set<String> separate(InvestPlan.Recurring recurring) {
        return separate.computeIfAbsent(recurring.mission(), mission -> {
            if (!isToldApart(recurring)) {
                return Set.of();
            }
            Set<String> capabilities = new LinkedHashSet<>(Set.of(WHOLE));
            List<Integer> nothing = everything.stream().map(level -> 0).toList();
            for (World world : alliance.investments().worlds()) {
                Alliance held = Holdings.of(alliance, world, judge.blocks(nothing));
                for (CommonNeeds.CommonNeed need : CommonNeeds.apart(
                                held, held.mission(mission).orElseThrow(), Map.of())
                        .needs()) {
                    if (!need.demand().conditional().isEmpty()) {
                        return Set.of();
                    }
                    capabilities.add(need.capability());
                }
            }
            return capabilities;
        });
    }

    void requireTime(InvestPlan.Recurring recurring) {
        if (options.isOver()) {
            throw new OutOfTime("what mission " + recurring.mission() + " costs");
        }
    }

    /// Whether the mean is told capability by capability, without asking the planner; looked at with nothing and with
    /// everything.
    boolean isToldApart(InvestPlan.Recurring recurring) {
        return toldApart.computeIfAbsent(recurring.mission(), mission -> {
            List<Integer> nothing = everything.stream().map(level -> 0).toList();
            return whyNot(mission).isEmpty()
                    && List.of(nothing, everything).stream()
                            .allMatch(levels -> alliance.investments().worlds().stream()
                                    .allMatch(world -> isApart(mission, world, levels)));
        });
    }

    private boolean isApart(String mission, World world, List<Integer> levels) {
        Alliance held = Holdings.of(alliance, world, judge.blocks(levels));
        return CommonNeeds.apart(held, held.mission(mission).orElseThrow(), Map.of())
                .problems()
                .isEmpty();
    }

    /// How often a mission comes in a year, over all worlds.
    Fraction perYear(InvestPlan.Recurring recurring) {
        return alliance.investments().worlds().stream()
                .map(world -> weight(world, recurring))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /// Whether money is weighed, and what every mission costs whose money is.
    boolean isAllWeighedKnown() {
        return plan.weighsMoney()
                && plan.missions().stream()
                        .filter(one -> one.failureMinor().isPresent())
                        .allMatch(one -> whyNot(one.mission()).isEmpty());
    }

    /// What failures of weighed missions count in a year.
    Fraction failuresPerYear(List<Judged> judged) {
        Fraction sum = Fraction.ZERO;
        for (int m = 0; m < plan.missions().size(); m++) {
            Optional<Long> failure = plan.missions().get(m).failureMinor();
            if (failure.isPresent()) {
                sum = sum.plus(judged.get(m).failuresPerYear().times(failure.get()));
            }
        }
        return sum;
    }

    static Fraction weight(World world, InvestPlan.Recurring recurring) {
        return Fraction.of(world.probability())
                .times(Judge.fraction(world.perYear(recurring.mission(), recurring.perYear())));
    }

    /// What all missions whose money is weighed cost in a year, those that fail at the price of a failure.
    ///
    /// @param judged the same missions with the same levels
    Fraction weighedPerYear(List<Judged> judged, List<Integer> levels) {
        Fraction sum = failuresPerYear(judged);
        for (int m = 0; m < plan.missions().size(); m++) {
            InvestPlan.Recurring recurring = plan.missions().get(m);
            if (recurring.failureMinor().isPresent()) {
                Judged here = judged.get(m);
                sum = sum.plus(mean(recurring, levels).orElse(Fraction.ZERO).times(here.perYear()));
            }
        }
        return sum;
    }

    private Map<String, Fraction> means(String mission, World world, List<Integer> levels) {
        return switch (costed(mission, world, levels)) {
            case Costed.ByNeeds by -> {
                List<Fraction> willing = willing(world, mission, by.needs().players());
                Map<String, Fraction> means = new LinkedHashMap<>();
                means.put(WHOLE, Fraction.of(by.fixed()).times(Fraction.ONE.minus(nobodyGoes(willing))));
                for (int k = 0; k < by.factors().size(); k++) {
                    means.merge(by.needs().needs().get(k).capability(), mean(by, k, willing), Fraction::plus);
                }
                yield means;
            }
            case Costed.ByPlanner by -> {
                LeastCosts costs = by.costs();
                List<Fraction> willing = willing(world, mission, costs.players());
                Fraction nobody = nobody(willing);
                long[] table = costs.costs();
                Fraction mean = mean(table, ofThose(costs.matter(), costs.players(), willing))
                        .minus(nobody.times(table[0]));
                yield Map.of(
                        WHOLE,
                        mean.over(costs.scale()).plus(Fraction.of(by.fixed()).times(Fraction.ONE.minus(nobody))));
            }
        };
    }

    /// What one need costs on average; nothing where nobody goes.
    private Fraction mean(Costed.ByNeeds by, int need, List<Fraction> willing) {
        Fraction nobody = nobodyGoes(willing);
        Demand.Apart apart = by.needs().needs().get(need).demand().apart();
        Fraction all = needed(apart.demand(), willing).mean(apart.pools());
        Fraction bare = nobody.isZero()
                ? Fraction.ZERO
                : needed(apart.demand(), Collections.nCopies(willing.size(), Fraction.ZERO))
                        .mean(apart.pools());
        return all.minus(nobody.times(bare)).times(by.factors().get(need));
    }

    /// What a mission costs when it comes by what members' decisions have to do with one another; empty where that is
    /// not told by needs, or where members go only under conditions on others.
    Optional<Correlated> correlated(InvestPlan.Recurring recurring, List<Integer> levels) {
        if (!isToldApart(recurring)) {
            return Optional.empty();
        }
        String mission = recurring.mission();
        Correlated sum = Correlated.NOTHING;
        Fraction often = perYear(recurring);
        Optional<List<Fraction>> average = Optional.empty();
        for (World world : alliance.investments().worlds()) {
            requireTime(recurring);
            Fraction weight = weight(world, recurring);
            if (weight.isZero()) {
                continue;
            }
            if (!(costed(mission, world, levels) instanceof Costed.ByNeeds by)) {
                return Optional.empty();
            }
            List<String> players = by.needs().players();
            List<Fraction> mean = average.orElseGet(() -> average(recurring, players, often));
            average = Optional.of(mean);
            sum = sum.plus(correlated(by, mean, willing(world, mission, players)), weight.over(often));
        }
        return Optional.of(sum);
    }

    /// By player, with what chance it is willing when the mission comes, over all worlds.
    private List<Fraction> average(InvestPlan.Recurring recurring, List<String> players, Fraction often) {
        List<Fraction> average = new ArrayList<>(Collections.nCopies(players.size(), Fraction.ZERO));
        for (World world : alliance.investments().worlds()) {
            Fraction weight = weight(world, recurring).over(often);
            List<Fraction> willing = willing(world, recurring.mission(), players);
            for (int i = 0; i < average.size(); i++) {
                average.set(i, average.get(i).plus(weight.times(willing.get(i))));
            }
        }
        return average;
    }

    private Correlated correlated(Costed.ByNeeds by, List<Fraction> average, List<Fraction> willing) {
        Fraction fixed = Fraction.of(by.fixed());
        Correlated sum = new Correlated(fixed, fixed, fixed, fixed);
        for (int k = 0; k < by.factors().size(); k++) {
            Demand demand = by.needs().needs().get(k).demand();
            Demand.Apart apart = demand.apart();
            Set<Integer> conditional = demand.underConditions();
            sum = sum.plus(
                    new Correlated(
                            needed(apart.demand(), average).mean(apart.pools()),
                            needed(apart.demand(), willing).mean(apart.pools()),
                            WorstCorrelation.meanCost(willing, coalition -> demand.cost(coalition, List.of())),
                            WorstCorrelation.meanCost(
                                    willing, coalition -> demand.cost(without(coalition, conditional), List.of()))),
                    by.factors().get(k));
        }
        return sum;
    }

    private static boolean[] without(boolean[] coalition, Set<Integer> some) {
        boolean[] rest = coalition.clone();
        some.forEach(player -> rest[player] = false);
        return rest;
    }

    private Fraction nobodyGoes(List<Fraction> willing) {
        return nobodyGoes.computeIfAbsent(willing, MissionCosts::nobody);
    }

    static List<Fraction> willing(World world, String mission, List<String> players) {
        return players.stream()
                .map(player -> Fraction.of(
                        world.willingnessOf(player, mission).orElseThrow().from()))
                .toList();
    }

    private static List<Fraction> ofThose(List<String> some, List<String> players, List<Fraction> willing) {
        return some.stream().map(one -> willing.get(players.indexOf(one))).toList();
    }

    static Fraction nobody(List<Fraction> willing) {
        return willing.stream().map(Fraction.ONE::minus).reduce(Fraction.ONE, Fraction::times);
    }

    private PoolCosts needed(Demand own, List<Fraction> willing) {
        return needs.computeIfAbsent(new Needed(own, willing), key -> PoolCosts.of(key.own(), key.willing()));
    }

    /// The mean of a table over coalitions, player by player.
    static Fraction mean(long[] table, List<Fraction> willing) {
        BigInteger[] sums = Arrays.stream(table).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
        BigInteger whole = BigInteger.ONE;
        int left = sums.length;
        for (int i = willing.size() - 1; i >= 0; i--) {
            Fraction q = willing.get(i);
            BigInteger out = q.denominator().subtract(q.numerator());
            left /= 2;
            for (int c = 0; c < left; c++) {
                sums[c] = sums[c].multiply(out).add(sums[c + left].multiply(q.numerator()));
            }
            whole = whole.multiply(q.denominator());
        }
        return new Fraction(sums[0], whole);
    }

    Map<String, Long> gapPrices(String mission, World world) {
        Place place = Place.of(mission, world);
        Map<String, Long> prices = gapPrices.get(place);
        if (prices == null) {
            Alliance held = Holdings.of(alliance, world, judge.blocks(everything));
            prices = StandAlone.gapPricesTogether(
                    Eligibility.of(held, StandAlone.of(held.mission(mission).orElseThrow())));
            gapPrices.put(place, prices);
        }
        return prices;
    }

    /// What every coalition costs in one world.
    Costed costed(String mission, World world, List<Integer> levels) {
        List<Integer> touched = touched(mission, levels);
        Map<List<Integer>, Costed> tables =
                known.computeIfAbsent(Place.of(mission, world), place -> new LinkedHashMap<>());
        Costed costed = tables.get(touched);
        if (costed == null) {
            costed = reckoned(mission, world, touched, tables);
            tables.put(touched, costed);
        }
        return costed;
    }

    private Costed reckoned(String mission, World world, List<Integer> touched, Map<List<Integer>, Costed> tables) {
        Alliance held = Holdings.of(alliance, world, judge.blocks(touched));
        Mission here = held.mission(mission).orElseThrow();
        long fixed = StandAlone.fixedCost(here);
        CommonNeeds needs = CommonNeeds.apart(held, here, gapPrices(mission, world));
        Map<String, BigDecimal> factors = factors(world);
        if (needs.problems().isEmpty()) {
            return new Costed.ByNeeds(
                    needs,
                    needs.needs().stream()
                            .map(need -> Fraction.of(factors.getOrDefault(need.capability(), BigDecimal.ONE)))
                            .toList(),
                    fixed);
        }
        LeastCosts costs = LeastCosts.of(
                held,
                here,
                gapPrices(mission, world),
                factors,
                before(LeastCosts.mattering(held, here), touched, tables),
                options,
                left -> telling.now("working out what " + mission + " costs in world " + world.id() + ", "
                        + Counted.of(left, "coalition", "coalitions") + " left"));
        asked += costs.asked();
        return new Costed.ByPlanner(costs, fixed);
    }

    static Map<String, BigDecimal> factors(World world) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        world.prices().stream()
                .filter(one -> one.of() == World.Of.CAPABILITY)
                .forEach(one -> factors.merge(one.name(), one.factor(), BigDecimal::multiply));
        return factors;
    }

    /// What smaller and larger portfolios cost holds what this one costs between them; a plan of a larger one that
    /// can be had with this one, too, is the cheapest here.
    private static Optional<LeastCosts.Before> before(
            List<String> matter, List<Integer> levels, Map<List<Integer>, Costed> tables) {
        List<LeastCosts> smaller = new ArrayList<>();
        List<LeastCosts> larger = new ArrayList<>();
        tables.forEach((others, costed) -> {
            if (costed instanceof Costed.ByPlanner by && by.costs().matter().equals(matter)) {
                if (Judge.isWithin(others, levels)) {
                    smaller.add(by.costs());
                } else if (Judge.isWithin(levels, others)) {
                    larger.add(by.costs());
                }
            }
        });
        return larger.isEmpty() ? Optional.empty() : Optional.of(LeastCosts.between(smaller, larger));
    }

    /// With whom the mean lies when the mission comes; empty where it is not known.
    Optional<Outlay> lying(InvestPlan.Recurring recurring, List<Integer> levels) {
        if (!whyNot(recurring.mission()).isEmpty()) {
            return Optional.empty();
        }
        Reckoned key = new Reckoned(recurring.mission(), touched(recurring.mission(), levels));
        Outlay known = outlays.get(key);
        if (known == null) {
            known = reckoned(recurring, levels);
            outlays.put(key, known);
        }
        return Optional.of(known);
    }

    private List<Integer> touched(String mission, List<Integer> levels) {
        return judge.touched(
                mission, levels.stream().mapToInt(Integer::intValue).toArray());
    }

    private Outlay reckoned(InvestPlan.Recurring recurring, List<Integer> levels) {
        Outlay sum = Outlay.NOTHING;
        Fraction often = Fraction.ZERO;
        for (World world : alliance.investments().worlds()) {
            Fraction weight = weight(world, recurring);
            if (!weight.isZero()) {
                requireTime(recurring);
                Outlay here = told(recurring.mission(), () -> lying(recurring.mission(), world, levels));
                sum = Outlay.plus(sum, here, weight);
                often = often.plus(weight);
            }
        }
        return often.isZero() ? sum : Outlay.plus(Outlay.NOTHING, sum, Fraction.ONE.over(often));
    }

    private Outlay lying(String mission, World world, List<Integer> levels) {
        return switch (costed(mission, world, levels)) {
            case Costed.ByNeeds by ->
                byNeeds(by, willing(world, mission, by.needs().players()));
            case Costed.ByPlanner by -> byPlanner(mission, world, levels, by);
        };
    }

    private static Outlay byNeeds(Costed.ByNeeds by, List<Fraction> willing) {
        List<String> players = by.needs().players();
        Fraction nobody = nobody(willing);
        Outlay sum = new Outlay(Map.of(), Fraction.of(by.fixed()).times(Fraction.ONE.minus(nobody)), Fraction.ZERO);
        for (int k = 0; k < by.factors().size(); k++) {
            Demand demand = by.needs().needs().get(k).demand();
            Outlays<Fraction> all = Outlays.of(demand, List.of(), Weights.EXACT, willing);
            Outlays<Fraction> bare = Outlays.of(
                    demand,
                    List.of(),
                    Weights.EXACT,
                    willing.stream().map(q -> Fraction.ZERO).toList());
            Map<String, Fraction> members = new LinkedHashMap<>();
            for (int i = 0; i < players.size(); i++) {
                if (!all.players().get(i).isZero()) {
                    members.put(players.get(i), all.players().get(i));
                }
            }
            sum = Outlay.plus(
                    sum,
                    new Outlay(
                            members,
                            all.outside().minus(nobody.times(bare.outside())),
                            all.gaps().minus(nobody.times(bare.gaps()))),
                    by.factors().get(k));
        }
        return sum;
    }

    /// Asked for once for all worlds that differ only in who is willing.
    private List<LeastCosts.Split> splits(String mission, World world, List<Integer> touched) {
        Map<List<Integer>, List<LeastCosts.Split>> tables =
                splits.computeIfAbsent(Place.of(mission, world), place -> new HashMap<>());
        List<LeastCosts.Split> known = tables.get(touched);
        if (known == null) {
            Alliance held = Holdings.of(alliance, world, judge.blocks(touched));
            telling.now("working out with whom what " + mission + " costs lies in world " + world.id());
            known = LeastCosts.splits(
                    held, held.mission(mission).orElseThrow(), gapPrices(mission, world), factors(world), options);
            tables.put(touched, known);
        }
        return known;
    }

    private Outlay byPlanner(String mission, World world, List<Integer> levels, Costed.ByPlanner by) {
        List<LeastCosts.Split> splits = splits(mission, world, touched(mission, levels));
        List<Fraction> willing = willing(world, mission, by.costs().players());
        List<Fraction> mattering = ofThose(by.costs().matter(), by.costs().players(), willing);
        Fraction nobody = nobody(willing);
        Fraction scale = Fraction.of(by.costs().scale());
        Map<String, Fraction> members = new LinkedHashMap<>();
        for (String member : by.costs().matter()) {
            long[] own = splits.stream()
                    .mapToLong(split -> split.members().getOrDefault(member, 0L))
                    .toArray();
            members.put(member, mean(own, mattering).over(scale));
        }
        long[] common = splits.stream().mapToLong(LeastCosts.Split::common).toArray();
        long[] missing = splits.stream().mapToLong(LeastCosts.Split::missing).toArray();
        return new Outlay(
                members,
                mean(common, mattering)
                        .minus(nobody.times(common[0]))
                        .over(scale)
                        .plus(Fraction.of(by.fixed()).times(Fraction.ONE.minus(nobody))),
                mean(missing, mattering).minus(nobody.times(missing[0])).over(scale));
    }
}
