package org.muster.games.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.DerivedGames;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Published;
import org.muster.games.TableGame;
import org.muster.games.Worlds;

/// Values against their definitions by orders and by all coalitions, against published numbers, and their laws.
class ValuesTest {
    private static final String SIZES_AND_SEEDS = "org.muster.games.Worlds#sizesAndSeeds";

    @ParameterizedTest
    @MethodSource(SIZES_AND_SEEDS)
    void shapleyIsTheMeanOverAllOrders(int n, long seed) {
        Game game = Worlds.random(n, seed);
        double[] sums = new double[n];
        int orders = overOrders(game, new ArrayList<>(), 0, sums, 0);
        Answer shapley = Shapley.of(game, 1);
        for (int i = 0; i < n; i++) {
            assertThat(shapley.fractions().orElseThrow().get(i)).isEqualTo(Fraction.of((long) sums[i], orders));
        }
    }

    private static int overOrders(Game game, List<Integer> order, long mask, double[] sums, int count) {
        int n = game.players();
        if (order.size() == n) {
            long before = 0;
            for (int i : order) {
                sums[i] += game.value(before | 1L << i) - game.value(before);
                before |= 1L << i;
            }
            return count + 1;
        }
        int seen = count;
        for (int i = 0; i < n; i++) {
            if (!Coalitions.has(mask, i)) {
                order.add(i);
                seen = overOrders(game, order, mask | 1L << i, sums, seen);
                order.removeLast();
            }
        }
        return seen;
    }

    @ParameterizedTest
    @MethodSource(SIZES_AND_SEEDS)
    void banzhafIsTheMeanOverAllCoalitions(int n, long seed) {
        Game game = Worlds.random(n, seed);
        Answer banzhaf = Banzhaf.of(game, 1);
        for (int i = 0; i < n; i++) {
            long sum = 0;
            for (long s = 0; s < 1L << n; s++) {
                if (!Coalitions.has(s, i)) {
                    sum += (long) (game.value(s | 1L << i) - game.value(s));
                }
            }
            assertThat(banzhaf.fractions().orElseThrow().get(i)).isEqualTo(Fraction.of(sum, 1L << (n - 1)));
        }
    }

