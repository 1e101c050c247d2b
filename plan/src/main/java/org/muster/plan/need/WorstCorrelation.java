package org.muster.plan.need;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.muster.games.Fraction;

/// The dearest mean cost where only each player's own chance is known, whatever the chances have to do with each other.
///
/// For costs that are supermodular (a player spares less the more others are there), as those of a [Demand] are, the
/// dearest is where the willing sets are nested: whoever comes, all who are more willing come too. So `players + 1`
/// coalitions decide. Not for costs in which members' conditions or released entitlements play a part.
///
/// Source: S. Agrawal, Y. Ding, A. Saberi, Y. Ye, *Price of Correlations in Stochastic Optimization*, Operations
/// Research 60 (2012); L. Lovász, *Submodular functions and convexity* (1983).
public final class WorstCorrelation {
    private WorstCorrelation() {}

    /// The mean cost under the dearest correlation.
    ///
    /// @param willing by player, from 0 to 1
    /// @param cost    of a coalition, given by one truth a player
    public static Fraction meanCost(List<Fraction> willing, ToLongFunction<boolean[]> cost) {
        List<Integer> mostWillingFirst = order(willing);
        boolean[] coalition = new boolean[willing.size()];
        Fraction before = Fraction.ONE;
        Fraction sum = Fraction.ZERO;
        for (int player : mostWillingFirst) {
            sum = sum.plus(before.minus(willing.get(player)).times(cost.applyAsLong(coalition.clone())));
            before = willing.get(player);
            coalition[player] = true;
        }
        return sum.plus(before.times(cost.applyAsLong(coalition)));
    }

    /// Players by falling chance, equally willing ones in their own order.
    static List<Integer> order(List<Fraction> willing) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, willing.size()).boxed().toList());
        order.sort(Comparator.<Integer, Fraction>comparing(willing::get).reversed());
        return order;
    }
}
