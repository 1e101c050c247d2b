package org.muster.pledge.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where members have been heading since the pledge: a step a year that is common to all, a pull towards the target on
/// those that miss it, and what is each member's own.
///
/// A member's figure `x` on the scale without ends moves by `common + pull gap + own` a year, where `gap` is what it is
/// short of the target. Common step and pull are a ridge regression in which each year weighs alike, however many
/// members have a figure, because one year moves all at once; the own step is the mean of what that leaves of a
/// member's changes, drawn towards nothing. With no year since the pledge nothing moves.
///
/// @param common a year's step of all
/// @param pull   share of the gap that is closed in a year
/// @param own    by member: a year's step of its own
record Course(double common, double pull, Map<String, Double> own) {
    /// How the course is drawn towards "nothing changes".
    ///
    /// @param commonYears weight of "no common step", in years; infinite for none
    /// @param pullYears   weight of "no pull", as the regression's penalty; infinite for none
    /// @param ownYears    weight of "no step of its own", in years; infinite for none
    record Weights(double commonYears, double pullYears, double ownYears) {}

    /// Learns from the years after `start` up to `end`, by index.
    static Course of(List<Track> tracks, Aim aim, Weights weights, int start, int end) {
        if (Double.isInfinite(weights.commonYears())) {
            return new Course(0, 0, Map.of());
        }
        boolean pulls = !Double.isInfinite(weights.pullYears());
        double one = weights.commonYears();
        double cross = 0;
        double square = pulls ? weights.pullYears() : 1;
        double change = 0;
        double changeByGap = 0;
        for (int i = start + 1; i <= end; i++) {
            int year = i;
            List<Track> moved = tracks.stream().filter(t -> t.moved(year)).toList();
            for (Track track : moved) {
                double gap = pulls ? aim.gap(track.x()[i - 1]) : 0;
                double step = track.x()[i] - track.x()[i - 1];
                one += 1.0 / moved.size();
                cross += gap / moved.size();
                square += gap * gap / moved.size();
                change += step / moved.size();
                changeByGap += step * gap / moved.size();
            }
        }
        double determinant = one * square - cross * cross;
        double common = (change * square - changeByGap * cross) / determinant;
        double pull = (one * changeByGap - cross * change) / determinant;
        return new Course(common, pull, own(tracks, aim, weights, common, pull, start, end));
    }

    private static Map<String, Double> own(
            List<Track> tracks, Aim aim, Weights weights, double common, double pull, int start, int end) {
        Map<String, Double> own = new LinkedHashMap<>();
        if (Double.isInfinite(weights.ownYears())) {
            return own;
        }
        for (Track track : tracks) {
            double sum = 0;
            int years = 0;
            for (int i = start + 1; i <= end; i++) {
                if (track.moved(i)) {
                    double before = track.x()[i - 1];
                    sum += track.x()[i] - before - common - pull * aim.gap(before);
                    years++;
                }
            }
            own.put(track.member(), sum / (years + weights.ownYears()));
        }
        return own;
    }

    /// Where a member's figure is expected after so many years.
    double after(String member, double x, Aim aim, int years) {
        double own = this.own.getOrDefault(member, 0.0);
        double at = x;
        for (int i = 0; i < years; i++) {
            at += common + pull * aim.gap(at) + own;
        }
        return at;
    }

    /// The target on the scale without ends.
    ///
    /// @param target  where it lies
    /// @param atLeast whether it is a floor, and not a ceiling
    record Aim(double target, boolean atLeast) {
        /// What is missing: above zero below a floor, below zero above a ceiling, nothing where it is met.
        double gap(double x) {
            return atLeast ? Math.max(target - x, 0) : Math.min(target - x, 0);
        }
    }
}
