package org.muster.games.structure;

/// How far below the bound a partition is looked for: more and more, as the number of columns allows.
///
/// That number grows with some power of the budget, so that a step too far costs far more than a step too many.
final class Budget {
    private static final double FAR = 8;
    private static final double NEAR = 1.3;

    private double now;
    private double before;
    private double factor = NEAR;
    private int columnsBefore;

    Budget(double first) {
        now = first;
        before = first;
    }

    double now() {
        return now;
    }

    /// The next budget.
    ///
    /// @param columns how many there were within this one
    /// @param known   the cost of the best partition so far: what a better one can cost, so there is no use in going
    ///                beyond it, nor in beginning far below it
    ///
    /// @return whether it is larger than this one
    boolean grow(int columns, int players, double known) {
        if (columns < 50 * players) {
            factor = FAR;
        } else if (columns < 1.5 * columnsBefore) {
            factor = Math.min(FAR, 2 * factor);
        } else {
            factor = columns < 2_000 ? 2 : NEAR;
        }
        columnsBefore = columns;
        before = now;
        double grown = now * factor;
        if (known < Double.POSITIVE_INFINITY) {
            grown = Math.max(grown, known / FAR);
        }
        now = known <= 1.5 * grown ? Math.max(known, now) : grown;
        return now > before;
    }

    /// Goes back half the way, as powers go, to the last budget that gave few enough columns.
    ///
    /// @return whether there is a way left
    boolean retreat() {
        if (now <= NEAR * before) {
            return false;
        }
        now = Math.sqrt(now * before);
        return true;
    }
}
