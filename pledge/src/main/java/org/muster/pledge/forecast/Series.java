package org.muster.pledge.forecast;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.source.Status;
import org.muster.pledge.known.Knowledge;

/// What is known of one member, as arrays by year.
///
/// @param member         code of the member
/// @param firstYear      the year of index 0
/// @param logShare       natural logarithm of the measure; NaN where it is not known
/// @param noise          variance of `logShare`: rounding, and the revisions that are still to come
/// @param growth         real growth of the base as a logarithm, forecasts included; NaN where nobody has published it
/// @param growthVariance variance of `growth`
/// @param outcome        whether `growth` tells what came, and not what was expected
@SuppressWarnings("ArrayRecordComponent") // never compared; the filter reads them some hundred thousand times
record Series(
        String member,
        int firstYear,
        double[] logShare,
        double[] noise,
        double[] growth,
        double[] growthVariance,
        boolean[] outcome) {
    /// Standard deviations in logarithms, measured on the releases of the Wales example: figures that a release
    /// marks as estimates were revised by 4 to 14 percent (root mean square), others by 1 to 2; growth published
    /// for the year before was revised by about half a point, forecasts of this year, the next and later ones by
    /// 0.9, 1.7 and 2.
    private static final double REVISION_OF_ESTIMATE = 0.05;

    private static final double REVISION_OF_ACTUAL = 0.012;
    private static final double GROWTH_OF_PAST = 0.005;
    private static final double[] GROWTH_AHEAD = {0.009, 0.017, 0.020};

    /// Reads a member's series.
    ///
    /// @param lastYear the last year that a forecast is wanted for
    static Series of(Pledge pledge, String member, Knowledge knowledge, int firstYear, int lastYear) {
        Figures figures = knowledge.forForecasts();
        int years = lastYear - firstYear + 1;
        Series series = new Series(
                member, firstYear, unknown(years), unknown(years), unknown(years), unknown(years), new boolean[years]);
        for (int i = 0; i < years; i++) {
            series.readShare(figures.latest(member, pledge.measure(), firstYear + i), pledge.decimals(), i);
            if (pledge.ratio().isPresent()) {
                Pledge.Ratio ratio = pledge.ratio().get();
                series.readGrowth(Knowledge.growth(figures, member, ratio.growth(), ratio.base(), firstYear + i), i);
            }
        }
        return series;
    }

    private static double[] unknown(int years) {
        double[] values = new double[years];
        java.util.Arrays.fill(values, Double.NaN);
        return values;
    }

    private void readShare(Optional<Figure> figure, int decimals, int i) {
        if (figure.isEmpty()) {
            return;
        }
        BigDecimal value = figure.get().value();
        // A share of zero has no logarithm: half of the last published digit stands for it.
        int digits = Math.min(decimals, Math.max(value.scale(), 0));
        double halfDigit = 0.5 * Math.pow(10, -digits);
        double share = Math.max(value.doubleValue(), halfDigit);
        double rounding = halfDigit / Math.sqrt(3) / share;
        double revision =
                figure.get().provenance().status() == Status.ESTIMATE ? REVISION_OF_ESTIMATE : REVISION_OF_ACTUAL;
        logShare[i] = Math.log(share);
        noise[i] = rounding * rounding + revision * revision;
    }

    private void readGrowth(Optional<Knowledge.Growth> known, int i) {
        if (known.isEmpty() || known.get().percent().doubleValue() <= -90) {
            return;
        }
        int ahead = known.get().ahead();
        double deviation = ahead < 0 ? GROWTH_OF_PAST : GROWTH_AHEAD[Math.min(ahead, GROWTH_AHEAD.length - 1)];
        outcome[i] = known.get().isOutcome();
        growth[i] = Math.log1p(known.get().percent().doubleValue() / 100);
        growthVariance[i] = deviation * deviation;
    }

    int years() {
        return logShare.length;
    }

    boolean hasShare(int i) {
        return !Double.isNaN(logShare[i]);
    }

    boolean hasGrowth(int i) {
        return !Double.isNaN(growth[i]);
    }

    boolean growthIsActual(int i) {
        return hasGrowth(i) && outcome[i];
    }

    /// The index of the last year with a share.
    OptionalInt last() {
        for (int i = years() - 1; i >= 0; i--) {
            if (hasShare(i)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// The index of the first year with a share.
    OptionalInt first() {
        for (int i = 0; i < years(); i++) {
            if (hasShare(i)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
