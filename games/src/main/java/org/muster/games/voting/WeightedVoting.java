package org.muster.games.voting;

import java.util.List;
import java.util.Locale;
import org.muster.games.Game;

/// A weighted voting rule: a coalition wins if its weight reaches the quota.
///
/// @param quota   above 0 and at most the sum of the weights
/// @param weights one per voter, not negative
public record WeightedVoting(long quota, List<Long> weights) {
    public WeightedVoting {
        weights = List.copyOf(weights);
        long sum = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is not negative, but one is " + weight);
            }
            if (sum + weight < 0) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "the weights add up to more than %d; take all of them, and the quota, in larger units",
                        Long.MAX_VALUE));
            }
            sum += weight;
        }
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("a voting rule needs at least one voter");
        }
        if (quota < 1) {
            throw new IllegalArgumentException(
                    "the quota must be positive, not " + quota + ": else the empty coalition wins");
        }
        if (quota > sum) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the quota %d is above the sum of the weights, %d: nothing could ever win",
                    quota,
                    sum));
        }
    }

    public int voters() {
        return weights.size();
    }

    public long sum() {
        return weights.stream().mapToLong(w -> w).sum();
    }

    /// The simple game over all coalitions, for up to 32 voters.
    public Game game() {
        return new VotingRule(List.of(this), WinsExpression.parse("1", 1)).game();
    }

    /// Whether a coalition wins.
    public boolean wins(long coalition) {
        long sum = 0;
        for (long rest = coalition; rest != 0; rest &= rest - 1) {
            sum += weights.get(Long.numberOfTrailingZeros(rest));
        }
        return sum >= quota;
    }
}
