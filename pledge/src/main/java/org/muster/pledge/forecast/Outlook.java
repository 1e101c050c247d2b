package org.muster.pledge.forecast;

import org.hipparchus.distribution.continuous.LogNormalDistribution;

/// A forecast of one year's figure: its logarithm is normal.
///
/// @param year      the year
/// @param mean      of the logarithm
/// @param deviation standard deviation of the logarithm, above zero
public record Outlook(int year, double mean, double deviation) {
    public Outlook {
        if (!(deviation > 0) || !Double.isFinite(mean)) {
            throw new IllegalArgumentException("an outlook has a finite mean and a deviation above zero");
        }
    }

    private LogNormalDistribution distribution() {
        return new LogNormalDistribution(mean, deviation);
    }

    /// The value below which the figure lies with this probability.
    public double quantile(double probability) {
        return distribution().inverseCumulativeProbability(probability);
    }

    /// The probability that the figure is not above the value.
    public double probabilityUpTo(double value) {
        return value <= 0 ? 0 : distribution().cumulativeProbability(value);
    }

    /// The mean of what will be missing to a floor, in the measure's unit: nothing where the figure lies above it.
    ///
    /// Of a logarithm that is normal: `K P(ln X < ln K) - E(X) P(ln X < ln K - s s)`, as in the price of a put option
    /// (F. Black, M. Scholes 1973).
    public double expectedShortfall(double floor) {
        if (floor <= 0) {
            return 0;
        }
        var normal = new org.hipparchus.distribution.continuous.NormalDistribution();
        double z = (Math.log(floor) - mean) / deviation;
        return floor * normal.cumulativeProbability(z)
                - Math.exp(mean + deviation * deviation / 2) * normal.cumulativeProbability(z - deviation);
    }

    /// The continuous ranked probability score of an outcome, in the measure's unit; less is better, and for a forecast
    /// without spread it is the absolute error.
    ///
    /// Source: S. Baran, S. Lerch, *Log-normal distribution based EMOS models for probabilistic wind-speed
    /// forecasting*,
    /// Quarterly Journal of the Royal Meteorological Society 141 (2015), equation 5.
    public double crps(double outcome) {
        var normal = new org.hipparchus.distribution.continuous.NormalDistribution();
        double omega = (Math.log(outcome) - mean) / deviation;
        return outcome * (2 * normal.cumulativeProbability(omega) - 1)
                - 2
                        * Math.exp(mean + deviation * deviation / 2)
                        * (normal.cumulativeProbability(omega - deviation)
                                + normal.cumulativeProbability(deviation / Math.sqrt(2))
                                - 1);
    }
}
