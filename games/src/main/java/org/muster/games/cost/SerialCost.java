package org.muster.games.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.muster.games.Fraction;

/// Serial cost sharing: everyone shares equally in the cost of what all would cost if nobody asked for more than they
/// do.
///
/// With demands ascending and `Q_k = q_1 + ... + q_(k-1) + (n-k+1) q_k`: `x_k = x_(k-1) + (C(Q_k) - C(Q_(k-1))) /
/// (n-k+1)`.
/// Nobody pays for the others' larger demands. O(n log n) and `n` evaluations of the cost.
///
/// Source: H. Moulin, S. Shenker, *Serial cost sharing*, 1992.
public final class SerialCost {
    private SerialCost() {}

    /// What each user pays.
    ///
    /// @param demands one per user, not negative
    /// @param cost    of producing a total demand, with cost(0) = 0
    /// @return        what each user pays, adding up to the cost of all demands
    public static List<Fraction> shares(List<Fraction> demands, UnaryOperator<Fraction> cost) {
        int n = demands.size();
        List<Integer> order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing(demands::get))
                .toList();
        List<Fraction> pays = new ArrayList<>(demands);
        Fraction served = Fraction.ZERO;
        Fraction built = Fraction.ZERO;
        Fraction share = Fraction.ZERO;
        for (int k = 0; k < n; k++) {
            Fraction demand = demands.get(order.get(k));
            if (demand.sign() < 0) {
                throw new IllegalArgumentException("a demand is not negative, but one is " + demand);
            }
            Fraction now = cost.apply(served.plus(demand.times(n - k)));
            share = share.plus(now.minus(built).over(n - k));
            built = now;
            served = served.plus(demand);
            pays.set(order.get(k), share);
        }
        return pays;
    }
}
