package org.muster.plan.need;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.muster.games.Fraction;

/// The need of a demand as a distribution at every price: what is needed in common, how often, and what a unit in
/// common is worth.
///
/// Every pool size is answered by one curve. The mean cost is convex in the units of a pool, and the worth of the
/// `k`-th unit falls with `k`: it is the fractile of the newsvendor.
///
/// @param <W>    the numbers that chances are
/// @param prices at which the need changes, ascending, from 0; in minor units
/// @param steps  what is needed from each price to the next; beyond the last nothing is
public record NeedCurve<W>(Weights<W> weights, List<Long> prices, List<Histogram<W>> steps) {
    public NeedCurve {
        prices = List.copyOf(prices);
        steps = List.copyOf(steps);
        if (steps.size() != prices.size() - 1) {
            throw new IllegalArgumentException(steps.size() + " steps between " + prices.size() + " prices");
        }
    }

    /// The curve of a demand where each player is willing with a chance of its own, independently.
    ///
    /// @param willing by player, from 0 to 1
    public static <W> NeedCurve<W> of(Demand demand, Weights<W> weights, List<W> willing) {
        List<Long> prices = demand.prices();
        List<Histogram<W>> steps = new ArrayList<>();
        for (int j = 0; j + 1 < prices.size(); j++) {
            steps.add(demand.at(prices.get(j)).histogram(weights, willing));
        }
        return new NeedCurve<>(weights, prices, steps);
    }

    /// The same in whole numbers, chances as parts of the product of all denominators.
    ///
    /// @param willing by player, from 0 to 1
    public static NeedCurve<BigInteger> inWhole(Demand demand, List<Fraction> willing) {
        List<BigInteger> ins = willing.stream().map(Fraction::numerator).toList();
        List<BigInteger> outs = willing.stream()
                .map(q -> q.denominator().subtract(q.numerator()))
                .toList();
        List<Long> prices = demand.prices();
        List<Histogram<BigInteger>> steps = new ArrayList<>();
        for (int j = 0; j + 1 < prices.size(); j++) {
            steps.add(new Histogram<>(Weights.WHOLE, demand.at(prices.get(j)).walked(Weights.WHOLE, ins, outs)));
        }
        return new NeedCurve<>(Weights.WHOLE, prices, steps);
    }

    /// What is needed at a price.
    public Histogram<W> at(long price) {
        for (int j = steps.size() - 1; j >= 0; j--) {
            if (prices.get(j) <= price) {
                return price < prices.get(j + 1) ? steps.get(j) : Histogram.none(weights);
            }
        }
        return Histogram.none(weights);
    }

    /// The need of two missions that want the pool at the same time and are independent given the world: both needs add
    /// up. Not for missions that want the same offers: these are one demand.
    public NeedCurve<W> plus(NeedCurve<W> other) {
        TreeSet<Long> both = new TreeSet<>(prices);
        both.addAll(other.prices);
        List<Long> all = List.copyOf(both);
        List<Histogram<W>> sums = new ArrayList<>();
        for (int j = 0; j + 1 < all.size(); j++) {
            sums.add(at(all.get(j)).plus(other.at(all.get(j))));
        }
        return new NeedCurve<>(weights, all, sums);
    }

    /// The same need where the mission comes with a chance only.
    ///
    /// @param chance from 0 to 1
    public NeedCurve<W> occurring(W chance) {
        return new NeedCurve<>(
                weights,
                prices,
                steps.stream().map(step -> step.occurring(chance)).toList());
    }

    /// The mean of the least cost with pools, in minor units.
    public W meanCost(List<CommonPool> pools) {
        W sum = weights.of(0);
        List<Long> all = CommonPool.prices(prices, pools);
        for (int j = 0; j + 1 < all.size(); j++) {
            long price = all.get(j);
            W beyond = at(price).beyond(CommonPool.units(pools, price));
            sum = weights.plus(sum, weights.times(beyond, weights.of(all.get(j + 1) - price)));
        }
        return sum;
    }

    /// What the `k`-th unit of a pool is worth in a year or whatever time the curve is of, in minor units: by how
    /// much it lowers the mean cost. Falls with `k`.
    ///
    /// @param k         from 1
    /// @param drawPrice what it costs when it is drawn
    public W unitValue(long k, long drawPrice) {
        W sum = weights.of(0);
        for (int j = 0; j < steps.size(); j++) {
            long from = Math.max(prices.get(j), drawPrice);
            if (from < prices.get(j + 1)) {
                sum = weights.plus(sum, weights.times(steps.get(j).atLeast(k), weights.of(prices.get(j + 1) - from)));
            }
        }
        return sum;
    }
}
