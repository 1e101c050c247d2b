package org.muster.share.burden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// What members do together.
///
/// @param members            how many
/// @param atTarget           with defence at the target or above, on unrounded percentages
/// @param atEquipment        with equipment at 20 percent of defence or above
/// @param atBoth             with both
/// @param percent            defence of all in percent of the GDP of all, five decimals
/// @param percentWithout     the same without the member of the largest GDP
/// @param shortfall          what those below the target lack together, in millions
public record Totals(
        int members,
        int atTarget,
        int atEquipment,
        int atBoth,
        BigDecimal percent,
        BigDecimal percentWithout,
        BigDecimal shortfall) {
    private static final BigDecimal EQUIPMENT = BigDecimal.valueOf(20);

    /// Adds members up.
    ///
    /// @param largest the member that `percentWithout` leaves out
    public static Totals of(List<Country> countries, String largest, BigDecimal targetPercent) {
        int atTarget = 0;
        int atEquipment = 0;
        int both = 0;
        BigDecimal shortfall = BigDecimal.ZERO;
        for (Country country : countries) {
            boolean meets = country.burdenPercent().compareTo(targetPercent) >= 0;
            boolean equips = country.equipmentPercent()
                    .filter(e -> e.compareTo(EQUIPMENT) >= 0)
                    .isPresent();
            atTarget += meets ? 1 : 0;
            atEquipment += equips ? 1 : 0;
            both += meets && equips ? 1 : 0;
            shortfall = shortfall.add(country.shortfall(targetPercent));
        }
        List<Country> others =
                countries.stream().filter(c -> !c.member().equals(largest)).toList();
        return new Totals(
                countries.size(), atTarget, atEquipment, both, percent(countries), percent(others), shortfall);
    }

    private static BigDecimal percent(List<Country> countries) {
        BigDecimal gdp = countries.stream().map(Country::gdp).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal defence = countries.stream().map(Country::defence).reduce(BigDecimal.ZERO, BigDecimal::add);
        return gdp.signum() == 0
                ? BigDecimal.ZERO
                : defence.movePointRight(2).divide(gdp, MathContext.DECIMAL128).setScale(5, RoundingMode.HALF_EVEN);
    }
}
