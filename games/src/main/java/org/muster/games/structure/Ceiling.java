package org.muster.games.structure;

import org.muster.games.Coalitions;
import org.muster.games.Game;

/// What no partition is worth more than: the value of the linear program, rounded down where all values are whole.
///
/// Rounding down is what ends games with many ties (voting, gloves, equal players), where a gap between the program and
/// the best partition could only be closed by looking at nearly every partition.
final class Ceiling {
    private final Game game;
    private final double bound;
    private final double rounding;
    private final double granule;

    /// @param bound    no partition is worth more
    /// @param rounding how far off a sum of values and prices may be
    Ceiling(Game game, double bound, double rounding) {
        this.game = game;
        this.bound = bound;
        this.rounding = rounding;
        this.granule = granule(game);
    }

    /// Whether a partition of this worth is best for sure, up to rounding.
    boolean reachedBy(double worth) {
        if (worth >= bound - rounding) {
            return true;
        }
        boolean highest = granule > 0 && worth >= Math.floor((bound + rounding) / granule) * granule;
        return highest && !Double.isNaN(game.wholeBound());
    }

    /// The greatest common divisor of the values, as far as it takes to see that it is 1; 0 where one of those is not
    /// whole.
    private static long granule(Game game) {
        long common = 0;
        for (long mask = 1; mask < Coalitions.count(game.players()) && common != 1; mask++) {
            double value = game.value(mask);
            if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
                return 0;
            }
            common = divisor(common, (long) Math.abs(value));
        }
        return common;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
