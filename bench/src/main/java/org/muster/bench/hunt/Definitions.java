package org.muster.bench.hunt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Values and best partitions straight from their definitions.
final class Definitions {
    private Definitions() {}

    /// The mean contribution over all orders in which the players may join.
    static List<Ratio> shapley(Table game) {
        int n = game.players();
        BigInteger[] factorial = new BigInteger[n + 1];
        factorial[0] = BigInteger.ONE;
        for (int k = 1; k <= n; k++) {
            factorial[k] = factorial[k - 1].multiply(BigInteger.valueOf(k));
        }
        List<Ratio> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            BigInteger sum = BigInteger.ZERO;
            for (int mask = 0; mask <= game.grand(); mask++) {
                if ((mask >> i & 1) == 0) {
                    int before = Integer.bitCount(mask);
                    BigInteger orders = factorial[before].multiply(factorial[n - 1 - before]);
                    sum = sum.add(contribution(game, mask, i).multiply(orders));
                }
            }
            values.add(Ratio.of(sum, factorial[n]));
        }
        return values;
    }

    /// The mean contribution over all coalitions of the others.
    static List<Ratio> banzhaf(Table game) {
        int n = game.players();
        List<Ratio> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            BigInteger sum = BigInteger.ZERO;
            for (int mask = 0; mask <= game.grand(); mask++) {
                if ((mask >> i & 1) == 0) {
                    sum = sum.add(contribution(game, mask, i));
                }
            }
            values.add(Ratio.of(sum, BigInteger.TWO.pow(n - 1)));
        }
        return values;
    }

    private static BigInteger contribution(Table game, int mask, int player) {
        return game.value(mask | 1 << player).subtract(game.value(mask));
    }

    /// What the best partition of all players is worth.
    static BigInteger bestPartition(Table game) {
        BigInteger[] best = new BigInteger[game.grand() + 1];
        best[0] = BigInteger.ZERO;
        for (int mask = 1; mask <= game.grand(); mask++) {
            best[mask] = game.value(mask);
            for (int part = (mask - 1) & mask; part > 0; part = (part - 1) & mask) {
                best[mask] = best[mask].max(best[part].add(game.value(mask & ~part)));
            }
        }
        return best[game.grand()];
    }

    /// The largest excess of a coalition other than the empty and the grand one.
    static Ratio largestExcess(Table game, List<Ratio> x) {
        Ratio most = excess(game, x, 1);
        for (int mask = 2; mask < game.grand(); mask++) {
            Ratio excess = excess(game, x, mask);
            most = excess.compareTo(most) > 0 ? excess : most;
        }
        return most;
    }

    private static Ratio excess(Table game, List<Ratio> x, int mask) {
        Ratio excess = Ratio.of(game.value(mask));
        for (int i = 0; i < game.players(); i++) {
            excess = (mask >> i & 1) == 1 ? excess.minus(x.get(i)) : excess;
        }
        return excess;
    }
}
