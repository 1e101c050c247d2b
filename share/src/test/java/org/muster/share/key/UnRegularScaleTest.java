package org.muster.share.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.share.exact.Decimals;

/// The steps on invented members; the printed digits were worked out by a separate program.
class UnRegularScaleTest {
    private static UnScaleInput.Economy economy(String income, String population, String debt) {
        return new UnScaleInput.Economy(new BigDecimal(income), new BigDecimal(population), new BigDecimal(debt));
    }

    private static UnScaleInput invented() {
        Map<String, UnScaleInput.Economy> three = new LinkedHashMap<>();
        three.put("Alder", economy("9000", "60", "0"));
        three.put("Birch", economy("5200", "80", "0"));
        three.put("Cedar", economy("2400", "90", "400"));
        three.put("Dogwood", economy("900", "140", "240"));
        three.put("Elm", economy("30", "25", "16"));
        three.put("Fir", economy("0.09", "0.004", "0"));
        Map<String, UnScaleInput.Economy> six = new LinkedHashMap<>();
        six.put("Alder", economy("8600", "59", "0"));
        six.put("Birch", economy("5400", "80", "0"));
        six.put("Cedar", economy("2200", "88", "380"));
        six.put("Dogwood", economy("850", "136", "200"));
        six.put("Elm", economy("28", "24", "14"));
        six.put("Fir", economy("0.08", "0.004", "0"));
        return UnScaleInput.of2025(
                        List.of(new UnScaleInput.Period("3 years", three), new UnScaleInput.Period("6 years", six)),
                        Set.of("Cedar", "Dogwood", "Elm"),
                        Set.of("Elm"))
                .withCeiling(new BigDecimal("45"));
    }

    @ParameterizedTest
    @CsvSource({
        "Alder, 51.340295, 51.581577, 51.581577, 51.581577, 51.581577, 45.000000, 45.000000, 45.000",
        "Birch, 29.663282, 29.802689, 37.793801, 37.793264, 37.813054, 42.954198, 44.245840, 43.600",
        "Cedar, 13.690745, 13.468523, 9.033170, 9.033042, 9.037772, 10.266567, 9.068698, 9.668",
        "Dogwood, 5.134030, 4.986219, 1.555804, 1.555782, 1.556596, 1.768235, 1.674462, 1.721",
        "Elm, 0.171134, 0.160476, 0.035335, 0.035335, 0.010000, 0.010000, 0.010000, 0.010",
        "Fir, 0.000513, 0.000516, 0.000312, 0.001000, 0.001000, 0.001000, 0.001000, 0.001"
    })
    void everyStepToTheLastPrintedDigit_domainT3(
            String member,
            String s1,
            String s2,
            String s3,
            String s4,
            String s5,
            String s6,
            String sixYears,
            String rate) {
        UnRegularScale.Scale scale = UnRegularScale.of(invented());
        List<String> printed = List.of(s1, s2, s3, s4, s5, s6);
        for (int s = 0; s < 6; s++) {
            assertThat(Decimals.text(scale.steps().getFirst().get(s).get(member), 6))
                    .as("step " + (s + 1))
                    .isEqualTo(printed.get(s));
        }
        assertThat(Decimals.text(scale.steps().getLast().getLast().get(member), 6))
                .isEqualTo(sixYears);
        assertThat(scale.key().shares()).containsEntry(member, new BigDecimal(rate));
        assertThat(Decimals.text(scale.thresholds().getFirst(), 6)).isEqualTo("44.379525");
        assertThat(Decimals.text(scale.thresholds().getLast(), 5)).isEqualTo("44.12895");
    }

    @Test
    void everyStepIsExplained() {
        assertThat(String.join(
                        "\n",
                        UnRegularScale.of(invented())
                                .key()
                                .explanations()
                                .get("Elm")
                                .lines()))
                .contains("4 after the floor: 0.035335 %")
                .contains("5 after the ceiling of the least developed: 0.010000 %")
                .contains("base period of 6 years");
    }

    @Test
    void everyStepSumsToOneHundred() {
        UnRegularScale.of(invented())
                .steps()
                .forEach(track -> track.forEach(step -> assertThat(step.values().stream()
                                .reduce(org.muster.games.Fraction.ZERO, org.muster.games.Fraction::plus))
                        .isEqualTo(org.muster.games.Fraction.of(100))));
    }

    @Test
    void refusesWhereNobodyCanTakeOver() {
        Map<String, UnScaleInput.Economy> one = Map.of("Alder", economy("1", "1", "0"));
        UnScaleInput lonely = UnScaleInput.of2025(List.of(new UnScaleInput.Period("3 years", one)), Set.of(), Set.of());
        assertThatThrownBy(() -> UnRegularScale.of(lonely))
                .hasMessage("nobody is left to take over the points that relief or a ceiling frees");
    }
}
