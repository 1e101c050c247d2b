package org.muster.games.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.value.Shapley;

class CostRulesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void airportShapleyWithClonesIsTheShapleyValueOfTheGame(int seed) {
        Random random = new Random(seed);
        Airport airport = new Airport(IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(g -> new Airport.Group(Fraction.of(random.nextInt(30)), 1 + random.nextInt(3)))
                .toList());
        assertThat(airport.perMember(airport.shapley()))
                .isEqualTo(Shapley.of(airport.costGame(), 1).fractions().orElseThrow());
    }

    @Test
    void serialCostProtectsTheSmall_moulinShenker1992() {
        // C(q) = q^2, demands 1, 2, 3: C(3)/3, + (C(5)-C(3))/2, + C(6)-C(5)
        assertThat(SerialCost.shares(List.of(Fraction.of(1), Fraction.of(2), Fraction.of(3)), q -> q.times(q)))
                .containsExactly(Fraction.of(3), Fraction.of(11), Fraction.of(22));
    }

    /// With a cost that rises ever faster (as `q^2` between whole numbers) and by straight lines between them.
    @Test
    void serialProblemKnowsItsGame_moulinShenker1992() {
        List<SerialProblem.Point> squares = IntStream.rangeClosed(1, 6)
                .mapToObj(q -> new SerialProblem.Point(Fraction.of(q), Fraction.of((long) q * q)))
                .toList();
        SerialProblem problem = new SerialProblem(List.of(Fraction.of(3), Fraction.of(1), Fraction.of(2)), squares);
        assertThat(problem.serial()).containsExactly(Fraction.of(22), Fraction.of(3), Fraction.of(11));
        assertThat(problem.average()).containsExactly(Fraction.of(18), Fraction.of(6), Fraction.of(12));
        Game game = problem.costGame();
        assertThat(game.value(0b011)).isEqualTo(16);
        assertThat(game.grandValue()).isEqualTo(36);
        assertThat(problem.cost(Fraction.of(5, 2))).isEqualTo(Fraction.of(13, 2));
        assertThatThrownBy(() -> new SerialProblem(List.of(Fraction.of(7)), squares))
                .hasMessage("the cost is known up to 6, but the demands add up to 7");
    }

    private static SpanningTree randomTree(int players, long seed) {
        Random random = new Random(seed);
        List<List<Fraction>> costs = new ArrayList<>();
        for (int a = 0; a <= players; a++) {
            costs.add(new ArrayList<>());
            for (int b = 0; b <= players; b++) {
                costs.get(a).add(b < a ? costs.get(b).get(a) : Fraction.of(a == b ? 0 : 1 + random.nextInt(9)));
            }
        }
        return new SpanningTree(costs);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void treeRulesAddUpToTheTreeAndNobodyWouldRatherLeave(int seed) {
        SpanningTree tree = randomTree(1 + seed % 6, seed);
        Game cost = tree.costGame();
        for (List<Fraction> rule : List.of(tree.bird(), tree.folk())) {
            double[] x = rule.stream().mapToDouble(Fraction::doubleValue).toArray();
            assertThat(rule.stream().reduce(Fraction.ZERO, Fraction::plus))
                    .isEqualTo(Fraction.of((long) cost.grandValue()));
            for (long s = 1; s < Coalitions.count(tree.players()); s++) {
                assertThat(Coalitions.sum(x, s)).isLessThanOrEqualTo(cost.value(s) + 1e-9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void folkRuleIsTheShapleyValueOfTheIrreducibleGame(int seed) {
        SpanningTree tree = randomTree(1 + seed % 5, seed);
        int size = tree.players() + 1;
        // irreducible cost of a pair: the dearest link on the cheapest path (minimax)
        List<List<Fraction>> minimax = new ArrayList<>();
        tree.costs().forEach(row -> minimax.add(new ArrayList<>(row)));
        for (int k = 0; k < size; k++) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    if (a != b && a != k && b != k) {
                        Fraction over = minimax.get(a).get(k).max(minimax.get(k).get(b));
                        minimax.get(a).set(b, minimax.get(a).get(b).min(over));
                    }
                }
            }
        }
        assertThat(tree.folk())
                .isEqualTo(Shapley.of(new SpanningTree(minimax).costGame(), 1)
                        .fractions()
                        .orElseThrow());
    }

    @Test
    void assignmentGameIsTheBestMatching() {
        double[][] worth = {{5, 8, 2}, {7, 9, 6}, {2, 3, 0}}; // Shapley and Shubik 1971, the house market
        Game game = Assignment.game(worth);
        assertThat(game.grandValue()).isEqualTo(16);
        assertThat(game.value(0b001001)).isEqualTo(5);
        assertThat(game.value(0b111000)).isZero();
        for (int s = 0; s < 64; s++) {
            assertThat(game.value(s)).isEqualTo(bestMatching(worth, s & 7, s >> 3, 0));
        }
    }

    private static double bestMatching(double[][] worth, int buyers, int sellers, int b) {
        if (b == worth.length) {
            return 0;
        }
        double best = bestMatching(worth, buyers, sellers, b + 1);
        for (int s = 0; s < 3; s++) {
            if ((buyers >> b & 1) == 1 && (sellers >> s & 1) == 1) {
                best = Math.max(best, worth[b][s] + bestMatching(worth, buyers, sellers & ~(1 << s), b + 1));
            }
        }
        return best;
    }

    @Test
    void coverTakesOffersByMeritAndTheMarketForTheRest() {
        CoverGame cover = new CoverGame(
                3,
                List.of(new CoverGame.Line(
                        10,
                        100,
                        List.of(
                                new CoverGame.Offer(0, 4, 50),
                                new CoverGame.Offer(1, 20, 30),
                                new CoverGame.Offer(2, 5, 120)))));
        assertThat(cover.cost(0b001)).isEqualTo(4 * 50 + 6 * 100);
        assertThat(cover.cost(0b011)).isEqualTo(300);
        assertThat(cover.cost(0b100)).isEqualTo(1000);
        assertThat(cover.costOfNobody()).isEqualTo(1000);
        assertThat(cover.costGame().value(0)).isZero();
        assertThat(cover.savedAgainstMarket().value(0b011)).isEqualTo(700);
    }

    @Test
    void coverByTableAndByFormulaAreTheSame() {
        Random random = new Random(3);
        List<CoverGame.Line> lines = IntStream.range(0, 6)
                .mapToObj(l -> new CoverGame.Line(
                        random.nextInt(30),
                        90,
                        IntStream.range(0, 4 + 5 * l)
                                .mapToObj(o ->
                                        new CoverGame.Offer(random.nextInt(14), random.nextInt(9), random.nextInt(100)))
                                .toList()))
                .toList();
        CoverGame cover = new CoverGame(14, lines);
        Game game = cover.costGame();
        for (long s = 1; s < 1 << 14; s++) {
            assertThat((long) game.value(s)).isEqualTo(cover.cost(s));
        }
    }

    /// Littlechild's formula as it stands: each step looks at all groups ahead.
    private static List<Fraction> littlechild(List<Fraction> ascending) {
        int n = ascending.size();
        List<Fraction> pays = new java.util.ArrayList<>();
        Fraction paid = Fraction.ZERO;
        while (pays.size() < n) {
            int from = pays.size();
            Fraction least = ascending.get(n - 1).minus(paid).over(n - from);
            int to = n;
            for (int h = from; h < n - 1; h++) {
                Fraction step = ascending.get(h).minus(paid).over(h - from + 2);
                if (step.compareTo(least) < 0 || (step.equals(least) && h + 1 > to)) {
                    least = step;
                    to = h + 1;
                }
            }
            while (pays.size() < to) {
                pays.add(least);
                paid = paid.plus(least);
            }
        }
        return pays;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theWalkAlongTheHullIsLittlechildsFormula(long seed) {
        java.util.Random random = new java.util.Random(seed);
        int most = seed % 2 == 0 ? 12 : 100_000;
        List<Fraction> costs = random.ints(1 + seed * 9, 0, most)
                .sorted()
                .mapToObj(Fraction::of)
                .toList();
        assertThat(Airport.ofSingles(costs).nucleolus()).isEqualTo(littlechild(costs));
    }

    /// Half a minute once: each sum was reduced by the whole of its denominator of some 14,000 bits.
    @Test
    void tenThousandDifferentCostsAreSharedOut() {
        List<Fraction> costs = java.util.stream.LongStream.rangeClosed(1, 10_000)
                .mapToObj(i -> Fraction.of(i * i))
                .toList();
        Airport airport = Airport.ofSingles(costs);
        for (List<Fraction> pays : List.of(airport.nucleolus(), airport.shapley())) {
            assertThat(pays.stream().mapToDouble(Fraction::doubleValue).sum())
                    .isCloseTo(1e8, org.assertj.core.api.Assertions.within(1e-3));
        }
    }
}
