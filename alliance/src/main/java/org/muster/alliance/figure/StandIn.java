package org.muster.alliance.figure;

import java.time.LocalDate;
import java.util.Objects;
import org.muster.alliance.source.Provenance;

/// A later release that stands in for one whose figures are not at hand.
///
/// Figures of `vintage` for years up to `upTo` are taken as if they had been known from `knownFrom` on. That is an
/// assumption: the figures may have been revised since. So nothing but a forecast that says so may use them.
///
/// @param vintage    the release that stands in, by its id
/// @param measure    the measure that it stands in for
/// @param knownFrom  the first day of the release that is missing
/// @param upTo       the last year that the missing release can have held
/// @param provenance why this one, and for what
public record StandIn(String vintage, String measure, LocalDate knownFrom, int upTo, Provenance provenance) {
    public StandIn {
        Objects.requireNonNull(vintage);
        Objects.requireNonNull(measure);
        Objects.requireNonNull(knownFrom);
        Objects.requireNonNull(provenance);
    }
}
