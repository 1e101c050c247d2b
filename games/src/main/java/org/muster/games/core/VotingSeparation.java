package org.muster.games.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.muster.games.Coalitions;
import org.muster.games.lp.Span;

/// The coalitions with the largest excess in a weighted voting game, by knapsack instead of a look at all
/// coalitions: for up to 62 voters and quotas in the thousands.
///
/// Dynamic programming over voters keeps the cheapest coalition for each weight (cut at the quota) and each
/// remainder of its product with a vector orthogonal to what a level leaves out, modulo a small prime: a remainder
/// other than 0 is outside. A coalition outside has remainder 0 with a chance of one in the prime; two primes a
/// level make a miss unlikely, and every remainder gives a row of its own. O(voters * quota * prime) for each
/// level.
///
/// Source: E. Elkind, D. Pasechnik, *Computing the nucleolus of weighted voting games*, 2009 (dynamic programming
/// as the separation oracle of the sequence of programs).
final class VotingSeparation implements Separation {
    private static final long[] PRIMES = {31, 37};
    private static final long MOST_STATES = 40_000_000;

    private static final int NOT_TAKEN = -1;

    private final int n;
    private final int quota;
    private final int[] weights;
    private final CoalitionRows rows;

    /// @param quota   above 0, at most the sum of the weights
    /// @param weights one per voter, not negative
    VotingSeparation(long quota, List<Long> weights) {
        this.n = weights.size();
        long sum = weights.stream().mapToLong(w -> w).sum();
        if (n < 1 || n > 62 || quota < 1 || quota > sum || quota * n * PRIMES[1] > MOST_STATES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "knapsack needs 1 to 62 voters and a small quota up to the sum of the weights, not %d voters with %d of %d",
                    n,
                    quota,
                    sum));
        }
        this.quota = (int) quota;
        this.weights = weights.stream().mapToInt(w -> (int) Math.min(w, quota)).toArray();
        this.rows = new CoalitionRows(n, this::value);
    }

    @Override
    public int players() {
        return n;
    }

    @Override
    public double grand() {
        return 1;
    }

    private double value(long mask) {
        long sum = 0;
        for (int i : Coalitions.players(mask)) {
            sum += weights[i];
        }
        return sum >= quota ? 1 : 0;
    }

    @Override
    public List<Cut> seeds() {
        return rows.seeds();
    }

    @Override
    public Cut opposite(Cut cut) {
        return rows.opposite(cut);
    }

    @Override
    public List<Cut> broken(double[] x, List<Level> levels, double tolerance, int most) {
        BrokenRows found = new BrokenRows(most);
        for (int k = levels.size() - 1; k >= 0; k--) {
            Level level = levels.get(k);
            for (long prime : PRIMES) {
                for (long mask : cheapest(x, level, prime)) {
                    Cut cut = rows.of(mask);
                    double by = cut.missing(x, level.e());
                    if (by > tolerance && level.binds(mask, 0)) {
                        found.offer(cut, by);
                    }
                }
            }
        }
        return found.worstFirst().stream().distinct().toList();
    }

    /// For each remainder but 0 the cheapest winning and the cheapest losing coalition.
    private List<Long> cheapest(double[] x, Level level, long prime) {
        Span span = new Span(n, prime);
        level.settled().forEach(span::add);
        long[] z = span.nullVector(new Random(prime + level.settled().size()));
        int p = (int) prime;
        int states = (quota + 1) * p;
        double[] cost = new double[states];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        int[][] from = new int[n][states];
        for (int i = 0; i < n; i++) {
            double[] next = cost.clone();
            Arrays.fill(from[i], NOT_TAKEN);
            for (int t = 0; t <= quota; t++) {
                int to = Math.min(quota, t + weights[i]);
                for (int r = 0; r < p; r++) {
                    double with = cost[t * p + r] + x[i];
                    int state = to * p + (int) ((r + z[i]) % p);
                    if (with < next[state]) {
                        next[state] = with;
                        from[i][state] = t * p + r;
                    }
                }
            }
            cost = next;
        }
        return read(p, cost, from);
    }

    private List<Long> read(int p, double[] cost, int[][] from) {
        List<Long> masks = new ArrayList<>();
        for (int r = 1; r < p; r++) {
            addIfReached(masks, quota * p + r, cost, from);
            int best = -1;
            for (int t = 0; t < quota; t++) {
                if (best < 0 || cost[t * p + r] < cost[best]) {
                    best = t * p + r;
                }
            }
            addIfReached(masks, best, cost, from);
        }
        return masks;
    }

    private void addIfReached(List<Long> masks, int state, double[] cost, int[][] from) {
        if (cost[state] < Double.POSITIVE_INFINITY) {
            long mask = trace(state, from);
            if (mask != 0 && mask != Coalitions.grand(n)) {
                masks.add(mask);
            }
        }
    }

    /// Follows the choices back from the last voter.
    private long trace(int last, int[][] from) {
        long mask = 0;
        int state = last;
        for (int i = n - 1; i >= 0; i--) {
            if (from[i][state] != NOT_TAKEN) {
                mask |= 1L << i;
                state = from[i][state];
            }
        }
        return mask;
    }
}
