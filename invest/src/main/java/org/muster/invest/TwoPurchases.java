package org.muster.invest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.Investments;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.games.Fraction;
import org.muster.input.Refusal;
import org.muster.plan.OutOfTime;
import org.muster.solve.SolveOptions;

/// A first purchase before, and a second one after it is known which world it is, proven.
///
/// Candidates that can wait are bought in each world by itself; the others before, for all worlds. Best-first branch
/// and bound over boxes of the first purchase: in a box each world buys as if the box were its own, which costs no more
/// than any first purchase of it together with the best second ones. Where all worlds buy the same first, or the box is
/// one purchase, that is its cost.
///
/// Source of RP, WS, EEV and their order: A. Madansky, *Inequalities for stochastic linear programming problems*,
/// Management Science 6 (1960); J. R. Birge, F. Louveaux, *Introduction to Stochastic Programming* (1997), chapter 4.
final class TwoPurchases {
    private final InvestPlan plan;
    private final List<InvestCandidate> candidates;
    private final int[] most;
    private final boolean[] canWait;
    private final List<Scene> scenes = new ArrayList<>();
    private final Scene mean;
    private final LocalDate knownFrom;
    private final SolveOptions options;
    private final Aims aims;

    /// A world by itself.
    private record Scene(World world, Fraction probability, Boxes boxes) {}

    /// @param most blocks of each candidate that are there in time at most
    TwoPurchases(
            InvestQuestion question,
            int[] most,
            List<Fraction> prices,
            Judge judge,
            MissionCosts costs,
            SolveOptions options) {
        this.plan = question.plan();
        this.candidates = question.alliance().investments().candidates();
        this.most = most.clone();
        this.options = options;
        this.knownFrom = plan.knownFrom().orElse(question.orderedOn().plusYears(1));
        this.canWait = new boolean[most.length];
        for (int c = 0; c < most.length; c++) {
            canWait[c] = !Invest.thereOn(candidates.get(c), knownFrom).isAfter(plan.to());
        }
        this.aims = new Aims(List.of(), Map.of(), plan.budgetMinor().map(Fraction::of));
        Alliance alliance = question.alliance();
        for (World world : alliance.investments().worlds()) {
            scenes.add(scene(alliance, world, Fraction.of(world.probability()), prices, judge, costs));
        }
        this.mean = scene(alliance, meanWorld(alliance, plan), Fraction.ONE, prices, judge, costs);
    }

    private Scene scene(
            Alliance alliance,
            World world,
            Fraction probability,
            List<Fraction> prices,
            Judge judge,
            MissionCosts costs) {
        Alliance alone = alliance.withInvestments(
                new Investments(alliance.investments().plans(), candidates, List.of(sure(world))));
        Judge here = judge.in(alone);
        MissionCosts money = costs.in(alone, here);
        return new Scene(
                world,
                probability,
                new Boxes(
                        candidates,
                        most,
                        prices,
                        here,
                        money,
                        new BoundByCapability(plan, candidates, prices, money, most),
                        options::isOver,
                        boxes -> {}));
    }

    private static World sure(World world) {
        return new World(
                world.id(),
                BigDecimal.ONE,
                world.willing(),
                world.occurs(),
                world.prices(),
                world.pools(),
                world.provenance());
    }

