package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.lab.design.Points;
import org.muster.lab.draw.Draws;

/// Which factors matter: by Morris's elementary effects or by indices of variance, each on its own design, or by where
/// their values lie, on any.
public final class WhatMatters {
    private static final int RESAMPLES = 200;

    private WhatMatters() {}

    /// Elementary effects of a factor.
    ///
    /// @param factor the factor, counted from 0
    /// @param muStar the mean of their absolute values
    /// @param sigma  their standard deviation: 0 where the factor acts alone and in a straight line
    /// @param low    of `muStar`: below it in 2.5 percent of the resamples
    /// @param high   above it in 2.5 percent
    public record Effect(int factor, double muStar, double sigma, double low, double high) {}

    /// Parts of the variance.
    ///
    /// @param factor the factor, counted from 0
    /// @param first  what it explains alone
    /// @param total  what it explains alone and together with others
    /// @param low    of `total`: below it in 2.5 percent of the resamples
    /// @param high   above it in 2.5 percent
    public record Indices(int factor, double first, double total, double low, double high) {}

    /// Where a factor's values lie in the futures whose outcome is above the median, and where in the others.
    ///
    /// @param factor   the factor, counted from 0
    /// @param distance of the two distributions, from 0 (alike) to 1 (apart): Kolmogorov and Smirnov's
    /// @param low      of `distance`: below it in 2.5 percent of the resamples
    /// @param high     above it in 2.5 percent
    /// @param chance   how likely a distance so large is where the factor does nothing
    public record Regional(int factor, double distance, double low, double high, double chance) {}

    /// Regional sensitivity, for a design of any kind: R. Spear, G. Hornberger, Water Research 14 (1980).
    ///
    /// O(n log n) a factor and resample.
    ///
    /// @param points by future, the quantile of each factor
    /// @param output by future
    /// @param seed   of the resamples
    public static List<Regional> regional(List<double[]> points, double[] output, long seed) {
        requireNumbers(output);
        double median = Prim.quantile(Arrays.stream(output).sorted().toArray(), 0.5);
        boolean[] above = new boolean[output.length];
        int many = 0;
        for (int f = 0; f < output.length; f++) {
            above[f] = output[f] > median;
            many += above[f] ? 1 : 0;
        }
        int[] every = new int[output.length];
        Arrays.setAll(every, f -> f);
        List<Regional> all = new ArrayList<>();
        for (int i = 0; i < points.getFirst().length; i++) {
            int factor = i;
            double[] values =
                    points.stream().mapToDouble(point -> point[factor]).toArray();
            double distance = distance(values, above, every);
            double[] resampled = Bootstrap.resampled(
                    output.length, RESAMPLES, new Draws(seed), "regional/" + i, rows -> distance(values, above, rows));
            all.add(new Regional(
                    i,
                    distance,
                    Bootstrap.low(resampled),
                    Bootstrap.high(resampled),
                    byChance(distance, many, output.length - many)));
        }
        return all;
    }

    /// The largest distance of the two distribution functions; 0 where all rows are on one side.
    private static double distance(double[] values, boolean[] above, int[] rows) {
        List<Integer> sorted = Arrays.stream(rows)
                .boxed()
                .sorted((one, other) -> Double.compare(values[one], values[other]))
                .toList();
        int many = (int) Arrays.stream(rows).filter(row -> above[row]).count();
        int few = rows.length - many;
        if (many == 0 || few == 0) {
            return 0;
        }
        double most = 0;
        int ofMany = 0;
        int ofFew = 0;
        for (int r = 0; r < sorted.size(); r++) {
            ofMany += above[sorted.get(r)] ? 1 : 0;
            ofFew += above[sorted.get(r)] ? 0 : 1;
            boolean isLast = r + 1 == sorted.size() || values[sorted.get(r + 1)] != values[sorted.get(r)];
            most = isLast ? Math.max(most, Math.abs(ofMany / (double) many - ofFew / (double) few)) : most;
        }
        return most;
    }

