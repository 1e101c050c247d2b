package org.muster.statistics;

import org.hipparchus.stat.inference.WilcoxonSignedRankTest;

/// Whether two measures of the same things differ, by the signed ranks of their differences.
///
/// Source: F. Wilcoxon, *Individual comparisons by ranking methods*, Biometrics Bulletin 1, 1945.
///
/// @param statistic the larger of the two rank sums
/// @param pValue    two-sided, asymptotic
public record SignedRanks(double statistic, double pValue) {
    /// Tests two measures, one number each in the same order.
    public static SignedRanks of(double[] x, double[] y) {
        WilcoxonSignedRankTest test = new WilcoxonSignedRankTest();
        return new SignedRanks(test.wilcoxonSignedRank(x, y), test.wilcoxonSignedRankTest(x, y, false));
    }
}
