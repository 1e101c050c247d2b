package org.muster.alliance.figure;

import java.math.BigDecimal;
import java.util.Objects;
import org.muster.alliance.source.Provenance;

/// A number about a member.
///
/// @param member     the member's code
/// @param measure    what is measured, for example `gdp`, `gni`, `population`, `defence_share_of_gdp`
/// @param year       the year that the number is for
/// @param value      the number; never rounded on the way in
/// @param unit       its unit, for example `USD` or `percent`
/// @param vintage    the release in which it was published, by the id of a [Vintage]
/// @param provenance source and status
public record Figure(
        String member, String measure, int year, BigDecimal value, String unit, String vintage, Provenance provenance) {
    public Figure {
        Objects.requireNonNull(member);
        Objects.requireNonNull(measure);
        Objects.requireNonNull(value);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(vintage);
        Objects.requireNonNull(provenance);
    }
}
