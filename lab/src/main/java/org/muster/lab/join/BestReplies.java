package org.muster.lab.join;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Members reply to one another in turn until nobody wants to switch.
public final class BestReplies {
    private BestReplies() {}

    /// How a sequence of replies ends.
    ///
    /// @param coalition who is available in the end; of a cycle where it was first met again
    /// @param cycle     the coalitions that come round, in order; empty where members came to rest
    public record End(long coalition, List<Long> cycle) {
        public End {
            cycle = List.copyOf(cycle);
        }

        /// Whether nobody wants to switch any more.
        public boolean isRest() {
            return cycle.isEmpty();
        }
    }

    /// Sweeps through the players in an order, each of whom switches where it gains, until a sweep changes nothing or
    /// comes round.
    ///
    /// @param from  who is available at first
    /// @param order all players once
    public static End from(ParticipationGame game, long from, int[] order) {
        Set<Long> met = new LinkedHashSet<>();
        long now = from;
        while (met.add(now)) {
            long before = now;
            for (int i : order) {
                long other = now ^ (1L << i);
                if (game.payoff(other, i) > game.payoff(now, i)) {
                    now = other;
                }
            }
            if (now == before) {
                return new End(now, List.of());
            }
        }
        List<Long> cycle = new ArrayList<>();
        boolean inside = false;
        for (long one : met) {
            inside |= one == now;
            if (inside) {
                cycle.add(one);
            }
        }
        return new End(now, cycle);
    }

    /// What going would have to be worth beside all else for a member that stays out to come, in whole units: how much
    /// it loses by coming. Not above 0 where it would come anyway.
    public static long threshold(ParticipationGame game, long coalition, int player) {
        long out = coalition & ~(1L << player);
        return game.payoff(out, player) - game.payoff(out | (1L << player), player);
    }
}
