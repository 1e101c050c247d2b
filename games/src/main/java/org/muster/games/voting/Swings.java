package org.muster.games.voting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.value.SizeSums;

/// For every voter and size: in how many losing coalitions of that size without the voter the voter turns defeat into
/// victory; and how many coalitions win. Every index that counts swings is a sum over these.
public final class Swings {
    /// Above this many entries the table of counts is not made.
    private static final long MOST_ENTRIES = 60_000_000L;

    private final List<List<BigInteger>> bySize;
    private final List<BigInteger> winningWith;
    private final BigInteger winning;

    private Swings(List<List<BigInteger>> bySize, List<BigInteger> winningWith, BigInteger winning) {
        this.bySize = bySize.stream().map(List::copyOf).toList();
        this.winningWith = List.copyOf(winningWith);
        this.winning = winning;
    }

    /// As [#of(WeightedVoting, int)], on all processors.
    public static Swings of(WeightedVoting rule) {
        return of(rule, Parallel.processors());
    }

    /// Counts a weighted rule: by size and weight where the quota is small enough, else over halves or all coalitions.
    ///
    /// Counting: `d[k][t]`, the number of coalitions with `k` voters and weight `t`, by adding voters one by one;
    /// without voter `i`: `d'[k][t] = d[k][t] - d'[k-1][t - w_i]`; equal weights share. O(n^2 q) a different
    /// weight, in whole numbers.
    ///
    /// Source: I. Mann, L. S. Shapley, *Values of large games VI*, 1962; N. Uno, *Efficient computation of power
    /// indices for weighted majority games*, 2012 (taking one voter out).
    public static Swings of(WeightedVoting rule, int threads) {
        WeightedVoting small = reduced(rule);
        long dual = small.sum() - small.quota() + 1;
        long reach = Math.min(small.quota(), dual);
        int n = small.voters();
        if (reach <= MOST_ENTRIES / (n + 1)) {
            return WeightCounts.swings(small);
        }
        if (n <= 30) {
            return of(small.game(), threads);
        }
        if (n <= HalfCounts.MOST_VOTERS) {
            return HalfCounts.swings(small);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "%d voters with a quota of %d are too many to count: use coarser weights",
                n,
                small.quota()));
    }

    /// Divides weights and quota by their common divisor.
    private static WeightedVoting reduced(WeightedVoting rule) {
        long common = 0;
        for (long weight : rule.weights()) {
            common = BigInteger.valueOf(common).gcd(BigInteger.valueOf(weight)).longValueExact();
        }
        long by = common;
        return new WeightedVoting(
                Math.ceilDiv(rule.quota(), by),
                rule.weights().stream().map(w -> w / by).toList());
    }

    /// As [#of(Game, int)], on all processors.
    public static Swings of(Game game) {
        return of(game, Parallel.processors());
    }

    /// Counts a simple, monotone game over all coalitions: one pass.
    public static Swings of(Game game, int threads) {
        SizeSums sums = SizeSums.of(game, threads);
        int n = game.players();
        List<List<BigInteger>> bySize = new ArrayList<>();
        List<BigInteger> with = new ArrayList<>();
        BigInteger winning = BigInteger.ZERO;
        for (int s = 1; s <= n; s++) {
            winning = winning.add(sums.exactTotal(s));
        }
        for (int i = 0; i < n; i++) {
            List<BigInteger> row = new ArrayList<>();
            BigInteger all = BigInteger.ZERO;
            for (int k = 0; k < n; k++) {
                BigInteger withoutVoter = sums.exactTotal(k).subtract(sums.exactly(i, k));
                row.add(sums.exactly(i, k + 1).subtract(withoutVoter));
                all = all.add(sums.exactly(i, k + 1));
            }
            bySize.add(row);
            with.add(all);
        }
        return new Swings(bySize, with, winning);
    }

    static Swings ofCounts(List<List<BigInteger>> bySize, BigInteger winning) {
        List<BigInteger> with = new ArrayList<>();
        for (List<BigInteger> row : bySize) {
            // S with i wins if S - i wins, or i swings: winning = 2 (winning without i) + swings
            BigInteger swings = row.stream().reduce(BigInteger.ZERO, BigInteger::add);
            with.add(winning.add(swings).shiftRight(1));
        }
        return new Swings(bySize, with, winning);
    }

    /// Lets voters of equal weight share what is worked out for one of them.
    static List<List<BigInteger>> sharedByWeight(WeightedVoting rule, IntFunction<List<BigInteger>> ofVoter) {
        Map<Long, List<BigInteger>> known = new HashMap<>();
        List<List<BigInteger>> all = new ArrayList<>();
        for (int i = 0; i < rule.voters(); i++) {
            int voter = i;
            all.add(known.computeIfAbsent(rule.weights().get(i), w -> ofVoter.apply(voter)));
        }
        return all;
    }

    public int voters() {
        return bySize.size();
    }

    /// Swings of a voter in coalitions of `size` others.
    public BigInteger of(int voter, int size) {
        return bySize.get(voter).get(size);
    }

    /// All swings of a voter.
    public BigInteger of(int voter) {
        return bySize.get(voter).stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// Winning coalitions.
    public BigInteger winning() {
        return winning;
    }

    /// Winning coalitions that hold the voter.
    public BigInteger winningWith(int voter) {
        return winningWith.get(voter);
    }
}
