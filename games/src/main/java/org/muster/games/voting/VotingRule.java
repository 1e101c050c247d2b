package org.muster.games.voting;

import java.util.List;
import java.util.Locale;
import org.muster.games.Coalitions;
import org.muster.games.Game;

/// A voting rule over several criteria at once, such as a majority of states with a majority of the population.
///
/// @param criteria at least one, at most 16, all over the same voters
/// @param wins     when a coalition wins, over the numbers of the criteria
public record VotingRule(List<WeightedVoting> criteria, WinsExpression wins) {
    public VotingRule {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty() || criteria.size() > 16) {
            throw new IllegalArgumentException("a voting rule has 1 to 16 criteria, not " + criteria.size());
        }
        int voters = criteria.getFirst().voters();
        for (int k = 1; k < criteria.size(); k++) {
            if (criteria.get(k).voters() != voters) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "criterion %d has %d weights, criterion 1 has %d",
                        k + 1,
                        criteria.get(k).voters(),
                        voters));
            }
        }
    }

    public int voters() {
        return criteria.getFirst().voters();
    }

    /// The simple game over all coalitions, for up to 32 voters; a block of coalitions costs two additions and a
    /// comparison for each criterion and coalition.
    public Game game() {
        return new Simple(this);
    }

    private static final class Simple implements Game {
        private static final int LOW = 11;

        private final int n;
        private final long[] quotas;
        private final long[][] weights;
        private final long[][] lowSums;
        private final boolean[] wins;

        Simple(VotingRule rule) {
            this.n = rule.voters();
            if (n > Coalitions.MOST_PLAYERS) {
                throw new IllegalArgumentException(String.format(
                                Locale.ROOT,
                                "a game over all coalitions has at most %d players, not %d; ",
                                Coalitions.MOST_PLAYERS,
                                n)
                        + "power indices of a single weighted rule are counted instead");
            }
            int k = rule.criteria().size();
            this.quotas = new long[k];
            this.weights = new long[k][];
            this.lowSums = new long[k][1 << Math.min(n, LOW)];
            for (int c = 0; c < k; c++) {
                WeightedVoting criterion = rule.criteria().get(c);
                quotas[c] = criterion.quota();
                weights[c] = criterion.weights().stream().mapToLong(w -> w).toArray();
                for (int m = 1; m < lowSums[c].length; m++) {
                    lowSums[c][m] = lowSums[c][m & (m - 1)] + weights[c][Integer.numberOfTrailingZeros(m)];
                }
            }
            this.wins = new boolean[1 << k];
            for (int met = 0; met < wins.length; met++) {
                wins[met] = rule.wins().holds(met);
            }
        }

        @Override
        public int players() {
            return n;
        }

        @Override
        public double wholeBound() {
            return 1;
        }

        @Override
        public double value(long coalition) {
            int met = 0;
            for (int c = 0; c < quotas.length; c++) {
                met |= sum(c, coalition) >= quotas[c] ? 1 << c : 0;
            }
            return coalition != 0 && wins[met] ? 1 : 0;
        }

        private long sum(int criterion, long coalition) {
            long sum = 0;
            for (long rest = coalition; rest != 0; rest &= rest - 1) {
                sum += weights[criterion][Long.numberOfTrailingZeros(rest)];
            }
            return sum;
        }

        @Override
        public void read(long first, int count, double[] into, int at) {
            int block = lowSums[0].length;
            if (count != block || first % block != 0) {
                Game.super.read(first, count, into, at);
                return;
            }
            int[] met = new int[block];
            for (int c = 0; c < quotas.length; c++) {
                mark(met, lowSums[c], quotas[c] - sum(c, first), 1 << c);
            }
            for (int j = 0; j < block; j++) {
                into[at + j] = wins[met[j]] ? 1 : 0;
            }
        }

        private static void mark(int[] met, long[] sums, long missing, int bit) {
            for (int j = 0; j < met.length; j++) {
                met[j] |= sums[j] >= missing ? bit : 0;
            }
        }
    }
}
