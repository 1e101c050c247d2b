package org.muster.games.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.Label;
import org.muster.games.Worlds;
import org.muster.games.value.Shapley;

class ShapleyEstimateTest {
    private static int misses(Game game, double[] truth, ShapleyEstimate.Wish wish) {
        var estimate = ShapleyEstimate.of(game.players(), game::value, wish);
        Label.Estimated label = (Label.Estimated) estimate.answer().label();
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] < label.lower().get(i) - 1e-9
                    || truth[i] > label.upper().get(i) + 1e-9) {
                return 1;
            }
        }
        return 0;
    }

    private static Game airport(int n) {
        return Game.streamed(n, s -> s == 0 ? 0 : 3 + Math.pow(64 - Long.numberOfLeadingZeros(s), 1.5));
    }

    private static Game voting(int n) {
        return Game.streamed(n, s -> {
            long sum = 0;
            for (int i : Coalitions.players(s)) {
                sum += 1 + i % 5;
            }
            return sum > 3L * n / 2 ? 1 : 0;
        });
    }

    /// 200 runs at 90 percent: 20 misses expected of intervals without slack, 34 are three standard deviations more.
    @Test
    void jointIntervalsHoldAsOftenAsTheySay() {
        for (Game game : new Game[] {airport(12), voting(12), Worlds.random(12, 5)}) {
            double[] truth = Shapley.of(game, 1).array();
            int misses = 0;
            for (int seed = 0; seed < 200; seed++) {
                misses += misses(game, truth, new ShapleyEstimate.Wish(seed, 700, 0, 0.9, Optional.empty()));
            }
            assertThat(misses).isLessThanOrEqualTo(34);
        }
    }

    @Test
    void boundsFromTheRangeHoldAlways() {
        Game game = voting(12);
        double[] truth = Shapley.of(game, 1).array();
        int misses = 0;
        for (int seed = 0; seed < 50; seed++) {
            misses += misses(game, truth, new ShapleyEstimate.Wish(seed, 1500, 0, 0.9, Optional.of(1.0)));
        }
        assertThat(misses).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aBudgetForEverythingGivesTheValueItself(long seed) {
        int n = 3 + (int) seed;
        Game game = Worlds.random(n, seed);
        var estimate = ShapleyEstimate.of(n, game::value, ShapleyEstimate.Wish.of(seed, 1 << 12));
        assertThat(estimate.answer().array())
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(Shapley.of(game, 1).array());
        assertThat(estimate.answer().label()).isInstanceOf(Label.Numerical.class);
    }

    @Test
    void gamesOfPairsAreExactAfterThePilot() {
        int n = 30;
        Game game = Game.streamed(n, s -> {
            double sum = 0;
            for (int i : Coalitions.players(s)) {
                for (int j : Coalitions.players(s)) {
                    sum += i < j ? (i * 7 + j * 3) % 11 : i == j ? i : 0;
                }
            }
            return sum;
        });
        var estimate = ShapleyEstimate.of(n, game::value, ShapleyEstimate.Wish.of(1, 3000));
        assertThat(estimate.surrogate()).isTrue();
        for (int i = 0; i < n; i++) {
            double exact = i;
            for (int j = 0; j < n; j++) {
                exact += i == j ? 0 : (Math.min(i, j) * 7 + Math.max(i, j) * 3) % 11 / 2.0;
            }
            assertThat(estimate.answer().values().get(i)).isCloseTo(exact, within(1e-6));
        }
    }

    @Test
    void stopsWhenNarrowEnoughKeepsToTheBudgetAndRepeats() {
        AtomicLong looks = new AtomicLong();
        Game game = airport(20);
        ShapleyEstimate.Wish wish = new ShapleyEstimate.Wish(3, 200_000, 1.0, 0.95, Optional.empty());
        var estimate = ShapleyEstimate.of(
                20,
                s -> {
                    looks.incrementAndGet();
                    return game.value(s);
                },
                wish);
        assertThat(estimate.evaluations()).isLessThan(200_000).isGreaterThanOrEqualTo(looks.get());
        Label.Estimated label = (Label.Estimated) estimate.answer().label();
        for (int i = 0; i < 20; i++) {
            assertThat(label.upper().get(i) - label.lower().get(i)).isLessThanOrEqualTo(2.0);
        }
        assertThat(ShapleyEstimate.of(20, game::value, wish)).isEqualTo(estimate);
        var small = ShapleyEstimate.of(20, game::value, ShapleyEstimate.Wish.of(1, 1000));
        assertThat(small.evaluations()).isLessThanOrEqualTo(1000);
    }

    @Test
    void quantilesAreTheTabulatedOnes() {
        assertThat(Quantiles.normal(0.975)).isCloseTo(1.959963985, within(1e-8));
        assertThat(Quantiles.normal(0.99999)).isCloseTo(4.264890794, within(1e-7));
        assertThat(Quantiles.student(0.975, 10)).isCloseTo(2.228, within(2e-3));
        assertThat(Quantiles.student(0.975, 1e9)).isCloseTo(1.959963985, within(1e-7));
    }
}
