package org.muster.games.claims;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muster.games.Fraction;
import org.muster.games.value.Shapley;

/// First come, first served, averaged over all orders.
///
/// A claimant gets `min(claim, endowment - sum of those before)`, so all that matters of those before is how many they
/// are and what they claim together. Claims are taken as whole numbers of the largest unit in which they are whole:
///
/// - where that makes the endowment small, sets of others are counted by size and sum, once over all claimants and then
///   less one at a time: O(n^2 E) for an endowment of `E` units;
/// - else, for up to 24 claimants, all sets that leave something are looked at once: O(n 2^n).
final class RandomArrival {
    /// Counts by size and sum that are kept at once.
    private static final long MOST_COUNTS = 1L << 21;

    private static final int MOST_CLAIMANTS_LISTED = 24;

    private final int n;
    private final BigInteger unit;
    private final BigInteger common;
    private final List<BigInteger> claims;
    private final BigInteger endowment;

    private RandomArrival(Claims problem) {
        this.n = problem.claims().size();
        BigInteger denominator = problem.endowment().denominator();
        for (Fraction claim : problem.claims()) {
            BigInteger d = claim.denominator();
            denominator = denominator.divide(denominator.gcd(d)).multiply(d);
        }
        this.common = denominator;
        this.claims = problem.claims().stream().map(this::whole).toList();
        this.endowment = whole(problem.endowment());
        BigInteger divisor = claims.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        this.unit = divisor.signum() == 0 ? BigInteger.ONE : divisor;
    }

    private BigInteger whole(Fraction part) {
        return part.numerator().multiply(common.divide(part.denominator()));
    }

    static List<Fraction> divide(Claims problem) {
        RandomArrival rule = new RandomArrival(problem);
        // sums of claims that leave something: 0 to `most` units
        BigInteger most = rule.endowment.add(rule.unit).subtract(BigInteger.ONE).divide(rule.unit);
        if (most.multiply(BigInteger.valueOf(rule.n + 1L)).compareTo(BigInteger.valueOf(MOST_COUNTS)) <= 0) {
            return rule.byCounting(Math.max(1, most.intValueExact()));
        }
        if (rule.n <= MOST_CLAIMANTS_LISTED) {
            return rule.byListing();
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "random arrival over %d claims meets too many different sums (the endowment is %s times what all claims are multiples of); use coarser units, or --estimate for the Shapley value",
                rule.n,
                most));
    }

    private List<Fraction> byCounting(int sums) {
        BigInteger[][] all = new BigInteger[n + 1][sums];
        for (BigInteger[] ofSize : all) {
            Arrays.fill(ofSize, BigInteger.ZERO);
        }
        all[0][0] = BigInteger.ONE;
        int met = 0;
        for (BigInteger claim : claims) {
            int c = inUnits(claim, sums);
            for (int s = met; s >= 0; s--) {
                for (int t = sums - 1; t >= c; t--) {
                    BigInteger more = all[s][t - c];
                    if (more.signum() > 0) {
                        all[s + 1][t] = all[s + 1][t].add(more);
                    }
                }
            }
            met++;
        }
        Map<BigInteger, Fraction> known = new HashMap<>();
        List<Fraction> parts = new ArrayList<>();
        for (BigInteger claim : claims) {
            parts.add(known.computeIfAbsent(claim, c -> part(all, c, sums)));
        }
        return parts;
    }

    /// Sums from the endowment on are one: nothing is left.
    private int inUnits(BigInteger claim, int sums) {
        return claim.divide(unit).min(BigInteger.valueOf(sums)).intValueExact();
    }

    /// Sets without one claimant: of each size and sum those of all claimants less those with this one.
    private Fraction part(BigInteger[][] all, BigInteger claim, int sums) {
        int c = inUnits(claim, sums);
        BigInteger[] without = all[0].clone();
        BigInteger[] gets = new BigInteger[sums];
        for (int t = 0; t < sums; t++) {
            gets[t] = endowment
                    .subtract(unit.multiply(BigInteger.valueOf(t)))
                    .max(BigInteger.ZERO)
                    .min(claim);
        }
        Fraction part = Fraction.ZERO;
        for (int s = 0; s < n; s++) {
            BigInteger sum = BigInteger.ZERO;
            for (int t = 0; t < sums; t++) {
                if (without[t].signum() > 0) {
                    sum = sum.add(without[t].multiply(gets[t]));
                }
            }
            part = part.plus(new Fraction(sum, common).times(Shapley.weight(s, n)));
            BigInteger[] larger = all[s + 1].clone();
            for (int t = c; t < sums; t++) {
                larger[t] = larger[t].subtract(without[t - c]);
            }
            without = larger;
        }
        return part;
    }

    private List<Fraction> byListing() {
        Listing listing = new Listing(n);
        BigInteger[] own = claims.toArray(BigInteger[]::new);
        boolean small = endowment.bitLength() < 62;
        if (small) {
            long[] longs = Arrays.stream(own)
                    .mapToLong(c -> c.min(endowment).longValueExact())
                    .toArray();
            listing.extend(longs, 0, 0, 0, endowment.longValueExact());
        } else {
            listing.extend(own, 0, 0, 0, endowment);
        }
        List<Fraction> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Fraction part = Fraction.ZERO;
            for (int s = 0; s < n; s++) {
                part = part.plus(new Fraction(listing.sum(i, s), common).times(Shapley.weight(s, n)));
            }
            parts.add(part);
        }
        return parts;
    }

    /// What claimants get after sets of others, summed by the size of the set.
    private static final class Listing {
        private static final long LIMB = 1L << 62;

        private final int n;
        private final long[][] low;
        private final long[][] high;
        private final BigInteger[][] large;

        Listing(int n) {
            this.n = n;
            this.low = new long[n][n];
            this.high = new long[n][n];
            this.large = new BigInteger[n][n];
            for (BigInteger[] ofClaimant : large) {
                Arrays.fill(ofClaimant, BigInteger.ZERO);
            }
        }

        /// The set, and all that add to it claimants from `from` on; each leaves something.
        void extend(long[] claims, int set, int size, int from, long left) {
            for (int i = 0; i < n && size < n; i++) {
                if ((set >> i & 1) == 0) {
                    long sum = low[i][size] + Math.min(claims[i], left);
                    high[i][size] += sum >= LIMB || sum < 0 ? 1 : 0;
                    low[i][size] = sum & (LIMB - 1);
                }
            }
            for (int k = from; k < n; k++) {
                if (claims[k] < left) {
                    extend(claims, set | 1 << k, size + 1, k + 1, left - claims[k]);
                }
            }
        }

        void extend(BigInteger[] claims, int set, int size, int from, BigInteger left) {
            for (int i = 0; i < n && size < n; i++) {
                if ((set >> i & 1) == 0) {
                    large[i][size] = large[i][size].add(claims[i].min(left));
                }
            }
            for (int k = from; k < n; k++) {
                if (claims[k].compareTo(left) < 0) {
                    extend(claims, set | 1 << k, size + 1, k + 1, left.subtract(claims[k]));
                }
            }
        }

        BigInteger sum(int claimant, int size) {
            return BigInteger.valueOf(high[claimant][size])
                    .multiply(BigInteger.valueOf(LIMB))
                    .add(BigInteger.valueOf(low[claimant][size]))
                    .add(large[claimant][size]);
        }
    }
}
