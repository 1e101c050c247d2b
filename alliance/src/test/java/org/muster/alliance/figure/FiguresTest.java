package org.muster.alliance.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.alliance.source.Provenance;

class FiguresTest {
    private static final List<Vintage> VINTAGES = List.of(
            new Vintage("late", "Late", LocalDate.of(2024, 6, 1), "s"),
            new Vintage("early", "Early", LocalDate.of(2019, 6, 1), "s"),
            new Vintage("middle", "Middle", LocalDate.of(2021, 1, 1), "s"));

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    private static Figure figure(String member, int year, String value, String vintage) {
        return new Figure(
                member, "gdp", year, new BigDecimal(value), "USD", vintage, Provenance.illustrative("invented"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingThatAReaderHoldsWasPublishedAfterItsDate(int seed) {
        Random random = new Random(seed);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            figures.add(figure(
                    "M" + random.nextInt(3),
                    2010 + random.nextInt(4),
                    String.valueOf(i),
                    VINTAGES.get(random.nextInt(3)).id()));
        }
        LocalDate day = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2500));
        List<Figure> later = figures.stream()
                .filter(f -> VINTAGES.stream()
                        .anyMatch(
                                v -> v.id().equals(f.vintage()) && v.knownFrom().isAfter(day)))
                .toList();
        List<Figure> withoutLater = new ArrayList<>(figures);
        withoutLater.removeAll(later);

        Figures seen = Figures.knownAt(figures, VINTAGES, day);
        Figures world = Figures.of(withoutLater, VINTAGES);

        assertThat(seen.all()).as("seed %d", seed).noneMatch(later::contains);
        for (int member = 0; member < 3; member++) {
            for (int year = 2010; year < 2014; year++) {
                String code = "M" + member;
                assertThat(seen.latest(code, "gdp", year)).isEqualTo(world.latest(code, "gdp", year));
                assertThat(seen.history(code, "gdp", year)).isEqualTo(world.history(code, "gdp", year));
                assertThat(seen.latestUpTo(code, "gdp", year)).isEqualTo(world.latestUpTo(code, "gdp", year));
            }
        }
    }

    @Test
    void aReleaseIsKnownOnItsFirstDayAndNotBefore() {
        List<Figure> figures = List.of(figure("A", 2014, "1", "early"));

        assertThat(Figures.knownAt(figures, VINTAGES, LocalDate.of(2019, 5, 31)).all())
                .isEmpty();
        assertThat(Figures.knownAt(figures, VINTAGES, LocalDate.of(2019, 6, 1)).all())
                .hasSize(1);
    }

    @Test
    void theNewestReleaseSpeaksWhateverTheOrderInTheFolder() {
        List<Figure> figures = List.of(
                figure("A", 2014, "3", "late"), figure("A", 2014, "1", "early"), figure("A", 2014, "2", "middle"));

        Figures all = Figures.of(figures, VINTAGES);

        assertThat(all.latest("A", "gdp", 2014).map(Figure::value)).contains(new BigDecimal("3"));
        assertThat(all.history("A", "gdp", 2014))
                .extracting(f -> f.value().intValue())
                .containsExactly(1, 2, 3);
    }

    @Test
    void theLatestYearCountsBeforeTheLatestRelease() {
        List<Figure> figures = List.of(figure("A", 2013, "1", "late"), figure("A", 2014, "2", "early"));

        Figures all = Figures.of(figures, VINTAGES);

        assertThat(all.latestUpTo("A", "gdp", 2020).map(Figure::year)).contains(2014);
        assertThat(all.latestUpTo("A", "gdp", 2013).map(Figure::year)).contains(2013);
        assertThat(all.latestUpTo("A", "gdp", 2012)).isEqualTo(Optional.empty());
    }

    @Test
    void refusesAFigureOfAReleaseThatIsNotThere() {
        assertThatThrownBy(() -> Figures.of(List.of(figure("A", 2014, "1", "lost")), VINTAGES))
                .hasMessageContaining("lost");
    }
}
