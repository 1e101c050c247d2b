package org.muster.pledge.forecast;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;

/// The ways of forecasting that are measured against one another.
public enum Method {
    /// The Kalman filter of this package.
    TREND("local trend of spending and GDP"),
    /// A baseline: the share stays where it is.
    LAST_VALUE("last value"),
    /// A baseline: the share goes on by its own mean change of the last years.
    RATIO_TREND("ratio follows trend");

    private final String title;

    Method(String title) {
        this.title = title;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// Outlooks by every method, by member, for the years after each member's last figure.
    public static Map<Method, Map<String, List<Outlook>>> all(Pledge pledge, Knowledge knowledge, int lastYear) {
        List<Series> series = Forecasts.series(pledge, knowledge, lastYear).stream()
                .filter(one -> one.last().isPresent())
                .toList();
        TrendModel model = ModelFit.of(series, pledge.ratio().isPresent());
        double ofWalk = Baseline.LAST_VALUE.stepVariance(series);
        double ofTrend = Baseline.RATIO_TREND.stepVariance(series);
        Map<Method, Map<String, List<Outlook>>> all = new EnumMap<>(Method.class);
        for (Method method : values()) {
            Map<String, List<Outlook>> byMember = new LinkedHashMap<>();
            for (Series one : series) {
                byMember.put(
                        one.member(),
                        switch (method) {
                            case TREND -> trend(model, one);
                            case LAST_VALUE -> Baseline.LAST_VALUE.outlooks(one, ofWalk);
                            case RATIO_TREND -> Baseline.RATIO_TREND.outlooks(one, ofTrend);
                        });
            }
            all.put(method, byMember);
        }
        return all;
    }

    private static List<Outlook> trend(TrendModel model, Series series) {
        TrendFilter.Belief belief = new TrendFilter(model, series).run();
        return new Walk(model, series, belief).outlooks(series.noise()[belief.index()]);
    }
}
