package org.muster.games.estimate;

/// Quantiles of the normal and of Student's distribution.
final class Quantiles {
    private Quantiles() {}

    /// The normal quantile by bisection on the error function's continued fraction: slow, plain, accurate to 1e-9.
    static double normal(double p) {
        double low = 0;
        double high = 40;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (tail(middle) > 1 - p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// `P(Z > x)` for `x >= 0`: the series near 0, the continued fraction beyond.
    private static double tail(double x) {
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        if (x < 3) {
            double sum = x;
            double term = x;
            for (int k = 1; k < 200; k++) {
                term *= x * x / (2 * k + 1);
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = x;
        for (int k = 200; k >= 1; k--) {
            fraction = x + k / fraction;
        }
        return density / fraction;
    }

    /// Student's quantile from the normal one, by the Cornish-Fisher expansion; not below it.
    ///
    /// Source: M. Abramowitz, I. Stegun, *Handbook of Mathematical Functions*, 26.7.5.
    static double student(double p, double degrees) {
        double z = normal(p);
        double z2 = z * z;
        double a = z * (z2 + 1) / 4;
        double b = z * (5 * z2 * z2 + 16 * z2 + 3) / 96;
        double c = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        return z + Math.max(0, a / degrees + b / (degrees * degrees) + c / (degrees * degrees * degrees));
    }
}
