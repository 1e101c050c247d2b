package org.muster.games.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.games.Fraction;
import org.muster.games.value.Shapley;

class ClaimsRuleTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            TALMUD; 100; 100/3 100/3 100/3
            TALMUD; 200; 50 75 75
            TALMUD; 300; 50 100 150
            CONSTRAINED_EQUAL_AWARDS; 300; 100 100 100
            CONSTRAINED_EQUAL_LOSSES; 300; 0 100 200
            PROPORTIONAL; 300; 50 100 150
            PINILES; 400; 250/3 400/3 550/3
            """)
    void contestedGarmentProblems_aumannMaschler1985(ClaimsRule rule, long endowment, String parts) {
        assertThat(rule.divide(Claims.of(endowment, 100, 200, 300)).stream()
                        .map(Fraction::toString)
                        .toList())
                .isEqualTo(rule == ClaimsRule.PINILES ? pinilesOf400() : List.of(parts.split(" ")));
    }

    /// Halves 50, 100, 150 use 300; the other 100 goes in equal awards 100/3 each, below every half.
    private static List<String> pinilesOf400() {
        return List.of("250/3", "400/3", "550/3");
    }

    @Test
    void ibnEzrasSonsGetWhatHeGaveThem_oneill1982() {
        // estate 120, claims 120, 60, 40, 30: parts 30/4, + 10/3, + 20/2, + 60
        assertThat(ClaimsRule.MINIMAL_OVERLAP.divide(Claims.of(120, 120, 60, 40, 30)))
                .containsExactly(Fraction.of(485, 6), Fraction.of(125, 6), Fraction.of(65, 6), Fraction.of(15, 2));
    }

    static List<Claims> problems() {
        return IntStream.range(0, 60)
                .mapToObj(seed -> {
                    Random random = new Random(seed);
                    long[] claims = random.longs(1 + seed % 7, 0, 50).toArray();
                    long sum = java.util.Arrays.stream(claims).sum();
                    return Claims.of(sum == 0 ? 0 : random.nextLong(sum + 1), claims);
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyRuleAddsUpStaysWithinClaimsAndTreatsEqualsEqually(Claims problem) {
        for (ClaimsRule rule : ClaimsRule.values()) {
            List<Fraction> parts = rule.divide(problem);
            assertThat(ClaimsRule.sum(parts)).as(rule.name()).isEqualTo(problem.endowment());
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i))
                        .as(rule.name())
                        .isBetween(Fraction.ZERO, problem.claims().get(i));
                for (int j = 0; j < i; j++) {
                    int order =
                            problem.claims().get(i).compareTo(problem.claims().get(j));
                    assertThat(parts.get(i).compareTo(parts.get(j)) * (order == 0 ? 1 : order))
                            .as(rule.name())
                            .isGreaterThanOrEqualTo(0);
                    if (order == 0) {
                        assertThat(parts.get(i)).isEqualTo(parts.get(j));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void randomArrivalIsTheShapleyValueOfTheClaimsGame(Claims problem) {
        assertThat(ClaimsRule.RANDOM_ARRIVAL.divide(problem))
                .isEqualTo(Shapley.of(problem.game(), 1).fractions().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void selfDualRulesDivideGainsLikeLosses(Claims problem) {
        Claims losses = new Claims(problem.sum().minus(problem.endowment()), problem.claims());
        for (ClaimsRule rule : List.of(ClaimsRule.TALMUD, ClaimsRule.PROPORTIONAL, ClaimsRule.RANDOM_ARRIVAL)) {
            assertThat(ClaimsRule.plus(rule.divide(problem), rule.divide(losses)))
                    .as(rule.name())
                    .isEqualTo(problem.claims());
        }
    }

    @Test
    void refusesMoreThanIsClaimed() {
        assertThatThrownBy(() -> Claims.of(10, 3, 4)).hasMessageContaining("nothing to ration");
        assertThatThrownBy(() -> Claims.of(1, -3, 4)).hasMessageContaining("not negative");
    }
}
