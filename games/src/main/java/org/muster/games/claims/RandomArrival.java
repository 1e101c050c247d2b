package org.muster.games.claims;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.games.Fraction;
import org.muster.games.value.Shapley;

/// First come, first served, averaged over all orders.
///
/// Counts for every claimant the sets of others by size and by sum of claims (sums beyond the endowment do not matter:
/// who comes after them gets nothing). O(n^2 d) for `d` different sums, at most `2^(n-1)`.
final class RandomArrival {
    /// Different sums that are kept at once; beyond that the rule is refused rather than run out of memory.
    private static final int MOST_SUMS = 1 << 21;

    private RandomArrival() {}

    static List<Fraction> divide(Claims problem) {
        int n = problem.claims().size();
        Map<Fraction, Fraction> known = new HashMap<>();
        List<Fraction> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int claimant = i;
            parts.add(known.computeIfAbsent(problem.claims().get(i), c -> part(problem, claimant)));
        }
        return parts;
    }

    private static Fraction part(Claims problem, int claimant) {
        int n = problem.claims().size();
        Map<Fraction, BigInteger[]> counts = countsOfOthers(problem, claimant);
        Fraction claim = problem.claims().get(claimant);
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<Fraction, BigInteger[]> before : counts.entrySet()) {
            Fraction gets = problem.endowment().minus(before.getKey()).min(claim);
            for (int s = 0; s < n; s++) {
                if (before.getValue()[s].signum() > 0) {
                    sum = sum.plus(gets.times(Shapley.weight(s, n)).times(Fraction.of(before.getValue()[s])));
                }
            }
        }
        return sum;
    }

    /// By sum below the endowment: how many sets of others of each size have it.
    private static Map<Fraction, BigInteger[]> countsOfOthers(Claims problem, int claimant) {
        int n = problem.claims().size();
        Map<Fraction, BigInteger[]> counts = new HashMap<>();
        counts.put(Fraction.ZERO, one(n));
        for (int k = 0; k < n; k++) {
            if (k != claimant) {
                Map<Fraction, BigInteger[]> grown = new HashMap<>(counts);
                for (Map.Entry<Fraction, BigInteger[]> entry : counts.entrySet()) {
                    Fraction sum = entry.getKey().plus(problem.claims().get(k));
                    if (sum.compareTo(problem.endowment()) < 0) {
                        grown.merge(sum, shifted(entry.getValue()), RandomArrival::added);
                    }
                }
                counts = grown;
                if (counts.size() > MOST_SUMS) {
                    throw new IllegalArgumentException(
                            "random arrival over %d claims meets more than %d different sums; use coarser units"
                                    .formatted(n, MOST_SUMS));
                }
            }
        }
        return counts;
    }

    private static BigInteger[] one(int n) {
        BigInteger[] counts = new BigInteger[n];
        Arrays.fill(counts, BigInteger.ZERO);
        counts[0] = BigInteger.ONE;
        return counts;
    }

    private static BigInteger[] shifted(BigInteger[] counts) {
        BigInteger[] shifted = new BigInteger[counts.length];
        shifted[0] = BigInteger.ZERO;
        System.arraycopy(counts, 0, shifted, 1, counts.length - 1);
        return shifted;
    }

    private static BigInteger[] added(BigInteger[] a, BigInteger[] b) {
        BigInteger[] sum = new BigInteger[a.length];
        for (int s = 0; s < a.length; s++) {
            sum[s] = a[s].add(b[s]);
        }
        return sum;
    }
}
