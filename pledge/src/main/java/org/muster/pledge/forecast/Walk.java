package org.muster.pledge.forecast;

import java.util.ArrayList;
import java.util.List;
import org.muster.pledge.forecast.TrendFilter.Belief;

/// The years after a member's last share: their outlooks in closed form.
final class Walk {
    private final TrendModel model;
    private final Series series;
    private final Belief belief;

    Walk(TrendModel model, Series series, Belief belief) {
        this.model = model;
        this.series = series;
        this.belief = belief;
    }

    /// What a year does to the state.
    ///
    /// @param published     whether the growth of the base is published for it
    /// @param growth        that growth
    /// @param growthVariance its variance, or that of a year around the drift
    private record Step(boolean published, double growth, double growthVariance) {}

    private Step step(int i) {
        boolean published = i < series.years() && series.hasGrowth(i);
        return new Step(
                published,
                published ? series.growth()[i] : 0,
                published
                        ? series.growthVariance()[i]
                        : TrendFilter.square(model.base().noise()));
    }

    /// Outlooks for the figure of each year after the last one, to the end of the series.
    ///
    /// @param noise variance with which a figure is published around the share
    List<Outlook> outlooks(double noise) {
        double[] mean = belief.mean().clone();
        double[][] p = {belief.covariance()[0].clone(), belief.covariance()[1].clone(), belief.covariance()[2].clone()};
        List<Outlook> outlooks = new ArrayList<>();
        for (int i = belief.index() + 1; i < series.years(); i++) {
            Step step = step(i);
            double drift = step.published() ? -model.pull() : -1;
            double moved = step.published() ? (model.pull() - 1) * step.growth() : 0;
            mean[0] += mean[1] + drift * mean[2] + moved;
            mean[1] = mean[2] + TrendModel.PERSISTENCE * (mean[1] - mean[2]);
            p = moveCovariance(p, drift, step);
            outlooks.add(new Outlook(series.firstYear() + i, mean[0], Math.sqrt(p[0][0] + noise)));
        }
        return outlooks;
    }

    /// `A P A' + Q` with `A = (1 1 drift; 0 k 1-k; 0 0 1)`, written out.
    private double[][] moveCovariance(double[][] p, double drift, Step step) {
        double k = TrendModel.PERSISTENCE;
        double r = 1 - k;
        double xx = p[0][0]
                + p[1][1]
                + drift * drift * p[2][2]
                + 2 * (p[0][1] + drift * p[0][2] + drift * p[1][2])
                + model.moveVariance(step.growthVariance());
        double xm = p[0][2] + p[1][2] + drift * p[2][2];
        double xd = k * (p[0][1] + p[1][1] + drift * p[1][2]) + r * xm;
        double dd = k * k * p[1][1] + 2 * k * r * p[1][2] + r * r * p[2][2] + TrendFilter.square(model.trendNoise());
        double dm = k * p[1][2] + r * p[2][2];
        return new double[][] {{xx, xd, xm}, {xd, dd, dm}, {xm, dm, p[2][2]}};
    }
}
