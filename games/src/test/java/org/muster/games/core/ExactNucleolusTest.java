package org.muster.games.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.RationalTable;
import org.muster.games.TableGame;
import org.muster.games.Worlds;
import org.muster.games.value.Shapley;

/// The solver in fractions against the one in floating point where both hold, and where only fractions do.
class ExactNucleolusTest {
    private static List<Fraction> inFractions(Game game, Excess excess) {
        return new ExactLexicographic(game, excess, false, List.of(), 1)
                .solve(Lexicographic.Depth.ALL_LEVELS)
                .x();
    }

    /// From 9 players on rows come as they are needed.
    @ParameterizedTest
    @CsvSource({"3,1", "5,2", "8,3", "9,4", "10,5", "11,6"})
    void fractionsFindWhatFloatingPointFinds(int n, long seed) {
        for (Game game : List.of(Worlds.random(n, seed), Worlds.degenerate(n, seed), Worlds.hollow(n, seed, 80))) {
            for (Excess excess : List.of(Excess.PLAIN, Excess.PER_CAPITA)) {
                NucleolusResult rounded = Nucleolus.of(game, excess, Nucleolus.Over.PREIMPUTATIONS, 1);
                assertThat(inFractions(game, excess))
                        .isEqualTo(Certifier.certify(rounded, 1).x());
            }
        }
    }

    /// Covariance with a gift so large that no double holds the sum.
    @ParameterizedTest
    @CsvSource({"3,1", "4,2", "5,3", "6,4", "9,5"})
    void valuesBeyondDoublesMoveWithTheGifts(int n, long seed) {
        TableGame small = Worlds.random(n, seed);
        Random random = new Random(seed);
        List<BigInteger> gifts =
                IntStream.range(0, n).mapToObj(i -> new BigInteger(80, random)).toList();
        List<BigInteger> values = IntStream.range(0, 1 << n)
                .mapToObj(mask -> IntStream.range(0, n)
                        .filter(i -> (mask >> i & 1) == 1)
                        .mapToObj(gifts::get)
                        .reduce(BigInteger.valueOf((long) small.value(mask)), BigInteger::add))
                .toList();
        Game large = RationalTable.of(values);
        for (Excess excess : List.of(Excess.PLAIN, Excess.PER_CAPITA)) {
            List<Fraction> x = Nucleolus.proved(small, excess, Nucleolus.Over.PREIMPUTATIONS, 1)
                    .x();
            List<Fraction> moved = Nucleolus.proved(large, excess, Nucleolus.Over.PREIMPUTATIONS, 1)
                    .x();
            for (int i = 0; i < n; i++) {
                assertThat(moved.get(i)).isEqualTo(x.get(i).plus(Fraction.of(gifts.get(i))));
            }
        }
        List<Fraction> shapley = Shapley.of(small, 1).fractions().orElseThrow();
        List<Fraction> movedShapley = Shapley.of(large, 1).fractions().orElseThrow();
        for (int i = 0; i < n; i++) {
            assertThat(movedShapley.get(i)).isEqualTo(shapley.get(i).plus(Fraction.of(gifts.get(i))));
        }
        assertThat(Core.test(large, 1).nonEmpty()).isEqualTo(Core.test(small, 1).nonEmpty());
    }

    @Test
    void aLevelFoundOverTooFewRowsDoesNotHideCoalitions() {
        Game game = TableGame.ofInts(0, 0, 0, 5, 0, 2, 2, 5, 0, 4, 2, 5, 2, 4, 2, 7);
        assertThat(Nucleolus.of(game, 1).fractions().orElseThrow())
                .isEqualTo(List.of(Fraction.of(10, 3), Fraction.of(5, 3), Fraction.of(5, 6), Fraction.of(7, 6)));
        double[] rounded = Nucleolus.of(game, Excess.PLAIN, Nucleolus.Over.IMPUTATIONS, 1)
                .answer()
                .array();
        assertThat(rounded[2]).isCloseTo(5.0 / 6, org.assertj.core.api.Assertions.within(1e-9));
    }
}
