package org.muster.games.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.games.Game;

/// The best partition found so far, whether a better one is still possible, and the steps that the search may still
/// take.
final class BestKnown {
    private final Game game;
    private final Ceiling ceiling;
    private long[] parts = new long[0];
    private double value = Double.NEGATIVE_INFINITY;
    private double cost = Double.POSITIVE_INFINITY;
    private boolean closed;
    private long stepsLeft;

    BestKnown(Game game, Ceiling ceiling) {
        this.game = game;
        this.ceiling = ceiling;
    }

    /// Lets the search that follows look at so many columns, and no more.
    void allow(long steps) {
        stepsLeft = steps;
    }

    /// A partition: the first `depth` of `chosen`, and `last` where it is not empty.
    ///
    /// @param total the sum of the reduced costs of its parts
    void offer(long[] chosen, int depth, long last, double total) {
        double worth = last == 0 ? 0 : game.value(last);
        for (int k = 0; k < depth; k++) {
            worth += game.value(chosen[k]);
        }
        if (worth > value) {
            value = worth;
            cost = Math.min(cost, total);
            parts = Arrays.copyOf(chosen, last == 0 ? depth : depth + 1);
            if (last != 0) {
                parts[depth] = last;
            }
            closed = ceiling.reachedBy(worth);
        }
    }

    /// The reduced cost of the best partition, infinite where there is none yet.
    double cost() {
        return cost;
    }

    boolean exists() {
        return parts.length > 0;
    }

    /// Whether no partition can be better, whatever has not been looked at.
    boolean closed() {
        return closed;
    }

    /// Counts one step, and says whether the search goes on.
    boolean step() {
        return --stepsLeft >= 0 && !closed;
    }

    /// Whether the search ended because its steps did not suffice.
    boolean cutOff() {
        return stepsLeft < 0 && !closed;
    }

    List<Long> parts() {
        List<Long> listed = new ArrayList<>();
        for (long part : parts) {
            listed.add(part);
        }
        return listed;
    }
}
