package org.muster.share.burden;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/// Whether two measures rank members alike.
///
/// @param rho     Spearman's rank correlation, -1 to 1; not a number where one measure is constant
/// @param pValue  two-sided, by Student's t with n - 2 degrees of freedom (asymptotic)
/// @param kendall Kendall's tau-b
/// @param members how many
public record RankTest(double rho, double pValue, double kendall, int members) {
    /// Compares two measures of the same members, at least 3.
    ///
    /// Source: M. Olson, R. Zeckhauser, *An economic theory of alliances*, Review of Economics and Statistics 48, 1966
    /// (the rank test of exploitation: income against defence in percent of it).
    public static RankTest of(double[] x, double[] y) {
        if (x.length != y.length || x.length < 3) {
            throw new IllegalArgumentException(
                    "a rank test compares two measures of at least 3 members, not " + x.length + " and " + y.length);
        }
        double rho = new SpearmansCorrelation().correlation(x, y);
        int freedom = x.length - 2;
        double t = Math.abs(rho) * Math.sqrt(freedom / Math.max(1e-300, 1 - rho * rho));
        double p = 2 * (1 - new TDistribution(freedom).cumulativeProbability(t));
        return new RankTest(rho, p, new KendallsCorrelation().correlation(x, y), x.length);
    }

    /// The percentile interval of rho over resamples of the members.
    ///
    /// Resamples in which a measure is constant are drawn again. Source: B. Efron, *Bootstrap methods: another look at
    /// the
    /// jackknife*, 1979.
    ///
    /// @param confidence between 0 and 1, for example 0.9
    /// @param resamples  at least 100
    /// @return           lower and upper bound
    public static double[] interval(double[] x, double[] y, double confidence, int resamples, long seed) {
        if (resamples < 100 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "a bootstrap takes at least 100 resamples and a confidence between 0 and 1");
        }
        SplittableRandom random = new SplittableRandom(seed);
        SpearmansCorrelation spearman = new SpearmansCorrelation();
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
