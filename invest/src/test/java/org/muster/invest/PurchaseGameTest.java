package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.games.Fraction;
import org.muster.games.TableGame;
import org.muster.games.core.Core;

/// Who would rather buy by themselves, against every coalition.
class PurchaseGameTest {
    private static final int GAMES = 1_000;

    private static PurchaseGame.Bought bought(SplittableRandom random, int players) {
        return new PurchaseGame.Bought(random.longs(players, -3, 12).boxed().toList(), random.nextInt(4 * players));
    }

    private record Drawn(PurchaseGame game, List<PurchaseGame.Bought> portfolios, int players) {
        PurchaseGame.Bought chosen() {
            return portfolios.getLast();
        }
    }

    private static Drawn random(SplittableRandom random) {
        int players = 2 + random.nextInt(5);
        List<PurchaseGame.Bought> portfolios = new ArrayList<>();
        for (int k = 1 + random.nextInt(4); k > 0; k--) {
            portfolios.add(bought(random, players));
        }
        return new Drawn(new PurchaseGame(players, portfolios, portfolios.getLast()), portfolios, players);
    }

    private static Fraction gains(Drawn drawn, List<Fraction> shares, long coalition) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < drawn.players(); i++) {
            if ((coalition >>> i & 1) != 0) {
                sum = sum.plus(Fraction.of(drawn.chosen().spared().get(i))).minus(shares.get(i));
            }
        }
        return sum;
    }

    /// The worst excess of all coalitions but all together, above 0.
    private static Fraction worst(Drawn drawn, List<Fraction> shares) {
        Fraction worst = Fraction.ZERO;
        for (long s = 1; s < (1L << drawn.players()) - 1; s++) {
            worst = worst.max(Fraction.of(drawn.game().worth(s)).minus(gains(drawn, shares, s)));
        }
        return worst;
    }

    @Test
    void theCoalitionThatGainsMostByLeavingIsFoundWithoutLookingAtAny() {
        SplittableRandom random = new SplittableRandom(5);
        int leaving = 0;
        for (int g = 0; g < GAMES; g++) {
            Drawn drawn = random(random);
            List<Fraction> shares = new ArrayList<>(random.longs(drawn.players(), -4, 9)
                    .mapToObj(x -> Fraction.of(x, 2))
                    .toList());
            Optional<PurchaseGame.Leaving> found = drawn.game().leaving(shares);
            Fraction worst = worst(drawn, shares);
            assertThat(found.map(PurchaseGame.Leaving::gain).orElse(Fraction.ZERO))
                    .as("game %d", g)
                    .isEqualTo(worst);
            if (found.isPresent()) {
                leaving++;
                long mask =
                        found.get().members().stream().mapToLong(i -> 1L << i).sum();
                assertThat(Fraction.of(drawn.game().worth(mask)).minus(gains(drawn, shares, mask)))
                        .as("game %d", g)
                        .isGreaterThanOrEqualTo(worst);
            }
        }
        assertThat(leaving).isBetween(GAMES / 4, GAMES - 20);
    }

    @Test
    void sharesAddUpToThePriceAndTheNucleolusLosesNobodyWhereAnySplitHolds() {
        SplittableRandom random = new SplittableRandom(6);
        int held = 0;
        int given = 0;
        for (int g = 0; g < GAMES; g++) {
            Drawn drawn = random(random);
            Fraction price = Fraction.of(drawn.chosen().price());
            List<Fraction> nucleolus = drawn.game().nucleolus().orElseThrow();
            for (List<Fraction> shares : List.of(
                    nucleolus,
                    drawn.game().shapley().orElseThrow(),
                    drawn.game().equalGain())) {
                assertThat(shares.stream().reduce(Fraction.ZERO, Fraction::plus).doubleValue())
                        .as("game %d", g)
                        .isCloseTo(price.doubleValue(), org.assertj.core.api.Assertions.within(1e-9));
            }
            Fraction subsidy = drawn.game().subsidy().orElseThrow();
            assertThat(worst(drawn, nucleolus).doubleValue() < 1e-9)
                    .as("game %d", g)
                    .isEqualTo(subsidy.isZero());
            if (subsidy.isZero()) {
                held++;
            } else {
                given++;
                assertThat(Core.test(table(drawn, subsidy.numerator().longValueExact()), 1)
                                .nonEmpty())
                        .isTrue();
                assertThat(Core.test(table(drawn, subsidy.numerator().longValueExact() - 1), 1)
                                .nonEmpty())
                        .as("game %d", g)
                        .isFalse();
            }
        }
        assertThat(held).isGreaterThan(50);
        assertThat(given).isGreaterThan(50);
    }

    private static TableGame table(Drawn drawn, long given) {
        long[] values = new long[1 << drawn.players()];
        for (int s = 0; s < values.length; s++) {
            values[s] = drawn.game().worth(s);
        }
        values[values.length - 1] += given;
        return TableGame.ofLongs(values);
    }

    /// One purchase that spares nobody a loss: a split with nobody worse off exists exactly where all are spared at
    /// least the price, and then one with which nobody would rather stay out.
    @Test
    void oneWorthwhilePurchaseHoldsTogether() {
        SplittableRandom random = new SplittableRandom(8);
        for (int g = 0; g < GAMES; g++) {
            int players = 2 + random.nextInt(5);
            List<Long> spared = random.longs(players, 0, 9).boxed().toList();
            PurchaseGame.Bought one = new PurchaseGame.Bought(spared, random.nextInt(3 * players));
            PurchaseGame game = new PurchaseGame(players, List.of(one), one);
            assertThat(game.subsidy().orElseThrow().isZero()).as("game %d", g).isEqualTo(one.gainOfAll() >= 0);
        }
    }

    @Test
    void aPurchaseSurvivesALeaverWhereTheOthersAreSparedItsPrice() {
        PurchaseGame.Bought half = new PurchaseGame.Bought(List.of(4L, 4L, 1L), 6);
        PurchaseGame.Bought all = new PurchaseGame.Bought(List.of(9L, 4L, 1L), 9);
        PurchaseGame game = new PurchaseGame(3, List.of(half, all), all);
        assertThat(game.without(2)).contains(all);
        assertThat(game.without(0)).isEmpty();
        assertThat(game.without(1)).contains(all);
        assertThat(game.alone(0)).isZero();
    }

    @Test
    void partsInWholeMinorUnitsAddUp() {
        assertThat(PoolPayers.whole(List.of(Fraction.of(-1, 3), Fraction.of(5, 3), Fraction.of(2, 3)), 2))
                .containsExactly(0L, 2L, 0L);
    }
}
