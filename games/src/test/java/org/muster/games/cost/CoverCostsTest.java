package org.muster.games.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Game;

class CoverCostsTest {
    /// The walk in merit order is the definition; the blocks come from the dual.
    @ParameterizedTest
    @ValueSource(ints = {3, 9, 10, 11, 13, 15})
    void everyBlockCostsWhatTheMeritOrderSays(int players) {
        for (int seed = 0; seed < 20; seed++) {
            CoverGame cover = random(players, seed, 1);
            check(cover, cover.costGame(), 0, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void amountsBeyondThirtyTwoBitsAreExactToo(int players) {
        for (int seed = 0; seed < 10; seed++) {
            CoverGame cover = random(players, seed, 99_999_999_977L);
            check(cover, cover.costGame(), 0, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12})
    void savingsAreWhatNobodyPaysLessTheCost(int players) {
        CoverGame cover = random(players, 7, 1);
        check(cover, cover.savedAgainstMarket(), cover.costOfNobody(), -1);
    }

    private static void check(CoverGame cover, Game game, long base, int sign) {
        int all = 1 << cover.players();
        double[] read = new double[all];
        game.read(0, all, read, 0);
        assertThat(read[0]).isZero();
        for (int s = 1; s < all; s++) {
            double expected = (double) (base + sign * cover.cost(s));
            assertThat(read[s]).as("coalition %d", s).isEqualTo(expected);
            assertThat(game.value(s)).isEqualTo(expected);
            assertThat(Math.abs(expected)).isLessThanOrEqualTo(game.wholeBound());
        }
    }

    private static CoverGame random(int players, int seed, long priceUnit) {
        Random random = new Random(seed);
        List<CoverGame.Line> lines = IntStream.range(0, 4)
                .mapToObj(l -> new CoverGame.Line(
                        random.nextInt(30),
                        priceUnit * (60 + random.nextInt(40)),
                        IntStream.range(0, random.nextInt(2 * players + 1))
                                .mapToObj(o -> new CoverGame.Offer(
                                        random.nextInt(players + 1) - 1,
                                        random.nextInt(9),
                                        priceUnit * random.nextInt(100)))
                                .toList()))
                .toList();
        return new CoverGame(players, lines);
    }
}
