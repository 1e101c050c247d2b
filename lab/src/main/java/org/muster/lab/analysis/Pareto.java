package org.muster.lab.analysis;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.lab.Measure;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;

/// Whether a reform gives something for what it takes, by means over all futures of measures that are better one way.
///
/// One reform dominates another where it is worse in no measure by more than what counts in it, and better by more than
/// that in one: additive epsilon-dominance, and Pareto's where nothing is too small to count.
///
/// @param epsilon by measure, up to what a difference does not count, money in minor units; 0 of those left out
/// @param reforms in the order of the study
public record Pareto(Map<Measure, Double> epsilon, List<Efficient> reforms) {
    /// A reform.
    ///
    /// @param dominatedBy a reform that dominates it, one that none dominates where there is such a one; empty where
    ///                    there is none. With epsilon reforms may dominate one another in a ring, all of them dominated
    public record Efficient(String reform, Optional<String> dominatedBy) {}

    public Pareto {
        epsilon = Collections.unmodifiableMap(new EnumMap<>(withKeys(epsilon)));
        reforms = List.copyOf(reforms);
    }

    private static EnumMap<Measure, Double> withKeys(Map<Measure, Double> some) {
        EnumMap<Measure, Double> all = new EnumMap<>(Measure.class);
        all.putAll(some);
        return all;
    }

    static Pareto of(List<Comparison.OfReform> all, Map<Measure, Double> epsilon) {
        List<List<Comparison.OfReform>> dominators = all.stream()
                .map(one -> all.stream()
                        .filter(other -> dominates(other, one, epsilon))
                        .toList())
                .toList();
        return new Pareto(
                epsilon,
                all.stream()
                        .map(one -> {
                            List<Comparison.OfReform> by = dominators.get(all.indexOf(one));
                            Optional<Comparison.OfReform> free = by.stream()
                                    .filter(other ->
                                            dominators.get(all.indexOf(other)).isEmpty())
                                    .findFirst();
                            return new Efficient(
                                    one.reform(),
                                    free.or(() -> by.stream().findFirst()).map(Comparison.OfReform::reform));
                        })
                        .toList());
    }

    private static boolean dominates(
            Comparison.OfReform better, Comparison.OfReform worse, Map<Measure, Double> epsilon) {
        boolean somewhere = false;
        for (Measure measure : Measure.values()) {
            if (measure.better() == Measure.Better.NEITHER) {
                continue;
            }
            double counts = epsilon.getOrDefault(measure, 0.0);
            double gain = better.of(measure).mean() - worse.of(measure).mean();
            gain = measure.better() == Measure.Better.UP ? gain : -gain;
            if (gain < -counts) {
                return false;
            }
            somewhere |= gain > counts;
        }
        return somewhere;
    }

    /// What does not count, as people write it: `failed=0.5`.
    ///
    /// @param texts one a measure
    /// @param major minor units in a major one of the currency, in which money is written
    /// @throws Refusal where a text is no such thing
    public static Map<Measure, Double> epsilon(List<String> texts, long major) {
        Map<Measure, Double> epsilon = new EnumMap<>(Measure.class);
        List<String> known = Arrays.stream(Measure.values())
                .filter(one -> one.better() != Measure.Better.NEITHER)
                .map(Measure::word)
                .toList();
        for (String text : texts) {
            String[] parts = text.split("=", -1);
            if (parts.length != 2) {
                throw refused(text, "a measure and what does not count in it: --epsilon failed=0.5");
            }
            Measure measure = Discovery.measure(parts[0]);
            if (measure.better() == Measure.Better.NEITHER) {
                throw refused(
                        text, "a measure that is better one way. " + Nearest.adviceWithAll(measure.word(), known));
            }
            double value = number(parts[1], text);
            if (epsilon.put(measure, measure.unit() == Measure.Unit.MONEY ? value * major : value) != null) {
                throw new Refusal("--epsilon names measure " + measure.word() + " twice");
            }
        }
        return epsilon;
    }

    private static double number(String part, String text) {
        if (!part.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")) {
            throw refused(text, "a number from 0 on behind the measure, in its unit: --epsilon failed=0.5");
        }
        return new BigDecimal(part).doubleValue();
    }

    private static Refusal refused(String text, String right) {
        return new Refusal("--epsilon is \"" + Shown.plain(text) + "\". Right would be " + right);
    }
}
