package org.muster.share.burden;

import java.util.List;
import java.util.Optional;
import org.muster.statistics.SignedRanks;

/// Whether burden shares and benefit shares differ: Wilcoxon's signed-rank test on pairs of the share of all
/// defence and the mean of the shares of GDP and of people.
///
/// Shares of exposed borders and of terrorism, which the source adds, are not in the figures of a folder.
///
/// Source: T. Sandler, H. Shimizu, *NATO burden sharing 1999-2010: an altered alliance*, Foreign Policy Analysis 10,
/// 2014.
///
/// @param statistic the larger of the two rank sums
/// @param pValue    two-sided, asymptotic
/// @param members   how many pairs
public record Concordance(double statistic, double pValue, int members) {
    /// Tests members; empty where people of one of them, or at least 5 members, are missing.
    public static Optional<Concordance> of(List<Country> countries) {
        if (countries.size() < 5
                || countries.stream().anyMatch(c -> c.population().isEmpty())) {
            return Optional.empty();
        }
        double gdp = countries.stream().mapToDouble(c -> c.gdp().doubleValue()).sum();
        double defence =
                countries.stream().mapToDouble(c -> c.defence().doubleValue()).sum();
        double people = countries.stream().mapToDouble(Concordance::people).sum();
        double[] burden = countries.stream()
                .mapToDouble(c -> c.defence().doubleValue() / defence)
                .toArray();
        double[] benefit = countries.stream()
                .mapToDouble(c -> (c.gdp().doubleValue() / gdp + people(c) / people) / 2)
                .toArray();
        SignedRanks test = SignedRanks.of(burden, benefit);
        return Optional.of(new Concordance(test.statistic(), test.pValue(), countries.size()));
    }

    private static double people(Country country) {
        return country.population().map(p -> p.doubleValue()).orElse(0.0);
    }
}
