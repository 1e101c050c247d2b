package org.muster.pledge.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muster.alliance.figure.OutsideFigure;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;

/// What all forecasts of a day share: where members are heading, and how far figures stray from that.
///
/// The middle of a forecast is the last figure, moved on by the [Course] since the pledge. Its width is that of changes
/// over as many years elsewhere ([Widths]), times one factor that makes the central 80 percent hold 80 percent of what
/// past origins would have forecast and what has come since (calibration on past forecasts, as in conformal
/// prediction: V. Vovk, A. Gammerman, G. Shafer, *Algorithmic Learning in a Random World*, 2005; here pooled over years
/// ahead, which err together, and drawn towards one). Nothing is used that was not known on the day.
final class Movement {
    /// The share of outcomes that a calibrated interval holds.
    private static final double HELD = 0.8;

    private final List<Track> tracks;
    private final Course course;
    private final Course.Aim aim;
    private final Widths widths;
    private final double factor;
    private final Bounds bounds;

    private Movement(List<Track> tracks, Course course, Course.Aim aim, Widths widths, double factor, Bounds bounds) {
        this.tracks = tracks;
        this.course = course;
        this.aim = aim;
        this.widths = widths;
        this.factor = factor;
        this.bounds = bounds;
    }

    /// Learns from what was known on a day.
    ///
    /// @param firstYear the first year looked at
    /// @param lastYear  the last year that a forecast is wanted for
    static Movement of(Pledge pledge, Knowledge knowledge, Form form, int firstYear, int lastYear) {
        Bounds bounds = bounds(pledge, knowledge);
        List<Track> tracks = new ArrayList<>();
        for (Pledge.Party party : pledge.partiesOn(knowledge.day())) {
            tracks.add(Track.of(
                    pledge, party, knowledge.forForecasts(), bounds, firstYear, Math.max(lastYear, firstYear)));
        }
        int years = Math.max(lastYear, firstYear) - firstYear + 1;
        Map<String, Map<Integer, Double>> outside = outside(pledge, knowledge, bounds);
        Widths widths = outside.isEmpty()
                ? Widths.own(tracks, years)
                : Widths.outside(outside, members(pledge), years, tails(bounds));
        double target = bounds.free(pledge.target().doubleValue(), 0.5 * Math.pow(10, -pledge.decimals()));
        Course.Aim aim = new Course.Aim(target, pledge.comparison() == Pledge.Comparison.AT_LEAST);
        int start = Math.max(knowledge.firstPledged(pledge) - 1 - firstYear, 0);
        return learned(tracks, aim, widths, bounds, form, start, pledge.dueYear() - pledge.startYear());
    }

    /// Learns from tracks.
    ///
    /// @param start index of the year before the first one in which the pledge moves members
    /// @param span  years in which the pledge is to be reached
    static Movement learned(
            List<Track> tracks, Course.Aim aim, Widths widths, Bounds bounds, Form form, int start, int span) {
        Course.Weights weights = form.weights(span);
        int end = tracks.stream().mapToInt(Track::last).max().orElse(-1);
        Course course = Course.of(tracks, aim, weights, start, end);
        double factor = 1;
        if (!Double.isInfinite(form.calibrationYears()) && end > start) {
            List<Double> misses = new ArrayList<>();
            for (int origin = start; origin < end; origin++) {
                addMisses(misses, tracks, aim, widths, Course.of(tracks, aim, weights, start, origin), origin, end);
            }
            if (!misses.isEmpty()) {
                double held = Widths.quantile(
                        misses.stream().mapToDouble(z -> z).sorted().toArray(), HELD);
                double wanted = tails(bounds).quantile((1 + HELD) / 2);
                double years = (double) end - start;
                double weight = years / (years + form.calibrationYears());
                factor = StrictMath.exp(weight * StrictMath.log(Math.max(held, wanted / 10) / wanted));
            }
        }
        return new Movement(tracks, course, aim, widths, factor, bounds);
    }

    /// How many scales a forecast from a past year, by the course known then, would have been off by each later year.
    private static void addMisses(
            List<Double> misses, List<Track> tracks, Course.Aim aim, Widths widths, Course then, int origin, int end) {
        for (Track track : tracks) {
            if (!track.has(origin) || origin < track.counted()) {
                continue;
            }
            for (int i = origin + 1; i <= end; i++) {
                if (track.has(i)) {
                    double expected = then.after(track.member(), track.x()[origin], aim, i - origin);
                    misses.add(Math.abs(track.x()[i] - expected) / widths.of(i - origin));
                }
            }
        }
    }

    /// A percentage stays one, as long as nobody's known figure shows that the measure can be more.
    private static Bounds bounds(Pledge pledge, Knowledge knowledge) {
        boolean part = pledge.unit().equals("percent")
                && pledge.target().doubleValue() < 100
                && knowledge.forForecasts().all().stream()
                        .filter(figure -> figure.measure().equals(pledge.measure()))
                        .allMatch(figure -> figure.value().doubleValue() < 100);
        return part ? Bounds.PERCENT : Bounds.ABOVE_ZERO;
    }

    /// Heavy tails of a logarithm have no mean, so they are for what has an upper end.
    private static Tails tails(Bounds bounds) {
        return bounds == Bounds.PERCENT ? Tails.HEAVY : Tails.NORMAL;
    }

    private static Map<String, Map<Integer, Double>> outside(Pledge pledge, Knowledge knowledge, Bounds bounds) {
        Map<String, Map<Integer, Double>> bySeries = new TreeMap<>();
        for (OutsideFigure one : knowledge.outside(pledge.measure())) {
            double value = one.value().doubleValue();
            if (value > 0 && (bounds != Bounds.PERCENT || value < 100)) {
                bySeries.computeIfAbsent(one.series(), none -> new TreeMap<>()).put(one.year(), bounds.free(value));
            }
        }
        return bySeries;
    }

    private static java.util.Set<String> members(Pledge pledge) {
        return pledge.who().stream().map(Pledge.Party::member).collect(java.util.stream.Collectors.toSet());
    }

    List<Track> tracks() {
        return tracks;
    }

    /// Outlooks for the years after a member's last figure, to the end of its track.
    List<Outlook> outlooks(Track track) {
        int last = track.last();
        List<Outlook> outlooks = new ArrayList<>();
        for (int i = last + 1; i < track.x().length; i++) {
            int ahead = i - last;
            outlooks.add(new Outlook(
                    track.firstYear() + i,
                    course.after(track.member(), track.x()[last], aim, ahead),
                    factor * widths.of(ahead),
                    tails(bounds),
                    bounds));
        }
        return outlooks;
    }

    /// What was learned.
    Learned summary() {
        int far = Math.min(10, widths.byAhead().length);
        return new Learned(course.common(), course.pull(), factor, widths.of(1), widths.shared()[far - 1]);
    }

    /// Correlation of members' figures so many years ahead.
    double shared(int ahead) {
        return widths.shared()[ahead - 1];
    }
}
