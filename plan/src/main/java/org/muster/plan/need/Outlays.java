package org.muster.plan.need;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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

    private enum Kind {
        POOL,
        SOURCE,
        GAP
    }

    /// @param place of the pool, of the source counted through all groups, or of the group
    private record Use(long price, Kind kind, int place) {}

    /// The mean outlays where each player is willing with a chance of its own, independently.
    ///
    /// @param willing by player, from 0 to 1
    public static <W> Outlays<W> of(Demand demand, List<CommonPool> pools, Weights<W> weights, List<W> willing) {
        return new Reckoning<>(demand, pools, weights, willing).run();
    }

    private static final class Reckoning<W> {
        private final Demand demand;
        private final List<CommonPool> pools;
        private final Weights<W> weights;
        private final List<W> willing;
        private final List<Demand.Source> sources = new ArrayList<>();

        Reckoning(Demand demand, List<CommonPool> pools, Weights<W> weights, List<W> willing) {
            this.demand = demand;
            this.pools = pools;
            this.weights = weights;
            this.willing = willing;
            demand.groups().forEach(group -> sources.addAll(group.sources()));
        }

        Outlays<W> run() {
            List<W> ofPlayers = new ArrayList<>(Collections.nCopies(demand.players(), weights.of(0)));
            List<W> ofPools = new ArrayList<>(Collections.nCopies(pools.size(), weights.of(0)));
            W outside = weights.of(0);
            W gaps = weights.of(0);
            List<Use> uses = uses();
            W before = lacking(List.of());
            for (int u = 0; u < uses.size(); u++) {
                Use use = uses.get(u);
                W after = lacking(uses.subList(0, u + 1));
                W cost = weights.times(weights.minus(before, after), weights.of(use.price()));
                before = after;
                switch (use.kind()) {
                    case POOL -> ofPools.set(use.place(), cost);
                    case GAP -> gaps = weights.plus(gaps, cost);
                    case SOURCE -> {
                        int player = sources.get(use.place()).player();
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

        private List<Use> uses() {
            List<Use> uses = new ArrayList<>();
            for (int q = 0; q < pools.size(); q++) {
                uses.add(new Use(pools.get(q).drawPrice(), Kind.POOL, q));
            }
            int place = 0;
            for (int g = 0; g < demand.groups().size(); g++) {
                Demand.Group group = demand.groups().get(g);
                uses.add(new Use(group.gapPrice(), Kind.GAP, g));
                for (Demand.Source source : group.sources()) {
                    if (source.unitCost() < group.gapPrice()) {
                        uses.add(new Use(source.unitCost(), Kind.SOURCE, place));
                    }
                    place++;
                }
            }
            uses.sort(Comparator.comparingLong(Use::price)
                    .thenComparing(Use::kind)
                    .thenComparingInt(Use::place));
            return uses;
        }

        /// The mean of what is lacking beyond the pools when some uses are made.
        private W lacking(List<Use> done) {
            boolean[] closed = new boolean[demand.groups().size()];
            long drawn = 0;
            Set<Demand.Source> used = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Use use : done) {
                switch (use.kind()) {
                    case POOL -> drawn += pools.get(use.place()).units();
                    case GAP -> closed[use.place()] = true;
                    case SOURCE -> used.add(sources.get(use.place()));
                }
            }
            List<Demand.Group> open = new ArrayList<>();
            for (int g = 0; g < closed.length; g++) {
                if (!closed[g]) {
                    open.add(demand.groups().get(g));
                }
            }
            return demand.with(open)
                    .where(group -> true, used::contains)
                    .histogram(weights, willing)
                    .beyond(drawn);
        }
    }
}
