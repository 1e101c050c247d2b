package org.muster.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/// Whether two measures rank the same things alike. Results depend on the sample; one number is not a verdict.
///
/// @param count   how many things are ranked
/// @param rho     Spearman's rank correlation, -1 to 1; not a number where one measure is constant
/// @param pValue  two-sided, by Student's t with `count - 2` degrees of freedom (asymptotic)
/// @param kendall Kendall's tau-b, -1 to 1
public record RankCorrelation(int count, double rho, double pValue, double kendall) {
    /// The fewest pairs for which a rank correlation is worked out: with two there is no freedom left.
    public static final int FEWEST = 3;

    /// Correlates two measures of the same things, one number each in the same order.
    ///
    /// @throws IllegalArgumentException where there are fewer than [#FEWEST], or not as many of one as of the other
    public static RankCorrelation of(double[] x, double[] y) {
        if (x.length != y.length || x.length < FEWEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a rank correlation compares two measures of at least %d, not %d and %d",
                    FEWEST,
                    x.length,
                    y.length));
        }
        double rho = new SpearmansCorrelation().correlation(x, y);
        int freedom = x.length - 2;
        double t = rho * Math.sqrt(freedom / Math.max(1e-300, 1 - rho * rho));
        double p = 2 * new TDistribution(freedom).cumulativeProbability(-Math.abs(t));
        return new RankCorrelation(x.length, rho, p, new KendallsCorrelation().correlation(x, y));
    }

    /// The percentile interval of rho over resamples of the pairs.
    ///
    /// Resamples in which a measure is constant are drawn again. Source: B. Efron, *Bootstrap methods: another look at
    /// the jackknife*, 1979.
    ///
    /// @param confidence between 0 and 1, for example 0.9
    /// @param resamples  at least 100
    /// @return           lower and upper bound; neither is a number where one measure is constant
    public static double[] interval(double[] x, double[] y, double confidence, int resamples, long seed) {
        if (resamples < 100 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "a bootstrap takes at least 100 resamples and a confidence between 0 and 1");
        }
        SpearmansCorrelation spearman = new SpearmansCorrelation();
        if (Double.isNaN(spearman.correlation(x, y))) {
            return new double[] {Double.NaN, Double.NaN};
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[resamples];
        double[] a = new double[x.length];
        double[] b = new double[x.length];
        for (int r = 0; r < resamples; ) {
            for (int i = 0; i < x.length; i++) {
                int j = random.nextInt(x.length);
                a[i] = x[j];
                b[i] = y[j];
            }
            double rho = spearman.correlation(a, b);
            if (!Double.isNaN(rho)) {
                drawn[r++] = rho;
            }
        }
        Arrays.sort(drawn);
        int cut = (int) Math.floor((1 - confidence) / 2 * resamples);
        return new double[] {drawn[cut], drawn[resamples - 1 - cut]};
    }
}
