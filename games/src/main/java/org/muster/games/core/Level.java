package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.lp.Span;

/// One level of a lexicographic solution: rows outside a span must not exceed the level.
///
/// What is outside is told by a vector orthogonal to the span modulo [Span#PRIME]: a row whose product with it is not 0
/// is outside for certain, one whose product is 0 is inside but for a chance of 2^-61.
final class Level {
    private final double e;
    private final long[] nullVector;
    private final List<Long> settled;

    Level(double e, long[] nullVector) {
        this(e, nullVector, List.of());
    }

    Level(double e, long[] nullVector, List<Long> settled) {
        this.e = e;
        this.nullVector = nullVector.clone();
        this.settled = List.copyOf(settled);
    }

    /// The levels as they bind: what a level binds is bound by all before it too, so none lets more pass than the
    /// lowest so far. Found over too few rows, a level may lie above an earlier one.
    static List<Level> falling(List<Level> levels) {
        List<Level> falling = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        for (Level level : levels) {
            lowest = Math.min(lowest, level.e);
            falling.add(lowest == level.e ? level : new Level(lowest, level.nullVector, level.settled));
        }
        return List.copyOf(falling);
    }

    /// The coalitions that span what the level does not bind; of rows over pairs only the first of each.
    public List<Long> settled() {
        return settled;
    }

    /// The level: the largest excess that a coalition outside the span may have.
    public double e() {
        return e;
    }

    /// Whether the row is outside the span, hence bound by the level.
    public boolean binds(long plus, long minus) {
        return product(plus) != product(minus);
    }

    /// The product of the null vector with a coalition, modulo the prime.
    public long product(long mask) {
        long sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum += nullVector[Long.numberOfTrailingZeros(rest)];
            sum = sum >= Span.PRIME ? sum - Span.PRIME : sum;
        }
        return sum;
    }
}
