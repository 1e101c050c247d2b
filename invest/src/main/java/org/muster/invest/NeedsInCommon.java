package org.muster.invest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.games.Fraction;
import org.muster.plan.OutOfTime;
import org.muster.plan.atlas.CommonNeeds;
import org.muster.plan.atlas.StandAlone;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.need.Demand;
import org.muster.plan.need.NeedCurve;
import org.muster.solve.SolveOptions;

/// Works out [NeedInCommon]: mission by mission, world by world and moment by moment the distribution of what is
/// lacking at every price ([NeedCurve]), added up with how often the moment comes.
final class NeedsInCommon {
    private final Alliance alliance;
    private final InvestPlan plan;
    private final Judge judge;
    private final MissionCosts costs;
    private final List<InvestCandidate> candidates;
    private final SolveOptions options;

    NeedsInCommon(
            Alliance alliance,
            InvestPlan plan,
            Judge judge,
            MissionCosts costs,
            List<InvestCandidate> candidates,
            SolveOptions options) {
        this.alliance = alliance;
        this.plan = plan;
        this.judge = judge;
        this.costs = costs;
        this.candidates = candidates;
        this.options = options;
    }

    /// Of each capability that a candidate may serve: for the candidate of which the portfolio has most, else the first
    /// in the folder's order.
    List<NeedInCommon> all(List<Integer> levels) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int c = 0; c < candidates.size(); c++) {
            if (candidates.get(c).what() instanceof InvestCandidate.Asset asset && isForEverybody(asset)) {
                int here = c;
                first.merge(asset.capability(), c, (one, other) -> levels.get(here) > levels.get(one) ? here : one);
            }
        }
        return first.values().stream()
                .map(c -> of(c, levels))
                .flatMap(Optional::stream)
                .toList();
    }

    /// For the units of one candidate, without any candidate of its capability and with the rest of the portfolio;
    /// empty for a rule.
    Optional<NeedInCommon> of(int candidate, List<Integer> levels) {
        if (!(candidates.get(candidate).what() instanceof InvestCandidate.Asset asset)) {
            return Optional.empty();
        }
        return Optional.of(new Sum(candidate, asset, without(asset, levels))
                .of(Math.multiplyExact(asset.block(), levels.get(candidate))));
    }

    /// What lines ask that units of a candidate may serve, in one time of a mission in a world.
    ///
    /// @param weight  how often it comes in a year, times the factor on prices
    /// @param demand  without any candidate of the capability
    /// @param draw    what a unit costs there when it is drawn, in minor units
    /// @param players in the order of the demand
    /// @param willing by player
    record Served(Fraction weight, Demand demand, long draw, List<String> players, List<Fraction> willing) {
        Served {
            players = List.copyOf(players);
            willing = List.copyOf(willing);
        }
    }

    /// All times of missions with a price of failure in which units of a candidate may serve, with the rest of the
    /// portfolio; or else why that cannot be told.
    ///
    /// @param why one sentence; empty where it can
    record AllServed(List<Served> served, Optional<String> why) {
        AllServed {
            served = List.copyOf(served);
        }
    }

    /// @throws IllegalArgumentException of a rule
    AllServed served(int candidate, List<Integer> levels) {
        if (!(candidates.get(candidate).what() instanceof InvestCandidate.Asset asset)) {
            throw new IllegalArgumentException(candidates.get(candidate).id() + " is a rule");
        }
        Sum sum = new Sum(candidate, asset, without(asset, levels));
        sum.read();
        List<Served> served = new ArrayList<>();
        for (InvestPlan.Recurring recurring : plan.missions()) {
            String mission = recurring.mission();
            if (recurring.failureMinor().isEmpty()) {
                continue;
            }
            Optional<String> why = Optional.ofNullable(sum.notTold.get(mission))
                    .or(() -> Optional.ofNullable(sum.atLeast.get(mission)));
            if (why.isPresent()) {
                return new AllServed(List.of(), why.map(one -> mission + ": " + one));
            }
        }
        sum.moments.stream().filter(Moment::isValued).map(Moment::served).forEach(served::add);
        return new AllServed(served, Optional.empty());
    }

    private List<Integer> without(InvestCandidate.Asset asset, List<Integer> levels) {
        List<Integer> without = new ArrayList<>(levels);
        for (int c = 0; c < without.size(); c++) {
            if (candidates.get(c).what() instanceof InvestCandidate.Asset other
                    && other.capability().equals(asset.capability())) {
                without.set(c, 0);
            }
        }
        return without;
    }

    private boolean isForEverybody(InvestCandidate.Asset asset) {
        return asset.pool()
                .map(pool -> alliance.pool(pool)
                        .map(one -> one.access() instanceof Access.Open || one.access() instanceof Access.Consensus)
                        .orElse(false))
                .orElse(asset.owners().open());
    }

    /// A time of a mission in a world.
    ///
    /// @param weight   how often it comes in a year, over the parts of the curve's whole
    /// @param factor   on prices
    /// @param served   what units in common may serve
    /// @param nobody   parts of the whole in which nobody goes
    /// @param lacking  what is lacking then, at every step
    /// @param isValued whether its money counts
    private record Moment(
            Fraction weight,
            Fraction factor,
            Served served,
            NeedCurve<BigInteger> curve,
            BigInteger nobody,
            List<Long> lacking,
            boolean isValued) {
        /// The same, its money left out.
        Moment counted() {
            return new Moment(weight, factor, served, curve, nobody, lacking, false);
        }

        /// What a unit costs there when it is drawn.
        long draw() {
            return served.draw();
        }

        /// Parts of the whole by what is needed at a step, where somebody goes.
        NavigableMap<Long, BigInteger> step(int j) {
            NavigableMap<Long, BigInteger> parts =
                    new TreeMap<>(curve.steps().get(j).chances());
            parts.merge(lacking.get(j), nobody.negate(), BigInteger::add);
            return parts;
        }

        /// The step that holds at the price of a draw; where that is no less than what a missing unit counts, the last.
        int drawn() {
            int step = stepAt(draw());
            return step < 0 ? curve.steps().size() - 1 : step;
        }

        /// The step that holds at a price; none beyond the last.
        int stepAt(long price) {
            for (int j = curve.steps().size() - 1; j >= 0; j--) {
                if (curve.prices().get(j) <= price) {
                    return price < curve.prices().get(j + 1) ? j : -1;
                }
            }
            return -1;
        }
    }

    private final class Sum {
        private final int candidate;
        private final InvestCandidate.Asset asset;
        private final List<Integer> without;
        private final Pool.Period period;
        private final List<Moment> moments = new ArrayList<>();
        private final Map<String, String> atLeast = new LinkedHashMap<>();
        private final Map<String, String> notTold = new LinkedHashMap<>();
        private final Set<String> missions = new LinkedHashSet<>();
        private final Set<String> valued = new LinkedHashSet<>();
        private BigInteger common = BigInteger.ONE;

        Sum(int candidate, InvestCandidate.Asset asset, List<Integer> without) {
            this.candidate = candidate;
            this.asset = asset;
            this.without = without;
            this.period = asset.pool().flatMap(alliance::pool).map(Pool::period).orElse(asset.period());
        }

        void read() {
            for (InvestPlan.Recurring recurring : plan.missions()) {
                Mission mission = alliance.mission(recurring.mission()).orElseThrow();
                if (mission.phases().stream()
                        .flatMap(phase -> phase.requirements().stream())
                        .anyMatch(line -> line.capability().equals(asset.capability()))) {
                    read(recurring);
                }
            }
        }

        NeedInCommon of(long held) {
            read();
            return new NeedInCommon(
                    asset.capability(),
                    candidates.get(candidate).id(),
                    period,
                    List.copyOf(missions),
                    List.copyOf(valued),
                    atLeast,
                    notTold,
                    steps(),
                    tails(Moment::drawn),
                    tails(moment -> moment.curve().steps().size() - 1),
                    unitValues(),
                    held);
        }

        private void read(InvestPlan.Recurring recurring) {
            if (!isForEverybody(asset)) {
                notTold.put(recurring.mission(), "how much there is hangs on who goes");
                return;
            }
            List<Moment> here = new ArrayList<>();
            for (World world : alliance.investments().worlds()) {
                if (options.isOver()) {
                    throw new OutOfTime("how often how many units of " + asset.capability() + " are needed");
                }
                Fraction weight = MissionCosts.weight(world, recurring);
                if (!weight.isZero()) {
                    Optional<String> why = read(recurring, world, weight, here);
                    if (why.isPresent()) {
                        notTold.put(recurring.mission(), why.get());
                        atLeast.remove(recurring.mission());
                        return;
                    }
                }
            }
            // Coupled in one world, the mission's money is told in none.
            boolean isCoupled = atLeast.containsKey(recurring.mission());
            here.forEach(moment -> moments.add(isCoupled ? moment.counted() : moment));
            missions.add(recurring.mission());
            if (recurring.failureMinor().isPresent() && !atLeast.containsKey(recurring.mission())) {
                valued.add(recurring.mission());
            }
        }

        /// Why it cannot be told, in a sentence; empty where it can.
        private Optional<String> read(
                InvestPlan.Recurring recurring, World world, Fraction weight, List<Moment> moments) {
            Alliance held = Holdings.of(alliance, world, judge.blocks(without));
            Mission mission = held.mission(recurring.mission()).orElseThrow();
            CommonNeeds.OfCapability told = CommonNeeds.ofCapability(
                    held, mission, asset.capability(), period, costs.gapPrices(recurring.mission(), world));
            CommonNeeds needs = told.needs();
            if (!needs.problems().isEmpty()) {
                return Optional.of(needs.problems().getFirst());
            }
            boolean isValued =
                    recurring.failureMinor().isPresent() && told.coupled().isEmpty();
            if (!told.coupled().isEmpty()) {
                atLeast.putIfAbsent(recurring.mission(), told.coupled().getFirst());
            }
            Map<String, Long> draws = draws(world, recurring.mission());
            List<Fraction> willing = MissionCosts.willing(world, recurring.mission(), needs.players());
            Fraction factor = Fraction.of(MissionCosts.factors(world).getOrDefault(asset.capability(), BigDecimal.ONE));
            for (CommonNeeds.CommonNeed need : needs.needs()) {
                Optional<Open> served = served(need, draws);
                if (served.isEmpty()) {
                    return Optional.of("lines " + String.join(" and ", need.lines())
                            + " compete, and units in common serve only some of them, or not at one price");
                }
                if (!served.get().demand().groups().isEmpty()) {
                    try {
                        moments.add(
                                moment(served.get(), new Often(weight, factor), needs.players(), willing, isValued));
                    } catch (ArithmeticException tooMany) {
                        return Optional.of(String.valueOf(tooMany.getMessage()));
                    }
                }
            }
            return Optional.empty();
        }

        private Moment moment(Open open, Often often, List<String> players, List<Fraction> willing, boolean isValued) {
            NeedCurve<BigInteger> curve = NeedCurve.inWhole(open.demand(), willing);
            BigInteger whole = willing.stream().map(Fraction::denominator).reduce(BigInteger.ONE, BigInteger::multiply);
            Fraction nobody = MissionCosts.nobody(willing).times(new Fraction(whole, BigInteger.ONE));
            boolean[] empty = new boolean[willing.size()];
            List<Long> lacking = curve.prices().subList(0, curve.steps().size()).stream()
                    .map(price -> open.demand().at(price).of(empty))
                    .toList();
            Fraction each = often.weight().over(new Fraction(whole, BigInteger.ONE));
            common = common.multiply(each.denominator()).divide(common.gcd(each.denominator()));
            Served served =
                    new Served(often.weight().times(often.factor()), open.demand(), open.draw(), players, willing);
            return new Moment(each, often.factor(), served, curve, nobody.numerator(), lacking, isValued);
        }

        /// @param weight how often in a year
        /// @param factor on prices
        private record Often(Fraction weight, Fraction factor) {}

        /// By line, what a unit of the candidate costs there when it is drawn; lines that it cannot serve in time have
        /// none.
        private Map<String, Long> draws(World world, String mission) {
            List<Integer> one = new ArrayList<>(without);
            one.set(candidate, 1);
            Alliance held = Holdings.of(alliance, world, judge.blocks(one));
            String source = asset.pool().orElse(candidates.get(candidate).id());
            Map<String, Long> draws = new LinkedHashMap<>();
            for (Candidate some : Eligibility.of(
                            held, StandAlone.of(held.mission(mission).orElseThrow()))
                    .candidates()) {
                if (some.source().id().equals(source)
                        && some.source().member().isEmpty()
                        && some.blockers().isEmpty()) {
                    draws.put(some.line().key(), some.source().unitCostMinor(some.line()));
                }
            }
            return draws;
        }

        /// @param demand of the lines that units in common may serve
        private record Open(Demand demand, long draw) {}

        private static Optional<Open> served(CommonNeeds.CommonNeed need, Map<String, Long> draws) {
            List<Demand.Group> groups = new ArrayList<>();
            Set<Long> prices = new TreeSet<>();
            int at = 0;
            for (Demand.Group group : need.demand().groups()) {
                List<String> lines = need.lines().subList(at, at + group.asked().size());
                at += group.asked().size();
                long can = lines.stream().filter(draws::containsKey).count();
                if (can > 0 && can < lines.size()) {
                    return Optional.empty();
                }
                if (can > 0) {
                    groups.add(group);
                    lines.forEach(line -> prices.add(draws.getOrDefault(line, 0L)));
                }
            }
            return prices.size() > 1
                    ? Optional.empty()
                    : Optional.of(new Open(
                            new Demand(
                                    need.demand().players(),
                                    groups,
                                    need.demand().conditional()),
                            prices.stream().findFirst().orElse(0L)));
        }

        private interface StepOf {
            /// The step of a moment; none where it is below 0.
            int of(Moment moment);
        }

        /// How often at least how many units are needed, each moment at a step of its own.
        private List<NeedInCommon.Tail> tails(StepOf step) {
            NavigableMap<Long, BigInteger> sums = new TreeMap<>();
            for (Moment moment : moments) {
                int j = step.of(moment);
                if (j >= 0) {
                    BigInteger parts = parts(moment.weight());
                    moment.step(j)
                            .forEach((units, chance) -> sums.merge(units, chance.multiply(parts), BigInteger::add));
                }
            }
            return tails(sums).entrySet().stream()
                    .map(one -> new NeedInCommon.Tail(one.getKey(), new Fraction(one.getValue(), common)))
                    .toList();
        }

        private BigInteger parts(Fraction weight) {
            return weight.numerator().multiply(common.divide(weight.denominator()));
        }

        /// Sums from each number of units on, but 0; where the sum is the same the greatest number stands for all.
        private static NavigableMap<Long, BigInteger> tails(NavigableMap<Long, BigInteger> sums) {
            NavigableMap<Long, BigInteger> tails = new TreeMap<>();
            BigInteger sum = BigInteger.ZERO;
            for (Map.Entry<Long, BigInteger> one : sums.descendingMap().entrySet()) {
                if (one.getKey() > 0 && one.getValue().signum() != 0) {
                    sum = sum.add(one.getValue());
                    tails.put(one.getKey(), sum);
                }
            }
            return tails;
        }

        private List<NeedInCommon.Step> steps() {
            Set<Fraction> prices = new TreeSet<>();
            for (Moment moment : moments) {
                moment.curve()
                        .prices()
                        .forEach(price -> prices.add(moment.factor().times(price)));
            }
            List<NeedInCommon.Step> steps = new ArrayList<>();
            for (Fraction price : prices) {
                List<NeedInCommon.Tail> tail = tails(moment -> stepAt(moment, price));
                boolean isSame = steps.isEmpty()
                        ? tail.isEmpty()
                        : steps.getLast().tail().equals(tail);
                if (!isSame) {
                    steps.add(new NeedInCommon.Step(price, tail));
                }
            }
            return steps;
        }

        private static int stepAt(Moment moment, Fraction price) {
            if (moment.factor().isZero()) {
                return -1;
            }
            Fraction own = price.over(moment.factor());
            BigInteger whole = own.numerator().divide(own.denominator());
            // Beyond 64 bits it is beyond every price.
            return moment.stepAt(whole.bitLength() < Long.SIZE ? whole.longValue() : Long.MAX_VALUE);
        }

        private List<NeedInCommon.UnitValue> unitValues() {
            NavigableMap<Long, Fraction> sums = new TreeMap<>();
            for (Moment moment : moments) {
                if (moment.isValued()) {
                    NavigableMap<Long, BigInteger> own = new TreeMap<>();
                    for (int j = 0; j < moment.curve().steps().size(); j++) {
                        long width = moment.curve().prices().get(j + 1)
                                - Math.max(moment.curve().prices().get(j), moment.draw());
                        if (width > 0) {
                            moment.step(j)
                                    .forEach((units, chance) -> own.merge(
                                            units, chance.multiply(BigInteger.valueOf(width)), BigInteger::add));
                        }
                    }
                    Fraction each = moment.weight().times(moment.factor());
                    own.forEach((units, parts) ->
                            sums.merge(units, each.times(new Fraction(parts, BigInteger.ONE)), Fraction::plus));
                }
            }
            List<NeedInCommon.UnitValue> values = new ArrayList<>();
            Fraction sum = Fraction.ZERO;
            long to = 0;
            for (Map.Entry<Long, Fraction> one : sums.descendingMap().entrySet()) {
                if (one.getKey() > 0 && !one.getValue().isZero()) {
                    if (to > 0) {
                        values.addFirst(new NeedInCommon.UnitValue(one.getKey() + 1, to, sum));
                    }
                    sum = sum.plus(one.getValue());
                    to = one.getKey();
                }
            }
            if (to > 0) {
                values.addFirst(new NeedInCommon.UnitValue(1, to, sum));
            }
            return values;
        }
    }
}
