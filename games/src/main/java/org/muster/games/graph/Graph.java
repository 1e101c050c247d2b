package org.muster.games.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import java.util.stream.DoubleStream;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.TableGame;

/// An undirected graph on the players: who can talk to whom.
///
/// @param players 1 to 32
/// @param links   pairs of different players, each pair once
public record Graph(int players, List<Link> links) {
    /// A pair of players.
    public record Link(int a, int b) {
        public Link {
            if (a == b || a < 0 || b < 0) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "a link joins two different players, not %d and %d", a, b));
            }
        }
    }

    public Graph {
        links = List.copyOf(links);
        for (Link link : links) {
            if (Math.max(link.a(), link.b()) >= players) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "link %s names a player beyond %d", link, players - 1));
            }
        }
    }

    /// For each player the mask of the neighbours.
    long[] neighbours() {
        long[] near = new long[players];
        for (Link link : links) {
            near[link.a()] |= 1L << link.b();
            near[link.b()] |= 1L << link.a();
        }
        return near;
    }

    /// The connected part of `coalition` that holds its lowest player, along links inside the coalition.
    static long lowestComponent(long coalition, long[] near) {
        long component = Long.lowestOneBit(coalition);
        long frontier = component;
        while (frontier != 0) {
            int i = Long.numberOfTrailingZeros(frontier);
            frontier &= frontier - 1;
            long fresh = near[i] & coalition & ~component;
            component |= fresh;
            frontier |= fresh;
        }
        return component;
    }

    /// The game in which a coalition is worth what its connected parts are worth: its Shapley value is Myerson's value.
    ///
    /// Kept as a table, filled in ascending order from `w(S) = v(C) + w(S - C)`, `C` the part of the lowest player;
    /// O(n 2^n) time, 8 bytes a coalition, n <= 26.
    ///
    /// Source: R. B. Myerson, *Graphs and cooperation in games*, 1977.
    public Game restrict(Game game) {
        if (game.players() != players || players > 26) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a graph game needs the graph's %d players, at most 26, not %d",
                    players,
                    game.players()));
        }
        long[] near = neighbours();
        double[] values = new double[1 << players];
        for (int mask = 1; mask < values.length; mask++) {
            long part = lowestComponent(mask, near);
            values[mask] = game.value(part) + values[(int) (mask & ~part)];
        }
        return TableGame.wrapping(values);
    }

    /// The game whose players are the links: a set of links is worth what the parts that it connects are worth beyond
    /// their members alone. Half of each link's Shapley value to each end, plus the value alone, is the position value.
    ///
    /// Source: P. Borm, G. Owen, S. Tijs, *On the position value for communication situations*, 1992.
    public Game linkGame(Game game) {
        int m = links.size();
        if (m < 1 || m > Coalitions.MOST_PLAYERS) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a link game needs 1 to %d links, not %d", Coalitions.MOST_PLAYERS, m));
        }
        return Game.streamedWhole(m, boundOfParts(game), kept -> {
            long[] near = new long[players];
            for (long rest = kept; rest != 0; rest &= rest - 1) {
                Link link = links.get(Long.numberOfTrailingZeros(rest));
                near[link.a()] |= 1L << link.b();
                near[link.b()] |= 1L << link.a();
            }
            double sum = 0;
            for (long left = Coalitions.grand(players); left != 0; ) {
                long part = lowestComponent(left, near);
                left &= ~part;
                if (Long.bitCount(part) > 1) {
                    sum += game.value(part);
                    for (int i : Coalitions.players(part)) {
                        sum -= game.value(1L << i);
                    }
                }
            }
            return sum;
        });
    }

    private double boundOfParts(Game game) {
        return game.wholeBound() * 2 * players;
    }

    /// The additive game of weighted edges: a coalition is worth the sum of the weights of the edges inside it.
    ///
    /// @param weights one per link; the Shapley value is half the weights of the edges at a player
    public Game additive(double[] weights) {
        if (weights.length != links.size()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d weights for %d edges", weights.length, links.size()));
        }
        double[] loops = new double[players];
        return additive(weights, loops);
    }

    /// The additive game of weighted edges and weighted nodes.
    public Game additive(double[] weights, double[] nodes) {
        double bound = 0;
        boolean whole = true;
        for (double part : DoubleStream.concat(Arrays.stream(weights), Arrays.stream(nodes))
                .toArray()) {
            bound += Math.abs(part);
            whole &= part == Math.rint(part);
        }
        return Game.streamedWhole(players, whole ? bound : Double.NaN, worth(weights, nodes));
    }

    /// What one coalition is worth in that game, for up to 62 players.
    public LongToDoubleFunction worth(double[] weights, double[] nodes) {
        if (players > 62) {
            throw new IllegalArgumentException("coalitions are taken of up to 62 players, not " + players);
        }
        double[][] at = new double[players][players];
        for (int e = 0; e < weights.length; e++) {
            at[links.get(e).a()][links.get(e).b()] += weights[e];
            at[links.get(e).b()][links.get(e).a()] += weights[e];
        }
        double[] own = Arrays.copyOf(nodes, players);
        return mask -> {
            double sum = 0;
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                int i = Long.numberOfTrailingZeros(rest);
                sum += own[i];
                for (long more = rest & (rest - 1); more != 0; more &= more - 1) {
                    sum += at[i][Long.numberOfTrailingZeros(more)];
                }
            }
            return sum;
        };
    }
}
