package org.muster.pledge.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.Wales;
import org.muster.pledge.World;
import org.muster.pledge.standing.Revisions;

class KnowledgeTest {
    private static final List<String> DAYS =
            List.of("2014-09-05", "2015-12-31", "2016-07-01", "2019-05-31", "2019-06-01", "2024-06-30", "2025-07-31");

    /// Every door through which a reader could look ahead, tried on every day of interest.
    @Test
    void noDoorOfAReaderOpensPastItsDay() {
        for (String day : DAYS) {
            LocalDate limit = LocalDate.parse(day);
            Figures figures = Wales.knownAt(day).published();
            assertThat(figures.knownAt()).isEqualTo(limit);
            for (Figure figure : figures.all()) {
                assertNotLater(figures.vintageOf(figure), limit);
            }
            for (Figure figure : Wales.ALLIANCE.figures()) {
                figures.history(figure.member(), figure.measure(), figure.year())
                        .forEach(f -> assertNotLater(figures.vintageOf(f), limit));
                figures.latest(figure.member(), figure.measure(), figure.year())
                        .ifPresent(f -> assertNotLater(figures.vintageOf(f), limit));
            }
            for (String member : Wales.ALLIANCE.memberCodes()) {
                figures.latestUpTo(member, "defence_share_of_gdp", 2100)
                        .ifPresent(f -> assertNotLater(figures.vintageOf(f), limit));
                Revisions.of(Wales.pledge("wales-2014-2pct"), member, Wales.knownAt(day)).stream()
                        .flatMap(cell -> cell.versions().stream())
                        .forEach(version -> assertNotLater(version.vintage(), limit));
            }
        }
    }

    private static void assertNotLater(Vintage vintage, LocalDate limit) {
        assertThat(vintage.knownFrom()).as(vintage.id()).isBeforeOrEqualTo(limit);
    }

    /// That of June 2024 on the 17th, the second one of 2025 on 28 August and not on the first of the month.
    @Test
    void aReleaseIsKnownFromItsDayWhereThatIsKnown() {
        Pledge pledge = Wales.pledge("wales-2014-2pct");

        assertThat(Wales.knownAt("2024-06-16").latest("POL", pledge.measure(), 2024))
                .isEmpty();
        assertThat(Wales.knownAt("2024-06-17").latest("POL", pledge.measure(), 2024))
                .isPresent();
        assertThat(Wales.knownAt("2025-08-15")
                        .latest("POL", pledge.measure(), 2024)
                        .orElseThrow()
                        .vintage())
                .isEqualTo("NATO-2024-06");
        assertThat(Wales.knownAt("2025-08-28")
                        .latest("POL", pledge.measure(), 2024)
                        .orElseThrow()
                        .vintage())
                .startsWith("NATO-2025");
    }

    @Test
    void aStandInShowsNoYearAfterTheReleaseThatItStandsFor() {
        for (String day : DAYS) {
            Knowledge knowledge = Wales.knownAt(day);
            for (Figure figure : knowledge.forForecasts().all()) {
                if (figure.vintage().contains(" for ")) {
                    assertThat(figure.year())
                            .as(figure.toString())
                            .isLessThan(knowledge
                                    .forForecasts()
                                    .vintageOf(figure)
                                    .knownFrom()
                                    .getYear());
                }
            }
        }
        assertThat(Wales.knownAt("2014-09-05").forForecasts().latest("DEU", "defence_share_of_gdp", 2014))
                .isEmpty();
        assertThat(Wales.knownAt("2014-09-05").published().latest("DEU", "defence_share_of_gdp", 2013))
                .isEmpty();
    }

    @Test
    void realReleasesPushStandInsAside() {
        assertThat(Wales.knownAt("2014-09-05").standIns()).hasSize(2);
        assertThat(Wales.knownAt("2024-06-30").standIns()).isEmpty();
    }

    /// Later facts of any kind, also absurd ones, change nothing that was known before.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whatIsAskedAgainAfterLaterFactsIsTheSame(int seed) {
        Random random = new Random(seed);
        LocalDate day = LocalDate.parse(DAYS.get(random.nextInt(DAYS.size())));
        Alliance later = withLaterFacts(day, random);

        for (Pledge pledge : Wales.ALLIANCE.pledges()) {
            if (!pledge.made().isAfter(day)) {
                assertThat(answer(later, pledge, day))
                        .as("seed %d, %s", seed, pledge.id())
                        .isEqualTo(answer(Wales.ALLIANCE, pledge, day));
            }
        }
    }

    private static List<Object> answer(Alliance alliance, Pledge pledge, LocalDate day) {
        Knowledge knowledge = Knowledge.at(alliance, day, Knowledge.Replacement.STAND_INS);
        PledgeReport report = PledgeReport.of(alliance, pledge, Optional.empty(), knowledge, 200, 7);
        return List.of(
                report.standings(),
                report.forecasts(),
                Revisions.of(pledge, "POL", knowledge),
                Revisions.counts(pledge, 2016, knowledge));
    }

    private static Alliance withLaterFacts(LocalDate day, Random random) {
        List<Vintage> vintages = new ArrayList<>(Wales.ALLIANCE.vintages());
        List<Figure> figures = new ArrayList<>(Wales.ALLIANCE.figures());
        for (int v = 0; v < 3; v++) {
            Vintage vintage = new Vintage("later-" + v, "later", day.plusDays(1L + random.nextInt(3000)), "invented");
            vintages.add(random.nextInt(vintages.size()), vintage);
            for (String member : Wales.ALLIANCE.memberCodes()) {
                for (int year = 2010; year < 2030; year++) {
                    for (String measure : List.of("defence_share_of_gdp", "gdp_growth", "equipment_share_of_defence")) {
                        figures.add(
                                random.nextInt(figures.size()),
                                new Figure(
                                        member,
                                        measure,
                                        year,
                                        BigDecimal.valueOf(random.nextInt(100_000), 3),
                                        "percent",
                                        vintage.id(),
                                        World.INVENTED));
                    }
                }
            }
        }
        return World.replaced(Wales.ALLIANCE, vintages, figures, Wales.ALLIANCE.ledger());
    }
}
