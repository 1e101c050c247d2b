package org.muster.share.game;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.value.Shapley;

/// The Shapley value of a cost game in exact fractions, by block-wise passes.
///
/// Where costs are too large to be summed exactly over `2^n` coalitions in one pass, they are split into digits, one
/// pass each (two for 28 members and bills up to 10^13 minor units), and the values of the digits put together: the
/// Shapley value is linear.
public final class CostShapley {
    private CostShapley() {}

    /// One fraction per player, adding up to the cost of all.
    ///
    /// @param costs whole costs, none negative
    public static List<Fraction> of(Game costs, int threads) {
        int n = costs.players();
        double limit = (double) (1L << (53 - (n - 1)));
        if (costs.wholeBound() <= limit) {
            return exact(costs, threads);
        }
        double base = limit;
        List<Fraction> sum = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            sum.add(Fraction.ZERO);
        }
        for (double unit = 1; unit <= costs.wholeBound(); unit *= base) {
            List<Fraction> part = exact(new Digit(costs, unit, base), threads);
            for (int i = 0; i < n; i++) {
                sum.set(i, sum.get(i).plus(part.get(i).times((long) unit)));
            }
        }
        return List.copyOf(sum);
    }

    private static List<Fraction> exact(Game game, int threads) {
        return Shapley.of(game, threads).fractions().orElseThrow();
    }
}
