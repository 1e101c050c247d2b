package org.muster.pledge.forecast;

import java.util.ArrayList;
import java.util.List;

/// Two forecasts that anybody could make, to measure the other against.
enum Baseline {
    /// The share stays where it is; the spread is that of a random walk.
    LAST_VALUE,
    /// The share goes on by its own mean change of the last years.
    RATIO_TREND;

    private static final int YEARS_OF_TREND = 5;
    /// Where next to nothing is known: ten percent a year, with the weight of a few years.
    private static final double USUAL_VARIANCE = 0.01;

    private static final int USUAL_YEARS = 3;

    /// Outlooks for the years after a member's last share.
    ///
    /// @param stepVariance variance of a year's change of the logarithm, over all members
    List<Outlook> outlooks(Series series, double stepVariance) {
        int last = series.last().orElseThrow();
        List<Double> changes = changes(series);
        List<Double> recent = changes.subList(Math.max(0, changes.size() - YEARS_OF_TREND), changes.size());
        double trend = this == RATIO_TREND
                ? recent.stream().mapToDouble(Double::doubleValue).average().orElse(0)
                : 0;
        double trendVariance = this == RATIO_TREND ? stepVariance / Math.max(1, recent.size()) : 0;
        List<Outlook> outlooks = new ArrayList<>();
        for (int i = last + 1; i < series.years(); i++) {
            int ahead = i - last;
            double variance = ahead * stepVariance + (double) ahead * ahead * trendVariance + series.noise()[last];
            outlooks.add(
                    new Outlook(series.firstYear() + i, series.logShare()[last] + ahead * trend, Math.sqrt(variance)));
        }
        return outlooks;
    }

    /// The mean square of a year's change over all members (around nothing, or around each member's own mean).
    double stepVariance(List<Series> all) {
        double sum = USUAL_YEARS * USUAL_VARIANCE;
        double count = USUAL_YEARS;
        for (Series series : all) {
            List<Double> changes = changes(series);
            double mean = this == RATIO_TREND
                    ? changes.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElse(0)
                    : 0;
            for (double change : changes) {
                sum += TrendFilter.square(change - mean);
            }
            count += this == RATIO_TREND ? Math.max(0, changes.size() - 1) : changes.size();
        }
        return sum / count;
    }

    private static List<Double> changes(Series series) {
        List<Double> changes = new ArrayList<>();
        for (int i = 1; i < series.years(); i++) {
            if (series.hasShare(i) && series.hasShare(i - 1)) {
                changes.add(series.logShare()[i] - series.logShare()[i - 1]);
            }
        }
        return changes;
    }
}
