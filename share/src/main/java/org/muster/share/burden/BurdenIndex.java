package org.muster.share.burden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// An index of several measures, and how much of its ranking is the choice of weights.
///
/// Each measure is turned into z-scores, `(x - mean) / sd`; the index is their weighted mean. With equal weights it
/// gives a ranking; with weights drawn uniformly from all that sum to 1 every member gets the range of its ranks.
///
/// Source: NATO Burden Sharing Project (z-score index of several variables, weighted); M. Saisana, A. Saltelli, S.
/// Tarantola, *Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite
/// indicators*, 2005.
///
/// @param measures what the index is made of
/// @param rows     per member, by rank under equal weights
/// @param draws    how many weights were drawn
/// @param seed     of the draws
public record BurdenIndex(List<String> measures, List<Row> rows, int draws, long seed) {
    /// A member's place.
    ///
    /// @param member     its code
    /// @param score      index under equal weights
    /// @param rank       1 for the highest score
    /// @param best       5th percentile of its ranks over the draws
    /// @param worst      95th percentile
    public record Row(String member, double score, int rank, int best, int worst) {}

    public BurdenIndex {
        measures = List.copyOf(measures);
        rows = List.copyOf(rows);
    }

    /// The index of measures by name, each with one value per member in the members' order; measures that do not vary
    /// are left out.
    ///
    /// @param draws at least 100
    public static BurdenIndex of(List<String> members, Map<String, double[]> measures, int draws, long seed) {
        if (draws < 100 || members.isEmpty()) {
            throw new IllegalArgumentException("an index takes at least one member and 100 draws of weights");
        }
        Map<String, double[]> scores = new LinkedHashMap<>();
        measures.forEach((name, values) -> {
            double[] z = standardised(values);
            if (!Double.isNaN(z[0])) {
                scores.put(name, z);
            }
        });
        List<double[]> columns = List.copyOf(scores.values());
        double[] equal = new double[columns.size()];
        Arrays.fill(equal, 1.0 / Math.max(1, columns.size()));
        double[] index = weighted(columns, equal, members.size());
        int[] rank = ranks(index);
        int[][] drawn = new int[members.size()][draws];
        SplittableRandom random = new SplittableRandom(seed);
        for (int d = 0; d < draws; d++) {
            int[] ranks = ranks(weighted(columns, weights(columns.size(), random), members.size()));
            for (int i = 0; i < ranks.length; i++) {
                drawn[i][d] = ranks[i];
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Arrays.sort(drawn[i]);
            rows.add(
                    new Row(members.get(i), index[i], rank[i], drawn[i][draws / 20], drawn[i][draws - 1 - draws / 20]));
        }
        rows.sort(Comparator.comparingInt(Row::rank));
        return new BurdenIndex(List.copyOf(scores.keySet()), Collections.unmodifiableList(rows), draws, seed);
    }

    private static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(square / Math.max(1, values.length - 1));
        return Arrays.stream(values)
                .map(v -> deviation == 0 ? Double.NaN : (v - mean) / deviation)
                .toArray();
    }

    /// Uniform over all weights that sum to 1: exponential draws over their sum.
    private static double[] weights(int n, SplittableRandom random) {
        double[] weights = new double[n];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            weights[k] = -Math.log(1 - random.nextDouble());
            sum += weights[k];
        }
        for (int k = 0; k < n; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    private static double[] weighted(List<double[]> columns, double[] weights, int members) {
        double[] index = new double[members];
        for (int k = 0; k < columns.size(); k++) {
            for (int i = 0; i < members; i++) {
                index[i] += weights[k] * columns.get(k)[i];
            }
        }
        return index;
    }

    /// 1 for the highest; equal ones in the members' order.
    private static int[] ranks(double[] index) {
        List<Integer> order = IntStream.range(0, index.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -index[i]))
                .toList();
        int[] ranks = new int[index.length];
        for (int r = 0; r < order.size(); r++) {
            ranks[order.get(r)] = r + 1;
        }
        return ranks;
    }
}
