package org.muster.pledge.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How far a measure moves within so many years, and how much of that is common to the members.
///
/// Learned from how it moved elsewhere (the outside view: D. Kahneman, A. Tversky, *Intuitive Prediction*, 1979): half
/// the distance between the tenth and the ninetieth percentile of all changes over so many years, as a scale of
/// [Tails]. Where nothing is known from outside, a random walk as wide as the members' own changes from year to year.
///
/// @param byAhead scale of the change over 1, 2, ... years; never falls
/// @param shared  correlation of members' changes over as many years; 0 where it is not known
@SuppressWarnings("ArrayRecordComponent") // never compared; read in inner loops
record Widths(double[] byAhead, double[] shared) {
    /// As few changes over so many years say too little: from there on the width grows with the root of time.
    private static final int FEWEST = 200;

    private static final int FEWEST_MEMBERS = 8;

    /// Changes beyond so many scales count as that many in the correlation: one collapse is no common movement.
    private static final double FARTHEST = 3;

    /// Where next to nothing is known: ten percent a year, with the weight of ten changes.
    static final double USUAL = 0.1;

    private static final double USUAL_CHANGES = 10;

    /// Widths from outside figures.
    ///
    /// @param outside by series, values by year on the scale without ends
    /// @param members whose series tell what is common
    /// @param years   how many years ahead are wanted
    /// @param tails   the form that the scale is for
    static Widths outside(Map<String, Map<Integer, Double>> outside, Set<String> members, int years, Tails tails) {
        double[] byAhead = new double[years];
        double[] shared = new double[years];
        int lastKnown = 0;
        for (int ahead = 1; ahead <= years; ahead++) {
            double[] changes = changes(outside.values(), ahead);
            if (changes.length < FEWEST) {
                if (ahead == 1) {
                    return own(List.of(), years);
                }
                byAhead[ahead - 1] = byAhead[lastKnown - 1] * Math.sqrt((double) ahead / lastKnown);
                shared[ahead - 1] = shared[lastKnown - 1];
                continue;
            }
            lastKnown = ahead;
            Arrays.sort(changes);
            double scale = (quantile(changes, 0.9) - quantile(changes, 0.1)) / 2 / tails.quantile(0.9);
            byAhead[ahead - 1] = Math.max(Math.max(scale, 1e-6), ahead == 1 ? 0 : byAhead[ahead - 2]);
            shared[ahead - 1] = shared(outside, members, ahead, byAhead[ahead - 1]);
        }
        return new Widths(byAhead, shared);
    }

    /// Widths from the members' own changes from one year to the next.
    static Widths own(List<Track> tracks, int years) {
        double sum = USUAL_CHANGES * USUAL * USUAL;
        double count = USUAL_CHANGES;
        for (Track track : tracks) {
            for (int i = 1; i < track.x().length; i++) {
                if (track.has(i) && track.has(i - 1)) {
                    double change = track.x()[i] - track.x()[i - 1];
                    sum += change * change;
                    count++;
                }
            }
        }
        double[] byAhead = new double[years];
        for (int ahead = 1; ahead <= years; ahead++) {
            byAhead[ahead - 1] = Math.sqrt(sum / count * ahead);
        }
        return new Widths(byAhead, new double[years]);
    }

    double of(int ahead) {
        return byAhead[ahead - 1];
    }

    private static double[] changes(Collection<Map<Integer, Double>> series, int ahead) {
        double[] changes = new double[series.stream().mapToInt(Map::size).sum()];
        int count = 0;
        for (Map<Integer, Double> one : series) {
            for (Map.Entry<Integer, Double> value : one.entrySet()) {
                Double later = one.get(value.getKey() + ahead);
                if (later != null) {
                    changes[count++] = later - value.getValue();
                }
            }
        }
        return Arrays.copyOf(changes, count);
    }

    /// Of sorted values, linear between neighbours.
    static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }

    /// Mean over years of the product of two members' changes, over that of squares.
    private static double shared(
            Map<String, Map<Integer, Double>> outside, Set<String> members, int ahead, double scale) {
        Map<Integer, List<Double>> byYear = new java.util.TreeMap<>();
        outside.forEach((name, one) -> {
            if (members.contains(name)) {
                one.forEach((year, value) -> {
                    Double later = one.get(year + ahead);
                    if (later != null) {
                        byYear.computeIfAbsent(year, none -> new ArrayList<>())
                                .add(Math.clamp((later - value) / scale, -FARTHEST, FARTHEST));
                    }
                });
            }
        });
        double products = 0;
        double squares = 0;
        for (List<Double> changes : byYear.values()) {
            int n = changes.size();
            if (n >= FEWEST_MEMBERS) {
                double sum = changes.stream().mapToDouble(z -> z).sum();
                double square = changes.stream().mapToDouble(z -> z * z).sum();
                products += (sum * sum - square) / ((double) n * (n - 1));
                squares += square / n;
            }
        }
        return squares == 0 ? 0 : Math.clamp(products / squares, 0, 0.95);
    }
}
