package org.muster.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {
    @ParameterizedTest
    @CsvSource({
        "crews, crew",
        "policies, policy",
        "patches, patch",
        "boxes, box",
        "classes, class",
        "prices, price",
        "horses, horse",
        "aircraft, aircraft",
        "staff, staff",
        "class, class",
        "bus, bus",
        "gas, gas",
        "series, series",
        "tanker-hours, tanker-hour",
        "KITS, KITS"
    })
    void onlyOneIsSingular(String plural, String singular) {
        assertThat(Counted.of(1, plural)).isEqualTo("1 " + singular);
        assertThat(Counted.of(0, plural)).isEqualTo("0 " + plural);
        assertThat(Counted.of(2, plural)).isEqualTo("2 " + plural);
    }

    @Test
    void irregularWordsAreGivenBoth() {
        assertThat(Counted.of(1, "person", "people")).isEqualTo("1 person");
        assertThat(Counted.of(12_000, "person", "people")).isEqualTo("12000 people");
    }

    @Test
    void thousandsAreSetApartWhereThatIsAskedFor() {
        assertThat(Counted.grouped(1, "games")).isEqualTo("1 game");
        assertThat(Counted.grouped(12_500, "games")).isEqualTo("12,500 games");
    }

    @Test
    void digitsAreTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Counted.of(12, "crews")).isEqualTo("12 crews");
        } finally {
            Locale.setDefault(before);
        }
    }
}
