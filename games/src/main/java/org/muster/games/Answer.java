package org.muster.games;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A solution of a game: one number per player (or a single number), with what it promises and what it took.
///
/// @param values    one per player, in player order
/// @param fractions the same numbers exactly, where they are known exactly
/// @param label     what the answer promises
/// @param scans     passes over all coalitions
/// @param lps       linear programs solved
public record Answer(List<Double> values, Optional<List<Fraction>> fractions, Label label, int scans, int lps) {
    public Answer {
        values = List.copyOf(values);
        fractions = fractions.map(List::copyOf);
    }

    /// Numbers in floating point.
    public static Answer numerical(double[] values, double tolerance, int scans, int lps) {
        return new Answer(boxed(values), Optional.empty(), new Label.Numerical(tolerance), scans, lps);
    }

    /// Exact numbers.
    public static Answer exact(List<Fraction> fractions, int scans) {
        return exact(fractions, new Label.Exact(), scans, 0);
    }

    /// Exact numbers, with their label.
    public static Answer exact(List<Fraction> fractions, Label label, int scans, int lps) {
        List<Double> values = fractions.stream().map(Fraction::doubleValue).toList();
        return new Answer(values, Optional.of(fractions), label, scans, lps);
    }

    /// The numbers as an array of the caller's own.
    public double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Each number times a factor.
    public Answer times(Fraction factor) {
        if (factor.equals(Fraction.ONE)) {
            return this;
        }
        double by = factor.doubleValue();
        Label scaled = switch (label) {
            case Label.Numerical n -> new Label.Numerical(n.tolerance() * Math.abs(by));
            case Label.Estimated e -> new Label.Estimated(scaled(e.lower(), by), scaled(e.upper(), by), e.confidence());
            case Label.Exact e -> e;
            case Label.Certified c -> c;
        };
        Optional<List<Fraction>> exact =
                fractions.map(f -> f.stream().map(x -> x.times(factor)).toList());
        List<Double> numbers =
                exact.map(f -> f.stream().map(Fraction::doubleValue).toList()).orElseGet(() -> scaled(values, by));
        return new Answer(numbers, exact, scaled, scans, lps);
    }

    private static List<Double> scaled(List<Double> values, double by) {
        return values.stream().map(x -> x * by).toList();
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value + 0.0); // no -0.0
        }
        return list;
    }
}
