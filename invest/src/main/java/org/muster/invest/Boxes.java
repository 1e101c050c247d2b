package org.muster.invest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.games.Fraction;
import org.muster.plan.OutOfTime;

/// The best portfolio, proven: best-first branch and bound over boxes of block numbers.
///
/// Everything that is asked only gets easier with more blocks, what missions cost only falls, and the price only rises.
/// So no portfolio of a box
/// costs less than its lowest corner, none does better than its highest corner, and a box whose highest corner misses
/// something holds nothing. Where both corners do equally well, the lowest is the best of the box. Exact throughout.
final class Boxes {
    /// What is best.
    enum Aim {
        /// The least price; of these the fewest failures, the fewest blocks, the earlier candidates left out.
        PRICE,
        /// The fewest failures; of these the least price and so on.
        FAILURES,
        /// The least price together with what missions cost; of these the fewest failures and so on.
        MONEY
    }

    /// @param best        empty where nothing reaches what is asked, or nothing was found in time
    /// @param lower       no portfolio does better than this: price or failures, as asked; empty where none can do it
    /// @param boxes       boxes that were looked into
    /// @param isProven    whether the answer is certain
    /// @param value       of the best, price or failures, as asked
    record Found(
            Optional<Portfolio> best,
            Optional<Fraction> value,
            Optional<Fraction> lower,
            int boxes,
            boolean isProven) {}

    private final List<InvestCandidate> candidates;
    private final int[] most;
    private final List<Fraction> prices;
    private final Judge judge;
    private final MissionCosts costs;
    private final BoundByCapability byCapability;
    private final BooleanSupplier isOver;
    private final IntConsumer told;
    private final Map<List<Integer>, Portfolio> known = new HashMap<>();
    private final Map<List<Integer>, Portfolio> briefly = new HashMap<>();
    private final Map<List<Integer>, Fraction> money = new HashMap<>();

    /// @param most   blocks of each candidate at most
    /// @param prices what a block of each costs in a year
    /// @param isOver asked between boxes; missions that are judged ask by themselves
    /// @param told   how many boxes were looked into
    Boxes(
            List<InvestCandidate> candidates,
            int[] most,
            List<Fraction> prices,
            Judge judge,
            MissionCosts costs,
            BoundByCapability byCapability,
            BooleanSupplier isOver,
            IntConsumer told) {
        this.candidates = candidates;
        this.most = most.clone();
        this.prices = prices;
        this.judge = judge;
        this.costs = costs;
        this.byCapability = byCapability;
        this.isOver = isOver;
        this.told = told;
    }

    /// A portfolio with all that it means.
    Portfolio portfolio(int[] levels) {
        List<Integer> key = Arrays.stream(levels).boxed().toList();
        Portfolio portfolio = known.get(key);
        if (portfolio == null) {
            portfolio = new Portfolio(key, price(levels), judge.all(levels));
            known.put(key, portfolio);
        }
        return portfolio;
    }

    /// A portfolio with as much of what it means as has to be known.
    private Portfolio portfolio(int[] levels, Aims goal) {
        if (!goal.isBrief()) {
            return portfolio(levels);
        }
        List<Integer> key = boxed(levels);
        Portfolio portfolio = briefly.get(key);
        if (portfolio == null) {
            portfolio = new Portfolio(key, price(levels), judge.briefly(levels));
            briefly.put(key, portfolio);
        }
        return portfolio;
    }

    Fraction price(int[] levels) {
        Fraction sum = Fraction.ZERO;
        for (int c = 0; c < levels.length; c++) {
            sum = levels[c] == 0 ? sum : sum.plus(prices.get(c).times(levels[c]));
        }
        return sum;
    }

    /// What missions whose money is weighed cost in a year with a portfolio.
    Fraction money(Portfolio portfolio) {
        Fraction known = money.get(portfolio.levels());
        if (known == null) {
            known = costs.weighedPerYear(portfolio.missions(), portfolio.levels());
            money.put(portfolio.levels(), known);
        }
        return known;
    }

    /// What the lines of these missions cost of it, without failures at their price.
    Fraction lines(Portfolio portfolio) {
        return money(portfolio).minus(costs.failuresPerYear(portfolio.missions()));
    }

    /// Whether money is weighed, and what every mission costs whose money is.
    boolean isAllMoneyKnown() {
        return costs.isAllWeighedKnown();
    }

    /// All candidates at their most, also such as exclude one another: nothing reaches further.
    Portfolio everything() {
        return portfolio(most);
    }

