package org.muster.solve;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// A lower bound on a level that holds in exact arithmetic, from any row prices.
///
/// Weak duality on bounded variables: for any prices `y`,
/// `min c x >= sum_i (y_i > 0 ? y_i rowLower_i : y_i rowUpper_i) + sum_j min over [l_j, u_j] of (c - A'y)_j x_j`.
/// The floating-point prices of a linear-programming solver are rounded to multiples of `1/scale` and everything after
/// that is whole arithmetic, so the bound owes nothing to the solver's tolerances. With `c = 0` a bound above zero says
/// that nothing meets the face (J. Farkas, 1902). O(number of coefficients).
///
/// In 64 bits where that does, else in whole numbers of any size ([LongBound], [LargeBound]).
///
/// Source: A. Neumaier, O. Shcherbina, *Safe bounds in linear and mixed-integer linear programming*, Mathematical
/// Programming 99 (2004), section 3.
sealed interface ExactBound permits LongBound, LargeBound {
    /// Whole prices fit transport-like models; 2520 has every divisor up to 10.
    List<Long> FIRST_SCALES = List.of(1L, 2520L);

    /// Scales tried where these do not do: that of the fractions behind the prices, and one that is merely fine.
    int FINE_SCALES = 2;

    /// Part of a value by which a relaxation may seem to be below what it is: a solver lets rows, and cuts by earlier
    /// levels above all, be broken by its tolerance. Its prices are good all the same.
    double SEEMS = 1e-6;

    /// The bound, rounded up to the next multiple of `step`; [Long#MIN_VALUE] where it is below what 64 bits hold.
    long roundedUp(long step);

    /// Whether the bound is above zero: of no level at all, that nothing meets the face.
    boolean isPositive();

    /// Fixes variables that cannot move in any point of the face at which the level is at most `value`.
    ///
    /// A variable whose reduced cost exceeds the distance between `value` and the bound cannot leave its own bound by a
    /// whole unit.
    void fix(Face face, long value);

    /// Fixes variables and rows that cannot move in any point of the face at which the level is at most `value`.
    ///
    /// @return whether nothing is left between `value` and the bound: then every point of the face that is left has the
    ///     level at `value`
    boolean tighten(Face face, long value);

    /// The prices, for somebody who wants to check them.
    Multipliers multipliers(Face face);

    /// Narrows the face to the points at which the level is at most `value`: variables and rows that cannot move are
    /// fixed, and where that does not say everything, the level itself is added as a cut.
    default void narrow(Face face, Level level, int index, long value) {
        if (!tighten(face, value)) {
            face.cut(level, index, value);
        }
    }

    /// The first bound, scale by scale, that reaches `value`; else the best one. Finer scales than the first are tried
    /// only where the relaxation seems to reach it.
    ///
    /// @param relaxed the level's value in the relaxation, as far as floating point can tell
    static ExactBound reaching(long value, Face face, Level level, double[] prices, double relaxed) {
        long step = level.step();
        ExactBound best = at(BigInteger.ONE, face, Optional.of(level), prices);
        for (int k = 1; k < FIRST_SCALES.size() && best.roundedUp(step) < value; k++) {
            best = better(best, at(BigInteger.valueOf(FIRST_SCALES.get(k)), face, Optional.of(level), prices));
        }
        double seems = relaxed + SEEMS * Math.max(1, Math.abs(relaxed));
        if (best.roundedUp(step) >= value || seems <= (double) value - (double) step) {
            return best;
        }
        for (int k = 0; k < FINE_SCALES && best.roundedUp(step) < value; k++) {
            best = better(best, at(fineScale(k, prices), face, Optional.of(level), prices));
        }
        return best;
    }

    /// Prices that show that nothing meets the face, where these do, at some scale.
    static Optional<ExactBound> infeasibility(Face face, double[] prices) {
        ExactBound bound = at(BigInteger.ONE, face, Optional.empty(), prices);
        for (int k = 0; k < FINE_SCALES && !bound.isPositive(); k++) {
            bound = at(fineScale(k, prices), face, Optional.empty(), prices);
        }
        return Optional.of(bound).filter(ExactBound::isPositive);
    }

    /// The bound of given whole prices over no level: one row alone, in most cases.
    static ExactBound ofRow(Face face, int row, long price) {
        double[] prices = new double[face.rows()];
        prices[row] = price;
        return at(BigInteger.ONE, face, Optional.empty(), prices);
    }

    private static BigInteger fineScale(int k, double[] prices) {
        return k == 0 ? Fractions.commonDenominator(prices) : BigInteger.ONE.shiftLeft(80);
    }

    private static ExactBound better(ExactBound a, ExactBound b) {
        return b.roundedUp(1) > a.roundedUp(1) ? b : a;
    }

    /// The bound at a scale.
    private static ExactBound at(BigInteger scale, Face face, Optional<Level> level, double[] prices) {
        if (scale.bitLength() < Long.SIZE) {
            try {
                return LongBound.at(scale.longValueExact(), face, level, prices);
            } catch (ArithmeticException overflow) {
                // In whole numbers of any size, then.
            }
        }
        return LargeBound.at(scale, face, level, prices);
    }
}
