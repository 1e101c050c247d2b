package org.muster.games.cost;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muster.games.Fraction;

/// The exact Shapley value of what it costs to cover lines from members' offers, by counting units: any number of
/// players, no coalition looked at.
///
/// `c(S) = fixed + sum over lines of the cheapest cover from the offers of S, the rest at the line's price`, and 0
/// where nobody in `S` has an interest. Between two prices that follow one another the cost of a line is the step
/// times `max(0, r - u(S))`, with `r` the units that are not to be had from outside and `u` additive. So a player's
/// mean contribution hangs only on how many coalitions of each size bring `u` units, and that is a product of one
/// factor a player: `h(k, u)`, counted once a step and freed of a player by a division.
///
/// Time O(steps * different offers * suppliers * units), units after their common divisor; memory O(suppliers * units).
///
/// Source of the value: L. S. Shapley, *A value for n-person games*, 1953.
public final class CoverShapley {
    /// Additions of counts that are made at most.
    public static final double MOST_WORK = 2e9;

    private static final int LONG_COUNTS = 62;

    private final int n;
    private final BitSet others;
    private final List<Step> steps = new ArrayList<>();
    private BigInteger atLeast;
    private final BigInteger[] factorial;

    /// @param worth    what a unit of `open - units` costs: the difference of two prices
    /// @param open     units that are not to be had from outside, above zero
    /// @param units    units at this price or less by player, none above `open`
    private record Step(BigInteger worth, long open, List<Long> units) {}

    private CoverShapley(int players, List<CoverGame.Line> lines, long fixed, BitSet interested) {
        this.n = players;
        this.others = new BitSet();
        others.set(0, players);
        others.andNot(interested);
        this.atLeast = BigInteger.valueOf(fixed);
        lines.forEach(this::addLine);
        this.factorial = new BigInteger[players + 1];
        factorial[0] = BigInteger.ONE;
        for (int k = 1; k <= players; k++) {
            factorial[k] = factorial[k - 1].multiply(BigInteger.valueOf(k));
        }
    }

    /// The value.
    ///
    /// @param players    at least 1
    /// @param lines      as in a [CoverGame], players from 0 to `players - 1`
    /// @param fixed      what arises whoever goes
    /// @param interested players with an interest; a coalition without any costs nothing
    /// @return           empty where counting would take more than [#MOST_WORK]
    public static Optional<List<Fraction>> of(int players, List<CoverGame.Line> lines, long fixed, BitSet interested) {
        if (players < 1) {
            throw new IllegalArgumentException("a game has at least one player, not " + players);
        }
        CoverShapley shapley = new CoverShapley(players, lines, fixed, interested);
        return shapley.work() > MOST_WORK ? Optional.empty() : Optional.of(shapley.solve());
    }

    private void addLine(CoverGame.Line line) {
        List<CoverGame.Offer> cheapestFirst = line.offers().stream()
                .filter(o -> o.unitCost() < line.marketPrice() && o.quantity() > 0)
                .sorted(Comparator.comparingLong(CoverGame.Offer::unitCost))
                .toList();
        BigInteger quantity = BigInteger.valueOf(line.quantity());
        long first = cheapestFirst.isEmpty()
                ? line.marketPrice()
                : cheapestFirst.getFirst().unitCost();
        atLeast = atLeast.add(quantity.multiply(BigInteger.valueOf(first)));
        long[] units = new long[n];
        long open = line.quantity();
        for (int o = 0; o < cheapestFirst.size() && open > 0; o++) {
            CoverGame.Offer offer = cheapestFirst.get(o);
            if (offer.player() == CoverGame.Offer.OUTSIDE) {
                open -= Math.min(open, offer.quantity());
            } else {
                units[offer.player()] =
                        Math.min(line.quantity(), units[offer.player()] + Math.min(line.quantity(), offer.quantity()));
            }
            long next = o + 1 < cheapestFirst.size() ? cheapestFirst.get(o + 1).unitCost() : line.marketPrice();
            if (next > offer.unitCost() && open > 0) {
                long most = open;
                steps.add(new Step(
                        BigInteger.valueOf(next - offer.unitCost()),
                        open,
                        java.util.Arrays.stream(units)
                                .map(u -> Math.min(most, u))
                                .boxed()
                                .toList()));
            }
        }
    }