    /// The world of which every number is the mean over all.
    ///
    /// @throws Refusal where the mean of how often a mission comes has too many digits
    static World meanWorld(Alliance alliance, InvestPlan plan) {
        List<World> worlds = alliance.investments().worlds();
        List<World.Willing> willing = new ArrayList<>();
        List<World.Occurs> occurs = new ArrayList<>();
        for (InvestPlan.Recurring recurring : plan.missions()) {
            String mission = recurring.mission();
            Fraction often = Fraction.ZERO;
            for (World world : worlds) {
                often = often.plus(MissionCosts.weight(world, recurring));
            }
            occurs.add(new World.Occurs(mission, rate(mission, often)));
            for (Member member : alliance.members()) {
                if (member.isAlly()) {
                    BigDecimal from = BigDecimal.ZERO;
                    BigDecimal to = BigDecimal.ZERO;
                    for (World world : worlds) {
                        World.Willing here =
                                world.willingnessOf(member.code(), mission).orElseThrow();
                        from = from.add(world.probability().multiply(here.from()));
                        to = to.add(world.probability().multiply(here.to()));
                    }
                    willing.add(new World.Willing(member.code(), Optional.of(mission), from, to));
                }
            }
        }
        return new World(
                "mean",
                BigDecimal.ONE,
                willing,
                occurs,
                prices(worlds),
                pools(worlds),
                worlds.getFirst().provenance());
    }

    private static Rate rate(String mission, Fraction often) {
        try {
            return new Rate(
                    often.numerator().longValueExact(), often.denominator().longValueExact());
        } catch (ArithmeticException tooLong) {
            throw new Refusal("what it is worth to wait cannot be told: how often mission " + mission
                    + " comes has too many digits over all worlds. Write rates and probabilities with fewer");
        }
    }

    private static List<World.PriceFactor> prices(List<World> worlds) {
        Map<World.Of, Set<String>> names = new LinkedHashMap<>();
        worlds.forEach(world -> world.prices()
                .forEach(one -> names.computeIfAbsent(one.of(), k -> new LinkedHashSet<>())
                        .add(one.name())));
        List<World.PriceFactor> means = new ArrayList<>();
        names.forEach((of, some) -> some.forEach(name -> {
            BigDecimal sum = BigDecimal.ZERO;
            for (World world : worlds) {
                BigDecimal factor = world.prices().stream()
                        .filter(one -> one.of() == of && one.name().equals(name))
                        .map(World.PriceFactor::factor)
                        .reduce(BigDecimal.ONE, BigDecimal::multiply);
                sum = sum.add(world.probability().multiply(factor));
            }
            means.add(new World.PriceFactor(of, name, sum));
        }));
        return means;
    }

    private static List<World.PoolFactor> pools(List<World> worlds) {
        Set<String> names = new LinkedHashSet<>();
        worlds.forEach(world -> world.pools().forEach(one -> names.add(one.pool())));
        List<World.PoolFactor> means = new ArrayList<>();
        for (String name : names) {
            BigDecimal sum = BigDecimal.ZERO;
            for (World world : worlds) {
                BigDecimal factor = world.pools().stream()
                        .filter(one -> one.pool().equals(name))
                        .map(World.PoolFactor::factor)
                        .findFirst()
                        .orElse(BigDecimal.ONE);
                sum = sum.add(world.probability().multiply(factor));
            }
            means.add(new World.PoolFactor(name, sum));
        }
        return means;
    }

    /// The answer.
    ///
    /// @param once the least mean cost of one purchase for all worlds, by money alone
    Waiting of(Fraction once) {
        int[] none = new int[most.length];
        Bound free = bound(none, most).orElseThrow();
        Bound best = search(free);
        int[] forMean = firstOf(inWorld(mean, none, most).orElseThrow().levels());
        Bound expected = settled(forMean);
        List<String> later = new ArrayList<>();
        for (int c = 0; c < most.length; c++) {
            if (canWait[c]) {
                later.add(candidates.get(c).id());
            }
        }
        int[] first = firstOf(best.inWorlds().getFirst().levels());
        List<Waiting.InWorld> worlds = new ArrayList<>();
        for (int w = 0; w < scenes.size(); w++) {
            Best here = best.inWorlds().get(w);
            List<Integer> second = new ArrayList<>();
            for (int c = 0; c < most.length; c++) {
                second.add(here.levels()[c] - first[c]);
            }
            worlds.add(new Waiting.InWorld(scenes.get(w).world().id(), second, here.value()));
        }
        return new Waiting(
                knownFrom,
                later,
                Arrays.stream(first).boxed().toList(),
                worlds,
                best.value(),
                free.value(),
                expected.value(),
                once,
                true);
    }

