package org.muster.lab.join;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Coalitions that enforce themselves: nobody gains by coming or going alone (C. d'Aspremont et al., *On the Stability
/// of Collusive Price Leadership*, Canadian Journal of Economics 16 (1983)), and no two or three that stay out gain,
/// each of them, by coming together.
///
/// A gain is a strict one: whoever is indifferent stays where it is.
public final class SelfEnforcing {
    /// Players up to which all coalitions are looked at.
    public static final int MOST_PLAYERS = 20;

    private SelfEnforcing() {}

    /// All of them, by one pass over all coalitions for each player and one over what that leaves for pairs
    /// and triples.
    ///
    /// O(2^players * players) payoffs, and a bit for each coalition.
    ///
    /// @return coalitions in ascending order, the idle ones included
    /// @throws IllegalArgumentException beyond [#MOST_PLAYERS] players
    public static List<Long> all(ParticipationGame game) {
        List<Long> all = new ArrayList<>();
        for (long alone : againstSingles(game)) {
            if (!groupGains(game, alone)) {
                all.add(alone);
            }
        }
        return all;
    }

    /// Those that run, and how many idle ones no single player wants to change: idle sets nearly always hold, and are
    /// never mixed with the others.
    ///
    /// @param running coalitions that enforce themselves and run, in ascending order
    /// @param idle    idle coalitions in which nobody gains by switching alone
    public record Split(List<Long> running, int idle) {
        public Split {
            running = List.copyOf(running);
        }
    }

    /// All that run, the idle ones apart.
    ///
    /// @throws IllegalArgumentException beyond [#MOST_PLAYERS] players
    public static Split split(ParticipationGame game) {
        List<Long> running = new ArrayList<>();
        int idle = 0;
        BitSet broken = broken(game);
        for (int c = broken.nextClearBit(0); c < 1 << game.players(); c = broken.nextClearBit(c + 1)) {
            if (!game.runs(c)) {
                idle++;
            } else if (!groupGains(game, c)) {
                running.add((long) c);
            }
        }
        return new Split(running, idle);
    }

    /// Coalitions in which nobody gains by switching alone: the equilibria in pure strategies.
    ///
    /// @throws IllegalArgumentException beyond [#MOST_PLAYERS] players
    public static List<Long> againstSingles(ParticipationGame game) {
        BitSet broken = broken(game);
        List<Long> hold = new ArrayList<>();
        for (int c = broken.nextClearBit(0); c < 1 << game.players(); c = broken.nextClearBit(c + 1)) {
            hold.add((long) c);
        }
        return hold;
    }

    static void requireFew(int players) {
        if (players > MOST_PLAYERS) {
            throw new IllegalArgumentException(
                    players + " players, of " + MOST_PLAYERS + " whose coalitions are all looked at");
        }
    }

    /// Coalitions that somebody gains by leaving, or by joining.
    private static BitSet broken(ParticipationGame game) {
        int n = game.players();
        requireFew(n);
        BitSet broken = new BitSet(1 << n);
        for (int i = 0; i < n; i++) {
            int bit = 1 << i;
            for (int c = 0; c < 1 << n; c++) {
                if ((c & bit) == 0) {
                    long gain = game.payoff(c | bit, i) - game.payoff(c, i);
                    if (gain > 0) {
                        broken.set(c);
                    } else if (gain < 0) {
                        broken.set(c | bit);
                    }
                }
            }
        }
        return broken;
    }

    /// Whether nobody gains by switching alone, at any number of players: checked by every switch there is.
    public static boolean holdsAgainstSingles(ParticipationGame game, long coalition) {
        for (int i = 0; i < game.players(); i++) {
            if (game.payoff(coalition ^ (1L << i), i) > game.payoff(coalition, i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a coalition enforces itself, at any number of players.
    public static boolean holds(ParticipationGame game, long coalition) {
        return holdsAgainstSingles(game, coalition) && !groupGains(game, coalition);
    }

    /// Whether two or three of those outside gain, each, by coming together.
    static boolean groupGains(ParticipationGame game, long coalition) {
        int n = game.players();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                long pair = (1L << i) | (1L << j);
                if ((coalition & pair) != 0) {
                    continue;
                }
                if (allGain(game, coalition, pair)) {
                    return true;
                }
                for (int k = j + 1; k < n; k++) {
                    long triple = pair | (1L << k);
                    if ((coalition & triple) == 0 && allGain(game, coalition, triple)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static boolean allGain(ParticipationGame game, long coalition, long group) {
        for (long left = group; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            if (game.payoff(coalition | group, i) <= game.payoff(coalition, i)) {
                return false;
            }
        }
        return true;
    }
}
