package org.muster.invest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.muster.games.Fraction;

/// With what chance a cost is how much: its probability distribution.
///
/// @param weights by cost, in minor units; above 0
/// @param whole   what the weights add up to
record CostLaw(NavigableMap<Fraction, BigInteger> weights, BigInteger whole) {
    /// The same cost for sure.
    static CostLaw sure(Fraction cost) {
        return new CostLaw(new TreeMap<>(Map.of(cost, BigInteger.ONE)), BigInteger.ONE);
    }

    /// The same in other units of money.
    CostLaw times(Fraction factor) {
        NavigableMap<Fraction, BigInteger> scaled = new TreeMap<>();
        weights.forEach((cost, weight) -> scaled.merge(cost.times(factor), weight, BigInteger::add));
        return new CostLaw(scaled, whole);
    }

    /// The same with so much more.
    CostLaw plus(Fraction more) {
        if (more.isZero()) {
            return this;
        }
        NavigableMap<Fraction, BigInteger> moved = new TreeMap<>();
        weights.forEach((cost, weight) -> moved.put(cost.plus(more), weight));
        return new CostLaw(moved, whole);
    }

    Fraction mean() {
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<Fraction, BigInteger> one : weights.entrySet()) {
            sum = sum.plus(one.getKey().times(Fraction.of(one.getValue())));
        }
        return sum.over(Fraction.of(whole));
    }

    /// Where nobody goes nothing is spent.
    ///
    /// @param cost   what would be spent then, of at least that weight
    /// @param weight of nobody
    CostLaw nothingWhere(Fraction cost, BigInteger weight) {
        if (weight.signum() == 0) {
            return this;
        }
        NavigableMap<Fraction, BigInteger> moved = new TreeMap<>(weights);
        moved.merge(cost, weight.negate(), BigInteger::add);
        moved.values().removeIf(left -> left.signum() == 0);
        moved.merge(Fraction.ZERO, weight, BigInteger::add);
        return new CostLaw(moved, whole);
    }

    /// The sum where all parts are dear together: the dearest that a sum of these parts can be in convex
    /// order, whatever they have to do with one another. All have one `whole`.
    ///
    /// Source: R. Kaas, J. Dhaene, M. J. Goovaerts, *Upper and lower bounds for sums of random variables*, Insurance:
    /// Mathematics and Economics 27 (2000).
    static CostLaw together(List<CostLaw> parts, BigInteger whole) {
        // From the dearest down: where so much weight has gone by, the sum falls by so much.
        NavigableMap<BigInteger, Fraction> falls = new TreeMap<>();
        Fraction cost = Fraction.ZERO;
        for (CostLaw part : parts) {
            cost = cost.plus(part.weights.lastKey());
            BigInteger gone = BigInteger.ZERO;
            Map.Entry<Fraction, BigInteger> here = part.weights.lastEntry();
            Map.Entry<Fraction, BigInteger> next = part.weights.lowerEntry(here.getKey());
            while (next != null) {
                gone = gone.add(here.getValue());
                falls.merge(gone, here.getKey().minus(next.getKey()), Fraction::plus);
                here = next;
                next = part.weights.lowerEntry(here.getKey());
            }
        }
        NavigableMap<Fraction, BigInteger> sum = new TreeMap<>();
        BigInteger gone = BigInteger.ZERO;
        for (Map.Entry<BigInteger, Fraction> fall : falls.entrySet()) {
            sum.merge(cost, fall.getKey().subtract(gone), BigInteger::add);
            cost = cost.minus(fall.getValue());
            gone = fall.getKey();
        }
        sum.merge(cost, whole.subtract(gone), BigInteger::add);
        return new CostLaw(sum, whole);
    }

    /// The sum where the other is independent of this.
    CostLaw beside(CostLaw other) {
        NavigableMap<Fraction, BigInteger> sum = new TreeMap<>();
        weights.forEach((cost, weight) -> other.weights.forEach(
                (more, chance) -> sum.merge(cost.plus(more), weight.multiply(chance), BigInteger::add)));
        return new CostLaw(sum, whole.multiply(other.whole));
    }

    /// A law of at most so many costs that is smaller in increasing convex order: neighbours are told as their mean,
    /// rounded down to whole minor units.
    CostLaw coarser(int most) {
        if (weights.size() <= most) {
            return this;
        }
        int each = Math.ceilDiv(weights.size(), most);
        NavigableMap<Fraction, BigInteger> some = new TreeMap<>();
        Fraction sum = Fraction.ZERO;
        BigInteger weight = BigInteger.ZERO;
        int taken = 0;
        List<Map.Entry<Fraction, BigInteger>> all = new ArrayList<>(weights.entrySet());
        for (int k = 0; k < all.size(); k++) {
            sum = sum.plus(all.get(k).getKey().times(Fraction.of(all.get(k).getValue())));
            weight = weight.add(all.get(k).getValue());
            taken++;
            if (taken == each || k == all.size() - 1) {
                some.merge(down(sum.over(Fraction.of(weight))), weight, BigInteger::add);
                sum = Fraction.ZERO;
                weight = BigInteger.ZERO;
                taken = 0;
            }
        }
        return new CostLaw(some, whole);
    }

    static Fraction down(Fraction cost) {
        return Fraction.of(cost.numerator().divide(cost.denominator()));
    }

    /// The mean of what is beyond a threshold, where that is 0 below it.
    Fraction beyond(Fraction threshold) {
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<Fraction, BigInteger> one :
                weights.tailMap(threshold, false).entrySet()) {
            sum = sum.plus(one.getKey().minus(threshold).times(Fraction.of(one.getValue())));
        }
        return sum.over(Fraction.of(whole));
    }
}
