package org.muster.input;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers for people, rounded to so many digits behind the point, half away from zero.
///
/// The same in every language, and never a zero below zero: what rounds to 0 has no sign.
public final class Rounded {
    private Rounded() {}

    /// The number with `digits` digits behind the point, such as `-1.50`; `NaN` and infinities as Java writes them.
    public static String of(double value, int digits) {
        return Double.isFinite(value) ? round(value, digits).toPlainString() : String.valueOf(value);
    }

    /// The same with its sign, such as `+1.50`; none for zero.
    public static String signed(double value, int digits) {
        return (Double.isFinite(value) && round(value, digits).signum() > 0 ? "+" : "") + of(value, digits);
    }

    private static BigDecimal round(double value, int digits) {
        // by the shortest decimal that gives the number back: 0.125 is meant, not what lies nearest to 1.005
        return new BigDecimal(Double.toString(value)).setScale(digits, RoundingMode.HALF_UP);
    }
}
