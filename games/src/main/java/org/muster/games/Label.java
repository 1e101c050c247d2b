package org.muster.games;

import java.util.List;

/// What an answer promises.
public sealed interface Label {
    /// Worked out in whole numbers and fractions, or by a closed form: no rounding anywhere.
    record Exact() implements Label {}

    /// Exact, and proven by a certificate that came with it and was checked.
    record Certified() implements Label {}

    /// Worked out in floating point; no number is off by more than about `tolerance`.
    record Numerical(double tolerance) implements Label {}

    /// Drawn at random: every number lies within its bounds at once, with probability `confidence`.
    record Estimated(List<Double> lower, List<Double> upper, double confidence) implements Label {
        public Estimated {
            lower = List.copyOf(lower);
            upper = List.copyOf(upper);
        }
    }

    /// One word: `exact`, `certified`, `numerical` or `estimated`.
    default String word() {
        return switch (this) {
            case Exact e -> "exact";
            case Certified c -> "certified";
            case Numerical n -> "numerical";
            case Estimated e -> "estimated";
        };
    }
}
