package org.muster.games.voting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Swings counted by size and weight. In longs for up to 62 voters, where no count can be larger; else in big integers.
///
/// Weights are followed up to the quota or up to the dual quota (what can be missing without losing), whichever is
/// smaller.
final class WeightCounts {
    private WeightCounts() {}

    static Swings swings(WeightedVoting rule) {
        return rule.voters() <= 62 ? new InLongs(rule).swings() : new InBigIntegers(rule).swings();
    }

    /// Turns the counts below the quota (or of the complements below the dual quota) into swings.
    private record Frame(int n, long reach, boolean dual) {
        static Frame of(WeightedVoting rule) {
            long dual = rule.sum() - rule.quota() + 1;
            return new Frame(rule.voters(), Math.min(rule.quota(), dual), dual < rule.quota());
        }

        /// Where a coalition of `k` others stands whose complement among the others was counted.
        int size(int k) {
            return dual ? n - 1 - k : k;
        }

        BigInteger winning(BigInteger below) {
            // below the quota: losing coalitions; below the dual quota: complements of winning ones
            return dual ? below : BigInteger.TWO.pow(n).subtract(below);
        }
    }

    private static final class InLongs {
        private final WeightedVoting rule;
        private final Frame frame;
        private final int reach;
        private final long[][] counts;

        InLongs(WeightedVoting rule) {
            this.rule = rule;
            this.frame = Frame.of(rule);
            this.reach = (int) frame.reach();
            this.counts = new long[rule.voters() + 1][reach];
            counts[0][0] = 1;
            int added = 0;
            for (long weight : rule.weights()) {
                if (weight < reach) {
                    for (int k = added; k >= 0; k--) {
                        addShifted(counts[k + 1], counts[k], (int) weight);
                    }
                }
                added++;
            }
        }

        private void addShifted(long[] to, long[] from, int by) {
            for (int t = by; t < reach; t++) {
                to[t] += from[t - by];
            }
        }

        Swings swings() {
            BigInteger below = BigInteger.ZERO;
            for (long[] row : counts) {
                for (long count : row) {
                    below = below.add(BigInteger.valueOf(count));
                }
            }
            return Swings.ofCounts(Swings.sharedByWeight(rule, this::ofVoter), frame.winning(below));
        }

        private List<BigInteger> ofVoter(int voter) {
            int n = rule.voters();
            long weight = rule.weights().get(voter);
            long[] before = new long[reach];
            BigInteger[] swings = new BigInteger[n];
            for (int k = 0; k < n; k++) {
                long[] without = counts[k].clone();
                if (k > 0 && weight < reach) {
                    for (int t = (int) weight; t < reach; t++) {
                        without[t] -= before[t - (int) weight];
                    }
                }
                long sum = 0;
                for (int t = (int) Math.max(0, reach - weight); t < reach; t++) {
                    sum += without[t];
                }
                swings[frame.size(k)] = BigInteger.valueOf(sum);
                before = without;
            }
            return Arrays.asList(swings);
        }
    }

    private static final class InBigIntegers {
        private final WeightedVoting rule;
        private final Frame frame;
        private final int reach;
        private final List<BigInteger[]> counts = new ArrayList<>();

        InBigIntegers(WeightedVoting rule) {
            this.rule = rule;
            this.frame = Frame.of(rule);
            this.reach = (int) frame.reach();
            for (int k = 0; k <= rule.voters(); k++) {
                counts.add(zeros());
            }
            counts.getFirst()[0] = BigInteger.ONE;
            int added = 0;
            for (long weight : rule.weights()) {
                for (int k = added; k >= 0; k--) {
                    for (long t = weight; t < reach; t++) {
                        BigInteger more = counts.get(k)[(int) (t - weight)];
                        if (more.signum() != 0) {
                            counts.get(k + 1)[(int) t] = counts.get(k + 1)[(int) t].add(more);
                        }
                    }
                }
                added++;
            }
        }

        private BigInteger[] zeros() {
            BigInteger[] zeros = new BigInteger[reach];
            Arrays.fill(zeros, BigInteger.ZERO);
            return zeros;
        }

        Swings swings() {
            BigInteger below = counts.stream().flatMap(Arrays::stream).reduce(BigInteger.ZERO, BigInteger::add);
            return Swings.ofCounts(Swings.sharedByWeight(rule, this::ofVoter), frame.winning(below));
        }

        private List<BigInteger> ofVoter(int voter) {
            int n = rule.voters();
            long weight = rule.weights().get(voter);
            BigInteger[] before = zeros();
            BigInteger[] swings = new BigInteger[n];
            for (int k = 0; k < n; k++) {
                BigInteger[] without = counts.get(k).clone();
                BigInteger sum = BigInteger.ZERO;
                for (int t = 0; t < reach; t++) {
                    if (k > 0 && t >= weight) {
                        without[t] = without[t].subtract(before[(int) (t - weight)]);
                    }
                    sum = t >= reach - weight ? sum.add(without[t]) : sum;
                }
                swings[frame.size(k)] = sum;
                before = without;
            }
            return Arrays.asList(swings);
        }
    }
}
