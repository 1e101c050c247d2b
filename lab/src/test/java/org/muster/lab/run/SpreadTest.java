package org.muster.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Measure;
import org.muster.folder.AllianceFolder;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.solve.SolveOptions;

/// Ranges over coalitions that could settle, against every way of a run walked on its own.
class SpreadTest {
    private static final Alliance POOL =
            AllianceFolder.read(Path.of("../examples/wildfire-pool")).alliance().orElseThrow();
    private static final Plan ANY = Planner.plan(
            POOL,
            POOL.mission("HEAT").orElseThrow(),
            new PlanOptions(SolveOptions.defaults().silentlyOn(1), Optional.empty()));
    private static final boolean[] ALLIES = {true, true, false, true};

    /// What may come of a mission hangs on what was drawn before it.
    private static final class Drawn implements Spread.Ways {
        private final SplittableRandom random;
        private final int most;
        private final Map<String, List<Outcome>> known = new HashMap<>();

        Drawn(SplittableRandom random, int most) {
            this.random = random;
            this.most = most;
        }

        @Override
        public List<Outcome> of(Future.Occurrence one, Taken taken) {
            return known.computeIfAbsent(
                    one + " " + taken.before(one),
                    k -> IntStream.rangeClosed(0, random.nextInt(most))
                            .mapToObj(i -> outcome())
                            .toList());
        }

        @Override
        public double benefit(Future.Occurrence one) {
            return 1;
        }

        private Outcome outcome() {
            boolean runs = random.nextInt(4) > 0;
            List<Long> pays = ints(runs ? 100 : 1);
            Settlement settlement = new Settlement(
                    Ability.NOBODY,
                    ANY,
                    runs,
                    random.nextInt(3),
                    pays.stream().mapToLong(Long::longValue).sum(),
                    pays,
                    pays.stream().map(one -> random.nextBoolean()).toList(),
                    ints(runs ? 80 : 1),
                    ints(runs ? 30 : 1),
                    runs ? Map.of("hours", 1 + random.nextLong(2)) : Map.of(),
                    runs ? Map.of("hours", random.nextLong(9)) : Map.of(),
                    runs && random.nextBoolean() ? Map.of("ships", 1L) : Map.of(),
                    random.nextInt(3));
            return new Outcome(
                    1,
                    settlement,
                    runs ? 1 : 0,
                    random.nextInt(3),
                    random.nextInt(2),
                    List.of(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        private List<Long> ints(int below) {
            return IntStream.range(0, ALLIES.length)
                    .mapToObj(i -> random.nextLong(below))
                    .toList();
        }
    }

    private static List<List<Future.Occurrence>> years(SplittableRandom random) {
        List<List<Future.Occurrence>> years = new ArrayList<>();
        for (int year = 0; year < 3; year++) {
            List<Future.Occurrence> coming = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(2); i++) {
                coming.add(new Future.Occurrence(2027 + year, 100 * i, "M" + i, 60 + random.nextLong(90)));
            }
            years.add(coming);
        }
        return years;
    }

    /// Every way of the run, one after the other.
    private static void walk(
            List<List<Future.Occurrence>> years,
            int year,
            int at,
            Taken taken,
            Tally tally,
            Drawn ways,
            List<long[]> ends) {
        if (year == years.size()) {
            ends.add(tally.values());
        } else if (at == years.get(year).size()) {
            walk(years, year + 1, 0, Taken.NOTHING, tally, ways, ends);
        } else {
            Future.Occurrence one = years.get(year).get(at);
            for (Outcome outcome : ways.of(one, taken)) {
                Tally longer = tally.copy();
                longer.mission(1, outcome, 1);
                Taken more = outcome.chance() > 0 ? taken.and(one, outcome.settlement()) : taken;
                walk(years, year, at + 1, more, longer, ways, ends);
            }
        }
    }

    private static Spread spread(List<List<Future.Occurrence>> years, Drawn ways, int most) {
        Spread spread = new Spread(new Tally(ALLIES), most);
        years.forEach(coming -> spread.year(new Tally(ALLIES), coming, ways));
        return spread;
    }

    @Test
    void rangesAreThoseOfEveryWayOfTheRun() {
        SplittableRandom random = new SplittableRandom(17);
        int wide = 0;
        for (int trial = 0; trial < 60; trial++) {
            List<List<Future.Occurrence>> years = years(random);
            Drawn ways = new Drawn(random, 3);
            List<long[]> ends = new ArrayList<>();
            walk(years, 0, 0, Taken.NOTHING, new Tally(ALLIES), ways, ends);
            List<Long> row = IntStream.range(0, Measure.values().length)
                    .mapToObj(m -> ends.getFirst()[m])
                    .toList();
            Map<Measure, Range> all = spread(years, ways, Integer.MAX_VALUE).ranges(row);
            Map<Measure, Range> some = spread(years, ways, 3).ranges(row);
            for (Measure measure : Measure.values()) {
                int m = measure.place();
                long low = ends.stream().mapToLong(end -> end[m]).min().orElseThrow();
                long high = ends.stream().mapToLong(end -> end[m]).max().orElseThrow();
                Optional<Range> expected = low == high ? Optional.empty() : Optional.of(new Range(low, high, true));
                assertThat(Optional.ofNullable(all.get(measure)))
                        .as("%s, trial %d", measure, trial)
                        .isEqualTo(expected);
                // with fewer ways it is within, and says so unless it is the same
                Optional.ofNullable(some.get(measure)).ifPresent(part -> {
                    assertThat(part.low()).isGreaterThanOrEqualTo(low);
                    assertThat(part.high()).isLessThanOrEqualTo(high);
                    if (part.all()) {
                        assertThat(part).isEqualTo(expected.orElseThrow());
                    }
                });
                wide += low == high ? 0 : 1;
            }
        }
        assertThat(wide).isGreaterThan(500);
    }

    @Test
    void aRowReadsItsRangesAgain() {
        Map<Measure, Range> ranges =
                Map.of(Measure.WORST_NET, new Range(-70, -5, false), Measure.FAILED, new Range(0, 1_000_000_000, true));
        String text = Row.Replied.rangesText(new Row.Replied(Map.of(), Map.of(), Map.of(), ranges).ranges());
        assertThat(text).isEqualTo("failed=0..1000000000;worst-net=-70..-5+");
        assertThat(Row.Replied.parsedRanges(text)).isEqualTo(ranges);
        assertThat(Row.Replied.parsedRanges("")).isEmpty();
    }
}
