package org.muster.plan.need;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.muster.games.Fraction;

/// The least cost of a demand in parts, one for each step from a price to the next: what is lacking there beyond the
/// pools, times the step. The parts of a coalition add up to its cost. With what chance which cost arises is known of
/// each part by itself, for any pools.
public final class PriceSteps {
    private final List<Long> prices;
    private final List<NavigableMap<Long, BigInteger>> steps;

    private PriceSteps(List<Long> prices, List<NavigableMap<Long, BigInteger>> steps) {
        this.prices = prices;
        this.steps = steps;
    }

    /// Reads a demand where each player is willing with a chance of its own, independently.
    ///
    /// @param willing by player, from 0 to 1
    public static PriceSteps of(Demand demand, List<Fraction> willing) {
        List<Long> prices = demand.prices();
        List<NavigableMap<Long, BigInteger>> steps = new ArrayList<>();
        AscendingWalk walk = new AscendingWalk(
                willing.stream().map(Fraction::numerator).toList(),
                willing.stream()
                        .map(q -> q.denominator().subtract(q.numerator()))
                        .toList());
        for (int j = 0; j + 1 < prices.size(); j++) {
            steps.add(walk.next(demand.at(prices.get(j))));
        }
        return new PriceSteps(prices, steps);
    }

    /// Of each step the weights of its costs, in minor units: the weights of a step add up to the product of the
    /// denominators of the chances.
    public List<NavigableMap<BigInteger, BigInteger>> with(List<CommonPool> pools) {
        List<NavigableMap<BigInteger, BigInteger>> parts = new ArrayList<>();
        List<Long> all = CommonPool.prices(prices, pools);
        int step = 0;
        for (int j = 0; j + 1 < all.size(); j++) {
            long price = all.get(j);
            while (prices.get(step + 1) <= price) {
                step++;
            }
            long there = CommonPool.units(pools, price);
            BigInteger wide = BigInteger.valueOf(all.get(j + 1) - price);
            NavigableMap<BigInteger, BigInteger> part = new TreeMap<>();
            steps.get(step).forEach((lacking, weight) -> {
                if (weight.signum() > 0) {
                    part.merge(
                            wide.multiply(BigInteger.valueOf(Math.max(0, lacking - there))), weight, BigInteger::add);
                }
            });
            parts.add(part);
        }
        return parts;
    }
}
