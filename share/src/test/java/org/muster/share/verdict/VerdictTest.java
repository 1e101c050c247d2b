package org.muster.share.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.source.Provenance;

class VerdictTest {
    private static final Provenance INVENTED = Provenance.illustrative("");

    @Test
    void giniIsZeroForEqualAndNearlyOneWhereOnePaysAll() {
        assertThat(Inequality.gini(List.of(5L, 5L, 5L))).isEqualByComparingTo("0");
        assertThat(Inequality.gini(List.of(0L, 0L, 0L, 8L))).isEqualByComparingTo("0.75");
        assertThat(Inequality.gini(List.of(3L, 1L))).isEqualByComparingTo("0.25"); // half of |3 - 1| / 2 / 2
        assertThat(Inequality.gini(List.of())).isEqualByComparingTo("0");
    }

    private static Map<String, Figure> incomes(long... values) {
        Map<String, Figure> incomes = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String member = "M" + i;
            incomes.put(member, new Figure(member, "gni", 2013, BigDecimal.valueOf(values[i]), "USD", "v", INVENTED));
        }
        return incomes;
    }

    @Test
    void distanceIsZeroByIncomeAndAHundredWherePartnersPayAll() {
        List<String> allies = List.of("M0", "M1");
        assertThat(AbilityToPay.distance(Map.of("M0", 3L, "M1", 1L), allies, incomes(75, 25)))
                .contains(new BigDecimal("0.00"));
        assertThat(AbilityToPay.distance(Map.of("M0", 1L, "M1", 3L), allies, incomes(75, 25)))
                .contains(new BigDecimal("50.00"));
        assertThat(AbilityToPay.distance(Map.of("PAR", 7L), allies, incomes(75, 25)))
                .isPresent();
        assertThat(AbilityToPay.distance(Map.of("M0", 1L), allies, incomes(75))).isEmpty();
        assertThat(AbilityToPay.distance(Map.of("M0", 0L), allies, incomes(75, 25)))
                .isEmpty();
    }

    @Test
    void aFreeRideIsTheBenefitLessWhatIsPaid() {
        MissionTerms terms = new MissionTerms(
                "m",
                List.of(
                        new MissionTerms.Benefit("M0", new BigDecimal("60"), INVENTED),
                        new MissionTerms.Benefit("M1", new BigDecimal("40"), INVENTED)),
                List.of(),
                List.of(),
                MissionTerms.WHOLE,
                List.of());
        Map<String, Long> gains =
                FreeRiding.of(terms, List.of("M0", "M1", "M2"), List.of("M0"), Map.of("M0", 900L, "M2", 100L), 1000);
        assertThat(gains).isEqualTo(Map.of("M1", 400L, "M2", -100L));
        assertThat(FreeRiding.of(MissionTerms.none("m"), List.of("M0"), List.of(), Map.of(), 10))
                .isEmpty();
    }
}
