package org.muster.lab.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.muster.alliance.lab.Measure;

/// What a run would have come to had other coalitions settled that enforce themselves too: each mission may settle in
/// any of those that run, whatever the others do, and what it takes is not there for the next of the year.
///
/// Measures that are sums are ranged year by year, exactly. Those that are none (a percentage, the worst net, the Gini
/// coefficient) need every way of the whole run.
final class Spread {
    /// Ways that are kept at most. Of more only those are kept on that are the least or the most in some measure.
    static final int MOST = 1_000;

    private static final List<Measure> NO_SUMS = List.of(Measure.GOERS_PERCENT, Measure.WORST_NET, Measure.GINI);

    private final int most;
    private final long[] low = new long[Measure.values().length];
    private final long[] high = new long[Measure.values().length];
    private List<Tally> whole;
    private boolean everyYear = true;
    private boolean everyRun = true;

    /// What may come of a mission, after what others took.
    interface Ways {
        List<Outcome> of(Future.Occurrence one, Taken taken);

        /// What the mission's worth is multiplied by.
        double benefit(Future.Occurrence one);
    }

    private record Way(Tally tally, Taken taken) {}

    private record Same(List<Double> numbers, Taken taken) {}

    /// @param nothing a tally of nothing
    Spread(Tally nothing, int most) {
        this.whole = List.of(nothing);
        this.most = most;
    }

    /// Another year.
    ///
    /// @param held   what is held in it
    /// @param coming its missions, in order
    void year(Tally held, List<Future.Occurrence> coming, Ways ways) {
        List<Way> now = List.of(new Way(held, Taken.NOTHING));
        for (Future.Occurrence one : coming) {
            Map<Same, Way> next = new LinkedHashMap<>();
            for (Way way : now) {
                for (Outcome outcome : ways.of(one, way.taken())) {
                    Tally tally = way.tally().copy();
                    tally.mission(1, outcome, ways.benefit(one));
                    Taken taken = outcome.chance() > 0 ? way.taken().and(one, outcome.settlement()) : way.taken();
                    next.putIfAbsent(new Same(tally.numbers(), taken), new Way(tally, taken));
                }
            }
            everyYear &= next.size() <= most;
            now = fewer(next.values(), Way::tally);
        }
        List<long[]> values = now.stream().map(way -> way.tally().values()).toList();
        for (int m = 0; m < low.length; m++) {
            int measure = m;
            low[m] += values.stream().mapToLong(one -> one[measure]).min().orElse(0);
            high[m] += values.stream().mapToLong(one -> one[measure]).max().orElse(0);
        }
        Map<Same, Tally> longer = new LinkedHashMap<>();
        for (Tally before : whole) {
            for (Way way : now) {
                Tally tally = before.copy();
                tally.add(way.tally());
                longer.putIfAbsent(new Same(tally.numbers(), Taken.NOTHING), tally);
            }
        }
        everyRun &= longer.size() <= most;
        whole = fewer(longer.values(), tally -> tally);
    }

    /// All of them, or those that are the least or the most in some measure.
    private <T> List<T> fewer(Collection<T> some, java.util.function.Function<T, Tally> tally) {
        List<T> all = List.copyOf(some);
        if (all.size() <= most) {
            return all;
        }
        List<long[]> values = all.stream().map(one -> tally.apply(one).values()).toList();
        TreeSet<Integer> kept = new TreeSet<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            places.add(i);
        }
        for (Measure measure : Measure.values()) {
            java.util.Comparator<Integer> order =
                    java.util.Comparator.comparingLong(i -> values.get(i)[measure.place()]);
            kept.add(Collections.min(places, order));
            kept.add(Collections.max(places, order));
        }
        return kept.stream().map(all::get).toList();
    }

    /// Ranges that are wider than a point, with what the run came to within them.
    ///
    /// @param row what the run came to, in the order of [Measure]
    Map<Measure, Range> ranges(List<Long> row) {
        Map<Measure, Range> ranges = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            int place = measure.place();
            boolean isSum = !NO_SUMS.contains(measure);
            long least = isSum ? low[place] : whole(place).min().orElse(0);
            long most = isSum ? high[place] : whole(place).max().orElse(0);
            if (least < most) {
                ranges.put(
                        measure,
                        new Range(
                                Math.min(least, row.get(place)),
                                Math.max(most, row.get(place)),
                                everyYear && (isSum || everyRun)));
            }
        }
        return ranges;
    }

    private java.util.stream.LongStream whole(int place) {
        return Arrays.stream(
                whole.stream().mapToLong(tally -> tally.values()[place]).toArray());
    }
}
