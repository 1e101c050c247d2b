package org.muster.share.game;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.muster.games.Coalitions;
import org.muster.games.Game;

/// What a mission costs every coalition of an alliance's own members.
///
/// @param players members by code; bit `i` of a coalition stands for `players.get(i)`
/// @param costs   `c(S)` in minor units, whole numbers within 2^53, finite for every coalition; `c(nobody) = 0`, and
///                `c(S) = 0` where no member of `S` has an interest in the mission
/// @param method  how `c(S)` is found
/// @param account one sentence that says how, for readers
public record MissionGame(List<String> players, Game costs, Method method, String account) {
    /// How the cost of a coalition is found.
    public enum Method {
        /// In closed form, for every coalition.
        ATLAS,
        /// By the planner, each coalition once and kept.
        CACHED,
        /// By the planner for a sample of coalitions; the rest is estimated.
        ESTIMATED;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public MissionGame {
        players = List.copyOf(players);
        Objects.requireNonNull(method);
        Objects.requireNonNull(account);
        if (players.size() != costs.players()) {
            throw new IllegalArgumentException(
                    "%d members are named for a game of %d".formatted(players.size(), costs.players()));
        }
        if (costs.value(0) != 0) {
            throw new IllegalArgumentException("nobody costs nothing, not " + costs.value(0));
        }
        if (Double.isNaN(costs.wholeBound()) || costs.wholeBound() > 1L << 53) {
            throw new IllegalArgumentException("costs are whole minor units within 2^53");
        }
    }

    /// The cost of a coalition in minor units.
    public long cost(long coalition) {
        return (long) costs.value(coalition);
    }

    /// The cost for all members together, in minor units.
    public long costOfAll() {
        return cost(Coalitions.grand(players.size()));
    }

    /// Whether all coalitions may be looked at.
    public boolean isComplete() {
        return method != Method.ESTIMATED;
    }

    /// The members of a coalition, in the order of the players.
    public List<String> names(long coalition) {
        return Coalitions.players(coalition).stream().map(players::get).toList();
    }
}
