package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.lab.design.Points;
import org.muster.lab.draw.Draws;

/// Which factors matter, by Morris's elementary effects or by indices of variance, each on its own design.
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
