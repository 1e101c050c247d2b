package org.muster.pledge.forecast;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/// The form of a forecast's distribution on the scale without ends, around zero and with scale one.
public enum Tails {
    /// Normal.
    NORMAL,
    /// Student's t with three degrees of freedom: one forecast in ten lies beyond 1.64 scales on either side, one in a
    /// hundred beyond 4.5. Ten-year changes of the outside figures of the Wales example have 2.7 degrees by maximum
    /// likelihood, five-year changes 2.3.
    HEAVY;

    /// Degrees of freedom of heavy tails.
    static final int FREEDOM = 3;

    private static final NormalDistribution STANDARD_NORMAL = new NormalDistribution();
    private static final TDistribution STANDARD_HEAVY = new TDistribution(FREEDOM);
    private static final double ROOT = Math.sqrt(FREEDOM);

    /// The probability of lying below.
    ///
    /// With three degrees of freedom in closed form: `1/2 + (u / (1 + u u) + arctan u) / pi` with `u = z / sqrt(3)`
    /// (Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions* 2, 1995, chapter 28).
    double below(double z) {
        return switch (this) {
            case NORMAL -> STANDARD_NORMAL.cumulativeProbability(z);
            case HEAVY -> {
                if (Double.isInfinite(z)) {
                    yield z < 0 ? 0 : 1;
                }
                double u = z / ROOT;
                yield 0.5 + (u / (1 + u * u) + StrictMath.atan(u)) / Math.PI;
            }
        };
    }

    /// The place below which it lies with this probability.
    double quantile(double probability) {
        return switch (this) {
            case NORMAL -> STANDARD_NORMAL.inverseCumulativeProbability(probability);
            case HEAVY -> STANDARD_HEAVY.inverseCumulativeProbability(probability);
        };
    }
}
