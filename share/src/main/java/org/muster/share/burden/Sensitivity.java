package org.muster.share.burden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.input.Refusal;
import org.muster.statistics.RankCorrelation;

/// The rank test of exploitation with what it depends on.
///
/// Source: M. Olson, R. Zeckhauser, *An economic theory of alliances*, Review of Economics and Statistics 48, 1966
/// (income against defence in percent of it).
///
/// @param all            GDP against defence in percent of GDP, all members
/// @param largest        the member with the largest GDP
/// @param withoutLargest the same without it; empty where fewer than 3 are left
/// @param lower          lower bound of rho over resamples of the members
/// @param upper          upper bound
/// @param confidence     of the interval
/// @param seed           of the resamples
public record Sensitivity(
        RankCorrelation all,
        String largest,
        Optional<RankCorrelation> withoutLargest,
        double lower,
        double upper,
        double confidence,
        long seed) {
    private static final double CONFIDENCE = 0.9;
    private static final int RESAMPLES = 2000;

    /// Tests members of one year and release, at least 3.
    public static Sensitivity of(List<Country> countries, long seed) {
        String largest = countries.stream()
                .max(Comparator.comparing(Country::gdp))
                .map(Country::member)
                .orElseThrow(() -> new Refusal("there is no member to test"));
        List<Country> others = new ArrayList<>(countries);
        others.removeIf(country -> country.member().equals(largest));
        double[] interval = RankCorrelation.interval(gdp(countries), burden(countries), CONFIDENCE, RESAMPLES, seed);
        return new Sensitivity(
                RankCorrelation.of(gdp(countries), burden(countries)),
                largest,
                others.size() < RankCorrelation.FEWEST
                        ? Optional.empty()
                        : Optional.of(RankCorrelation.of(gdp(others), burden(others))),
                interval[0],
                interval[1],
                CONFIDENCE,
                seed);
    }

    static double[] gdp(List<Country> countries) {
        return countries.stream().mapToDouble(c -> c.gdp().doubleValue()).toArray();
    }

    static double[] burden(List<Country> countries) {
        return countries.stream()
                .mapToDouble(c -> c.burdenPercent().doubleValue())
                .toArray();
    }

    /// Whether the sign of rho changes without the largest member or inside the interval.
    public boolean signIsOpen() {
        return (lower < 0 && upper > 0)
                || withoutLargest.filter(w -> w.rho() * all.rho() < 0).isPresent();
    }
}
