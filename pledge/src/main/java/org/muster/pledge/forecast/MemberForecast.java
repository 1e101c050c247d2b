package org.muster.pledge.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What may come of one member's pledge.
///
/// @param member   code of the member
/// @param lastYear the last year with a figure
/// @param last     that figure, in the measure's unit
/// @param standsIn whether that figure is one of a release that stands in for a missing one
/// @param fan      an outlook for each year after it
/// @param metIn    by year: the probability that the target is met in that year; in the year in which the pledge is
///                 due this is the chance that it is kept
/// @param everReachedBy by year: the probability that it has been met in some year from the start of the pledge up
/// to that one
/// @param crossing the first year in which it is met
public record MemberForecast(
        String member,
        int lastYear,
        double last,
        boolean standsIn,
        List<Outlook> fan,
        Map<Integer, Double> metIn,
        Map<Integer, Double> everReachedBy,
        Crossing crossing) {
    public MemberForecast {
        fan = List.copyOf(fan);
        metIn = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(metIn));
        everReachedBy = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(everReachedBy));
    }

    /// The first year in which the target is met; each empty where it lies beyond the last year looked at.
    ///
    /// @param low    with a probability of ten percent it comes as early
    /// @param median with a probability of fifty percent
    /// @param high   with a probability of ninety percent
    public record Crossing(Optional<Integer> low, Optional<Integer> median, Optional<Integer> high) {}

    /// The outlook for a year, where it lies ahead.
    public Optional<Outlook> outlook(int year) {
        return fan.stream().filter(outlook -> outlook.year() == year).findFirst();
    }
}
