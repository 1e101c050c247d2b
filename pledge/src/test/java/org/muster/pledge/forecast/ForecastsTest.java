package org.muster.pledge.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.Wales;
import org.muster.pledge.World;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.standing.Standing;
import org.muster.pledge.standing.Standings;

class ForecastsTest {
    private static final Pledge TWO = Wales.pledge("wales-2014-2pct");

    private static Forecasts at(String day) {
        return Forecasts.of(TWO, Wales.knownAt(day), new Forecasts.Settings(2030, 2_000, 1));
    }

    @Test
    void atTheSummitEveryMemberWithForcesHasAForecastFromStandIns() {
        Forecasts forecasts = at("2014-09-05");

        assertThat(forecasts.members()).hasSize(27).doesNotContainKey("ISL");
        assertThat(forecasts.standIns()).extracting(s -> s.vintage()).containsOnly("NATO-2019-06");
        assertThat(forecasts.members().values())
                .allMatch(forecast -> forecast.standsIn() && forecast.lastYear() == 2013);
    }

    @Test
    void probabilitiesOfHavingMetRiseAndThoseWhoHaveMetStayAtOne() {
        for (MemberForecast forecast : at("2019-07-01").members().values()) {
            double before = 0;
            for (double probability : forecast.everReachedBy().values()) {
                assertThat(probability).as(forecast.member()).isBetween(before, 1.0);
                before = probability;
            }
        }
        assertThat(at("2019-07-01").members().get("USA").everReachedBy().values())
                .containsOnly(1.0);
    }

    @Test
    void quantilesOfTheFanLieInOrder() {
        for (MemberForecast forecast : at("2024-06-30").members().values()) {
            for (Outlook outlook : forecast.fan()) {
                assertThat(outlook.quantile(0.1)).isLessThan(outlook.quantile(0.5));
                assertThat(outlook.quantile(0.5)).isLessThan(outlook.quantile(0.9));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameForecasts() {
        assertThat(at("2019-07-01")).isEqualTo(at("2019-07-01"));
    }

    @Test
    void aPledgeThatIsNoShareOfABaseIsForecastToo() {
        Forecasts equipment = Forecasts.of(
                Wales.pledge("wales-2014-equipment"),
                Wales.knownAt("2019-07-01"),
                new Forecasts.Settings(2024, 500, 1));

        assertThat(equipment.members()).hasSize(28);
        // Nothing is known from outside of it: a random walk as wide as the members' own changes.
        assertThat(equipment.learned().shared()).isZero();
    }

    /// Other prices, the same shares, verdicts and forecasts; missing money scales with them.
    @Test
    void scalingAllPricesChangesNoShare() {
        Set<String> money = Set.of("defence_expenditure", "defence_expenditure_real", "gdp_real", "gdp", "gni");
        BigDecimal factor = new BigDecimal("7.5");
        List<Figure> scaled = Wales.ALLIANCE.figures().stream()
                .map(f -> money.contains(f.measure())
                        ? new Figure(
                                f.member(),
                                f.measure(),
                                f.year(),
                                f.value().multiply(factor),
                                f.unit(),
                                f.vintage(),
                                f.provenance())
                        : f)
                .toList();
        Alliance dearer = World.replaced(Wales.ALLIANCE, Wales.ALLIANCE.vintages(), scaled, Wales.ALLIANCE.ledger());
        Knowledge before = Wales.knownAt("2019-12-31");
        Knowledge after = Knowledge.at(dearer, before.day(), Knowledge.Replacement.STAND_INS);

        assertThat(Forecasts.of(TWO, after, new Forecasts.Settings(2024, 500, 1)))
                .isEqualTo(Forecasts.of(TWO, before, new Forecasts.Settings(2024, 500, 1)));
        List<Standing> cheap = Standings.of(TWO, 2017, before).members();
        List<Standing> dear = Standings.of(TWO, 2017, after).members();
        for (int i = 0; i < cheap.size(); i++) {
            assertThat(dear.get(i).verdicts()).isEqualTo(cheap.get(i).verdicts());
            assertThat(dear.get(i).met()).isEqualTo(cheap.get(i).met());
            if (cheap.get(i).missing().isPresent()) {
                double was = cheap.get(i).missing().get().amount().doubleValue();
                assertThat(dear.get(i).missing().orElseThrow().amount().doubleValue())
                        .isBetween(7.5 * (was - 1), 7.5 * (was + 1));
            }
        }
    }
}
