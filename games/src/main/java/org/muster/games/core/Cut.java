package org.muster.games.core;

import org.muster.games.Coalitions;

/// One row of the programs of the nucleolus family: `x(plus) - x(minus) + weight * e >= value`.
///
/// For a coalition's excess `plus` is the coalition and `minus` is empty; for differences of excesses both are
/// coalitions.
///
/// @param plus   coalition whose shares are added
/// @param minus  coalition whose shares are taken off
/// @param value  right side
/// @param weight coefficient of the level `e`, above 0
record Cut(long plus, long minus, double value, double weight) {
    /// The row of one coalition.
    public static Cut of(long coalition, double value, double weight) {
        return new Cut(coalition, 0, value, weight);
    }

    /// What is missing at `x` and level `e`: above 0 where the row is violated.
    double missing(double[] x, double e) {
        return value - sum(x) - weight * e;
    }

    /// `x(plus) - x(minus)`.
    double sum(double[] x) {
        return Coalitions.sum(x, plus) - Coalitions.sum(x, minus);
    }

    boolean sameSets(Cut other) {
        return plus == other.plus && minus == other.minus;
    }
}
