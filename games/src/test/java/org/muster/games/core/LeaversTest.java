package org.muster.games.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.games.Coalitions;
import org.muster.games.CostGame;
import org.muster.games.Game;
import org.muster.games.TableGame;

/// Who would rather leave, against a look at every coalition.
class LeaversTest {
    /// 11 players are one block of the scan, fewer are none.
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "5, 4", "8, 5", "11, 6", "12, 7", "14, 8"})
    void theWorstCoalitionOfEveryAllocationIsFound(int n, long seed) {
        Random random = new Random(seed);
        Game game = random(n, random);
        List<double[]> pays = new ArrayList<>();
        for (int r = 0; r < 6; r++) {
            // the first pays nothing, the last more than any coalition costs: nobody leaves, and all single players do
            double most = r * 60.0;
            pays.add(random.doubles(n, 0, 1).map(x -> Math.rint(x * most)).toArray());
        }
        List<Optional<Core.Worst>> slow =
                pays.stream().map(x -> slowly(game, x)).toList();
        for (int threads : new int[] {1, 3}) {
            assertThat(Core.leavers(new CostGame(game), pays, threads)).isEqualTo(slow);
        }
        assertThat(slow.getFirst()).isEmpty();
        assertThat(slow.getLast().isPresent()).isEqualTo(n > 1);
    }

    @Test
    void ofEqualCoalitionsTheOneWithTheSmallestMask() {
        CostGame costs = new CostGame(TableGame.of(0, 4, 4, 8, 4, 8, 8, 12));
        assertThat(Core.leavers(costs, List.of(new double[] {5, 5, 5}, new double[] {5, 5, 4}), 1))
                .containsExactly(Optional.of(new Core.Worst(0b011, 2)), Optional.of(new Core.Worst(0b011, 2)));
    }

    @Test
    void refusesAnAllocationOfOtherPlayers() {
        CostGame costs = new CostGame(TableGame.of(0, 4, 4, 8));
        assertThatThrownBy(() -> Core.leavers(costs, List.of(new double[] {1, 2, 3}), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 numbers")
                .hasMessageContaining("2 players");
    }

    private static Game random(int n, Random random) {
        double[] costs = new double[1 << n];
        for (int mask = 1; mask < costs.length; mask++) {
            costs[mask] = 20 + random.nextInt(60) * Coalitions.size(mask);
        }
        return TableGame.of(costs);
    }

    private static Optional<Core.Worst> slowly(Game game, double[] x) {
        Optional<Core.Worst> worst = Optional.empty();
        for (long mask = 1; mask < Coalitions.grand(game.players()); mask++) {
            double by = Coalitions.sum(x, mask) - game.value(mask);
            if (by > worst.map(Core.Worst::excess).orElse(0.0)) {
                worst = Optional.of(new Core.Worst(mask, by));
            }
        }
        return worst;
    }
}
