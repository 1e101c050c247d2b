package org.muster.invest;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.invest.Bought;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.key.Key;
import org.muster.answer.Telling;
import org.muster.games.Fraction;
import org.muster.input.Counted;
import org.muster.input.Refusal;
import org.muster.plan.OutOfTime;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.solve.SolveOptions;

/// Which assets to hold in common and which rules to ease.
///
/// A portfolio turns the alliance into another one. Of every mission it is counted exactly, over all coalitions of
/// willing members and in every world, with what chance it can run, and with what chance without each member. The
/// cheapest portfolio that reaches what is asked is found by [Boxes] and proven; where nothing is asked but a budget,
/// the one with the fewest failures.
///
/// Every mission is judged as if no other ran at the same time, and in a year in which everything that was ordered is
/// there.
public final class Invest {
    /// Points of a frontier at most.
    private static final int MOST_POINTS = 25;

    /// Minor units that a table of a game holds exactly.
    private static final Fraction MOST_SHARED = Fraction.of(1L << 53);

    private final InvestQuestion question;
    private final Telling telling;
    private final SolveOptions options;
    private final List<InvestCandidate> candidates;
    private final List<Fraction> prices = new ArrayList<>();
    private final Map<String, LocalDate> late = new LinkedHashMap<>();
    private final Judge judge;
    private final MissionCosts costs;
    private final CostTails tails;
    private final NeedsInCommon needs;
    private final BoundByCapability byCapability;
    private final Boxes boxes;
    private final int[] most;
    private Optional<WorseOff> worseOff = Optional.empty();
    private final List<String> notInTime = new ArrayList<>();

    private Invest(InvestQuestion question, SolveOptions options, Telling telling, int mostAsked) {
        this.question = question;
        this.telling = telling;
        this.options = options;
        Alliance alliance = question.alliance();
        this.candidates = alliance.investments().candidates();
        this.most = new int[candidates.size()];
        for (int c = 0; c < most.length; c++) {
            InvestCandidate candidate = candidates.get(c);
            prices.add(YearlyPrice.perBlock(candidate.price(), question.plan().ratePercent()));
            LocalDate there = thereOn(candidate, question.orderedOn());
            most[c] = there.isAfter(question.plan().to()) ? 0 : candidate.maxBlocks();
            if (most[c] == 0) {
                late.put(candidate.id(), there);
            }
        }
        this.judge = new Judge(alliance, question.plan(), candidates, options, question.seed(), mostAsked);
        this.costs = new MissionCosts(
                alliance, question.plan(), judge, Arrays.stream(most).boxed().toList(), options);
        this.costs.tell(telling);
        this.tails = new CostTails(
                alliance,
                question.plan(),
                judge,
                costs,
                Arrays.stream(most).boxed().toList());
        this.needs = new NeedsInCommon(alliance, question.plan(), judge, costs, candidates, options);
        this.byCapability = new BoundByCapability(question.plan(), candidates, prices, costs, most);
        this.boxes = search(judge);
    }

    private Boxes search(Judge by) {
        return new Boxes(candidates, most, prices, by, costs, byCapability, options::isOver, this::tell);
    }

    private void tell(int looked) {
        telling.now("looking for the best portfolio, " + Counted.of(looked, "box of portfolios", "boxes of portfolios")
                + " looked into");
    }

    static LocalDate thereOn(InvestCandidate candidate, LocalDate ordered) {
        return switch (candidate.what()) {
            case InvestCandidate.Asset asset -> ordered.plusDays(asset.leadDays());
            case InvestCandidate.RuleChange rule -> ordered;
        };
    }

    /// Answers a question.
    ///
    /// @param telling who is told what it is at
    /// @throws Refusal where a target is asked of a mission that cannot be judged, or time runs out before any
    ///                 portfolio is judged
    public static InvestAnswer ask(InvestQuestion question, SolveOptions options, Telling telling) {
        return ask(question, options, telling, AskedCoalitions.MOST_MATTERING);
    }

