package org.muster.pledge.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.alliance.figure.Figure;
import org.muster.pledge.Wales;
import org.muster.pledge.known.Knowledge;
import org.muster.statistics.RankCorrelation;

class SizeAndShareTest {
    private static final double FIVE_DIGITS = 0.5e-5;

    /// Release PR/CP(2019)069, 28 allies without Iceland; those of 2014 with Montenegro, as the release has it.
    @ParameterizedTest
    @CsvSource({"2014, 0.22770, 0.244, 0.16931", "2017, 0.13738, 0.486, 0.08466", "2019, 0.03120, 0.875, 0.00529"})
    void sizeAndShareOf28Allies_domainT15(int year, double rho, double p, double tau) {
        RankCorrelation ranks = RankCorrelation.of(column("gdp_real", year), column("defence_share_of_gdp", year));

        assertThat(ranks.count()).isEqualTo(28);
        assertThat(ranks.rho()).isCloseTo(rho, within(FIVE_DIGITS));
        assertThat(ranks.pValue()).isCloseTo(p, within(0.0005));
        assertThat(ranks.kendall()).isCloseTo(tau, within(FIVE_DIGITS));
    }

    private static double[] column(String measure, int year) {
        return Wales.ALLIANCE.figures().stream()
                .filter(f -> f.vintage().equals("NATO-2019-06") && f.measure().equals(measure) && f.year() == year)
                .filter(f -> !f.member().equals("ISL")) // has a GDP and no forces
                .sorted(java.util.Comparator.comparing(Figure::member))
                .mapToDouble(f -> f.value().doubleValue())
                .toArray();
    }

    /// What all spend together, and Europe with Canada.
    @ParameterizedTest
    @CsvSource({"2017, 1.48227, 2.40313", "2019, 1.55650, 2.50935"})
    void sharesTogether_domainT15(int year, double europeAndCanada, double all) {
        var pledge = Wales.pledge("wales-2014-2pct");
        Knowledge knowledge = Wales.knownAt("2019-12-31");
        SizeAndShare found = SizeAndShare.of(pledge, Standings.of(pledge, year, knowledge), knowledge)
                .orElseThrow();

        assertThat(found.together()).isCloseTo(all, within(FIVE_DIGITS * 4));
        assertThat(found.withoutLargest()).isCloseTo(europeAndCanada, within(FIVE_DIGITS * 4));
        assertThat(found.ranks().count()).isEqualTo(28);
    }
}