    /// The limit of Kolmogorov's distribution, with the correction of M. Stephens (1970) for samples that are not
    /// large.
    private static double byChance(double distance, int many, int few) {
        if (many == 0 || few == 0 || distance == 0) {
            return 1;
        }
        double root = Math.sqrt(many * (double) few / (many + few));
        double scaled = (root + 0.12 + 0.11 / root) * distance;
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 0 ? -2 : 2) * StrictMath.exp(-2.0 * k * k * scaled * scaled);
        }
        return Math.clamp(sum, 0, 1);
    }

    /// Morris's effects, for each unit of a quantile.
    ///
    /// M. Morris, Technometrics 33 (1991); the mean of absolute values: F. Campolongo, J. Cariboni, A. Saltelli (2007).
    ///
    /// @param points of a design of [Design#MORRIS]
    /// @param output by future, of whole trajectories
    /// @param seed   of the resamples
    public static List<Effect> morris(Points points, int factors, double[] output, long seed) {
        requireNumbers(output);
        requireWhole(output.length, factors + 1);
        int trajectories = output.length / (factors + 1);
        double[][] effects = new double[factors][trajectories];
        for (int f = 0; f < output.length; f++) {
            int moved = points.movedAfter(f);
            if (moved >= 0) {
                double up = points.point(f + 1)[moved] - points.point(f)[moved];
                effects[moved][points.chanceOf(f)] = (output[f + 1] - output[f]) / up;
            }
        }
        List<Effect> all = new ArrayList<>();
        for (int i = 0; i < factors; i++) {
            double[] own = effects[i];
            double mean = Arrays.stream(own).average().orElse(0);
            double squares =
                    Arrays.stream(own).map(e -> (e - mean) * (e - mean)).sum();
            double[] resampled = Bootstrap.resampled(
                    trajectories,
                    RESAMPLES,
                    new Draws(seed),
                    "morris/" + i,
                    rows -> Arrays.stream(rows)
                            .mapToDouble(r -> Math.abs(own[r]))
                            .average()
                            .orElse(0));
            all.add(new Effect(
                    i,
                    Arrays.stream(own).map(Math::abs).average().orElse(0),
                    trajectories < 2 ? 0 : Math.sqrt(squares / (trajectories - 1)),
                    Bootstrap.low(resampled),
                    Bootstrap.high(resampled)));
        }
        return all;
    }

    /// Sobol's indices: first order by A. Saltelli et al., Computer Physics Communications 181 (2010), table 2 (b);
    /// total by M. Jansen (1999), table 2 (f).
    ///
    /// @param output by future of a design of [Design#SALTELLI], of whole blocks
    /// @param seed   of the resamples
    public static List<Indices> sobol(int factors, double[] output, long seed) {
        requireNumbers(output);
        requireWhole(output.length, factors + 2);
        int blocks = output.length / (factors + 2);
        int[] every = new int[blocks];
        Arrays.setAll(every, b -> b);
        List<Indices> all = new ArrayList<>();
        for (int i = 0; i < factors; i++) {
            int factor = i;
            double[] resampled = Bootstrap.resampled(
                    blocks, RESAMPLES, new Draws(seed), "sobol/" + i, rows -> total(output, factors, factor, rows));
            all.add(new Indices(
                    i,
                    first(output, factors, i, every),
                    total(output, factors, i, every),
                    Bootstrap.low(resampled),
                    Bootstrap.high(resampled)));
        }
        return all;
    }

    private static double first(double[] output, int factors, int factor, int[] blocks) {
        double sum = 0;
        for (int b : blocks) {
            int at = b * (factors + 2);
            sum += output[at + 1] * (output[at + 2 + factor] - output[at]);
        }
        double variance = variance(output, factors, blocks);
        return variance == 0 ? 0 : sum / blocks.length / variance;
    }

    private static double total(double[] output, int factors, int factor, int[] blocks) {
        double sum = 0;
        for (int b : blocks) {
            int at = b * (factors + 2);
            double moved = output[at] - output[at + 2 + factor];
            sum += moved * moved;
        }
        double variance = variance(output, factors, blocks);
        return variance == 0 ? 0 : sum / (2 * blocks.length) / variance;
    }

    /// Of all runs of A and B.
    private static double variance(double[] output, int factors, int[] blocks) {
        double sum = 0;
        for (int b : blocks) {
            sum += output[b * (factors + 2)] + output[b * (factors + 2) + 1];
        }
        double mean = sum / (2 * blocks.length);
        double squares = 0;
        for (int b : blocks) {
            double a = output[b * (factors + 2)] - mean;
            double c = output[b * (factors + 2) + 1] - mean;
            squares += a * a + c * c;
        }
        return squares / (2 * blocks.length);
    }

    /// A run that failed or is missing is refused with its number: left out, it would bend every index.
    private static void requireNumbers(double[] output) {
        for (int f = 0; f < output.length; f++) {
            if (!Double.isFinite(output[f])) {
                throw new IllegalArgumentException("the run of future " + f + " has no number");
            }
        }
    }

    private static void requireWhole(int runs, int together) {
        if (runs == 0 || runs % together != 0) {
            throw new IllegalArgumentException(
                    "the run of future " + runs + " is missing: " + together + " runs stand together");
        }
    }
}