    /// @param mostAsked members that matter at most where the planner is asked for all their coalitions
    static InvestAnswer ask(InvestQuestion question, SolveOptions options, Telling telling, int mostAsked) {
        try {
            return new Invest(question, options, telling, mostAsked).answer();
        } catch (OutOfTime ranOut) {
            throw new Refusal(String.valueOf(ranOut.getMessage()));
        }
    }

    private InvestAnswer answer() {
        telling.begin("judging every mission with nothing more in common");
        Portfolio before = boxes.portfolio(new int[most.length]);
        telling.begin("judging every mission with all candidates");
        Portfolio everything = boxes.everything();
        this.worseOff = question.plan().targets().worseOffMinor().map(most -> worseOff(most, before));
        Aims goal = goal();
        requireJudged(goal, before, everything);
        requireTails();
        Set<String> drawn = drawn(before, everything);
        requireNotDrawn(drawn);
        List<Aims.Asked> leftOut = goal.missed(everything).stream()
                .filter(one -> one.member().isPresent())
                .toList();
        Aims reachable = goal.without(leftOut);
        telling.begin("looking for the best portfolio");
        Chosen chosen = chosen(reachable, before, everything);
        telling.begin("working out what missions cost");
        Map<String, InvestAnswer.MeanCost> means = means(before, chosen.best());
        Map<String, Correlated> correlated = inTime(
                        "what missions cost when members decide together", () -> Optional.of(correlated(chosen.best())))
                .orElse(Map.of());
        Optional<InvestAnswer.Money> money = inTime("with whom the money lies", () -> money(before, chosen.best()));
        Optional<PoolPayers> payers = inTime("who pays by several rules", () -> payers(chosen.best()));
        Optional<Explained> explained = question.explain().flatMap(what -> {
            telling.begin("explaining " + what);
            return inTime(
                    "what is to be explained of " + what,
                    () -> Optional.of(
                            new Explaining(question, candidates, most, boxes, needs).of(what, chosen.best())));
        });
        Optional<Evaluated> evaluated = question.evaluate().flatMap(bought -> {
            telling.begin("judging what was really bought");
            return inTime("what was really bought", () -> Optional.of(evaluated(bought, goal)));
        });
        telling.begin("working out how often how much is needed");
        List<NeedInCommon> need = inTime(
                        "how often how much is needed",
                        () -> Optional.of(needs.all(chosen.best().levels())))
                .orElse(List.of());
        Optional<Waiting> waiting = question.asks(InvestQuestion.Besides.WAITING)
                ? inTime("what it is worth to wait", this::waiting)
                : Optional.empty();
        List<Portfolio> frontier = question.asks(InvestQuestion.Besides.FRONTIER) ? frontier(goal.budget()) : List.of();
        Optional<List<Fraction>> frontierMoney = inTime(
                "what missions cost at every price",
                () -> Optional.of(
                        question.plan().weighsMoney()
                                ? frontier.stream().map(boxes::money).toList()
                                : List.of()));
        boolean isDrawn = isDrawn(reachable, drawn);
        Optional<Estimate> estimate = isDrawn && chosen.outcome() == InvestAnswer.Outcome.MET
                ? inTime("how sure what is estimated is", () -> Optional.of(estimate(reachable, chosen.best(), drawn)))
                : Optional.empty();
        double portfolios = 1;
        for (int levels : most) {
            portfolios *= levels + 1;
        }
        InvestAnswer.Reached reached = new InvestAnswer.Reached(
                chosen.outcome(),
                leftOut.stream().map(one -> held(one, everything)).toList(),
                chosen.relaxations(),
                new InvestAnswer.Proof(
                        chosen.found().value(),
                        chosen.found().lower(),
                        chosen.found().boxes(),
                        portfolios,
                        judge.evaluations(),
                        chosen.found().isProven() && !isDrawn,
                        isDrawn),
                limit(reachable, chosen.best()),
                inTime("what the dearest costs are", () -> Optional.of(cvar(before, chosen.best())))
                        .orElse(List.of()),
                estimate,
                inTime("which target binds", () -> Optional.of(targets(reachable, chosen)))
                        .orElse(List.of()));
        return new InvestAnswer(
                question,
                new InvestAnswer.Offered(candidates, prices, late),
                new InvestAnswer.Compared(before, everything, chosen.best()),
                reached,
                new InvestAnswer.Curve(
                        frontierMoney.isPresent() ? frontier : List.of(), frontierMoney.orElse(List.of())),
                new InvestAnswer.InMoney(means, correlated, money, payers),
                new InvestAnswer.Further(explained, evaluated, need, waiting, atOnce(chosen.best())),
                notInTime);
    }