    private double work() {
        double work = 0;
        for (Step step : steps) {
            Suppliers suppliers = new Suppliers(step, new BitSet(), true);
            double different = suppliers.units.stream().distinct().count() + 1.0;
            work += different
                    * suppliers.units.size()
                    * suppliers.size
                    * (suppliers.units.size() > LONG_COUNTS ? 20 : 1);
        }
        return work;
    }

    private List<Fraction> solve() {
        BigInteger[] sums = new BigInteger[n];
        java.util.Arrays.fill(sums, BigInteger.ZERO);
        BitSet everyone = new BitSet();
        everyone.set(0, n);
        BigInteger withoutInterest = BigInteger.ZERO; // sum over S of the others of |S|! (n-1-|S|)! c(S)
        for (int k = 0; k <= others.cardinality() && k < n; k++) {
            withoutInterest = withoutInterest.add(
                    binomial(others.cardinality(), k).multiply(weight(k)).multiply(atLeast));
        }
        for (Step step : steps) {
            Suppliers all = new Suppliers(step, everyone, false);
            add(sums, all, all.marginals(), step.worth());
            Suppliers some = new Suppliers(step, others, false);
            add(sums, some, some.marginals(), step.worth().negate());
            withoutInterest = withoutInterest.add(step.worth().multiply(some.total()));
        }
        List<Fraction> shares = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            BigInteger sum = others.get(i) ? sums[i] : sums[i].add(withoutInterest);
            shares.add(new Fraction(sum, factorial[n]));
        }
        return shares;
    }

    private static void add(BigInteger[] sums, Suppliers suppliers, Map<Long, BigInteger> byUnits, BigInteger worth) {
        for (int s = 0; s < suppliers.players.size(); s++) {
            BigInteger marginal = byUnits.getOrDefault(suppliers.units.get(s), BigInteger.ZERO);
            int player = suppliers.players.get(s);
            sums[player] = sums[player].add(marginal.multiply(worth));
        }
    }

    /// `k! (n-1-k)!`: how many orders have a coalition of `k` just before a given player.
    private BigInteger weight(int k) {
        return k > n - 1 ? BigInteger.ZERO : factorial[k].multiply(factorial[n - 1 - k]);
    }

    private BigInteger binomial(int of, int k) {
        return k > of ? BigInteger.ZERO : factorial[of].divide(factorial[k]).divide(factorial[of - k]);
    }

    /// The players of a set that bring units in a step, and how many coalitions of them bring how many.
    private final class Suppliers {
        private final List<Integer> players = new ArrayList<>();
        private final List<Long> units = new ArrayList<>();
        private final long open;
        private final long divisor;
        private final int size;
        /// Members of the set that bring nothing.
        private final int idle;

        Suppliers(Step step, BitSet set, boolean everyone) {
            long common = 0;
            for (int i = 0; i < n; i++) {
                if (step.units().get(i) > 0 && (everyone || set.get(i))) {
                    players.add(i);
                    units.add(step.units().get(i));
                    common = BigInteger.valueOf(common)
                            .gcd(BigInteger.valueOf(step.units().get(i)))
                            .longValue();
                }
            }
            this.open = step.open();
            this.divisor = Math.max(1, common);
            this.size = (int) Math.min(Integer.MAX_VALUE / 2, (open + divisor - 1) / divisor);
            this.idle = (everyone ? n : set.cardinality()) - players.size();
        }

        /// Weight of coalitions in which `k` suppliers are, over those that may be beside them.
        private BigInteger weightOf(int k) {
            BigInteger sum = BigInteger.ZERO;
            for (int a = 0; a <= idle && k + a < n; a++) {
                sum = sum.add(binomial(idle, a).multiply(weight(k + a)));
            }
            return sum;
        }

        private Counts counted() {
            Counts counts = players.size() > LONG_COUNTS
                    ? new LargeCounts(players.size(), size)
                    : new SmallCounts(players.size(), size);
            units.forEach(u -> counts.add((int) (u / divisor)));
            return counts;
        }

        /// By units brought: the weighted sum of what a player with so many adds.
        Map<Long, BigInteger> marginals() {
            Map<Long, BigInteger> byUnits = new TreeMap<>();
            if (players.isEmpty()) {
                return byUnits;
            }
            Counts counts = counted();
            BigInteger[] weights = new BigInteger[players.size()];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = weightOf(k);
            }
            for (long own : units) {
                byUnits.computeIfAbsent(own, u -> {
                    Counts rest = counts.without((int) (u / divisor));
                    BigInteger sum = BigInteger.ZERO;
                    for (int k = 0; k < weights.length; k++) {
                        sum = sum.subtract(weights[k].multiply(rest.sum(k, v -> Math.min(u, open - divisor * v))));
                    }
                    return sum;
                });
            }
            return byUnits;
        }

        /// The weighted sum over all coalitions of the set of what stays open.
        BigInteger total() {
            Counts counts = counted();
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k <= players.size(); k++) {
                sum = sum.add(weightOf(k).multiply(counts.sum(k, v -> open - divisor * v)));
            }
            return sum;
        }
    }

    /// How many coalitions of `k` suppliers bring `v` units, for `v` below what is asked for.
    private interface Counts {
        void add(int units);

        Counts without(int units);

        BigInteger sum(int k, java.util.function.IntToLongFunction each);
    }

    private static final class SmallCounts implements Counts {
        private final long[][] h;
        private int most;

        SmallCounts(int players, int size) {
            h = new long[players + 1][size];
            h[0][0] = 1;
        }

        @Override
        public void add(int units) {
            most++;
            for (int k = most; k >= 1; k--) {
                for (int v = h[k].length - 1; v >= units; v--) {
                    h[k][v] += h[k - 1][v - units];
                }
            }
        }

        @Override
        public Counts without(int units) {
            SmallCounts rest = new SmallCounts(most, h[0].length);
            for (int k = 0; k <= most; k++) {
                for (int v = 0; v < h[k].length; v++) {
                    rest.h[k][v] = h[k][v] - (k > 0 && v >= units ? rest.h[k - 1][v - units] : 0);
                }
            }
            rest.most = most - 1;
            return rest;
        }

        @Override
        public BigInteger sum(int k, java.util.function.IntToLongFunction each) {
            BigInteger sum = BigInteger.ZERO;
            for (int v = 0; v < h[k].length; v++) {
                if (h[k][v] != 0) {
                    sum = sum.add(BigInteger.valueOf(h[k][v]).multiply(BigInteger.valueOf(each.applyAsLong(v))));
                }
            }
            return sum;
        }
    }

    private static final class LargeCounts implements Counts {
        private final BigInteger[][] h;
        private int most;

        LargeCounts(int players, int size) {
            h = new BigInteger[players + 1][size];
            for (BigInteger[] row : h) {
                java.util.Arrays.fill(row, BigInteger.ZERO);
            }
            h[0][0] = BigInteger.ONE;
        }

        @Override
        public void add(int units) {
            most++;
            for (int k = most; k >= 1; k--) {
                for (int v = h[k].length - 1; v >= units; v--) {
                    h[k][v] = h[k][v].add(h[k - 1][v - units]);
                }
            }
        }

        @Override
        public Counts without(int units) {
            LargeCounts rest = new LargeCounts(most, h[0].length);
            for (int k = 0; k <= most; k++) {
                for (int v = 0; v < h[k].length; v++) {
                    rest.h[k][v] = k > 0 && v >= units ? h[k][v].subtract(rest.h[k - 1][v - units]) : h[k][v];
                }
            }
            rest.most = most - 1;
            return rest;
        }

        @Override
        public BigInteger sum(int k, java.util.function.IntToLongFunction each) {
            BigInteger sum = BigInteger.ZERO;
            for (int v = 0; v < h[k].length; v++) {
                if (h[k][v].signum() != 0) {
                    sum = sum.add(h[k][v].multiply(BigInteger.valueOf(each.applyAsLong(v))));
                }
            }
            return sum;
        }
    }
}
