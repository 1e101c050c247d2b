package org.muster.games.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.Worlds;

class PropertiesTest {
    private static Map<String, Properties.Finding> of(Game game) {
        return Properties.of(game, 1).stream().collect(Collectors.toMap(Properties.Finding::name, Function.identity()));
    }

    @ParameterizedTest
    @MethodSource("org.muster.games.Worlds#sizesAndSeeds")
    void witnessesShowWhatFailsAndConvexGamesAreEverything(int n, long seed) {
        for (Game game : List.of(Worlds.random(n, seed), Worlds.degenerate(n, seed), Worlds.convex(n, seed))) {
            Map<String, Properties.Finding> found = of(game);
            boolean superadditive = true;
            boolean convex = true;
            for (long s = 0; s < Coalitions.count(n); s++) {
                for (long t = 0; t < Coalitions.count(n); t++) {
                    superadditive &= (s & t) != 0 || game.value(s) + game.value(t) <= game.value(s | t);
                    convex &= game.value(s) + game.value(t) <= game.value(s | t) + game.value(s & t);
                }
            }
            assertThat(found.get("superadditive").verdict() == Properties.Verdict.HOLDS)
                    .isEqualTo(superadditive);
            assertThat(found.get("convex").verdict() == Properties.Verdict.HOLDS)
                    .isEqualTo(convex);
            if (!superadditive) {
                List<Long> w = found.get("superadditive").witness();
                assertThat(w.get(0) & w.get(1)).isZero();
                assertThat(game.value(w.get(0)) + game.value(w.get(1))).isGreaterThan(game.value(w.get(0) | w.get(1)));
            }
            if (!convex) {
                List<Long> w = found.get("convex").witness();
                assertThat(game.value(w.get(0)) + game.value(w.get(1)))
                        .isGreaterThan(game.value(w.get(0) | w.get(1)) + game.value(w.get(0) & w.get(1)));
            }
            if (convex) {
                assertThat(found.get("balanced").verdict()).isEqualTo(Properties.Verdict.HOLDS);
            }
        }
    }

    @Test
    void majorityOfThreeIsSimpleMonotoneAndUnbalanced() {
        Map<String, Properties.Finding> found = of(Game.streamedWhole(3, 1, s -> Long.bitCount(s) > 1 ? 1 : 0));
        assertThat(found.get("simple").verdict()).isEqualTo(Properties.Verdict.HOLDS);
        assertThat(found.get("monotone").verdict()).isEqualTo(Properties.Verdict.HOLDS);
        assertThat(found.get("constant_sum").verdict()).isEqualTo(Properties.Verdict.HOLDS);
        assertThat(found.get("balanced").sentence())
                .isEqualTo(
                        "1/2 v({0,1}) + 1/2 v({0,2}) + 1/2 v({1,2}) is more than v(N) = 1, and counts every player once");
    }
}
