package org.muster.games.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Worlds;
import org.muster.games.value.Banzhaf;
import org.muster.games.value.Shapley;
import org.muster.games.value.Solidarity;
import org.muster.games.value.UnionValue;

/// Graphs, hierarchies and unions.
class GraphValuesTest {
    private static Graph line(int n) {
        List<Graph.Link> links = new ArrayList<>();
        for (int i = 1; i < n; i++) {
            links.add(new Graph.Link(i - 1, i));
        }
        return new Graph(n, links);
    }

    private static Graph complete(int n) {
        List<Graph.Link> links = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                links.add(new Graph.Link(j, i));
            }
        }
        return new Graph(n, links);
    }

    @ParameterizedTest
    @MethodSource("org.muster.games.Worlds#sizesAndSeeds")
    void withEveryLinkMyersonIsShapley(int n, long seed) {
        Game game = Worlds.random(n, seed);
        assertThat(Communication.myerson(game, complete(n), 1).fractions())
                .isEqualTo(Shapley.of(game, 1).fractions());
    }

    @ParameterizedTest
    @MethodSource("org.muster.games.Worlds#sizesAndSeeds")
    void myersonIsFairAndEfficientByPart_myerson1977(int n, long seed) {
        Game game = Worlds.random(n, seed);
        Graph whole = line(n);
        List<Fraction> x = Communication.myerson(game, whole, 1).fractions().orElseThrow();
        assertThat(x.stream().reduce(Fraction.ZERO, Fraction::plus)).isEqualTo(Fraction.of((long) game.grandValue()));
        for (Graph.Link cut : whole.links()) {
            Graph less = new Graph(
                    n, whole.links().stream().filter(l -> !l.equals(cut)).toList());
            List<Fraction> y = Communication.myerson(game, less, 1).fractions().orElseThrow();
            assertThat(x.get(cut.a()).minus(y.get(cut.a())))
                    .isEqualTo(x.get(cut.b()).minus(y.get(cut.b())));
        }
    }

    @Test
    void middleOfALineEarnsByMyersonAndByPosition_borm1992() {
        // three in a line, every pair together is worth 0, all three worth 1 (links 1-2, 2-3)
        Game game = Game.streamedWhole(3, 1, s -> s == 7 ? 1 : 0);
        assertThat(Communication.myerson(game, line(3), 1).values()).containsOnly(1.0 / 3);
        assertThat(Communication.position(game, line(3), 1).values()).containsExactly(0.25, 0.5, 0.25);
    }

    @ParameterizedTest
    @MethodSource("org.muster.games.Worlds#sizesAndSeeds")
    void positionValueAddsUp(int n, long seed) {
        Game game = Worlds.random(n, seed);
        List<Fraction> x = Communication.position(game, line(n), 1).fractions().orElseThrow();
        assertThat(x.stream().reduce(Fraction.ZERO, Fraction::plus)).isEqualTo(Fraction.of((long) game.grandValue()));
    }

    @Test
    void shapleyOfWeightedEdgesIsHalfOfWhatMeetsAtThePlayer() {
        Game game = complete(4).additive(new double[] {2, 4, 6, 8, 10, 12});
        assertThat(Shapley.of(game, 1).values()).containsExactly(2 / 2.0 + 4 / 2.0 + 8 / 2.0, 9.0, 11.0, 15.0);
    }

    @Test
    void permissionNeedsAllSuperiorsOrOne() {
        Permission boss = Permission.of(new int[] {}, new int[] {}, new int[] {0, 1});
        assertThat(boss.autonomous(0b101, Permission.Needs.ALL_SUPERIORS)).isEqualTo(0b001);
        assertThat(boss.autonomous(0b101, Permission.Needs.ONE_SUPERIOR)).isEqualTo(0b101);
        assertThat(boss.autonomous(0b100, Permission.Needs.ONE_SUPERIOR)).isZero();
        Game worker = Game.streamedWhole(3, 6, s -> Coalitions.has(s, 2) ? 6 : 0);
        assertThat(Shapley.of(boss.restrict(worker, Permission.Needs.ALL_SUPERIORS), 1)
                        .values())
                .containsExactly(2.0, 2.0, 2.0);
        assertThat(Shapley.of(boss.restrict(worker, Permission.Needs.ONE_SUPERIOR), 1)
                        .values())
                .containsExactly(1.0, 1.0, 4.0);
    }

    @Test
    void circlesOfPermissionAreFound() {
        assertThat(Permission.of(new int[] {}, new int[] {0}, new int[] {0, 1}).inCircles())
                .isZero();
        assertThat(Permission.of(new int[] {2}, new int[] {0}, new int[] {1}, new int[] {2})
                        .inCircles())
                .isEqualTo(0b0111);
    }

    @ParameterizedTest
    @MethodSource("org.muster.games.Worlds#sizesAndSeeds")
    void unionsOfOneAndOneUnionGiveThePlainValues(int n, long seed) {
        Game game = Worlds.random(n, seed);
        List<Long> singles = Coalitions.players(Coalitions.grand(n)).stream()
                .map(i -> 1L << i)
                .toList();
        List<Long> all = List.of(Coalitions.grand(n));
        for (List<Long> unions : List.of(singles, all)) {
            assertThat(UnionValue.owen(game, unions).fractions())
                    .isEqualTo(Shapley.of(game, 1).fractions());
            assertThat(UnionValue.banzhafOwen(game, unions).fractions())
                    .isEqualTo(Banzhaf.of(game, 1).fractions());
        }
        assertThat(UnionValue.coalitionalSolidarity(game, all).fractions())
                .isEqualTo(Solidarity.of(game, 1).fractions());
        assertThat(UnionValue.aumannDreze(game, all).fractions())
                .isEqualTo(Shapley.of(game, 1).fractions());
    }

    /// The mean over all orders in which unions stay together: the definition of Owen 1977.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void owenIsTheMeanOverCompatibleOrders(long seed) {
        Game game = Worlds.random(5, seed);
        List<Long> unions = List.of(0b00101L, 0b01010L, 0b10000L);
        double[] sums = new double[5];
        int[] orders = {0};
        compatible(game, unions, new ArrayList<>(), 0, sums, orders);
        assertThat(orders[0]).isEqualTo(3 * 2 * 2 * 2);
        Answer owen = UnionValue.owen(game, unions);
        for (int i = 0; i < 5; i++) {
            assertThat(owen.fractions().orElseThrow().get(i)).isEqualTo(Fraction.of((long) sums[i], orders[0]));
        }
    }

    private static void compatible(
            Game game, List<Long> unions, List<Integer> order, long seen, double[] sums, int[] orders) {
        if (order.size() == game.players()) {
            long before = 0;
            for (int i : order) {
                sums[i] += game.value(before | 1L << i) - game.value(before);
                before |= 1L << i;
            }
            orders[0]++;
            return;
        }
        long open = unions.stream()
                .filter(u -> (u & seen) != 0 && (u & ~seen) != 0)
                .findFirst()
                .orElse(-1L);
        for (int i = 0; i < game.players(); i++) {
            if (!Coalitions.has(seen, i) && Coalitions.has(open, i)) {
                order.add(i);
                compatible(game, unions, order, seen | 1L << i, sums, orders);
                order.removeLast();
            }
        }
    }

    @Test
    void refusesUnionsThatOverlapOrMissAPlayer() {
        Game game = Worlds.random(3, 1);
        assertThatThrownBy(() -> UnionValue.owen(game, List.of(0b011L, 0b110L))).hasMessageContaining("exactly once");
        assertThatThrownBy(() -> UnionValue.owen(game, List.of(0b011L))).hasMessageContaining("missing: [2]");
    }
}