    /// What is worked out after the search is left out where time runs out, and said to be.
    private <T> Optional<T> inTime(String what, Supplier<Optional<T>> asked) {
        try {
            return asked.get();
        } catch (OutOfTime ranOut) {
            notInTime.add(what);
            return Optional.empty();
        }
    }

    private Evaluated evaluated(Bought bought, Aims goal) {
        int[] levels = new int[most.length];
        List<Bought.Purchase> late = new ArrayList<>();
        List<Bought.Purchase> beside = new ArrayList<>();
        for (Bought.Purchase purchase : bought.purchases()) {
            int candidate = purchase.candidate().map(this::placeOf).orElse(-1);
            if (candidate < 0) {
                beside.add(purchase);
            } else if (thereOn(candidates.get(candidate), purchase.ordered())
                    .isAfter(question.plan().to())) {
                late.add(purchase);
            } else {
                levels[candidate] += purchase.blocks();
            }
        }
        Portfolio portfolio = boxes.portfolio(levels);
        Aims same = new Aims(List.of(), Map.of(), Optional.of(portfolio.pricePerYear()));
        Boxes.Found found = boxes.best(same, Boxes.Aim.FAILURES);
        return new Evaluated(
                bought,
                portfolio,
                late,
                beside,
                found.best().orElse(portfolio),
                found.isProven() && portfolio.missions().stream().noneMatch(one -> one.method() == HowKnown.ESTIMATED),
                goal.missed(portfolio));
    }

    private int placeOf(String id) {
        for (int c = 0; c < candidates.size(); c++) {
            if (candidates.get(c).id().equals(id)) {
                return c;
            }
        }
        return -1;
    }

    private InvestAnswer.LeftOut held(Aims.Asked asked, Portfolio everything) {
        Alliance held = Holdings.of(
                question.alliance(),
                question.alliance().investments().worlds().getFirst(),
                judge.blocks(everything.levels()));
        List<String> lead = held.mission(asked.mission()).orElseThrow().lead();
        boolean onlyLead = asked.member().map(lead::contains).orElse(false) && lead.size() == 1;
        return new InvestAnswer.LeftOut(
                asked,
                asked.reached(everything),
                onlyLead ? InvestAnswer.Hold.ONLY_LEAD : InvestAnswer.Hold.NO_CANDIDATE);
    }

    private Aims goal() {
        InvestPlan plan = question.plan();
        List<Aims.Asked> asked = new ArrayList<>();
        plan.targets()
                .chances()
                .forEach((mission, least) -> asked.add(new Aims.Asked(mission, Optional.empty(), Fraction.of(least))));
        plan.targets()
                .withoutAny()
                .forEach((mission, least) -> question.alliance().members().stream()
                        .filter(Member::isAlly)
                        .forEach(member ->
                                asked.add(new Aims.Asked(mission, Optional.of(member.code()), Fraction.of(least)))));
        return new Aims(
                asked,
                plan.targets().losingAny(),
                plan.targets().cvar().stream()
                        .map(one -> dearest(one, one.most()))
                        .toList(),
                worseOff.map(one -> one),
                plan.budgetMinor().map(Fraction::of));
    }

    /// @param most in minor units, in place of what is asked
    private Aims.Dearest dearest(InvestPlan.Cvar asked, long most) {
        return new Aims.Dearest(
                new InvestPlan.Cvar(asked.mission(), asked.beta(), most),
                levels -> tails.most(asked.mission(), asked.beta(), levels));
    }

