package org.muster.pledge.forecast;

import java.util.function.DoubleUnaryOperator;

/// A forecast of one year's figure: a distribution on a scale without ends.
///
/// @param year   the year
/// @param center its middle on the scale of `bounds`
/// @param spread its scale there, above zero: the standard deviation where tails are normal
/// @param tails  its form
/// @param bounds between what values the figure lies
public record Outlook(int year, double center, double spread, Tails tails, Bounds bounds) {
    /// Steps of Simpson's rule on each side of a score's outcome; twice as many change no third digit.
    private static final int STEPS = 300;

    /// Scales looked at on each side of the middle, in `sinh`: some three hundred scales, beyond which with heavy tails
    /// less than one in ten million lies.
    private static final double REACH = 6.5;

    public Outlook {
        if (!(spread > 0) || !Double.isFinite(spread) || !Double.isFinite(center)) {
            throw new IllegalArgumentException("an outlook has a finite middle and a finite spread above zero");
        }
    }

    /// An outlook whose logarithm is normal.
    Outlook(int year, double center, double spread) {
        this(year, center, spread, Tails.NORMAL, Bounds.ABOVE_ZERO);
    }

    /// The value below which the figure lies with this probability.
    public double quantile(double probability) {
        return bounds.value(center + spread * tails.quantile(probability));
    }

    /// The probability that the figure is not above the value.
    public double probabilityUpTo(double value) {
        return tails.below((bounds.free(value) - center) / spread);
    }

    /// The mean of what will be missing to a floor, in the measure's unit: nothing where the figure lies above it.
    ///
    /// By parts, the integral of the distribution function up to the floor. Of a logarithm that is normal:
    /// `K P(ln X < ln K) - E(X) P(ln X < ln K - s s)`, as in the price of a put option (F. Black, M. Scholes 1973).
    public double expectedShortfall(double floor) {
        if (floor <= 0) {
            return 0;
        }
        if (isLogNormal()) {
            double z = (StrictMath.log(floor) - center) / spread;
            return floor * tails.below(z) - StrictMath.exp(center + spread * spread / 2) * tails.below(z - spread);
        }
        double end = Math.min(place(bounds.free(floor)), REACH);
        return end <= -REACH ? 0 : integral(-REACH, end, below -> below);
    }

    /// The continuous ranked probability score of an outcome, in the measure's unit; less is better, and for a forecast
    /// without spread it is the absolute error.
    ///
    /// The integral over all values of the squared difference between the forecast's distribution function and that
    /// of the outcome. Source: T. Gneiting, A. Raftery, *Strictly Proper Scoring Rules, Prediction, and
    /// Estimation*, Journal of the American Statistical Association 102 (2007), section 4.2; of a logarithm that is
    /// normal: S. Baran, S. Lerch, Quarterly Journal of the Royal Meteorological Society 141 (2015), equation 5.
    public double crps(double outcome) {
        if (isLogNormal()) {
            double omega = (StrictMath.log(outcome) - center) / spread;
            return outcome * (2 * tails.below(omega) - 1)
                    - 2
                            * StrictMath.exp(center + spread * spread / 2)
                            * (tails.below(omega - spread) + tails.below(spread / Math.sqrt(2)) - 1);
        }
        double at = Math.clamp(place(bounds.free(outcome)), -REACH, REACH);
        return integral(-REACH, at, below -> below * below) + integral(at, REACH, below -> (1 - below) * (1 - below));
    }

    private boolean isLogNormal() {
        return tails == Tails.NORMAL && bounds == Bounds.ABOVE_ZERO;
    }

    /// Where a place of the scale without ends lies among `sinh(v)` spreads around the middle.
    private double place(double free) {
        double z = (free - center) / spread;
        return z >= 0 ? StrictMath.log(z + Math.sqrt(1 + z * z)) : -StrictMath.log(-z + Math.sqrt(1 + z * z));
    }

    /// Simpson's rule over values, in steps of `v`, so that the middle has many and the tails few.
    private double integral(double from, double to, DoubleUnaryOperator of) {
        double step = (to - from) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double v = from + i * step;
            double e = StrictMath.exp(v);
            double z = (e - 1 / e) / 2;
            double widening = (e + 1 / e) / 2;
            double slope = bounds.slope(center + spread * z);
            double weight = i == 0 || i == STEPS ? 1 : i % 2 == 0 ? 2 : 4;
            double term = weight * of.applyAsDouble(tails.below(z)) * spread * widening * slope;
            // Far out above zero a value may be beyond all numbers, where the chance of it is none.
            sum += Double.isFinite(term) ? term : 0;
        }
        return sum * step / 3;
    }
}
