package org.muster.pledge.forecast;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// How many members are at the target in a year, as a forecast.
///
/// Members' figures move together, so the number strays further than if each went its own way: given one common normal
/// draw the members are independent (a Gaussian copula with one factor: D. X. Li, *On Default Correlation*, 2000), and
/// the number is summed up over that draw.
///
/// @param year     the year
/// @param of       members with a forecast for it
/// @param expected sum of their chances
/// @param low      the number below which it lies with at most 10 percent
/// @param high     the number above which it lies with at most 10 percent
public record Count(int year, int of, double expected, int low, int high) {
    private static final int DRAWS = 201;
    private static final double TAIL = 0.1;

    /// Counts by chances that hang together.
    ///
    /// @param chances of each member
    /// @param shared  correlation between members, from 0 to below 1
    public static Count of(int year, List<Double> chances, double shared) {
        NormalDistribution normal = new NormalDistribution();
        double[] edges = chances.stream()
                .mapToDouble(p -> p <= 0
                        ? Double.NEGATIVE_INFINITY
                        : p >= 1 ? Double.POSITIVE_INFINITY : normal.inverseCumulativeProbability(p))
                .toArray();
        double[] probability = new double[edges.length + 1];
        for (int draw = 0; draw < DRAWS; draw++) {
            double common = normal.inverseCumulativeProbability((draw + 0.5) / DRAWS);
            add(probability, given(edges, common, shared, normal));
        }
        double below = 0;
        int low = 0;
        while (low < edges.length && below + probability[low] <= TAIL) {
            below += probability[low++];
        }
        double above = 0;
        int high = edges.length;
        while (high > 0 && above + probability[high] <= TAIL) {
            above += probability[high--];
        }
        return new Count(
                year, edges.length, chances.stream().mapToDouble(p -> p).sum(), low, high);
    }

    /// The number's distribution given the common draw, member by member.
    private static double[] given(double[] edges, double common, double shared, NormalDistribution normal) {
        double[] probability = new double[edges.length + 1];
        probability[0] = 1;
        for (int m = 0; m < edges.length; m++) {
            double at = (edges[m] + Math.sqrt(shared) * common) / Math.sqrt(1 - shared);
            double met = Double.isInfinite(at) ? (at > 0 ? 1 : 0) : normal.cumulativeProbability(at);
            for (int n = m + 1; n > 0; n--) {
                probability[n] = probability[n] * (1 - met) + probability[n - 1] * met;
            }
            probability[0] *= 1 - met;
        }
        return probability;
    }

    private static void add(double[] sum, double[] given) {
        for (int n = 0; n < sum.length; n++) {
            sum[n] += given[n] / DRAWS;
        }
    }
}
