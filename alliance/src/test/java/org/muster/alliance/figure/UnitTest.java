package org.muster.alliance.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.alliance.source.Provenance;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "EUR,0,EUR",
        "eur,0,EUR",
        "€,0,EUR",
        "million EUR,6,EUR",
        "EUR million,6,EUR",
        "Mio. €,6,EUR",
        "€m,6,EUR",
        "thousand JPY,3,JPY",
        "bn US$,9,USD",
        "billion USD 2021,9,USD (2021 prices)",
        "billion USD (2021 prices),9,USD (2021 prices)",
        "million USD (2015 prices),6,USD (2015 prices)"
    })
    void moneyIsAScaleAndACurrency(String text, int exponent, String counted) {
        assertThat(Unit.of(text)).isEqualTo(new Unit(exponent, counted, true));
    }

    @ParameterizedTest
    @CsvSource({
        "percent,0,percent",
        "million,0,million",
        "$,0,$",
        "persons,0,persons",
        "EURO,0,EURO",
        "million persons,6,persons",
        "EUR USD,0,EUR USD",
        "million million EUR,6,million EUR"
    })
    void anythingElseIsCountedOneByOne(String text, int exponent, String counted) {
        assertThat(Unit.of(text)).isEqualTo(new Unit(exponent, counted, false));
    }

    private static Figure figure(String member, String measure, String value, String unit) {
        return new Figure(member, measure, 2025, new BigDecimal(value), unit, "v", Provenance.illustrative(""));
    }

    @Test
    void figuresOfDifferentScaleComeOutAsOneNumber() {
        List<Vintage> vintages = List.of(new Vintage("v", "V", LocalDate.of(2026, 1, 1), ""));
        Figures figures = Figures.of(
                List.of(
                        figure("A", "gni", "1560.5", "million EUR"),
                        figure("B", "gni", "1560500000", "EUR"),
                        figure("A", "gdp_real", "3", "million USD (2015 prices)"),
                        figure("A", "debt_real", "3", "million USD (2015 prices)"),
                        figure("B", "debt_real", "4", "billion USD 2015")),
                vintages);

        Figure scaled = figures.latest("A", "gni", 2025).orElseThrow();
        assertThat(scaled.unit()).isEqualTo("EUR");
        assertThat(scaled.value())
                .isEqualByComparingTo(
                        figures.latest("B", "gni", 2025).orElseThrow().value());
        assertThat(figures.latest("A", "gdp_real", 2025).orElseThrow().unit()).isEqualTo("million USD (2015 prices)");
        assertThat(figures.latest("A", "debt_real", 2025).orElseThrow().value()).isEqualByComparingTo("3000000");
        assertThat(figures.latest("B", "debt_real", 2025).orElseThrow().value()).isEqualByComparingTo("4000000000");
    }
}