    boolean isAllowed(int[] levels) {
        Set<String> groups = new HashSet<>();
        for (int c = 0; c < levels.length; c++) {
            Optional<String> group = candidates.get(c).oneOf();
            if (levels[c] > 0 && group.isPresent() && !groups.add(group.get())) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ArrayRecordComponent") // corners of a queue, never handed out
    private record Box(int[] low, int[] high, Value bound) {}

    /// What is compared, in order.
    private record Value(Fraction first, Fraction second, int blocks, List<Integer> levels)
            implements Comparable<Value> {
        private static final Comparator<Value> ORDER = Comparator.comparing(Value::first)
                .thenComparing(Value::second)
                .thenComparingInt(Value::blocks)
                .thenComparing(Value::levels, Boxes::lexicographically);

        @Override
        public int compareTo(Value other) {
            return ORDER.compare(this, other);
        }
    }

    private static int lexicographically(List<Integer> a, List<Integer> b) {
        return Arrays.compare(
                a.stream().mapToInt(Integer::intValue).toArray(),
                b.stream().mapToInt(Integer::intValue).toArray());
    }

    /// The best that is found in time, and what nothing is better than: boxes come with ascending bounds, so that the
    /// one that is looked into when time runs out has the least of all that are left.
    ///
    /// @param goal what has to be reached
    Found best(Aims goal, Aim aim) {
        return best(goal, aim, new int[most.length], most);
    }

    /// The same where a portfolio is known that reaches it, so that only better ones are looked for.
    Found best(Aims goal, Aim aim, Portfolio known) {
        return best(goal, aim, new int[most.length], most, Optional.of(known));
    }

    /// The same among portfolios between two corners.
    Found best(Aims goal, Aim aim, int[] low, int[] high) {
        return best(goal, aim, low, high, Optional.empty());
    }

    private Found best(Aims goal, Aim aim, int[] low, int[] high, Optional<Portfolio> reached) {
        Search search = new Search(goal, aim, low.clone(), high.clone());
        reached.ifPresent(search::reach);
        try {
            search.run();
        } catch (OutOfTime ranOut) {
            return search.found(search.reached, false);
        }
        return search.found(search.value.map(Value::first), true);
    }

    private final class Search {
        private final PriorityQueue<Box> open = new PriorityQueue<>(
                Comparator.comparing(Box::bound).thenComparing(box -> boxed(box.high()), Boxes::lexicographically));
        private final Aims goal;
        private final Aim aim;
        private Optional<Portfolio> best = Optional.empty();
        private Optional<Value> value = Optional.empty();
        private Optional<Fraction> reached = Optional.empty();
        private int boxes;

        private final int[] least;
        private final int[] greatest;

        Search(Aims goal, Aim aim, int[] least, int[] greatest) {
            this.least = least;
            this.greatest = greatest;
            this.goal = goal;
            this.aim = aim;
        }

        void run() {
            push(open, least.clone(), greatest.clone(), goal, aim, value);
            while (!open.isEmpty()) {
                Box box = open.peek();
                if (value.isPresent() && box.bound().compareTo(value.get()) >= 0) {
                    return;
                }
                reached = Optional.of(box.bound().first());
                if (isOver.getAsBoolean()) {
                    throw new OutOfTime("the best portfolio");
                }
                open.poll();
                told.accept(++boxes);
                look(box);
            }
        }

        private void look(Box box) {
            if (aim == Aim.MONEY && byCapability.isOfAll()) {
                tried(box, goal).ifPresent(this::reach);
                if (value.isPresent() && box.bound().compareTo(value.get()) >= 0) {
                    return;
                }
            }
            Portfolio low = portfolio(box.low(), goal);
            if (goal.isReached(low)) {
                reach(low);
                int[] as = aim == Aim.PRICE ? forNothing(box) : box.high();
                Portfolio highest = portfolio(as, goal);
                if (!isAs(low, highest) || (aim == Aim.MONEY && !money(low).equals(money(highest)))) {
                    // Of what costs more nothing is better.
                    split(open, new Box(box.low(), as, box.bound()), goal, aim, value);
                }
            } else if (!Arrays.equals(box.low(), box.high())) {
                split(open, box, goal, aim, value);
            }
        }

        Found found(Optional<Fraction> lower, boolean isProven) {
            return new Found(best, value.map(Value::first), lower, boxes, isProven);
        }

        private void reach(Portfolio portfolio) {
            Value here = value(portfolio, portfolio, aim);
            if (value.isEmpty() || here.compareTo(value.get()) < 0) {
                best = Optional.of(portfolio(levels(portfolio)));
                value = Optional.of(here);
            }
        }
    }

    /// What is best capability by capability, where it may be had and reaches what is asked.
    private Optional<Portfolio> tried(Box box, Aims goal) {
        int[] levels = byCapability.of(box.low(), box.high()).levels();
        if (!isAllowed(levels) || !goal.isAffordable(price(levels))) {
            return Optional.empty();
        }
        return Optional.of(portfolio(levels, goal)).filter(goal::isReached);
    }

    private static boolean isAs(Portfolio one, Portfolio other) {
        for (int m = 0; m < one.missions().size(); m++) {
            if (!one.missions().get(m).isAs(other.missions().get(m))) {
                return false;
            }
        }
        return true;
    }

    private static int[] levels(Portfolio portfolio) {
        return portfolio.levels().stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Integer> boxed(int[] levels) {
        return Arrays.stream(levels).boxed().toList();
    }

    /// The highest corner of what a box has at the price of its lowest.
    private int[] forNothing(Box box) {
        return forNothing(box.low(), box.high());
    }

    private int[] forNothing(int[] low, int[] high) {
        int[] corner = low.clone();
        for (int c = 0; c < corner.length; c++) {
            corner[c] = prices.get(c).isZero() ? high[c] : low[c];
        }
        return corner;
    }

    /// No portfolio between two corners is better than this.
    private Value value(Portfolio low, Portfolio high, Aim aim) {
        return new Value(
                switch (aim) {
                    case PRICE -> low.pricePerYear();
                    case FAILURES -> high.failuresPerYear();
                    case MONEY -> low.pricePerYear().plus(money(high));
                },
                aim == Aim.FAILURES ? low.pricePerYear() : high.failuresPerYear(),
                low.levels().stream().mapToInt(Integer::intValue).sum(),
                low.levels());
    }

    private void split(PriorityQueue<Box> open, Box box, Aims goal, Aim aim, Optional<Value> value) {
        int widest = -1;
        Fraction width = Fraction.ZERO;
        for (int c = 0; c < most.length; c++) {
            int range = box.high()[c] - box.low()[c];
            // A candidate that costs nothing still has to be settled, after those that do.
            Fraction dear = prices.get(c).times(range);
            if (range > 0 && (widest < 0 || dear.compareTo(width) > 0)) {
                widest = c;
                width = dear;
            }
        }
        if (widest < 0) {
            return;
        }
        int middle = (box.low()[widest] + box.high()[widest]) >>> 1;
        int[] lower = box.high().clone();
        lower[widest] = middle;
        push(open, box.low().clone(), lower, goal, aim, value);
        int[] upper = box.low().clone();
        upper[widest] = middle + 1;
        push(open, upper, box.high().clone(), goal, aim, value);
    }

    private void push(PriorityQueue<Box> open, int[] low, int[] high, Aims goal, Aim aim, Optional<Value> value) {
        if (!isAllowed(low) || !goal.isAffordable(price(low))) {
            return;
        }
        trim(low, high, goal);
        Portfolio highest = portfolio(high, goal);
        if (!goal.mayBeReached(boxed(low), highest)) {
            return;
        }
        if (aim == Aim.MONEY
                && value.isPresent()
                && price(low).plus(money(everything())).compareTo(value.get().first()) > 0) {
            // Not even what everything together saves would make up for the price.
            return;
        }
        Value bound = aim == Aim.MONEY
                ? closer(low, highest)
                : value(bare(low), aim == Aim.PRICE ? portfolio(forNothing(low, high), goal) : highest, aim);
        if (value.isEmpty() || bound.compareTo(value.get()) < 0) {
            open.add(new Box(low, high, bound));
        }
    }

    /// The bound of money: the better of capability by capability, with failures as at the highest corner, and of the
    /// corners.
    private Value closer(int[] low, Portfolio highest) {
        int[] high = levels(highest);
        Value corners = value(bare(low), highest, Aim.MONEY);
        Fraction apart = byCapability.of(low, high).value().plus(costs.failuresPerYear(highest.missions()));
        return new Value(corners.first().max(apart), corners.second(), corners.blocks(), corners.levels());
    }

    /// The lowest corner before anything is asked of it: only its price counts.
    private Portfolio bare(int[] low) {
        return new Portfolio(boxed(low), price(low), List.of());
    }

    /// Takes from the highest corner what cannot be had beside the lowest.
    private void trim(int[] low, int[] high, Aims goal) {
        List<String> taken = new ArrayList<>();
        for (int c = 0; c < low.length; c++) {
            if (low[c] > 0) {
                candidates.get(c).oneOf().ifPresent(taken::add);
            }
        }
        Fraction spent = price(low);
        for (int c = 0; c < high.length; c++) {
            if (low[c] == 0 && candidates.get(c).oneOf().filter(taken::contains).isPresent()) {
                high[c] = 0;
            }
            while (high[c] > low[c]
                    && !goal.isAffordable(spent.plus(prices.get(c).times((long) high[c] - low[c])))) {
                high[c]--;
            }
        }
    }
}
