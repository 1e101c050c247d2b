package org.muster.lab.design;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.muster.alliance.lab.Factor;

/// The value of a factor at a quantile.
public final class FactorValue {
    private FactorValue() {}

    /// The value below which the factor lies with this probability.
    ///
    /// @param quantile from 0 to 1
    public static double at(Factor factor, double quantile) {
        return switch (factor.kind()) {
            case SWITCH -> quantile < 0.5 ? 0 : 1;
            case CHOICE ->
                factor.values()
                        .get(Math.min(factor.values().size() - 1, (int)
                                (quantile * factor.values().size())))
                        .doubleValue();
            case REAL -> real(factor, factor.from().doubleValue(), factor.to().doubleValue(), quantile);
            case WHOLE -> {
                // Every whole number has the part of the range that rounds to it.
                double from = factor.from().doubleValue() - 0.5;
                double to = factor.to().doubleValue() + 0.5;
                yield Math.clamp(
                        Math.rint(real(factor, from, to, quantile)),
                        factor.from().doubleValue(),
                        factor.to().doubleValue());
            }
        };
    }

    private static double real(Factor factor, double from, double to, double quantile) {
        if (from == to) {
            return from;
        }
        return switch (factor.distribution()) {
            case Factor.Distribution.Uniform u -> from + quantile * (to - from);
            case Factor.Distribution.Triangular t ->
                triangular(from, to, t.mode().doubleValue(), quantile);
            case Factor.Distribution.Normal n -> {
                NormalDistribution normal = new NormalDistribution(
                        n.mean().doubleValue(), n.deviation().doubleValue());
                double low = normal.cumulativeProbability(from);
                double high = normal.cumulativeProbability(to);
                double inner = low + quantile * (high - low);
                yield inner <= 0
                        ? from
                        : inner >= 1 ? to : Math.clamp(normal.inverseCumulativeProbability(inner), from, to);
            }
            case Factor.Distribution.Empirical e ->
                e.values()
                        .get(Math.min(e.values().size() - 1, (int)
                                (quantile * e.values().size())))
                        .doubleValue();
            case Factor.Distribution.Beta b -> {
                double unit = quantile <= 0
                        ? 0
                        : quantile >= 1
                                ? 1
                                : new BetaDistribution(
                                                b.alpha().doubleValue(),
                                                b.beta().doubleValue())
                                        .inverseCumulativeProbability(quantile);
                yield from + unit * (to - from);
            }
        };
    }

    private static double triangular(double from, double to, double mode, double quantile) {
        double peak = (mode - from) / (to - from);
        return quantile < peak
                ? from + Math.sqrt(quantile * (to - from) * (mode - from))
                : to - Math.sqrt((1 - quantile) * (to - from) * (to - mode));
    }
}
