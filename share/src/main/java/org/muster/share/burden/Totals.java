package org.muster.share.burden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalInt;

/// What members do together.
///
/// @param members            how many have a figure of their defence
/// @param atTarget           with defence at the target or above, on percentages of two decimals as published: as
///                           pledges are counted
/// @param atEquipment        with equipment at 20 percent of defence or above; empty where the release has no figure of
/// it
/// @param atBoth             with both; empty likewise
/// @param percent            defence of all in percent of the GDP of all, five decimals
/// @param percentWithout     the same without the member of the largest GDP
/// @param shortfall          what those below the target lack together, in millions
public record Totals(
        int members,
        int atTarget,
        OptionalInt atEquipment,
        OptionalInt atBoth,
        BigDecimal percent,
        BigDecimal percentWithout,
        BigDecimal shortfall) {
    private static final BigDecimal EQUIPMENT = BigDecimal.valueOf(20);

    /// Adds members up.
    ///
    /// @param countries members of which the GDP is known too
    /// @param burdens   defence in percent of GDP of every member with a figure of it
    /// @param largest   the member that `percentWithout` leaves out
    public static Totals of(
            List<Country> countries, List<BigDecimal> burdens, String largest, BigDecimal targetPercent) {
        int atTarget =
                (int) burdens.stream().filter(b -> meets(b, targetPercent)).count();
        boolean hasEquipment =
                countries.stream().anyMatch(c -> c.equipmentPercent().isPresent());
        int atEquipment = 0;
        int both = 0;
        BigDecimal shortfall = BigDecimal.ZERO;
        for (Country country : countries) {
            boolean equips = country.equipmentPercent()
                    .filter(e -> e.compareTo(EQUIPMENT) >= 0)
                    .isPresent();
            atEquipment += equips ? 1 : 0;
            both += equips && meets(country.burdenPercent(), targetPercent) ? 1 : 0;
            shortfall = shortfall.add(country.shortfall(targetPercent));
        }
        List<Country> others =
                countries.stream().filter(c -> !c.member().equals(largest)).toList();
        return new Totals(
                burdens.size(),
                atTarget,
                hasEquipment ? OptionalInt.of(atEquipment) : OptionalInt.empty(),
                hasEquipment ? OptionalInt.of(both) : OptionalInt.empty(),
                percent(countries),
                percent(others),
                shortfall);
    }

    private static boolean meets(BigDecimal percent, BigDecimal target) {
        return percent.setScale(2, RoundingMode.HALF_UP).compareTo(target) >= 0;
    }

    private static BigDecimal percent(List<Country> countries) {
        BigDecimal gdp = countries.stream().map(Country::gdp).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal defence = countries.stream().map(Country::defence).reduce(BigDecimal.ZERO, BigDecimal::add);
        return gdp.signum() == 0
                ? BigDecimal.ZERO
                : defence.movePointRight(2).divide(gdp, MathContext.DECIMAL128).setScale(5, RoundingMode.HALF_EVEN);
    }
}
