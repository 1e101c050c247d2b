package org.muster.lab.run;

import java.util.List;
import org.muster.solve.SolveOptions;

/// How well the model tells who went on what happened, over all missions of the futures that are on record.
///
/// @param missions one entry each; empty where none is on record
public record Hindcasts(List<Hindcast> missions) {
    public Hindcasts {
        missions = List.copyOf(missions);
    }

    /// Asks the model of a study.
    public static Hindcasts of(Question question, SolveOptions options) {
        return new Hindcasts(Hindcast.of(question, options));
    }

    /// The model's Brier score over all members of all missions; not a number where there is none.
    public double brier() {
        return mean(missions.stream()
                .mapToDouble(one -> one.brier() * one.members())
                .sum());
    }

    /// The score of the common share over the same.
    public double common() {
        return mean(missions.stream()
                .mapToDouble(one -> one.common().orElse(Double.NaN) * one.members())
                .sum());
    }

    private double mean(double sum) {
        return sum / missions.stream().mapToInt(Hindcast::members).sum();
    }
}