    /// What is reached of the dearest costs.
    private List<InvestAnswer.DearestCosts> cvar(Portfolio before, Portfolio best) {
        return question.plan().targets().cvar().stream()
                .map(one -> {
                    CostTails.Tail now = tails.of(one.mission(), one.beta(), before.levels());
                    CostTails.Tail then = tails.of(one.mission(), one.beta(), best.levels());
                    return new InvestAnswer.DearestCosts(one, now.least(), now.most(), then.least(), then.most());
                })
                .toList();
    }

    /// Missions whose coalitions are drawn.
    private static Set<String> drawn(Portfolio before, Portfolio everything) {
        Set<String> drawn = new LinkedHashSet<>();
        for (Portfolio portfolio : List.of(before, everything)) {
            portfolio.missions().stream()
                    .filter(one -> one.method() == HowKnown.ESTIMATED)
                    .forEach(one -> drawn.add(one.mission()));
        }
        return drawn;
    }

    /// Whether what is best rests on draws.
    private boolean isDrawn(Aims goal, Set<String> drawn) {
        return switch (aim()) {
            case PRICE -> goal.asked().stream().anyMatch(one -> drawn.contains(one.mission()));
            case FAILURES -> !drawn.isEmpty();
            case MONEY ->
                goal.asked().stream().anyMatch(one -> drawn.contains(one.mission()))
                        || question.plan().missions().stream()
                                .anyMatch(one -> one.failureMinor().isPresent() && drawn.contains(one.mission()));
        };
    }

    private Estimate estimate(Aims goal, Portfolio best, Set<String> drawn) {
        telling.begin("working out how sure what is estimated is");
        return new Estimating(judge, goal, aim(), this::search).of(best, drawn);
    }

    /// What is told as exact, or of coalitions by their size, cannot be told of draws.
    ///
    /// @throws Refusal naming what to leave out
    private void requireNotDrawn(Set<String> drawn) {
        for (InvestPlan.Recurring one : question.plan().missions()) {
            if (drawn.contains(one.mission())) {
                String only = "mission " + one.mission() + " is only estimated, from coalitions that are drawn: ";
                if (question.plan().targets().losingAny().containsKey(one.mission())) {
                    throw new Refusal(
                            only + "how many members may stay at home cannot be told. Leave it out of" + " losing_any");
                }
                if (one.failureMinor().isPresent() && question.asks(InvestQuestion.Besides.WAITING)) {
                    throw new Refusal(only + "what it is worth to wait cannot be told. Leave --wait out, or its price"
                            + " of a failure");
                }
                if (one.failureMinor().isPresent() && question.asks(InvestQuestion.Besides.WHO_PAYS)) {
                    throw new Refusal(only + "who would rather stay out cannot be told. Leave --who-pays out, or its"
                            + " price of a failure");
                }
            }
        }
    }

    private void requireTails() {
        for (InvestPlan.Cvar one : question.plan().targets().cvar()) {
            String why = tails.whyNot(one.mission());
            if (!why.isEmpty()) {
                throw new Refusal("what the dearest costs of mission " + one.mission() + " are cannot be judged: " + why
                        + ". Leave it out of cvar");
            }
        }
    }

    private void requireJudged(Aims goal, Portfolio before, Portfolio everything) {
        Set<String> asked = new LinkedHashSet<>(goal.losing().keySet());
        goal.asked().forEach(one -> asked.add(one.mission()));
        question.plan().missions().stream()
                .filter(one -> one.failureMinor().isPresent())
                .forEach(one -> asked.add(one.mission()));
        for (String mission : asked) {
            for (Portfolio portfolio : List.of(before, everything)) {
                portfolio
                        .mission(mission)
                        .filter(judged -> judged.method() == HowKnown.UNKNOWN)
                        .ifPresent(judged -> {
                            throw new Refusal("what is asked of mission " + mission + " cannot be judged: "
                                    + String.join("; ", judged.why())
                                    + ". Leave its targets and its price of a failure out");
                        });
            }
        }
    }

    private record Chosen(
            Portfolio best,
            InvestAnswer.Outcome outcome,
            List<InvestAnswer.Relaxation> relaxations,
            Boxes.Found found) {}

