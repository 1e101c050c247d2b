package org.muster.pledge.forecast;

/// Between what values a measure lies, and the scale on which it is forecast: one that has no ends.
public enum Bounds {
    /// Above zero; forecast as its natural logarithm.
    ABOVE_ZERO,
    /// A percentage of something that it is a part of, above 0 and below 100; forecast as the logarithm of its odds,
    /// `ln(p / (100 - p))`, which for a few percent is nearly its logarithm.
    PERCENT;

    private static final double WHOLE = 100;

    /// A value on the scale without ends.
    ///
    /// @param value a value; brought in by `halfDigit` where it lies on an end or beyond
    double free(double value, double halfDigit) {
        double above = Math.max(value, halfDigit);
        return switch (this) {
            case ABOVE_ZERO -> StrictMath.log(above);
            case PERCENT -> {
                double inside = Math.min(above, WHOLE - halfDigit);
                yield StrictMath.log(inside / (WHOLE - inside));
            }
        };
    }

    /// The same without a digit to bring it in by: minus and plus infinity at the ends.
    double free(double value) {
        return switch (this) {
            case ABOVE_ZERO -> value <= 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(value);
            case PERCENT ->
                value <= 0
                        ? Double.NEGATIVE_INFINITY
                        : value >= WHOLE ? Double.POSITIVE_INFINITY : StrictMath.log(value / (WHOLE - value));
        };
    }

    /// The value at a place of the scale without ends.
    double value(double free) {
        return switch (this) {
            case ABOVE_ZERO -> StrictMath.exp(free);
            case PERCENT -> WHOLE / (1 + StrictMath.exp(-free));
        };
    }

    /// How fast the value grows along the scale.
    double slope(double free) {
        double value = value(free);
        return this == ABOVE_ZERO ? value : value * (WHOLE - value) / WHOLE;
    }
}
