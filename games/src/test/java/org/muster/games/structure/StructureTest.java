package org.muster.games.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.TableGame;
import org.muster.games.Worlds;
import org.muster.games.core.Core;
import org.muster.games.generate.StructureGames;

class StructureTest {
    /// The best partition of the players left, by trying every part with the lowest of them.
    private static double brute(Game game, SideConditions conditions, long left) {
        if (left == 0) {
            return 0;
        }
        long lowest = Long.lowestOneBit(left);
        long others = left ^ lowest;
        double best = Double.NEGATIVE_INFINITY;
        for (long rest = others; ; rest = (rest - 1) & others) {
            if (conditions.allow(lowest | rest)) {
                best = Math.max(best, game.value(lowest | rest) + brute(game, conditions, others & ~rest));
            }
            if (rest == 0) {
                return best;
            }
        }
    }

    private static void check(Game game, SideConditions conditions) {
        int n = game.players();
        double best = brute(game, conditions, Coalitions.grand(n));
        var found = CoalitionStructures.best(game, conditions, 1);
        if (best == Double.NEGATIVE_INFINITY) {
            assertThat(found).isEmpty();
            return;
        }
        Structure s = found.orElseThrow();
        assertThat(s.value()).isCloseTo(best, within(1e-7));
        assertThat(s.proven()).isTrue();
        assertThat(s.bound()).isGreaterThanOrEqualTo(best - 1e-7);
        long covered = 0;
        for (long part : s.parts()) {
            assertThat(conditions.allow(part)).isTrue();
            assertThat(covered & part).isZero();
            covered |= part;
        }
        assertThat(covered).isEqualTo(Coalitions.grand(n));
        double[] prices = s.prices().stream().mapToDouble(d -> d).toArray();
        for (long mask = 1; mask < Coalitions.count(n); mask++) {
            if (conditions.allow(mask)) {
                assertThat(Coalitions.sum(prices, mask)).isGreaterThanOrEqualTo(game.value(mask) - 1e-6);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.muster.games.Worlds#sizesAndSeeds")
    void bestPartitionWithProof(int n, long seed) {
        SideConditions pairApart = new SideConditions(List.of(0b11L), 1, 64);
        SideConditions sizes = new SideConditions(List.of(), 1, 2);
        SideConditions twoOrThree = new SideConditions(List.of(), 2, 3);
        for (Game game : List.of(Worlds.random(n, seed), Worlds.convex(n, seed), Worlds.degenerate(n, seed))) {
            for (SideConditions c : List.of(SideConditions.NONE, pairApart, sizes, twoOrThree)) {
                check(game, c);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.muster.games.Worlds#sizesAndSeeds")
    void costOfStabilityIsZeroExactlyWhereTheCoreIsNotEmpty(int n, long seed) {
        Game game = Worlds.random(n, seed);
        double cost = CoalitionStructures.best(game, SideConditions.NONE, 1)
                .orElseThrow()
                .costOfStability();
        assertThat(cost < 1e-6).isEqualTo(Core.test(game, 1).nonEmpty());
    }

    private static double split(Game game, SideConditions conditions) {
        double sum = 0;
        for (long part : Splits.best(game, conditions, 2).orElseThrow()) {
            sum += game.value(part);
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(StructureGames.Distribution.class)
    void reducedCostsAndDynamicProgrammingAgree(StructureGames.Distribution distribution) {
        SideConditions upToFour = new SideConditions(List.of(0b101L, 0b11000L), 1, 4);
        for (int seed = 1; seed <= 12; seed++) {
            Game game = StructureGames.game(distribution, 9 + seed % 5, seed, Arena.ofAuto());
            for (SideConditions conditions : List.of(SideConditions.NONE, upToFour)) {
                Structure s = CoalitionStructures.best(game, conditions, 2).orElseThrow();
                assertThat(s.value()).isEqualTo(split(game, conditions));
                assertThat(s.method()).isEqualTo("reduced costs");
                assertThat(s.proven()).isTrue();
            }
        }
    }

    /// Games in which very many partitions are worth the same.
    private static Stream<Arguments> ties() {
        return IntStream.of(8, 11, 14, 15).boxed().flatMap(n -> {
            long half = (1L << n / 2) - 1;
            return Stream.of(
                    Arguments.of("additive", n, (LongToDoubleFunction) Long::bitCount),
                    Arguments.of("additive, not whole", n, (LongToDoubleFunction)
                            mask -> Math.sqrt(2) * Long.bitCount(mask & half) + 0.1 * Long.bitCount(mask & ~half)),
                    Arguments.of("a third of the players", n, (LongToDoubleFunction) mask -> Long.bitCount(mask) / 3),
                    Arguments.of("majority", n, (LongToDoubleFunction) mask -> 2 * Long.bitCount(mask) > n ? 1 : 0),
                    Arguments.of("part of a budget", n, (LongToDoubleFunction)
                            mask -> 2 * Long.bitCount(mask) > n ? 0.3 : 0),
                    Arguments.of("gloves", n, (LongToDoubleFunction)
                            mask -> Math.min(Long.bitCount(mask & half), Long.bitCount(mask & ~half))),
                    Arguments.of("two sizes", n, (LongToDoubleFunction)
                            mask -> Long.bitCount(mask) == 5 ? 3 : Long.bitCount(mask) == 3 ? 1.7 : 0),
                    Arguments.of("quota of a third", n, (LongToDoubleFunction)
                            mask -> weight(mask) > n * (n + 1) / 6 ? 1 : 0),
                    Arguments.of("nothing", n, (LongToDoubleFunction) mask -> 0),
                    Arguments.of("losses", n, (LongToDoubleFunction) mask -> -1.5 * Long.bitCount(mask)),
                    Arguments.of("rising costs", n, (LongToDoubleFunction)
                            mask -> -Math.pow(Long.bitCount(mask) - 2, 2) + (mask == 0 ? 4 : 0)));
        });
    }

    private static int weight(long mask) {
        return Coalitions.players(mask).stream().mapToInt(i -> i + 1).sum();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("ties")
    void tiesAreNotSearchedOneByOne(String name, int n, LongToDoubleFunction value) {
        Game game = TableGame.tabulate(n, Arena.ofAuto(), value);
        for (SideConditions conditions : List.of(SideConditions.NONE, new SideConditions(List.of(0b11L), 1, 6))) {
            Structure s = CoalitionStructures.best(game, conditions, 2).orElseThrow();
            assertThat(s.proven()).isTrue();
            assertThat(s.value()).isCloseTo(split(game, conditions), within(1e-9));
            assertThat(s.bound()).isGreaterThanOrEqualTo(s.value() - 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, Math.E})
    void tooManyColumnsAreNoHindranceWhereTheBoundIsReached(double each) {
        Game game = Game.streamed(25, mask -> each * Long.bitCount(mask));
        Structure s = CoalitionStructures.best(game, SideConditions.NONE, 2).orElseThrow();
        assertThat(s.proven()).isTrue();
        assertThat(s.value()).isCloseTo(25 * each, within(1e-9));
    }

    @Test
    void withoutProofTheBestIsGivenWithItsBound() {
        Game game = Game.streamed(26, mask -> Long.bitCount(mask) == 5 ? 3 : Long.bitCount(mask) == 3 ? 1.7 : 0);
        Structure s = CoalitionStructures.best(game, SideConditions.NONE, 2).orElseThrow();
        assertThat(s.proven()).isFalse();
        assertThat(s.bound()).isCloseTo(26 * 3 / 5.0, within(1e-9));
        assertThat(s.value()).isBetween(15.0, s.bound());
        assertThat(s.parts().stream().reduce(0L, (a, b) -> a | b)).isEqualTo(Coalitions.grand(26));
        assertThat(s.parts().stream().mapToInt(Long::bitCount).sum()).isEqualTo(26);
    }

    @Test
    void threadsChangeNothing() {
        Game game = StructureGames.game(StructureGames.Distribution.NDCS, 14, 3, Arena.ofAuto());
        assertThat(CoalitionStructures.best(game, SideConditions.NONE, 1))
                .isEqualTo(CoalitionStructures.best(game, SideConditions.NONE, 3));
    }
}
