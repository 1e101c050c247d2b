package org.muster.plan.need;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.muster.games.cost.CoverGame;

/// Where the mean cost of a demand lies: with each player for its own sources, with outside sources, pools, and units
/// that are missing. Costs lie where they fall, and the parts add up to [NeedCurve#meanCost].
///
/// Sources, pools and the prices of missing units are used in the order of their prices; of equal prices pools first,
/// then sources in the order given. How many units each is used for is what is lacking beyond the pools before it less
/// what is lacking after it.
///
/// @param <W>     the numbers
/// @param players by player, in minor units
/// @param outside of sources that every coalition can have
/// @param pools   by pool: what its draws cost
/// @param gaps    what missing units count
public record Outlays<W>(List<W> players, W outside, List<W> pools, W gaps) {
    public Outlays {
        players = List.copyOf(players);
        pools = List.copyOf(pools);
    }

    /// The mean outlays where each player is willing with a chance of its own, independently.
    ///
    /// @param willing by player, from 0 to 1
    public static <W> Outlays<W> of(Demand demand, List<CommonPool> pools, Weights<W> weights, List<W> willing) {
        List<W> ofPlayers = new ArrayList<>(Collections.nCopies(demand.players(), weights.of(0)));
        List<W> ofPools = new ArrayList<>(Collections.nCopies(pools.size(), weights.of(0)));
        W outside = weights.of(0);
        W gaps = weights.of(0);
        Uses uses = new Uses(demand, pools);
        List<Uses.Use> inOrder = uses.inOrder();
        W before = beyond(uses, 0, weights, willing);
        for (int u = 0; u < inOrder.size(); u++) {
            Uses.Use use = inOrder.get(u);
            W after = beyond(uses, u + 1, weights, willing);
            W cost = weights.times(weights.minus(before, after), weights.of(use.price()));
            before = after;
            switch (use.kind()) {
                case POOL -> ofPools.set(use.place(), cost);
                case GAP -> gaps = weights.plus(gaps, cost);
                case SOURCE -> {
                    int player = uses.playerOf(use);
                    if (player == CoverGame.Offer.OUTSIDE) {
                        outside = weights.plus(outside, cost);
                    } else {
                        ofPlayers.set(player, weights.plus(ofPlayers.get(player), cost));
                    }
                }
            }
        }
        return new Outlays<>(ofPlayers, outside, ofPools, gaps);
    }

    /// The mean of what is lacking beyond the pools when some uses are made.
    private static <W> W beyond(Uses uses, int done, Weights<W> weights, List<W> willing) {
        return uses.lacking(done).histogram(weights, willing).beyond(uses.drawn(done));
    }
}
