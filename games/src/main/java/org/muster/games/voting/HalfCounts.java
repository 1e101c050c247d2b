package org.muster.games.voting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Swings by meeting in the middle, for large weights: the other voters are cut into two halves, the coalitions of
/// each half sorted by weight within each size, and pairs in the window `[q - w, q)` counted with two pointers.
/// O(n^2 2^(n/2)).
///
/// Source: B. Klinz, G. J. Woeginger, *Faster algorithms for computing power indices in weighted voting games*, 2005.
final class HalfCounts {
    static final int MOST_VOTERS = 42;

    private HalfCounts() {}

    static Swings swings(WeightedVoting rule) {
        List<List<BigInteger>> swings = Swings.sharedByWeight(rule, voter -> ofVoter(rule, voter));
        List<Long> all = rule.weights();
        List<long[]> left = bySize(all.subList(0, all.size() / 2));
        List<long[]> right = bySize(all.subList(all.size() / 2, all.size()));
        BigInteger losing = BigInteger.ZERO;
        for (long[] a : left) {
            for (long[] b : right) {
                losing = losing.add(BigInteger.valueOf(pairsBelow(a, b, rule.quota())));
            }
        }
        return Swings.ofCounts(swings, BigInteger.TWO.pow(all.size()).subtract(losing));
    }

    private static List<BigInteger> ofVoter(WeightedVoting rule, int voter) {
        List<Long> others = new ArrayList<>(rule.weights());
        long weight = others.remove(voter);
        List<long[]> left = bySize(others.subList(0, others.size() / 2));
        List<long[]> right = bySize(others.subList(others.size() / 2, others.size()));
        BigInteger[] swings = new BigInteger[rule.voters()];
        Arrays.fill(swings, BigInteger.ZERO);
        for (int a = 0; a < left.size(); a++) {
            for (int b = 0; b < right.size(); b++) {
                long in = pairsBelow(left.get(a), right.get(b), rule.quota())
                        - pairsBelow(left.get(a), right.get(b), rule.quota() - weight);
                swings[a + b] = swings[a + b].add(BigInteger.valueOf(in));
            }
        }
        return Arrays.asList(swings);
    }

    /// The weights of all coalitions, sorted, by size.
    private static List<long[]> bySize(List<Long> weights) {
        int n = weights.size();
        long[] sums = new long[1 << n];
        int[] counts = new int[n + 1];
        for (int m = 1; m < sums.length; m++) {
            sums[m] = sums[m & (m - 1)] + weights.get(Integer.numberOfTrailingZeros(m));
            counts[Integer.bitCount(m)]++;
        }
        counts[0] = 1;
        List<long[]> sorted = new ArrayList<>();
        for (int count : counts) {
            sorted.add(new long[count]);
        }
        for (int m = 0; m < sums.length; m++) {
            int size = Integer.bitCount(m);
            sorted.get(size)[--counts[size]] = sums[m];
        }
        sorted.forEach(Arrays::sort);
        return sorted;
    }

    private static long pairsBelow(long[] a, long[] b, long limit) {
        long pairs = 0;
        int j = b.length;
        for (long x : a) {
            while (j > 0 && x + b[j - 1] >= limit) {
                j--;
            }
            pairs += j;
        }
        return pairs;
    }
}