    /// The best of a world.
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    private record Best(int[] levels, Fraction value) {}

    /// What no first purchase of a box costs less than.
    @SuppressWarnings("ArrayRecordComponent") // corners of a queue, never handed out
    private record Bound(int[] low, int[] high, List<Best> inWorlds, Fraction value) {}

    private Bound search(Bound all) {
        PriorityQueue<Bound> open = new PriorityQueue<>(Comparator.comparing(Bound::value));
        open.add(all);
        Optional<Bound> best = Optional.empty();
        while (!open.isEmpty()) {
            Bound box = open.poll();
            if (best.isPresent() && box.value().compareTo(best.get().value()) >= 0) {
                break;
            }
            int apart = apart(box);
            if (apart < 0) {
                return box;
            }
            // What each world would buy first is tried for all.
            for (Best one : box.inWorlds()) {
                Bound tried = settled(firstOf(one.levels()));
                if (best.isEmpty() || tried.value().compareTo(best.get().value()) < 0) {
                    best = Optional.of(tried);
                }
            }
            int least = Integer.MAX_VALUE;
            int greatest = 0;
            for (Best one : box.inWorlds()) {
                least = Math.min(least, one.levels()[apart]);
                greatest = Math.max(greatest, one.levels()[apart]);
            }
            int middle = (least + greatest) >>> 1;
            int[] high = box.high().clone();
            high[apart] = middle;
            int[] low = box.low().clone();
            low[apart] = middle + 1;
            bound(box.low(), high).ifPresent(open::add);
            bound(low, box.high()).ifPresent(open::add);
        }
        return best.orElseThrow();
    }

    /// A candidate of which worlds buy different numbers first; below 0 where there is none.
    private int apart(Bound box) {
        int apart = -1;
        int most = 0;
        for (int c = 0; c < canWait.length; c++) {
            if (!canWait[c]) {
                int place = c;
                int least = box.inWorlds().stream()
                        .mapToInt(one -> one.levels()[place])
                        .min()
                        .orElse(0);
                int greatest = box.inWorlds().stream()
                        .mapToInt(one -> one.levels()[place])
                        .max()
                        .orElse(0);
                if (greatest - least > most) {
                    apart = c;
                    most = greatest - least;
                }
            }
        }
        return apart;
    }

    private int[] firstOf(int[] levels) {
        int[] first = levels.clone();
        for (int c = 0; c < first.length; c++) {
            first[c] = canWait[c] ? 0 : first[c];
        }
        return first;
    }

    /// One first purchase with the best second one of every world.
    private Bound settled(int[] first) {
        int[] high = most.clone();
        for (int c = 0; c < high.length; c++) {
            high[c] = canWait[c] ? high[c] : first[c];
        }
        return bound(first, high).orElseThrow();
    }

    /// Empty where the box holds nothing that may be had.
    private Optional<Bound> bound(int[] low, int[] high) {
        List<Best> inWorlds = new ArrayList<>();
        Fraction sum = Fraction.ZERO;
        for (Scene scene : scenes) {
            Optional<Best> best = inWorld(scene, low, high);
            if (best.isEmpty()) {
                return Optional.empty();
            }
            inWorlds.add(best.get());
            sum = sum.plus(best.get().value().times(scene.probability()));
        }
        return Optional.of(new Bound(low, high, inWorlds, sum));
    }

    private Optional<Best> inWorld(Scene scene, int[] low, int[] high) {
        Boxes.Found found = scene.boxes().best(aims, Boxes.Aim.MONEY, low, high);
        if (!found.isProven()) {
            throw new OutOfTime("what it is worth to wait");
        }
        return found.best()
                .map(best -> new Best(
                        best.levels().stream().mapToInt(Integer::intValue).toArray(),
                        found.value().orElseThrow()));
    }
}
