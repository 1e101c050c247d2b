package org.muster.plan.need;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.muster.games.cost.CoverGame;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.AtLeast;

/// The least cost of a demand for every coalition of those who matter for it, for any pools: what is lacking at every
/// price is worked out once.
public final class CoalitionCosts {
    private final List<Integer> players;
    private final List<Long> prices;
    private final List<long[]> lacking;

    private CoalitionCosts(List<Integer> players, List<Long> prices, List<long[]> lacking) {
        this.players = players;
        this.prices = prices;
        this.lacking = lacking;
    }

    /// Who has something for a demand, or counts in somebody's conditions.
    public static List<Integer> mattering(Demand demand) {
        TreeSet<Integer> players = new TreeSet<>();
        for (Demand.Group group : demand.groups()) {
            for (Demand.Source source : group.sources()) {
                if (source.player() != CoverGame.Offer.OUTSIDE && source.units() > 0) {
                    players.add(source.player());
                }
            }
        }
        for (Ability.Conditional one : demand.conditional()) {
            players.add(one.player());
            for (AtLeast condition : one.conditions()) {
                for (int i = 0; i < demand.players(); i++) {
                    if (condition.weights().get(i) > 0) {
                        players.add(i);
                    }
                }
            }
        }
        return List.copyOf(players);
    }

    /// Looks at all coalitions of those who matter, which are few.
    public static CoalitionCosts of(Demand demand) {
        List<Integer> players = mattering(demand);
        List<Long> prices = demand.prices();
        List<long[]> lacking = new ArrayList<>();
        for (int j = 0; j + 1 < prices.size(); j++) {
            lacking.add(demand.at(prices.get(j)).ofEach(players));
        }
        return new CoalitionCosts(players, prices, lacking);
    }

    /// Those who matter, ascending.
    public List<Integer> players() {
        return players;
    }

    /// The cost of every coalition, in minor units, bit `i` being the `i`-th of [#players].
    public BigInteger[] with(List<CommonPool> pools) {
        BigInteger[] costs = new BigInteger[1 << players.size()];
        Arrays.fill(costs, BigInteger.ZERO);
        List<Long> all = CommonPool.prices(prices, pools);
        int step = 0;
        for (int j = 0; j + 1 < all.size(); j++) {
            long price = all.get(j);
            while (prices.get(step + 1) <= price) {
                step++;
            }
            long[] here = lacking.get(step);
            long there = CommonPool.units(pools, price);
            BigInteger wide = BigInteger.valueOf(all.get(j + 1) - price);
            for (int c = 0; c < costs.length; c++) {
                if (here[c] > there) {
                    costs[c] = costs[c].add(wide.multiply(BigInteger.valueOf(here[c] - there)));
                }
            }
        }
        return costs;
    }
}
