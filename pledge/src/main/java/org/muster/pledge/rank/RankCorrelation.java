package org.muster.pledge.rank;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/// Rank correlation of two measures over members.
///
/// Source: M. Olson, R. Zeckhauser, *An Economic Theory of Alliances*, Review of Economics and Statistics 48 (1966): a
/// rank
/// correlation of size and burden above zero speaks for an exploitation of the large by the small. Results depend on
/// the sample; one number is not a verdict.
///
/// @param count    members
/// @param spearman Spearman's rho, -1 to 1
/// @param pValue   two-sided, by Student's t with `count - 2` degrees of freedom (asymptotic)
/// @param kendall  Kendall's tau-b, -1 to 1
public record RankCorrelation(int count, double spearman, double pValue, double kendall) {
    /// The fewest members for which a rank correlation is worked out.
    public static final int FEWEST = 4;

    /// Correlates two measures, one number a member in the same order.
    ///
    /// @throws IllegalArgumentException if there are fewer than four members, or not as many of one as of the other
    public static RankCorrelation of(double[] size, double[] burden) {
        if (size.length != burden.length || size.length < FEWEST) {
            throw new IllegalArgumentException("a rank correlation needs at least four members with both measures");
        }
        double rho = new SpearmansCorrelation().correlation(size, burden);
        int freedom = size.length - 2;
        double t = rho * Math.sqrt(freedom / Math.max(1e-300, 1 - rho * rho));
        double p = 2 * new TDistribution(freedom).cumulativeProbability(-Math.abs(t));
        return new RankCorrelation(size.length, rho, p, new KendallsCorrelation().correlation(size, burden));
    }
}
