package org.muster.games.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Coalitions;
import org.muster.games.DerivedGames;
import org.muster.games.Game;
import org.muster.games.core.Excess;
import org.muster.games.core.Nucleolus;

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

    /// What a game says of many coalitions at once holds for each of them, and is reached where one is left.
    @Test
    void boundsHoldForEveryCoalitionBetween() {
        Random random = new Random(4);
        for (int seed = 0; seed < 300; seed++) {
            CoverGame cover = random(6, seed, 1);
            for (Game game : List.of(
                    cover.costGame(),
                    cover.savedAgainstMarket(),
                    DerivedGames.negative(cover.costGame()),
                    DerivedGames.savings(cover.costGame()),
                    DerivedGames.plusAdditive(cover.costGame(), new double[] {5, -7, 0, 40, -1, 3}))) {
                double[] x = random.doubles(6, -900, 900).map(Math::rint).toArray();
                long fixed = random.nextLong(64);
                long free = random.nextLong(64) & ~fixed;
                double least = game.leastBeyond(x, fixed, free);
                double most = game.mostBeyond(x, fixed, free);
                for (long s = 0; s < 64; s++) {
                    if ((s & fixed) == fixed && (s & ~(fixed | free)) == 0) {
                        double beyond = game.value(s) - Coalitions.sum(x, s);
                        assertThat(beyond).isBetween(least, most);
                    }
                }
                if (fixed != 0) {
                    double only = game.value(fixed) - Coalitions.sum(x, fixed);
                    assertThat(game.leastBeyond(x, fixed, 0)).isEqualTo(only);
                    assertThat(game.mostBeyond(x, fixed, 0)).isEqualTo(only);
                }
            }
        }
    }

    /// A pass that leaves out what cannot matter finds the same nucleoli as one over a table, which knows no bounds.
    @ParameterizedTest
    @EnumSource(
            value = Excess.class,
            names = {"PLAIN", "PER_CAPITA"})
    void nucleoliAreThoseOfTheTable(Excess excess) {
        for (int seed = 0; seed < 30; seed++) {
            CoverGame cover = random(13, seed, 1);
            try (Arena arena = Arena.ofConfined()) {
                Game costs = DerivedGames.savings(cover.costGame());
                Game table = DerivedGames.savings(cover.tabulated(arena));
                assertThat(Nucleolus.proved(costs, excess, Nucleolus.Over.IMPUTATIONS, 2)
                                .x())
                        .as("seed %d", seed)
                        .isEqualTo(Nucleolus.proved(table, excess, Nucleolus.Over.IMPUTATIONS, 2)
                                .x());
            }
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
