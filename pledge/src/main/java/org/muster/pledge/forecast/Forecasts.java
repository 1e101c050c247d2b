package org.muster.pledge.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;

/// Forecasts of a pledge for all who had made it, from what was known on a day.
///
/// @param learned  what they rest on
/// @param count    how many meet the target in the year in which it is due; empty where that is over for all
/// @param lastYear the last year looked at
/// @param standIns what stood in for missing releases
/// @param members  by code, in the pledge's order; members without a figure have none
public record Forecasts(
        Learned learned,
        Optional<Count> count,
        int lastYear,
        List<StandIn> standIns,
        Map<String, MemberForecast> members) {
    /// How many years before the date of knowledge are used.
    static final int YEARS_BACK = 15;

    public Forecasts {
        standIns = List.copyOf(standIns);
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// What to compute.
    ///
    /// @param lastYear the last year of interest; the year in which the pledge is due is always covered
    /// @param paths    how many paths are drawn a member, at least 1
    /// @param seed     of all draws; each member has a stream of its own
    public record Settings(int lastYear, int paths, long seed) {
        /// As many paths as the commands draw where nothing else is asked for.
        public static final int USUAL_PATHS = 10_000;

        public Settings {
            if (paths < 1 || paths > 1_000_000) {
                throw new IllegalArgumentException("paths are from 1 to 1,000,000");
            }
        }
    }

    /// Forecasts every member.
    ///
    /// Time: outside changes are sorted once for every year ahead; then members x paths x years draws, on all
    /// processors. The same figures, day and seed give the same numbers, whatever the number of processors.
    public static Forecasts of(Pledge pledge, Knowledge knowledge, Settings settings) {
        int lastYear = Math.max(settings.lastYear(), pledge.dueYear());
        Movement movement = Movement.of(pledge, knowledge, Form.CHOSEN, firstYear(knowledge), lastYear);
        Forecaster forecaster = new Forecaster(pledge, knowledge, movement, settings);
        List<Track> tracks = movement.tracks();
        List<Optional<MemberForecast>> forecasts = IntStream.range(0, tracks.size())
                .parallel()
                .mapToObj(i -> forecaster.forecast(tracks.get(i), i))
                .toList();
        Map<String, MemberForecast> members = new LinkedHashMap<>();
        forecasts.forEach(one -> one.ifPresent(forecast -> members.put(forecast.member(), forecast)));
        return new Forecasts(
                movement.summary(), count(pledge, members, movement), lastYear, knowledge.standIns(), members);
    }

    /// How many meet the target in the year in which it is due, where that lies ahead for anybody.
    private static Optional<Count> count(Pledge pledge, Map<String, MemberForecast> members, Movement movement) {
        int due = pledge.dueYear();
        List<Double> chances = members.values().stream()
                .filter(one -> one.outlook(due).isPresent())
                .map(one -> one.metIn().getOrDefault(due, 0.0))
                .toList();
        int ahead = members.values().stream()
                .mapToInt(one -> due - one.lastYear())
                .max()
                .orElse(0);
        return chances.isEmpty() ? Optional.empty() : Optional.of(Count.of(due, chances, movement.shared(ahead)));
    }

    static int firstYear(Knowledge knowledge) {
        return knowledge.day().getYear() - YEARS_BACK;
    }

    static List<Series> series(Pledge pledge, Knowledge knowledge, int lastYear) {
        int firstYear = firstYear(knowledge);
        List<Series> series = new ArrayList<>();
        for (Pledge.Party party : pledge.partiesOn(knowledge.day())) {
            series.add(Series.of(pledge, party.member(), knowledge, firstYear, Math.max(lastYear, firstYear)));
        }
        return series;
    }

    /// Forecasts one member after another from what all share.
    private record Forecaster(Pledge pledge, Knowledge knowledge, Movement movement, Settings settings) {
        Optional<MemberForecast> forecast(Track track, int stream) {
            if (track.last() < 0) {
                return Optional.empty();
            }
            Goal goal = Goal.of(pledge);
            int lastKnown = track.firstYear() + track.last();
            Figure figure = knowledge
                    .forForecasts()
                    .latest(track.member(), pledge.measure(), lastKnown)
                    .orElseThrow();
            List<Outlook> fan = movement.outlooks(track);
            Map<Integer, Double> metIn = new TreeMap<>(known(track.member(), lastKnown));
            fan.forEach(outlook -> metIn.put(outlook.year(), goal.chance(outlook)));
            Optional<Integer> alreadyIn = metIn.entrySet().stream()
                    .filter(year -> year.getKey() <= lastKnown && year.getValue() == 1)
                    .map(Map.Entry::getKey)
                    .findFirst();
            int[] reached = alreadyIn.isPresent()
                    ? new int[fan.size()]
                    : Paths.firstReached(
                            fan, goal.threshold(), goal.atLeast(), settings.paths(), mixed(settings.seed(), stream));
            return Optional.of(new MemberForecast(
                    track.member(),
                    lastKnown,
                    figure.value().doubleValue(),
                    knowledge
                            .published()
                            .history(track.member(), pledge.measure(), lastKnown)
                            .isEmpty(),
                    fan,
                    metIn,
                    everReachedBy(lastKnown, metIn, alreadyIn, reached),
                    crossing(lastKnown, alreadyIn, reached)));
        }

        /// Whether it was met in the years since the start, and in the last one: one or zero, where a figure is known.
        private Map<Integer, Double> known(String member, int lastKnown) {
            Map<Integer, Double> known = new TreeMap<>();
            for (int year = Math.min(pledge.startYear(), lastKnown); year <= lastKnown; year++) {
                Optional<Figure> figure = knowledge.forForecasts().latest(member, pledge.measure(), year);
                if (figure.isPresent()) {
                    known.put(year, pledge.isMetBy(figure.get().value()) ? 1.0 : 0.0);
                }
            }
            return known;
        }

        private Map<Integer, Double> everReachedBy(
                int lastKnown, Map<Integer, Double> metIn, Optional<Integer> already, int[] reached) {
            Map<Integer, Double> everReachedBy = new TreeMap<>();
            metIn.forEach((year, met) -> {
                if (year <= lastKnown) {
                    everReachedBy.put(year, already.isPresent() && already.get() <= year ? 1.0 : 0.0);
                }
            });
            long sum = 0;
            for (int y = 0; y < reached.length; y++) {
                sum += reached[y];
                everReachedBy.put(lastKnown + 1 + y, already.isPresent() ? 1.0 : (double) sum / settings.paths());
            }
            return everReachedBy;
        }

        private MemberForecast.Crossing crossing(int lastKnown, Optional<Integer> already, int[] reached) {
            return new MemberForecast.Crossing(
                    already.or(() -> quantile(lastKnown, reached, 0.1)),
                    already.or(() -> quantile(lastKnown, reached, 0.5)),
                    already.or(() -> quantile(lastKnown, reached, 0.9)));
        }

        private Optional<Integer> quantile(int lastKnown, int[] reached, double probability) {
            long sum = 0;
            for (int y = 0; y < reached.length; y++) {
                sum += reached[y];
                if (sum >= probability * settings.paths()) {
                    return Optional.of(lastKnown + 1 + y);
                }
            }
            return Optional.empty();
        }
    }

    /// A seed of its own for every stream (the finalizer of SplitMix64).
    static long mixed(long seed, long stream) {
        long z = seed + 0x9e3779b97f4a7c15L * (stream + 1);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