    @ParameterizedTest
    @MethodSource(SIZES_AND_SEEDS)
    void solidarityIsItsDefinition(int n, long seed) {
        Game game = Worlds.random(n, seed);
        List<Fraction> solidarity = Solidarity.of(game, 1).fractions().orElseThrow();
        Fraction all = Fraction.ZERO;
        for (int i = 0; i < n; i++) {
            Fraction sum = Fraction.ZERO;
            for (long s = 1; s < 1L << n; s++) {
                if (Coalitions.has(s, i)) {
                    long gains = 0;
                    for (int j : Coalitions.players(s)) {
                        gains += (long) (game.value(s) - game.value(s & ~(1L << j)));
                    }
                    int size = Long.bitCount(s);
                    sum = sum.plus(Shapley.weight(size - 1, n).times(gains).over(size));
                }
            }
            assertThat(solidarity.get(i)).isEqualTo(sum);
            all = all.plus(sum);
        }
        assertThat(all.doubleValue()).isEqualTo(game.grandValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 15, 17})
    void blockedSumsEqualTheDirectOnes(int n) {
        Game game = Worlds.random(n, n);
        SizeSums sums = SizeSums.of(game, 2);
        long[][] direct = new long[n][n + 1];
        for (long s = 1; s < 1L << n; s++) {
            for (int i : Coalitions.players(s)) {
                direct[i][Long.bitCount(s)] += (long) game.value(s);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int size = 1; size <= n; size++) {
                assertThat(sums.exactly(i, size).longValueExact()).isEqualTo(direct[i][size]);
            }
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        Game game = Worlds.randomReal(16, 4);
        assertThat(Shapley.of(game, 1)).isEqualTo(Shapley.of(game, 2)).isEqualTo(Shapley.of(game, 5));
    }

    @Test
    void storageOfATableChangesNothing() {
        Game heap = Worlds.random(13, 5);
        try (Arena arena = Arena.ofShared()) {
            for (TableGame.Storage storage : TableGame.Storage.values()) {
                Game offHeap = TableGame.offHeap(13, storage, arena, heap::value);
                assertThat(Shapley.of(offHeap, 2)).isEqualTo(Shapley.of(heap, 1));
            }
            assertThat(Shapley.of(Game.streamedWhole(13, 100, heap::value), 2)).isEqualTo(Shapley.of(heap, 1));
        }
    }

    @Test
    void valuesTooLargeForOnePassAreSummedInDigits() {
        int n = 12;
        Random random = new Random(9);
        long[] v = new long[1 << n];
        for (int mask = 1; mask < v.length; mask++) {
            v[mask] = random.nextLong(1L << 52) - (1L << 51);
        }
        List<Fraction> shapley = Shapley.of(TableGame.ofLongs(v), 2).fractions().orElseThrow();
        Fraction sum = shapley.stream().reduce(Fraction.ZERO, Fraction::plus);
        assertThat(sum).isEqualTo(Fraction.of(v[v.length - 1]));
        Fraction first = Fraction.ZERO;
        for (int s = 0; s < v.length; s += 2) {
            first = first.plus(Shapley.weight(Integer.bitCount(s), n)
                    .times(Fraction.of(v[s + 1]).minus(Fraction.of(v[s]))));
        }
        assertThat(shapley.getFirst()).isEqualTo(first);
    }

    static List<Published.Solution> publishedValues() {
        List<String> known = List.of("shapley", "banzhaf_normalized", "tau", "gately");
        return Published.solutions().stream()
                .filter(s -> known.contains(s.concept()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("publishedValues")
    void publishedNumbersComeOut_tuSolutions(Published.Solution solution) {
        Game game = Published.games().get(solution.game());
        SizeSums sums = SizeSums.of(game, 1);
        Answer answer = switch (solution.concept()) {
            case "shapley" -> Shapley.of(sums);
            case "banzhaf_normalized" -> Banzhaf.normalized(sums);
            case "tau" -> Tau.of(game).orElseThrow();
            case "gately" -> Marginals.of(game).gately();
            default -> throw new AssertionError(solution);
        };
        for (int i = 0; i < game.players(); i++) {
            assertThat(answer.values().get(i)).isCloseTo(solution.values().get(i), within(solution.tolerance()));
            String fraction = solution.fractions().get(i);
            if (!fraction.isEmpty()) {
                assertThat(answer.fractions().orElseThrow().get(i).toString())
                        .isEqualTo(fraction.replaceFirst("/1$", ""));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(SIZES_AND_SEEDS)
    void lawsOfShapley(int n, long seed) {
        TableGame game = Worlds.random(n, seed);
        List<Fraction> shapley = Shapley.of(game, 1).fractions().orElseThrow();
        assertThat(shapley.stream().reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(Fraction.of((long) game.grandValue()));
        // covariance
        double[] gifts = new double[n];
        for (int i = 0; i < n; i++) {
            gifts[i] = 3 * i - 4;
        }
        List<Fraction> moved = Shapley.of(DerivedGames.plusAdditive(game, gifts), 1)
                .fractions()
                .orElseThrow();
        // a player that adds nothing gets nothing, and the others what they got without
        TableGame withDummy = TableGame.tabulate(n + 1, Arena.ofAuto(), s -> game.value(s & ~(1L << n)));
        List<Fraction> dummy = Shapley.of(withDummy, 1).fractions().orElseThrow();
        // self-duality
        List<Fraction> dual = Shapley.of(DerivedGames.dual(game), 1).fractions().orElseThrow();
        for (int i = 0; i < n; i++) {
            assertThat(moved.get(i)).isEqualTo(shapley.get(i).plus(Fraction.of((long) gifts[i])));
            assertThat(dummy.get(i)).isEqualTo(shapley.get(i));
            assertThat(dual.get(i)).isEqualTo(shapley.get(i));
        }
        assertThat(dummy.get(n)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void equalPlayersGetEqualValues() {
        Game game =
                Game.streamedWhole(6, 40, s -> Math.pow(Long.bitCount(s & 0b111), 2) + 3 * Long.bitCount(s & 0b111000));
        for (Answer answer : List.of(
                Shapley.of(game, 1),
                Banzhaf.of(game, 1),
                Solidarity.of(game, 1),
                Marginals.of(game).scrb())) {
            List<Fraction> x = answer.fractions().orElseThrow();
            assertThat(x.get(0)).isEqualTo(x.get(1)).isEqualTo(x.get(2));
            assertThat(x.get(3)).isEqualTo(x.get(4)).isEqualTo(x.get(5));
        }
    }

    @ParameterizedTest
    @MethodSource(SIZES_AND_SEEDS)
    void dividendsRebuildTheGameAndEqualWeightsGiveShapley(int n, long seed) {
        Game game = Worlds.random(n, seed);
        Dividends dividends = Dividends.of(game);
        for (long s = 0; s < 1L << n; s++) {
            double sum = 0;
            for (long t = s; t != 0; t = (t - 1) & s) {
                sum += dividends.of(t);
            }
            assertThat(sum).isEqualTo(game.value(s));
        }
        double[] shapley = Shapley.of(game, 1).array();
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 2.5);
        assertThat(dividends.weightedShapley(ones).array())
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(shapley);
        for (int i = 0; i < n; i++) {
            assertThat(dividends.shapleyInteraction(1L << i)).isCloseTo(shapley[i], within(1e-9));
            assertThat(dividends.banzhafInteraction(1L << i))
                    .isCloseTo(Banzhaf.of(game, 1).values().get(i), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource(SIZES_AND_SEEDS)
    void interactionOfPairsIsItsDefinition(int n, long seed) {
        Game game = Worlds.random(n, seed);
        Dividends dividends = Dividends.of(game);
        long pair = 0b11;
        double shapley = 0;
        double banzhaf = 0;
        for (long s = 0; s < 1L << n; s += 4) {
            double delta = game.value(s | 3) - game.value(s | 1) - game.value(s | 2) + game.value(s);
            shapley += delta * Shapley.weight(Long.bitCount(s), n - 1).doubleValue();
            banzhaf += delta / (1L << (n - 2));
        }
        assertThat(dividends.shapleyInteraction(pair)).isCloseTo(shapley, within(1e-9));
        assertThat(dividends.banzhafInteraction(pair)).isCloseTo(banzhaf, within(1e-9));
    }

    @Test
    void weightedShapleySharesADividendByWeight() {
        Game unanimity = Game.streamedWhole(3, 12, s -> s == 7 ? 12 : 0);
        assertThat(Dividends.of(unanimity)
                        .weightedShapley(new double[] {1, 2, 3})
                        .values())
                .containsExactly(2.0, 4.0, 6.0);
    }

    @ParameterizedTest
    @MethodSource(SIZES_AND_SEEDS)
    void lorenzPointOfAConvexGameIsInTheCoreAndMostEqual(int n, long seed) {
        Game game = Worlds.convex(n, seed);
        double[] x = DuttaRay.of(game).array();
        double[] shapley = Shapley.of(game, 1).array();
        for (long s = 1; s < 1L << n; s++) {
            assertThat(Coalitions.sum(x, s)).isGreaterThanOrEqualTo(game.value(s) - 1e-9);
        }
        assertThat(Coalitions.sum(x, Coalitions.grand(n))).isCloseTo(game.grandValue(), within(1e-9));
        java.util.Arrays.sort(x);
        java.util.Arrays.sort(shapley);
        double poorest = 0;
        for (int i = 0; i < n; i++) {
            poorest += x[i] - shapley[i];
            assertThat(poorest).isGreaterThanOrEqualTo(-1e-9);
        }
    }
}
