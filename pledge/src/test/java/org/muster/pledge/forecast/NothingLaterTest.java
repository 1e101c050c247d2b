package org.muster.pledge.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.OutsideFigure;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.Wales;
import org.muster.pledge.World;
import org.muster.pledge.known.Knowledge;

/// What was published after a day changes no bit of any forecast made on it: other values, another order.
class NothingLaterTest {
    private static final Pledge TWO = Wales.pledge("wales-2014-2pct");
    private static final Alliance WALES = Wales.ALLIANCE;

    @ParameterizedTest
    @EnumSource(Knowledge.Replacement.class)
    void figuresPublishedAfterTheDayChangeNoBitOfItsForecasts(Knowledge.Replacement replacement) {
        for (int year = 2014; year < 2024; year++) {
            LocalDate day = LocalDate.of(year, 9, 5);
            Alliance other = alteredAfter(day, replacement);

            assertThat(forecasts(other, day, replacement))
                    .as("%s, %s", day, replacement)
                    .isEqualTo(forecasts(WALES, day, replacement));
        }
    }

    /// The test above could not fail if nothing that it alters were ever read.
    @ParameterizedTest
    @EnumSource(Knowledge.Replacement.class)
    void whatIsAlteredIsReadLater(Knowledge.Replacement replacement) {
        LocalDate day = LocalDate.of(2018, 9, 5);
        LocalDate later = LocalDate.of(2021, 9, 5);

        assertThat(forecasts(alteredAfter(day, replacement), later, replacement))
                .isNotEqualTo(forecasts(WALES, later, replacement));
    }

    private static Map<ForecastMethod, Map<String, List<Outlook>>> forecasts(
            Alliance alliance, LocalDate day, Knowledge.Replacement replacement) {
        return ForecastMethod.all(
                TWO, Knowledge.at(alliance, day, replacement), 2024, EnumSet.allOf(ForecastMethod.class));
    }

    /// All figures that a reader of the day cannot have known, tripled, last year first; what stands in for a
    /// release of the day stays, as it is said to stand in.
    private static Alliance alteredAfter(LocalDate day, Knowledge.Replacement replacement) {
        Predicate<Figure> known = figure ->
                isReleased(figure, day) || (replacement == Knowledge.Replacement.STAND_INS && standsIn(figure, day));
        Random random = new Random(day.getYear());
        List<Figure> figures =
                new ArrayList<>(WALES.figures().stream().filter(known).toList());
        List<Figure> later = new ArrayList<>(WALES.figures().stream()
                .filter(known.negate())
                .map(f -> new Figure(
                        f.member(), f.measure(), f.year(), tripled(f.value()), f.unit(), f.vintage(), f.provenance()))
                .toList());
        Collections.shuffle(later, random);
        figures.addAll(random.nextInt(figures.size()), later);
        List<OutsideFigure> outside = new ArrayList<>(WALES.outside().stream()
                .map(one -> one.year() < day.getYear()
                        ? one
                        : new OutsideFigure(
                                one.series(), one.measure(), one.year(), tripled(one.value()), one.provenance()))
                .toList());
        Collections.shuffle(outside, random);
        return World.withOutside(World.replaced(WALES, WALES.vintages(), figures, WALES.ledger()), outside);
    }

    private static BigDecimal tripled(BigDecimal value) {
        return value.multiply(BigDecimal.valueOf(3));
    }

    private static boolean isReleased(Figure figure, LocalDate day) {
        return WALES.vintages().stream()
                .anyMatch(v -> v.id().equals(figure.vintage()) && !v.knownFrom().isAfter(day));
    }

    private static boolean standsIn(Figure figure, LocalDate day) {
        return WALES.standIns().stream()
                .anyMatch(s -> s.vintage().equals(figure.vintage())
                        && s.measure().equals(figure.measure())
                        && figure.year() <= s.upTo()
                        && !s.knownFrom().isAfter(day));
    }
}