    private Chosen chosen(Aims goal, Portfolio before, Portfolio everything) {
        Boxes.Found found = boxes.best(goal, aim());
        if (found.best().isPresent()) {
            return new Chosen(found.best().get(), InvestAnswer.Outcome.MET, List.of(), found);
        }
        if (!found.isProven()) {
            return new Chosen(before, InvestAnswer.Outcome.OPEN, List.of(), found);
        }
        return relaxed(goal, before, everything);
    }

    private Boxes.Aim aim() {
        if (question.plan().weighsMoney()) {
            return Boxes.Aim.MONEY;
        }
        return question.plan().targets().isEmpty() ? Boxes.Aim.FAILURES : Boxes.Aim.PRICE;
    }

    /// What is out of reach for anybody is lowered to what can be reached; where that is not enough, the budget is
    /// raised to the least that is.
    private Chosen relaxed(Aims goal, Portfolio before, Portfolio everything) {
        List<InvestAnswer.Relaxation> relaxations = new ArrayList<>();
        List<Aims.Asked> lowered = new ArrayList<>();
        for (Aims.Asked asked : goal.asked()) {
            if (asked.isMet(everything)) {
                lowered.add(asked);
            } else {
                Fraction can = asked.reached(everything);
                relaxations.add(InvestAnswer.Relaxation.of(asked, can));
                lowered.add(new Aims.Asked(asked.mission(), asked.member(), can));
            }
        }
        Map<String, Integer> losing = new LinkedHashMap<>();
        goal.losing().forEach((mission, members) -> {
            int can = Math.min(members, Aims.losing(everything, mission));
            losing.put(mission, can);
            if (can < members) {
                relaxations.add(InvestAnswer.Relaxation.ofLosing(mission, can));
            }
        });
        List<Aims.Dearest> cvar = new ArrayList<>();
        for (Aims.Dearest asked : goal.cvar()) {
            Fraction can = asked.reached().apply(everything.levels());
            if (can.compareTo(Fraction.of(asked.asked().most())) <= 0) {
                cvar.add(asked);
            } else {
                relaxations.add(InvestAnswer.Relaxation.ofCvar(asked.asked(), can));
                cvar.add(dearest(asked.asked(), YearlyPrice.roundedUp(can)));
            }
        }
        Aims attainable = new Aims(lowered, losing, cvar, goal.limit(), goal.budget());
        Boxes.Found found = boxes.best(attainable, Boxes.Aim.PRICE);
        if (found.best().isEmpty() && found.isProven() && goal.limit().isPresent()) {
            found = boxes.best(attainable.withoutLimit(), Boxes.Aim.PRICE);
            found.best().ifPresent(best -> relaxations.add(relaxedLimit(best)));
        }
        if (found.best().isEmpty() && found.isProven()) {
            found = boxes.best(attainable.withoutLimit().withoutBudget(), Boxes.Aim.PRICE);
            found.best().ifPresent(best -> {
                relaxations.add(InvestAnswer.Relaxation.ofBudget(best.pricePerYear()));
                if (worseOff.isPresent() && !worseOff.get().isMet(best)) {
                    relaxations.add(relaxedLimit(best));
                }
            });
        }
        return new Chosen(
                found.best().orElse(before),
                found.isProven() ? InvestAnswer.Outcome.NOT_ATTAINABLE : InvestAnswer.Outcome.OPEN,
                relaxations,
                found);
    }

    private InvestAnswer.Relaxation relaxedLimit(Portfolio best) {
        return InvestAnswer.Relaxation.ofWorseOff(worseOff.flatMap(one -> one.worst(best))
                .map(Map.Entry::getValue)
                .orElse(Fraction.ZERO));
    }

    /// @throws Refusal where nobody can be told to be worse off
    private WorseOff worseOff(long most, Portfolio before) {
        for (InvestPlan.Recurring recurring : question.plan().missions()) {
            String why = costs.whyNot(recurring.mission());
            if (!why.isEmpty()) {
                throw new Refusal("who is worse off cannot be judged, since what mission " + recurring.mission()
                        + " costs is not known: " + why + ". Leave worse_off_by_at_most out");
            }
        }
        return new WorseOff(Fraction.of(most), question.alliance(), candidates, prices, this::year, before);
    }

