package org.muster.plan.need;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// With what chance how many units are needed.
///
/// @param <W>     the numbers that chances are
/// @param weights how to reckon with them
/// @param chances by units, not negative; no chance that is 0; they add up to 1
public record Histogram<W>(Weights<W> weights, NavigableMap<Long, W> chances) {
    /// Recurrences in a year at most.
    public static final double MOST_PER_YEAR = 100;

    public Histogram {
        TreeMap<Long, W> some = new TreeMap<>();
        for (Map.Entry<Long, W> one : chances.entrySet()) {
            if (!weights.isZero(one.getValue())) {
                some.put(one.getKey(), one.getValue());
            }
        }
        chances = Collections.unmodifiableNavigableMap(some);
    }

    /// Nothing is needed.
    static <W> Histogram<W> none(Weights<W> weights) {
        return new Histogram<>(weights, new TreeMap<>(Map.of(0L, weights.of(1))));
    }

    /// What two needs that are independent of each other come to together.
    public Histogram<W> plus(Histogram<W> other) {
        TreeMap<Long, W> sum = new TreeMap<>();
        chances.forEach((k, p) ->
                other.chances.forEach((j, q) -> sum.merge(Math.addExact(k, j), weights.times(p, q), weights::plus)));
        return new Histogram<>(weights, sum);
    }

    /// The same need where it arises with a chance only, else nothing is needed.
    ///
    /// @param chance from 0 to 1
    public Histogram<W> occurring(W chance) {
        TreeMap<Long, W> mixed = new TreeMap<>();
        mixed.put(0L, weights.rest(chance));
        chances.forEach((k, p) -> mixed.merge(k, weights.times(p, chance), weights::plus));
        return new Histogram<>(weights, mixed);
    }

    /// The mean of what is needed beyond `units`.
    public W beyond(long units) {
        W sum = weights.of(0);
        for (Map.Entry<Long, W> one : chances.tailMap(units, false).entrySet()) {
            sum = weights.plus(sum, weights.times(one.getValue(), weights.of(one.getKey() - units)));
        }
        return sum;
    }

    /// The chance that at least so many units are needed.
    public W atLeast(long units) {
        W sum = weights.of(0);
        for (W chance : chances.tailMap(units, true).values()) {
            sum = weights.plus(sum, chance);
        }
        return sum;
    }

    /// What missions of one kind come to in a year that come independently of one another, on average `perYear` times:
    /// a
    /// compound Poisson count. Above 1 a year; at most once a year is [#occurring].
    ///
    /// In floating-point numbers, cut where chances fall below 1e-18; all that is summed is not negative. Time
    /// O(units * different needs).
    ///
    /// Source: H. H. Panjer, *Recursive evaluation of a family of compound distributions*, ASTIN Bulletin 12 (1981).
    ///
    /// @throws IllegalArgumentException where `perYear` is not from 0 to [#MOST_PER_YEAR]
    public static Histogram<Double> recurring(Histogram<Double> each, double perYear) {
        if (!(perYear >= 0 && perYear <= MOST_PER_YEAR)) {
            throw new IllegalArgumentException(
                    "a mission comes from 0 to %.0f times a year, not %s times".formatted(MOST_PER_YEAR, perYear));
        }
        double nothing = each.chances.getOrDefault(0L, 0.0);
        TreeMap<Long, Double> year = new TreeMap<>();
        year.put(0L, Math.exp(-perYear * (1 - nothing)));
        double told = year.firstEntry().getValue();
        long most = each.chances.lastKey();
        int idle = 0;
        // Beyond the bulk the chances fall to nothing: after `most` chances in a row that change no sum all is told.
        for (long k = 1; idle < most; k++) {
            double sum = 0;
            for (Map.Entry<Long, Double> one :
                    each.chances.subMap(0L, false, k, true).entrySet()) {
                sum += one.getKey() * one.getValue() * year.getOrDefault(k - one.getKey(), 0.0);
            }
            double chance = perYear / k * sum;
            year.put(k, chance);
            idle = told > 0.5 && chance < 1e-18 ? idle + 1 : 0;
            told += chance;
        }
        return new Histogram<>(each.weights, year);
    }
}
