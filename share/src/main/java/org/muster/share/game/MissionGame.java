package org.muster.share.game;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// What a mission costs every coalition of an alliance's own members.
///
/// A game of few players is asked for all coalitions; one of many answers for single coalitions only, and for the
/// Shapley value where that has a closed form.
///
/// @param players members by code; bit `i` of a coalition stands for `players.get(i)`
/// @param all     `c(S)` of every coalition in minor units, whole numbers within 2^53, finite for every coalition;
///                `c(nobody) = 0`, and `c(S) = 0` where no member of `S` has an interest in the mission. Empty
///                where there are too many players for a mask
/// @param few     the same for one coalition at a time, any number of players
/// @param method  how `c(S)` is found
/// @param account one sentence that says how, for readers
/// @param shapley the Shapley value, exact, one per player, where it is known in closed form
public record MissionGame(
        List<String> players,
        Optional<Game> all,
        ToLongFunction<BitSet> few,
        Method method,
        String account,
        Optional<List<Fraction>> shapley) {
    /// How the cost of a coalition is found.
    public enum Method {
        /// In closed form, for every coalition.
        ATLAS,
        /// In closed form line by line, for more members than all coalitions can be walked of.
        LINES,
        /// By the planner, each coalition once and kept.
        CACHED,
        /// By the planner for a sample of coalitions; the rest is estimated.
        ESTIMATED;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The largest cost that is summed exactly, in minor units.
    public static final long MOST = 1L << 53;

    public MissionGame {
        players = List.copyOf(players);
        shapley = shapley.map(List::copyOf);
        Objects.requireNonNull(few);
        Objects.requireNonNull(method);
        Objects.requireNonNull(account);
        if (shapley.isPresent() && shapley.get().size() != players.size()) {
            throw new IllegalArgumentException("a Shapley value has one number per player");
        }
        if (all.isPresent()) {
            require(all.get(), players.size());
        }
    }

    private static void require(Game costs, int players) {
        if (players != costs.players()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d members are named for a game of %d", players, costs.players()));
        }
        if (costs.value(0) != 0) {
            throw new IllegalArgumentException("the empty coalition must cost 0, not " + costs.value(0));
        }
        if (Double.isNaN(costs.wholeBound()) || costs.wholeBound() > MOST) {
            throw new IllegalArgumentException("costs are whole minor units within 2^53");
        }
    }

    /// A game of which every coalition may be asked.
    public MissionGame(List<String> players, Game costs, Method method, String account) {
        this(
                players,
                Optional.of(costs),
                coalition -> (long) costs.value(mask(coalition)),
                method,
                account,
                Optional.empty());
    }

    private static long mask(BitSet coalition) {
        long[] words = coalition.toLongArray();
        return words.length == 0 ? 0 : words[0];
    }

    /// The same game, with its Shapley value known.
    public MissionGame with(List<Fraction> exactShapley) {
        return new MissionGame(players, all, few, method, account, Optional.of(exactShapley));
    }

    /// The costs of all coalitions.
    ///
    /// @throws java.util.NoSuchElementException where there are too many players
    public Game costs() {
        return all.orElseThrow();
    }

    /// The cost of a coalition in minor units, for games of which every coalition may be asked.
    public long cost(long coalition) {
        return (long) costs().value(coalition);
    }

    /// The cost of one coalition in minor units, whatever the number of players.
    public long cost(BitSet coalition) {
        return few.applyAsLong(coalition);
    }

    /// The cost of one member alone, in minor units.
    public long alone(int player) {
        BitSet coalition = new BitSet();
        coalition.set(player);
        return cost(coalition);
    }

    /// The cost for all members together, in minor units.
    public long costOfAll() {
        BitSet coalition = new BitSet();
        coalition.set(0, players.size());
        return cost(coalition);
    }

    /// The cost for all but one, in minor units.
    public long costOfAllBut(int player) {
        BitSet coalition = new BitSet();
        coalition.set(0, players.size());
        coalition.clear(player);
        return cost(coalition);
    }

    /// Whether all coalitions may be looked at.
    public boolean isComplete() {
        return all.isPresent() && method != Method.ESTIMATED;
    }

    /// The members of a coalition, in the order of the players.
    public List<String> names(long coalition) {
        return Coalitions.players(coalition).stream().map(players::get).toList();
    }
}