    /// What the limit costs: the best without it.
    private Optional<InvestAnswer.WorseOffLimit> limit(Aims goal, Portfolio best) {
        return worseOff.flatMap(limit -> inTime("what the limit on who is worse off does", () -> {
            Aims without = goal.withoutLimit();
            Boxes.Found found = limit.isMet(best)
                    ? boxes.best(without, aim())
                    : new Boxes.Found(Optional.of(best), Optional.empty(), Optional.empty(), 0, true);
            return Optional.of(new InvestAnswer.WorseOffLimit(
                    question.plan().targets().worseOffMinor().orElseThrow(),
                    limit.worst(best).map(Map.Entry::getKey).filter(member -> limit.isMet(best)),
                    limit.worst(best).map(Map.Entry::getValue).orElse(Fraction.ZERO),
                    found.best().orElse(best),
                    found.isProven()));
        }));
    }

    /// What would be best without each target by itself.
    private List<InvestAnswer.Target> targets(Aims goal, Chosen chosen) {
        List<InvestAnswer.Target> targets = new ArrayList<>();
        if (chosen.outcome() != InvestAnswer.Outcome.MET || !chosen.found().isProven()) {
            return targets;
        }
        telling.begin("looking for which target binds");
        for (Aims.Target target : goal.targets()) {
            Boxes.Found found = boxes.best(goal.without(target), aim(), chosen.best());
            if (!found.isProven()) {
                throw new OutOfTime("which target binds");
            }
            targets.add(new InvestAnswer.Target(
                    target.kind(),
                    target.mission(),
                    target.least(),
                    target.beta(),
                    found.best().orElseThrow(),
                    chosen.found().value().orElseThrow().minus(found.value().orElseThrow())));
        }
        return targets;
    }

    /// From the fewest failures down to nothing: each next point is the best that costs less.
    private List<Portfolio> frontier(Optional<Fraction> budget) {
        telling.begin("looking for what is best at every price");
        List<Portfolio> points = new ArrayList<>();
        Optional<Fraction> most = budget;
        while (points.size() < MOST_POINTS) {
            Boxes.Found found = boxes.best(new Aims(List.of(), Map.of(), most), Boxes.Aim.FAILURES);
            if (!found.isProven()) {
                notInTime.add("what is best at every price");
            }
            if (found.best().isEmpty() || !found.isProven()) {
                return points;
            }
            Portfolio point = found.best().get();
            points.add(point);
            if (point.pricePerYear().isZero()) {
                return points;
            }
            most = Optional.of(point.pricePerYear().minus(step()));
        }
        return points;
    }

    /// YearlyPrice of portfolios that differ are at least so far apart: all are whole multiples of it.
    private Fraction step() {
        BigInteger common = BigInteger.ONE;
        for (Fraction price : prices) {
            common = common.multiply(price.denominator()).divide(common.gcd(price.denominator()));
        }
        return new Fraction(BigInteger.ONE, common);
    }

    private Map<String, InvestAnswer.MeanCost> means(Portfolio before, Portfolio best) {
        Map<String, InvestAnswer.MeanCost> means = new LinkedHashMap<>();
        for (InvestPlan.Recurring recurring : question.plan().missions()) {
            String mission = recurring.mission();
            Optional<InvestAnswer.MeanCost> known = inTime(
                    "what " + mission + " costs",
                    () -> Optional.of(new InvestAnswer.MeanCost(
                            costs.mean(recurring, before.levels()).map(YearlyPrice::rounded),
                            costs.mean(recurring, best.levels()).map(YearlyPrice::rounded),
                            costs.whyNot(mission))));
            means.put(
                    mission,
                    known.orElse(new InvestAnswer.MeanCost(
                            Optional.empty(), Optional.empty(), "it was not worked out in the time allowed")));
        }
        return means;
    }

