package org.muster.pledge.forecast;

import org.muster.alliance.pledge.Pledge;

/// A pledge's target as a forecast sees it.
///
/// @param threshold the value from which on it is met: a figure is rounded before it is compared, so half of its last
///                  digit is enough
/// @param atLeast   whether it is a floor, and not a ceiling
public record Goal(double threshold, boolean atLeast) {
    /// The goal of a pledge.
    public static Goal of(Pledge pledge) {
        boolean atLeast = pledge.comparison() == Pledge.Comparison.AT_LEAST;
        double half = 0.5 * Math.pow(10, -pledge.decimals());
        double target = pledge.target().doubleValue();
        return new Goal(Math.max(atLeast ? target - half : target + half, Double.MIN_NORMAL), atLeast);
    }

    /// The probability that the figure of a year meets it.
    public double chance(Outlook outlook) {
        double below = outlook.probabilityUpTo(threshold);
        return atLeast ? 1 - below : below;
    }
}
