package org.muster.games.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.games.Coalitions;
import org.muster.games.Game;
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

    @ParameterizedTest
    @EnumSource(StructureGames.Distribution.class)
    void reducedCostsAndDynamicProgrammingAgree(StructureGames.Distribution distribution) {
        Game game = StructureGames.game(distribution, 13, 1, Arena.ofAuto());
        Structure s = CoalitionStructures.best(game, SideConditions.NONE, 2).orElseThrow();
        double split = 0;
        for (long part : Splits.best(game, SideConditions.NONE).orElseThrow()) {
            split += game.value(part);
        }
        assertThat(s.value()).isEqualTo(split);
        assertThat(s.method()).isEqualTo("reduced costs");
    }

    @Test
    void threadsChangeNothing() {
        Game game = StructureGames.game(StructureGames.Distribution.NDCS, 14, 3, Arena.ofAuto());
        assertThat(CoalitionStructures.best(game, SideConditions.NONE, 1))
                .isEqualTo(CoalitionStructures.best(game, SideConditions.NONE, 3));
    }
}
