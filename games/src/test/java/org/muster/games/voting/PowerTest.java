package org.muster.games.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Published;
import org.muster.games.value.Shapley;

class PowerTest {
    private static WeightedVoting random(int n, long seed, int most) {
        Random random = new Random(seed);
        List<Long> weights =
                LongStream.generate(() -> random.nextInt(most)).limit(n).boxed().toList();
        long sum = weights.stream().mapToLong(w -> w).sum();
        return sum == 0 ? new WeightedVoting(1, List.of(1L)) : new WeightedVoting(1 + random.nextLong(sum), weights);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void threeWaysOfCountingAgree(long seed) {
        WeightedVoting rule = random(2 + (int) (seed % 9), seed, 20);
        Swings counted = WeightCounts.swings(rule);
        Swings enumerated = Swings.of(rule.game(), 1);
        Swings halves = HalfCounts.swings(rule);
        for (Swings other : List.of(enumerated, halves)) {
            assertThat(other.winning()).isEqualTo(counted.winning());
            for (int i = 0; i < rule.voters(); i++) {
                assertThat(other.winningWith(i)).isEqualTo(counted.winningWith(i));
                for (int k = 0; k < rule.voters(); k++) {
                    assertThat(other.of(i, k)).isEqualTo(counted.of(i, k));
                }
            }
        }
        assertThat(PowerIndices.shapleyShubik(counted).fractions())
                .isEqualTo(Shapley.of(rule.game(), 1).fractions());
    }

    @Test
    void manyVotersAreCountedInBigIntegersLikeFewInLongs() {
        WeightedVoting rule = new WeightedVoting(
                100, LongStream.range(0, 70).map(i -> i % 5).boxed().toList());
        Answer index = PowerIndices.shapleyShubik(Swings.of(rule, 1));
        assertThat(index.fractions().orElseThrow().stream().reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(Fraction.ONE);
        // 70 equal voters: the swing comes at exactly one place in the order
        WeightedVoting equal = new WeightedVoting(
                36, LongStream.generate(() -> 1).limit(70).boxed().toList());
        assertThat(PowerIndices.shapleyShubik(Swings.of(equal, 1)).fractions().orElseThrow())
                .containsOnly(Fraction.of(1, 70));
    }

    static List<Published.Solution> publishedIndices() {
        List<String> known = List.of("deegan_packel", "public_good_index", "johnston", "public_help_index");
        return Published.solutions().stream()
                .filter(s -> known.contains(s.concept()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("publishedIndices")
    void publishedNumbersComeOut_tuSolutions(Published.Solution solution) {
        Game game = Published.games().get(solution.game());
        Answer answer = switch (solution.concept()) {
            case "deegan_packel" -> MinimalCoalitions.of(game).deeganPackel();
            case "public_good_index" -> MinimalCoalitions.of(game).holler();
            case "johnston" -> MinimalCoalitions.of(game).johnston();
            default -> PowerIndices.publicHelp(Swings.of(game, 1));
        };
        assertThat(answer.fractions().orElseThrow().stream()
                        .map(Fraction::toString)
                        .toList())
                .isEqualTo(solution.fractions());
    }

    /// recalled: the United Nations Security Council, 5 permanent members and 10 others, 39 of 7 x 5 + 10 votes needed:
    /// 421/2145 for a permanent member, 4/2145 for another.
    @Test
    void securityCouncil_recalled() {
        List<Long> weights = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            weights.add(i < 5 ? 7L : 1L);
        }
        List<Fraction> index = PowerIndices.shapleyShubik(Swings.of(new WeightedVoting(39, weights), 1))
                .fractions()
                .orElseThrow();
        assertThat(index.subList(0, 5)).containsOnly(Fraction.of(421, 2145));
        assertThat(index.subList(5, 15)).containsOnly(Fraction.of(4, 2145));
    }

    @Test
    void colemanAndRaeFollowFromSwings() {
        WeightedVoting rule = new WeightedVoting(4, List.of(3L, 2L, 1L));
        Swings swings = Swings.of(rule, 1);
        // winning: {1,2}, {1,3}, {1,2,3}; swings 3, 1, 1; losing 5
        assertThat(swings.winning()).isEqualTo(BigInteger.valueOf(3));
        assertThat(PowerIndices.banzhafSwings(swings).values()).containsExactly(3.0, 1.0, 1.0);
        assertThat(PowerIndices.colemanInitiate(swings).values()).containsExactly(0.6, 0.2, 0.2);
        assertThat(PowerIndices.colemanPrevent(swings).fractions().orElseThrow())
                .containsExactly(Fraction.ONE, Fraction.of(1, 3), Fraction.of(1, 3));
        assertThat(PowerIndices.colemanAct(swings).values()).containsExactly(0.375);
        assertThat(PowerIndices.rae(swings).values()).containsExactly(0.875, 0.625, 0.625);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void severalCriteriaAreWhatTheirExpressionSays(long seed) {
        WeightedVoting a = random(7, seed, 9);
        WeightedVoting b = random(7, seed + 50, 9);
        WeightedVoting c = random(7, seed + 90, 9);
        Game game = new VotingRule(List.of(a, b, c), WinsExpression.parse("(1 and 2) or 3", 3)).game();
        double[] block = new double[128];
        game.read(0, 128, block, 0);
        for (long s = 1; s < 128; s++) {
            boolean wins = (a.wins(s) && b.wins(s)) || c.wins(s);
            assertThat(game.value(s)).isEqualTo(wins ? 1 : 0);
            assertThat(block[(int) s]).isEqualTo(wins ? 1 : 0);
        }
    }

    @Test
    void badExpressionsAreRefusedWithThePlace() {
        assertThatThrownBy(() -> WinsExpression.parse("1 and", 2)).hasMessageContaining("at character 6");
        assertThatThrownBy(() -> WinsExpression.parse("(1 or 2", 2)).hasMessageContaining("parenthesis");
        assertThatThrownBy(() -> WinsExpression.parse("(".repeat(100_000) + "1" + ")".repeat(100_000), 2))
                .hasMessage("wins is \"%s...\": at character 102 parentheses stand more than 100 deep"
                        .formatted("(".repeat(60)));
        assertThatThrownBy(() -> WinsExpression.parse("\u0661", 2)).hasMessageContaining("at character 1");
        assertThatThrownBy(() -> WinsExpression.parse("1 and 3", 2)).hasMessageContaining("no criterion 3");
        assertThatThrownBy(() -> WinsExpression.parse("1 2", 2)).hasMessageContaining("should end");
        assertThat(WinsExpression.parse("1 or 2 and 3", 3).holds(0b001)).isTrue();
        assertThat(WinsExpression.parse("1 or 2 and 3", 3).holds(0b010)).isFalse();
    }
}
