package org.muster.pledge.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;

/// The ways of forecasting that are measured against one another: the one that forecasts, two that anybody could make,
/// and all other forms that were tried before that one was chosen.
public enum ForecastMethod {
    /// The one that forecasts.
    CHOSEN("common course, widths from outside"),
    /// A baseline: the share stays where it is.
    LAST_VALUE("last value"),
    /// A baseline: the share goes on by its own mean change of the last years.
    RATIO_TREND("ratio follows trend"),
    /// Tried: the Kalman filter of this package, which forecast before.
    TREND("local trend of spending and GDP"),
    /// Tried: nothing changes, widths from outside.
    OUTSIDE_ONLY("last value, widths from outside"),
    /// Tried: the same, calibrated.
    OUTSIDE_CALIBRATED("the same, calibrated"),
    /// Tried: a step common to all, and nothing else.
    COMMON_ONLY("common step"),
    /// Tried: common and own steps without a pull.
    NO_PULL("common and own steps, no pull"),
    /// Tried: common step and pull without own steps.
    NO_OWN("common step and pull, no own steps"),
    /// Tried: own steps count half after 30 years, as before the pledge.
    LITTLE_OWN("chosen, own steps half after 30 years"),
    /// Tried: own steps count half after 5 years.
    MUCH_OWN("chosen, own steps half after 5 years"),
    /// Tried: the common step counts half after one year.
    FAST_COMMON("chosen, common step half after 1 year"),
    /// Tried: the common step counts half after 10 years.
    SLOW_COMMON("chosen, common step half after 10 years"),
    /// Tried: no calibration.
    UNCALIBRATED("chosen, not calibrated"),
    /// Tried: the calibration counts half after 3 years of past origins.
    FAST_CALIBRATED("chosen, calibration half after 3 years"),
    /// Tried: after 10 years.
    SLOW_CALIBRATED("chosen, calibration half after 10 years");

    private static final double NONE = Double.POSITIVE_INFINITY;

    /// What is always shown: the one that forecasts, and the two baselines.
    public static final List<ForecastMethod> MAIN = List.of(CHOSEN, LAST_VALUE, RATIO_TREND);

    private final String title;

    ForecastMethod(String title) {
        this.title = title;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// Outlooks by some methods, by member, for the years after each member's last figure.
    public static Map<ForecastMethod, Map<String, List<Outlook>>> all(
            Pledge pledge, Knowledge knowledge, int lastYear, Set<ForecastMethod> wanted) {
        List<Series> series = Forecasts.series(pledge, knowledge, lastYear).stream()
                .filter(one -> one.last().isPresent())
                .toList();
        Map<ForecastMethod, Map<String, List<Outlook>>> all = new java.util.EnumMap<>(ForecastMethod.class);
        for (ForecastMethod method : wanted) {
            all.put(
                    method,
                    switch (method) {
                        case LAST_VALUE -> byBaseline(Baseline.LAST_VALUE, series);
                        case RATIO_TREND -> byBaseline(Baseline.RATIO_TREND, series);
                        case TREND -> byTrend(series, pledge.ratio().isPresent());
                        default -> byMovement(pledge, knowledge, lastYear, method.form());
                    });
        }
        return all;
    }

    private Form form() {
        Form chosen = Form.CHOSEN;
        double common = chosen.commonYears();
        double own = chosen.ownYears();
        double calibration = chosen.calibrationYears();
        return switch (this) {
            case OUTSIDE_ONLY -> Form.OUTSIDE_ONLY;
            case OUTSIDE_CALIBRATED -> new Form(NONE, false, NONE, calibration);
            case COMMON_ONLY -> new Form(common, false, NONE, calibration);
            case NO_PULL -> new Form(common, false, own, calibration);
            case NO_OWN -> new Form(common, true, NONE, calibration);
            case LITTLE_OWN -> new Form(common, true, 30, calibration);
            case MUCH_OWN -> new Form(common, true, 5, calibration);
            case FAST_COMMON -> new Form(1, true, own, calibration);
            case SLOW_COMMON -> new Form(10, true, own, calibration);
            case UNCALIBRATED -> new Form(common, true, own, NONE);
            case FAST_CALIBRATED -> new Form(common, true, own, 3);
            case SLOW_CALIBRATED -> new Form(common, true, own, 10);
            case CHOSEN, LAST_VALUE, RATIO_TREND, TREND -> chosen;
        };
    }

    private static Map<String, List<Outlook>> byMovement(Pledge pledge, Knowledge knowledge, int lastYear, Form form) {
        Movement movement = Movement.of(pledge, knowledge, form, Forecasts.firstYear(knowledge), lastYear);
        Map<String, List<Outlook>> byMember = new LinkedHashMap<>();
        for (Track track : movement.tracks()) {
            if (track.last() >= 0) {
                byMember.put(track.member(), movement.outlooks(track));
            }
        }
        return byMember;
    }

    private static Map<String, List<Outlook>> byBaseline(Baseline baseline, List<Series> series) {
        double variance = baseline.stepVariance(series);
        Map<String, List<Outlook>> byMember = new LinkedHashMap<>();
        series.forEach(one -> byMember.put(one.member(), baseline.outlooks(one, variance)));
        return byMember;
    }

    private static Map<String, List<Outlook>> byTrend(List<Series> series, boolean withBase) {
        TrendModel model = ModelFit.of(series, withBase);
        Map<String, List<Outlook>> byMember = new LinkedHashMap<>();
        for (Series one : series) {
            TrendFilter.Belief belief = new TrendFilter(model, one).run();
            byMember.put(one.member(), new Walk(model, one, belief).outlooks(one.noise()[belief.index()]));
        }
        return byMember;
    }
}
