package org.muster.pledge.forecast;

/// The parameters that all members share.
///
/// State of a member in a year: `x`, the logarithm of its share; `d`, the trend of its spending; `m`, the drift of its
/// base (GDP). From one year to the next
///
/// * the base grows by `G`: as published, with the error that such figures have; else `m` plus noise;
/// * spending grows by `d + pull (G - m)` plus noise: trend, and how far a good or bad year of the base pulls it along;
/// * so the share moves by the difference, `x' = x + d + pull (G - m) - G + noise`;
/// * the trend returns to the drift of the base: `d' = m + PERSISTENCE (d - m) + noise`; `m` stays.
///
/// That is a local linear trend on log spending and log GDP jointly (A. C. Harvey, *Forecasting, Structural Time
/// Series Models and the Kalman Filter*, 1989, chapter 2), damped (Gardner and McKenzie 1985), written for their
/// difference. In the long run spending grows with the base, so a share has momentum and no trend of its own: no
/// share can rise or fall for ever. A member's `m`, and the way from it to `d`, start from normal distributions
/// common to all, so they are shrunk towards them as far as the member's own years are few (empirical Bayes: Efron
/// and Morris 1973).
///
/// @param noise      standard deviation of a year's spending around its trend, in logarithms
/// @param trendNoise standard deviation of a year's change of the trend
/// @param pull       how far spending follows a surprise of the base: 0 not at all, 1 fully
/// @param base       growth of the base, common to all members
public record TrendModel(double noise, double trendNoise, double pull, BaseGrowth base) {
    /// Share of a deviation of the trend that is left after a year.
    static final double PERSISTENCE = 0.8;

    /// Growth of the base across members.
    ///
    /// @param mean   mean drift a year, in logarithms
    /// @param spread standard deviation of drifts between members
    /// @param noise  standard deviation of a year around a member's drift
    public record BaseGrowth(double mean, double spread, double noise) {
        /// A measure without a base.
        public static final BaseGrowth NONE = new BaseGrowth(0, 0, 0);
    }

    /// Variance of the trend's deviation from the drift of the base, once it has settled.
    double trendVariance() {
        return trendNoise * trendNoise / (1 - PERSISTENCE * PERSISTENCE);
    }

    /// Variance of a year's move of the share, given trend and drift.
    double moveVariance(double growthVariance) {
        return noise * noise + (1 - pull) * (1 - pull) * growthVariance;
    }
}