    private List<AtOnceChance> atOnce(Portfolio best) {
        List<AtOnceChance> told = new ArrayList<>();
        if (question.asks(InvestQuestion.Besides.AT_ONCE)) {
            MissionsAtOnce asked = new MissionsAtOnce(question.alliance(), judge, options);
            for (List<InvestPlan.Recurring> pair : MissionsAtOnce.pairs(question.alliance(), question.plan())) {
                String both =
                        pair.getFirst().mission() + " and " + pair.getLast().mission();
                telling.begin("working out whether " + both + " can run at once");
                inTime("whether " + both + " can run at once", () -> asked.of(pair, best.levels()))
                        .ifPresent(told::add);
            }
        }
        return told;
    }

    private Map<String, Correlated> correlated(Portfolio best) {
        Map<String, Correlated> told = new LinkedHashMap<>();
        question.plan()
                .missions()
                .forEach(recurring -> costs.correlated(recurring, best.levels())
                        .ifPresent(one -> told.put(recurring.mission(), one)));
        return told;
    }

    /// With whom the costs of all missions lie in a year that are known; empty where none is.
    private Optional<InvestAnswer.Money> money(Portfolio before, Portfolio best) {
        if (question.plan().missions().stream()
                .noneMatch(one -> costs.whyNot(one.mission()).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new InvestAnswer.Money(year(before), year(best), boxes.money(before), boxes.money(best)));
    }

    /// Only where money is weighed and there are several worlds.
    private Optional<Waiting> waiting() {
        if (!question.plan().weighsMoney()
                || question.alliance().investments().worlds().size() < 2) {
            return Optional.empty();
        }
        telling.begin("working out what it is worth to wait");
        Aims free = new Aims(List.of(), Map.of(), question.plan().budgetMinor().map(Fraction::of));
        Boxes.Found once = boxes.best(free, Boxes.Aim.MONEY);
        if (!once.isProven()) {
            throw new OutOfTime("what it is worth to wait");
        }
        return Optional.of(new TwoPurchases(question, most, prices, judge, costs, options)
                .of(once.value().orElseThrow()));
    }

    /// By several rules; only where money is weighed and something that costs is bought.
    private Optional<PoolPayers> payers(Portfolio best) {
        Alliance alliance = question.alliance();
        Optional<Key> key = alliance.defaultKey().flatMap(alliance::key);
        List<Fraction> parts = new ArrayList<>();
        for (int c = 0; c < most.length; c++) {
            parts.add(prices.get(c).times(best.levels().get(c)));
        }
        List<Long> whole = YearlyPrice.whole(parts);
        Optional<Map<String, Long>> byKey = PoolShares.byKey(alliance, candidates, whole);
        if (!question.asks(InvestQuestion.Besides.WHO_PAYS)
                || !question.plan().weighsMoney()
                || key.isEmpty()
                || byKey.isEmpty()
                || best.pricePerYear().isZero()) {
            return Optional.empty();
        }
        // No coalition is spared more than all that is weighed with nothing in common, or pays more than the price.
        Fraction most = best.pricePerYear().plus(boxes.money(boxes.portfolio(new int[this.most.length])));
        if (most.compareTo(MOST_SHARED) > 0) {
            throw new Refusal("who pays by several rules is told of amounts up to " + MOST_SHARED
                    + " in the smallest unit of the currency, and more is weighed here. Leave --who-pays out, or write"
                    + " prices in a larger unit");
        }
        telling.begin("working out who pays");
        List<Scarcity> scarcity = Scarcity.all(candidates, prices, best.levels(), needs);
        return Optional.of(PoolPayers.of(
                best.levels().stream().mapToInt(Integer::intValue).toArray(),
                whole,
                byKey.get(),
                scarcity,
                PoolShares.byScarcity(alliance, candidates, whole, key.get(), scarcity),
                levels -> PoolPayers.lying(alliance, question.plan(), costs, boxes.portfolio(levels), key.get())));
    }

    private Outlay year(Portfolio portfolio) {
        Outlay sum = Outlay.NOTHING;
        for (InvestPlan.Recurring recurring : question.plan().missions()) {
            Optional<Outlay> one = costs.lying(recurring, portfolio.levels());
            if (one.isPresent()) {
                sum = Outlay.plus(
                        sum,
                        one.get(),
                        portfolio.mission(recurring.mission()).orElseThrow().perYear());
            }
        }
        return sum;
    }
}
