package org.muster.lab.analysis;

import java.util.List;
import java.util.Map;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.lab.Measure;
import org.muster.lab.run.Question;
import org.muster.lab.run.Row;

/// The rows of a study, as numbers.
///
/// @param question what was asked
/// @param names    names of the numbers of each future: factors first
/// @param futures  by future, those numbers
/// @param rows     by stack's name, in the order of the question: one row a future, in its order
public record Results(Question question, List<String> names, List<double[]> futures, Map<String, List<Row>> rows) {
    /// Rows as they are read.
    ///
    /// @throws IllegalArgumentException where a run is missing, with its number
    public Results {
        names = List.copyOf(names);
        futures = List.copyOf(futures);
        rows = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(rows));
        for (Map.Entry<String, List<Row>> one : rows.entrySet()) {
            for (int f = 0; f < futures.size(); f++) {
                if (one.getValue().size() <= f || one.getValue().get(f).future() != f) {
                    throw new IllegalArgumentException(
                            "the run of " + one.getKey() + " in future " + f + " is missing");
                }
            }
        }
    }

    /// The names of the stacks.
    public List<String> reforms() {
        return List.copyOf(rows.keySet());
    }

    /// What was measured under a reform, by future: money in minor units.
    public double[] values(String reform, Measure measure) {
        return rows.getOrDefault(reform, List.of()).stream()
                .mapToDouble(row -> row.value(measure))
                .toArray();
    }

    /// By future, whether all thresholds of the folder are met under a reform; money in thresholds is in major units.
    public boolean[] satisfied(String reform, int decimals) {
        boolean[] met = new boolean[futures.size()];
        java.util.Arrays.fill(met, true);
        double major = StrictMath.pow(10, decimals);
        for (Futures.Threshold threshold : question.setting().thresholds()) {
            Measure measure = Measure.of(threshold.measure()).orElseThrow();
            double[] values = values(reform, measure);
            for (int f = 0; f < met.length; f++) {
                double value = measure.unit() == Measure.Unit.MONEY ? values[f] / major : values[f];
                met[f] &= threshold.isMetBy(value);
            }
        }
        return met;
    }
}
