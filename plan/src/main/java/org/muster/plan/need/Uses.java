package org.muster.plan.need;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Sources, pools and missing units of a demand in the order in which they are used: by price; of equal prices pools
/// first, then sources in the order given, then what is missing.
///
/// How many units each is used for is what is lacking beyond the pools before it less what is lacking after it.
final class Uses {
    private final Demand demand;
    private final List<CommonPool> pools;
    private final List<Demand.Source> sources = new ArrayList<>();
    private final List<Use> inOrder = new ArrayList<>();

    /// Equal prices are used in this order.
    enum Kind {
        POOL,
        SOURCE,
        GAP
    }

    /// @param price of a unit, in minor units
    /// @param place of the pool, of the source counted through all groups, or of the group that misses units
    record Use(long price, Kind kind, int place) {}

    Uses(Demand demand, List<CommonPool> pools) {
        this.demand = demand;
        this.pools = List.copyOf(pools);
        for (int q = 0; q < pools.size(); q++) {
            inOrder.add(new Use(pools.get(q).drawPrice(), Kind.POOL, q));
        }
        for (int g = 0; g < demand.groups().size(); g++) {
            Demand.Group group = demand.groups().get(g);
            inOrder.add(new Use(group.gapPrice(), Kind.GAP, g));
            for (Demand.Source source : group.sources()) {
                if (source.unitCost() < group.gapPrice()) {
                    inOrder.add(new Use(source.unitCost(), Kind.SOURCE, sources.size()));
                }
                sources.add(source);
            }
        }
        inOrder.sort(
                Comparator.comparingLong(Use::price).thenComparing(Use::kind).thenComparingInt(Use::place));
    }

    List<Use> inOrder() {
        return List.copyOf(inOrder);
    }

    /// Whose a source is; [org.muster.games.cost.CoverGame.Offer#OUTSIDE] where everybody can have it.
    int playerOf(Use use) {
        return sources.get(use.place()).player();
    }

    /// What is lacking when the first `done` uses are made, pools left aside.
    Need lacking(int done) {
        boolean[] closed = new boolean[demand.groups().size()];
        Set<Demand.Source> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Use use : inOrder.subList(0, done)) {
            switch (use.kind()) {
                case POOL -> {}
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
        return demand.with(open).where(group -> true, used::contains);
    }

    /// Units of the pools among the first `done` uses.
    long drawn(int done) {
        return inOrder.subList(0, done).stream()
                .filter(use -> use.kind() == Kind.POOL)
                .mapToLong(use -> pools.get(use.place()).units())
                .sum();
    }
}
