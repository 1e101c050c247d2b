package org.muster.alliance.figure;

import java.math.BigDecimal;
import java.util.Objects;
import org.muster.alliance.source.Provenance;

/// How a measure stood somewhere in a year, in the alliance or out of it, by a source that is no release of the
/// alliance's own.
///
/// Nothing but a forecast uses it: to learn how far such a measure moves within so many years, and how much of that is
/// common. No verdict rests on it. It has one version only, so a value may have been revised since its year was over.
///
/// @param series     whose value it is; the code of a member where it is about a member
/// @param measure    the measure, by the name that figures use
/// @param year       the year that it is for
/// @param value      the value, in the unit that the figures of the measure have
/// @param provenance source and status
public record OutsideFigure(String series, String measure, int year, BigDecimal value, Provenance provenance) {
    public OutsideFigure {
        Objects.requireNonNull(series);
        Objects.requireNonNull(measure);
        Objects.requireNonNull(value);
        Objects.requireNonNull(provenance);
    }
}
