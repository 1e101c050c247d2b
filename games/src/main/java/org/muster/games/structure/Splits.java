package org.muster.games.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.Parallel;

/// The best partition by dynamic programming: the best value of every coalition from the best of its splits. O(3^n)
/// time, 12 bytes a coalition, up to 24 players.
///
/// Coalitions of one size need those of smaller sizes only, so each size is shared out among the threads.
final class Splits {
    private static final int CHUNKS = 64;

    private final Game game;
    private final SideConditions conditions;
    private final double[] best;
    private final int[] part;

    private Splits(Game game, SideConditions conditions) {
        this.game = game;
        this.conditions = conditions;
        this.best = new double[1 << game.players()];
        this.part = new int[1 << game.players()];
    }

    static Optional<List<Long>> best(Game game, SideConditions conditions, int threads) {
        Splits splits = new Splits(game, conditions);
        for (int size = 1; size <= game.players(); size++) {
            splits.settle(size, threads);
        }
        int all = (int) Coalitions.grand(game.players());
        if (splits.best[all] == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        List<Long> parts = new ArrayList<>();
        splits.collect(all, parts);
        return Optional.of(parts);
    }

    private void settle(int size, int threads) {
        long count = best.length;
        int chunks = (int) Math.min(CHUNKS, count);
        Parallel.inOrder(chunks, threads, chunk -> {
            int to = (int) (count * (chunk + 1) / chunks);
            for (int mask = (int) (count * chunk / chunks); mask < to; mask++) {
                if (Integer.bitCount(mask) == size) {
                    settle(mask);
                }
            }
            return chunk;
        });
    }

    private void settle(int mask) {
        double most = conditions.allow(mask) ? game.value(mask) : Double.NEGATIVE_INFINITY;
        int chosen = mask;
        int lowest = mask & -mask;
        int others = mask ^ lowest;
        // the part with the lowest player against the rest: each split once
        for (int rest = others; rest != 0; rest = (rest - 1) & others) {
            double split = best[mask ^ rest] + best[rest];
            if (split > most) {
                most = split;
                chosen = mask ^ rest;
            }
        }
        best[mask] = most;
        part[mask] = chosen;
    }

    private void collect(int mask, List<Long> parts) {
        if (part[mask] == mask) {
            parts.add((long) mask);
        } else {
            collect(part[mask], parts);
            collect(mask ^ part[mask], parts);
        }
    }
}
