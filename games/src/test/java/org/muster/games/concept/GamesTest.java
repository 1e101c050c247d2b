package org.muster.games.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Coalitions;
import org.muster.games.CostGame;
import org.muster.games.Fraction;
import org.muster.games.Label;
import org.muster.games.TableGame;
import org.muster.games.voting.WeightedVoting;

class GamesTest {
    private static List<Fraction> fractions(Outcome outcome) {
        return outcome.orElseThrow().value() instanceof Value.PerPlayer each
                ? each.fractions().orElseThrow()
                : List.of();
    }

    private static Fraction f(long numerator, long denominator) {
        return Fraction.of(numerator, denominator);
    }

    @Nested
    class FromATable {
        @Test
        void shapleyOfGlovesByHand() {
            assertThat(fractions(Games.ofTable(0, 0, 0, 1, 0, 1, 0, 1).answer("shapley")))
                    .containsExactly(f(2, 3), f(1, 6), f(1, 6));
        }

        @Test
        void fractionsStayWhatTheyAre() {
            Fraction third = f(1, 3);
            Fraction huge = new Fraction(java.math.BigInteger.TWO.pow(70), java.math.BigInteger.ONE);
            assertThat(fractions(Games.ofTable(List.of(Fraction.ZERO, third, Fraction.ZERO, Fraction.ONE))
                            .answer("shapley")))
                    .containsExactly(f(2, 3), f(1, 3));
            assertThat(fractions(Games.ofTable(List.of(Fraction.ZERO, third, Fraction.ZERO, huge.plus(third)))
                            .answer("nucleolus")))
                    .containsExactly(huge.over(2).plus(third), huge.over(2));
        }

        @Test
        void refusesWhatIsNoTable() {
            assertThatThrownBy(() -> Games.ofTable(0, 1, 2)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Games.ofTable(1, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class FromAFunction {
        @Test
        void theNucleolusComesWithItsCertificate() {
            Outcome.Answered nucleolus = Games.ofFunction(3, s -> Math.min(Long.bitCount(s & 1), Long.bitCount(s & 6)))
                    .answer("nucleolus")
                    .orElseThrow();
            assertThat(nucleolus.label()).isInstanceOf(Label.Certified.class);
            assertThat(nucleolus.proof()).get().isInstanceOf(Proof.OfNucleolus.class);
            assertThat(fractions(nucleolus)).containsExactly(f(1, 1), f(0, 1), f(0, 1));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 33})
        void refusesPlayersBeyondTheLimit(int players) {
            assertThatThrownBy(() -> Games.ofFunction(players, s -> 0)).hasMessageContaining("give 1 to 32");
        }

        @Test
        void refusesNumbersThatAreNone() {
            assertThatThrownBy(() -> Games.ofFunction(2, s -> 1)).hasMessageContaining("0 for nobody");
            assertThatThrownBy(() -> Games.ofFunction(2, s -> s == 3 ? Double.NaN : 0))
                    .hasMessageContaining("[0, 1]");
        }
    }

    @Nested
    class FromCosts {
        /// Savings and back, and the negative and back, are the same for the Shapley value and the nucleolus.
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6})
        void savingsAndBackIsTheNegativeAndBack(long seed) {
            Random random = new Random(seed);
            double[] costs = new double[16];
            for (int mask = 1; mask < 16; mask++) {
                costs[mask] = 10 + random.nextInt(12) * Coalitions.size(mask);
            }
            for (int i = 0; i < 4; i++) {
                costs[1 << i] = 60; // so that to share is better than to stay alone
            }
            CostGame game = new CostGame(TableGame.of(costs));
            Catalogue shares = Games.of(game, Wish.CERTIFIED);
            for (String concept : List.of("shapley", "nucleolus")) {
                List<Fraction> viaNegative =
                        fractions(Games.of(game.negative(), Wish.CERTIFIED).answer(concept)).stream()
                                .map(Fraction::negated)
                                .toList();
                assertThat(fractions(shares.answer(concept))).isEqualTo(viaNegative);
                assertThat(shares.find(concept).orElseThrow().name()).isEqualTo("cost_share_" + concept);
                assertThat(viaNegative.stream().reduce(Fraction.ZERO, Fraction::plus))
                        .isEqualTo(Fraction.exactly(costs[15]));
            }
        }
    }

    @Nested
    class FromAVotingRule {
        @Test
        void shapleyShubikByHand() {
            assertThat(fractions(Games.ofVoting(51, 50, 49, 1).answer("shapley-shubik")))
                    .containsExactly(f(2, 3), f(1, 6), f(1, 6));
        }

        @Test
        void beyondATableThereIsPowerAndNoTau() {
            List<Long> ones = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ones.add(1L);
            }
            Catalogue rule = Games.of(new WeightedVoting(21, ones), Wish.PLAIN);
            assertThat(fractions(rule.answer("shapley_shubik"))).containsOnly(f(1, 40));
            assertThat(rule.find("tau")).isEmpty();
        }
    }

    @Nested
    class WhatMayCome {
        @Test
        void notDefinedIsAFactAboutTheGame() {
            Outcome outcome = Games.ofTable(0, 2, 2, 1).answer("nucleolus");
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.NotDefined.class,
                            none -> assertThat(none.why()).contains("no imputations"));
            assertThatThrownBy(outcome::orElseThrow).hasMessageContaining("not defined");
        }

        @Test
        void failedSaysWhatToDo() {
            Concept broken = new Concept("broken", true, () -> {
                throw new ArithmeticException("not proven");
            });
            assertThat(broken.answer()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.why()).isEqualTo("not proven");
                assertThat(failed.advice()).startsWith("give fewer players");
            });
        }

        @Test
        void roundedGamesAreNeverToldAsExact() {
            Outcome.Answered exact = Games.ofTable(0, 1, 1, 4).answer("shapley").orElseThrow();
            Outcome.Answered rounded = exact.rounded(1e-6).orElseThrow();
            assertThat(rounded.label()).isEqualTo(new Label.Numerical(1e-6));
            assertThat(rounded.value()).isEqualTo(new Value.PerPlayer(List.of(2.0, 2.0), Optional.empty()));
            assertThat(rounded.proof()).isEmpty();
        }

        @Test
        void anUnknownNameIsToldWithTheKnownOnes() {
            assertThatThrownBy(() -> Games.ofVoting(2, 1, 1).answer("shapely"))
                    .hasMessageContaining("\"shapely\" is no concept for this game")
                    .hasMessageContaining("shapley_shubik");
        }

        @Test
        void aliasesMeanTheSame() {
            Catalogue game = Games.ofTable(0, 1, 1, 4);
            assertThat(game.find("core")).isEqualTo(game.find("core_nonempty")).isPresent();
            assertThat(game.find("Banzhaf-Absolute"))
                    .isEqualTo(game.find("banzhaf"))
                    .isPresent();
        }
    }
}
