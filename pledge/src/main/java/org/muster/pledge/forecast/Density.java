package org.muster.pledge.forecast;

/// The logarithm of the density of one member's shares, given the model: what [TrendFilter#run] works out on its way.
///
/// The fit asks for it some ten thousand times, and the matrices of the library then cost seconds in a cold
/// program. So here are the same steps written out for three states, without an allocation; measurements of a year
/// come in one after the other, which is the same since their errors are independent. The test holds the two
/// against each other.
final class Density {
    private final TrendModel model;
    private final Series series;
    private double x;
    private double d;
    private double m;
    private double xx;
    private double xd;
    private double xm;
    private double dd;
    private double dm;
    private double mm;

    private Density(TrendModel model, Series series) {
        this.model = model;
        this.series = series;
    }

    /// @throws java.util.NoSuchElementException if no share is known
    static double of(TrendModel model, Series series) {
        return new Density(model, series).run();
    }

    private double run() {
        int first = series.first().orElseThrow();
        int last = series.last().orElseThrow();
        start(first);
        double sum = 0;
        for (int i = first; i <= last; i++) {
            if (i > first) {
                move(i);
            }
            if (series.hasShare(i)) {
                double error = series.logShare()[i] - x;
                double variance = xx + series.noise()[i];
                if (i > first) {
                    sum -= 0.5 * (Math.log(2 * Math.PI * variance) + error * error / variance);
                }
                seeShare(error, variance);
            }
            if (series.growthIsActual(i)) {
                double noise = model.base().noise();
                seeGrowth(series.growth()[i] - m, mm + noise * noise + series.growthVariance()[i]);
            }
        }
        return sum;
    }

    private void start(int first) {
        double spread = model.base().spread() * model.base().spread();
        x = series.logShare()[first];
        d = model.base().mean();
        m = model.base().mean();
        xx = TrendFilter.FIRST_SHARE_VARIANCE;
        xd = 0;
        xm = 0;
        dd = spread + model.trendVariance();
        dm = spread;
        mm = spread;
    }

    private void move(int i) {
        boolean published = series.hasGrowth(i);
        double onM = published ? -model.pull() : -1;
        double growthVariance = published
                ? series.growthVariance()[i]
                : model.base().noise() * model.base().noise();
        double k = TrendModel.PERSISTENCE;
        double r = 1 - k;
        x += d + onM * m + (published ? (model.pull() - 1) * series.growth()[i] : 0);
        d = k * d + r * m;
        double newXx = xx + dd + onM * onM * mm + 2 * (xd + onM * xm + onM * dm) + model.moveVariance(growthVariance);
        double newXm = xm + dm + onM * mm;
        double newXd = k * (xd + dd + onM * dm) + r * newXm;
        double newDd = k * k * dd + 2 * k * r * dm + r * r * mm + model.trendNoise() * model.trendNoise();
        dm = k * dm + r * mm;
        xx = newXx;
        xd = newXd;
        xm = newXm;
        dd = newDd;
    }

    private void seeShare(double error, double variance) {
        double gx = xx / variance;
        double gd = xd / variance;
        double gm = xm / variance;
        x += gx * error;
        d += gd * error;
        m += gm * error;
        dd -= gd * xd;
        dm -= gd * xm;
        mm -= gm * xm;
        xd -= gx * xd;
        xm -= gx * xm;
        xx -= gx * xx;
    }

    private void seeGrowth(double error, double variance) {
        double gx = xm / variance;
        double gd = dm / variance;
        double gm = mm / variance;
        x += gx * error;
        d += gd * error;
        m += gm * error;
        xx -= gx * xm;
        xd -= gx * dm;
        dd -= gd * dm;
        xm -= gx * mm;
        dm -= gd * mm;
        mm -= gm * mm;
    }
}
