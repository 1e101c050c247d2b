package org.muster.plan.need;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.muster.games.Fraction;

/// The mean cost of a demand for any pools, exact, where many are asked for: what [NeedCurve#meanCost] says, from sums
/// that are formed once, in whole numbers over one denominator.
public final class PoolCosts {
    private final List<Long> prices;
    private final List<NavigableMap<Long, Tail>> steps;
    private final BigInteger whole;

    /// Of needs from one on: how often any of them, and the sum of all of them, in parts of the denominator.
    private record Tail(BigInteger often, BigInteger units) {}

    private PoolCosts(List<Long> prices, List<NavigableMap<Long, Tail>> steps, BigInteger whole) {
        this.prices = prices;
        this.steps = steps;
        this.whole = whole;
    }

    /// Reads a demand where each player is willing with a chance of its own, independently.
    ///
    /// @param willing by player, from 0 to 1
    public static PoolCosts of(Demand demand, List<Fraction> willing) {
        List<BigInteger> ins = willing.stream().map(Fraction::numerator).toList();
        List<BigInteger> outs = willing.stream()
                .map(q -> q.denominator().subtract(q.numerator()))
                .toList();
        List<Long> prices = demand.prices();
        List<NavigableMap<Long, Tail>> steps = new ArrayList<>();
        AscendingWalk walk = new AscendingWalk(ins, outs);
        for (int j = 0; j + 1 < prices.size(); j++) {
            steps.add(tails(walk.next(demand.at(prices.get(j)))));
        }
        return new PoolCosts(
                prices,
                steps,
                willing.stream().map(Fraction::denominator).reduce(BigInteger.ONE, BigInteger::multiply));
    }

    private static NavigableMap<Long, Tail> tails(NavigableMap<Long, BigInteger> chances) {
        NavigableMap<Long, Tail> tails = new TreeMap<>();
        BigInteger often = BigInteger.ZERO;
        BigInteger units = BigInteger.ZERO;
        for (Map.Entry<Long, BigInteger> one : chances.descendingMap().entrySet()) {
            often = often.add(one.getValue());
            units = units.add(one.getValue().multiply(BigInteger.valueOf(one.getKey())));
            tails.put(one.getKey(), new Tail(often, units));
        }
        return tails;
    }

    /// The mean of the least cost with pools, in minor units.
    public Fraction mean(List<CommonPool> pools) {
        BigInteger sum = BigInteger.ZERO;
        List<Long> all = CommonPool.prices(prices, pools);
        List<CommonPool> cheapestFirst = pools.stream()
                .sorted(Comparator.comparingLong(CommonPool::drawPrice))
                .toList();
        int step = 0;
        int open = 0;
        long there = 0;
        for (int j = 0; j + 1 < all.size(); j++) {
            long price = all.get(j);
            while (prices.get(step + 1) <= price) {
                step++;
            }
            while (open < cheapestFirst.size() && cheapestFirst.get(open).drawPrice() <= price) {
                there += cheapestFirst.get(open++).units();
            }
            Map.Entry<Long, Tail> beyond = steps.get(step).higherEntry(there);
            if (beyond != null) {
                Tail tail = beyond.getValue();
                sum = sum.add(tail.units()
                        .subtract(tail.often().multiply(BigInteger.valueOf(there)))
                        .multiply(BigInteger.valueOf(all.get(j + 1) - price)));
            }
        }
        return new Fraction(sum, whole);
    }
}
