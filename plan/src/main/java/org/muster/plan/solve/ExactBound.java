package org.muster.plan.solve;

import java.util.Arrays;
import java.util.Optional;

/// A lower bound on a level that holds in exact arithmetic, from any row prices.
///
/// Weak duality on bounded variables: for any prices `y`,
/// `min c x >= sum_i (y_i > 0 ? y_i rowLower_i : y_i rowUpper_i) + sum_j min over [l_j, u_j] of (c - A'y)_j x_j`.
/// The floating-point prices of a linear-programming solver are rounded to multiples of `1/scale` and everything after
/// that is whole arithmetic, so the bound owes nothing to the solver's tolerances. O(number of coefficients).
///
/// Source: A. Neumaier, O. Shcherbina, *Safe bounds in linear and mixed-integer linear programming*, Mathematical
/// Programming 99 (2004), section 3.
@SuppressWarnings("ArrayRecordComponent") // a certificate of one solve, read at once and dropped
record ExactBound(long scale, long scaledBound, long[] scaledPrices, long[] scaledReducedCosts) {
    /// Scales tried in turn: whole prices fit transport-like models; 2520 has every divisor up to 10.
    private static final long[] SCALES = {1, 2520};

    /// The first bound, scale by scale, that reaches `value`; else the best one; empty where the arithmetic would
    /// overflow.
    static Optional<ExactBound> reaching(long value, Face face, Level level, double[] prices) {
        Optional<ExactBound> best = Optional.empty();
        for (long scale : SCALES) {
            Optional<ExactBound> bound = tryAt(scale, face, level, prices);
            if (bound.isPresent() && bound.get().roundedUp(level.step()) >= value) {
                return bound;
            }
            if (bound.isPresent()
                    && (best.isEmpty() || bound.get().roundedUp(1) > best.get().roundedUp(1))) {
                best = bound;
            }
        }
        return best;
    }

    /// The bound at a scale; empty where prices are too large for whole arithmetic at it.
    private static Optional<ExactBound> tryAt(long scale, Face face, Level level, double[] prices) {
        try {
            return Optional.of(at(scale, face, level, prices));
        } catch (ArithmeticException overflow) {
            return Optional.empty();
        }
    }

    private static ExactBound at(long scale, Face face, Level level, double[] prices) {
        int m = face.rowLower.length;
        long[] y = new long[m + face.cuts.size()];
        long[] reduced = new long[face.lower.length];
        for (int k = 0; k < level.variables().length; k++) {
            reduced[level.variables()[k]] = Math.multiplyExact(scale, level.coefficients()[k]);
        }
        long bound = 0;
        for (int i = 0; i < y.length; i++) {
            LinearModel.Row row = i < m ? face.model.rows().get(i) : face.cuts.get(i - m);
            long rowLower = i < m ? face.rowLower[i] : row.lower();
            long rowUpper = i < m ? face.rowUpper[i] : row.upper();
            long price = Math.round(prices[i] * scale);
            if ((price > 0 && rowLower == LinearModel.NO_LOWER) || (price < 0 && rowUpper == LinearModel.NO_UPPER)) {
                price = 0;
            }
            y[i] = price;
            if (price == 0) {
                continue;
            }
            bound = Math.addExact(bound, Math.multiplyExact(price, price > 0 ? rowLower : rowUpper));
            for (int k = 0; k < row.variables().length; k++) {
                int j = row.variables()[k];
                reduced[j] = Math.subtractExact(reduced[j], Math.multiplyExact(price, row.coefficients()[k]));
            }
        }
        for (int j = 0; j < reduced.length; j++) {
            bound = Math.addExact(
                    bound, Math.multiplyExact(reduced[j], reduced[j] > 0 ? face.lower[j] : face.upper[j]));
        }
        return new ExactBound(scale, bound, y, reduced);
    }

    /// The bound, rounded up to the next multiple of `step`.
    long roundedUp(long step) {
        long whole = -Math.floorDiv(-scaledBound, scale);
        return -Math.floorDiv(-whole, step) * step;
    }

    /// Fixes variables that cannot move in any point of the face at which the level is at most `value`.
    ///
    /// A variable whose reduced cost exceeds the distance between `value` and the bound cannot leave its own bound by a
    /// whole unit.
    void fix(Face face, long value) {
        long slack = Math.subtractExact(Math.multiplyExact(scale, value), scaledBound);
        for (int j = 0; j < scaledReducedCosts.length; j++) {
            if (scaledReducedCosts[j] > slack) {
                face.upper[j] = face.lower[j];
            } else if (-scaledReducedCosts[j] > slack) {
                face.lower[j] = face.upper[j];
            }
        }
    }

    /// Fixes variables and rows that cannot move in any point of the face at which the level is at most `value`.
    ///
    /// @return what is left between `value` and the bound, scaled: 0 where every point of the face that is left has the
    ///     level at `value`
    long tighten(Face face, long value) {
        long slack = Math.subtractExact(Math.multiplyExact(scale, value), scaledBound);
        fix(face, value);
        for (int i = 0; i < face.rowLower.length; i++) {
            if (scaledPrices[i] > slack) {
                face.rowUpper[i] = face.rowLower[i];
            } else if (-scaledPrices[i] > slack) {
                face.rowLower[i] = face.rowUpper[i];
            }
        }
        return slack;
    }

    /// Narrows the face to the points at which the level is at most `value`: variables and rows that cannot move are
    /// fixed, and where that does not say everything, the level itself is added as a cut.
    void narrow(Face face, Level level, long value) {
        if (tighten(face, value) != 0) {
            face.cut(level, value);
        }
    }

    @Override
    public String toString() {
        return "ExactBound[" + scaledBound + "/" + scale + ", prices " + Arrays.toString(scaledPrices) + "]";
    }
}
