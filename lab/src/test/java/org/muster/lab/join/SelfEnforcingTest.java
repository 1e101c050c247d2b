package org.muster.lab.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfEnforcingTest {
    /// A game of a table: what each player is left with in each coalition.
    @SuppressWarnings("ArrayRecordComponent") // compared never
    private record Table(int players, long[][] payoffs) implements ParticipationGame {
        static Table random(Random random) {
            int n = 1 + random.nextInt(10);
            int spread = 1 + random.nextInt(6);
            long[][] payoffs = new long[1 << n][n];
            for (long[] row : payoffs) {
                for (int i = 0; i < n; i++) {
                    row[i] = random.nextInt(2 * spread + 1) - spread;
                }
            }
            return new Table(n, payoffs);
        }

        @Override
        public long payoff(long available, int player) {
            return payoffs[(int) available][player];
        }

        @Override
        public boolean runs(long available) {
            return available != 0;
        }
    }

    /// By the definition, one coalition at a time: no member that leaves gains, and no one, two or three that come
    /// gain each.
    private static boolean holdsByDefinition(Table game, int coalition) {
        int n = game.players();
        for (int i = 0; i < n; i++) {
            boolean in = ((coalition >> i) & 1) == 1;
            if (in && game.payoff(coalition - (1 << i), i) > game.payoff(coalition, i)) {
                return false;
            }
        }
        for (int group = 1; group < 1 << n; group++) {
            if ((group & coalition) != 0 || Integer.bitCount(group) > 3) {
                continue;
            }
            boolean all = true;
            for (int i = 0; i < n; i++) {
                if (((group >> i) & 1) == 1) {
                    all &= game.payoff(coalition + group, i) > game.payoff(coalition, i);
                }
            }
            if (all) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theyAreThoseOfBruteForceOnAThousandRandomGames() {
        Random random = new Random(20);
        int found = 0;
        for (int g = 0; g < 1000; g++) {
            Table game = Table.random(random);
            List<Long> expected = new ArrayList<>();
            for (int c = 0; c < 1 << game.players(); c++) {
                if (holdsByDefinition(game, c)) {
                    expected.add((long) c);
                }
            }
            assertThat(SelfEnforcing.all(game)).as("game %s", g).isEqualTo(expected);
            for (long c = 0; c < 1L << game.players(); c++) {
                assertThat(SelfEnforcing.holds(game, c)).isEqualTo(expected.contains(c));
            }
            found += expected.size();
        }
        assertThat(found).isGreaterThan(1000);
    }

    /// Emissions are cut at a quadratic cost for a benefit that is linear in all cuts; those who have signed choose
    /// theirs together. In units of half of b^2/c: with `k` signatories all cuts are `k^2 + n - k`.
    private record Barrett(int players) implements ParticipationGame {
        @Override
        public long payoff(long available, int player) {
            long k = Long.bitCount(available);
            long cuts = k * k + players - k;
            return ((available >>> player) & 1) == 1 ? 2 * cuts - k * k : 2 * cuts - 1;
        }

        @Override
        public boolean runs(long available) {
            return Long.bitCount(available) > 1;
        }
    }

    /// S. Barrett, *Self-Enforcing International Environmental Agreements*, Oxford Economic Papers 46 (1994): with
    /// linear benefit and quadratic cost no agreement of more than three holds, however many there are.
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10})
    void barrett1994LargestAgreementHasThree(int n) {
        List<Long> hold = SelfEnforcing.againstSingles(new Barrett(n));
        assertThat(hold.stream().mapToInt(Long::bitCount).max()).hasValue(3);
        assertThat(hold.stream().map(Long::bitCount).distinct().sorted()).containsExactly(0, 2, 3);
        // Whoever signs alone changes nothing, and so stays where it is; two would both gain.
        assertThat(SelfEnforcing.all(new Barrett(n))).doesNotContain(0L);
    }

    @Test
    void barrett1994LargestAgreementOf28HasThree() {
        Barrett game = new Barrett(28);
        BestReplies.End end =
                BestReplies.from(game, (1L << 28) - 1, IntStream.range(0, 28).toArray());
        assertThat(end.isRest()).isTrue();
        assertThat(Long.bitCount(end.coalition())).isEqualTo(3);
        assertThat(SelfEnforcing.holdsAgainstSingles(game, end.coalition())).isTrue();
        assertThat(SelfEnforcing.holdsAgainstSingles(game, (1L << 4) - 1)).isFalse();
    }

    /// A public good that needs `w` contributions, which are lost where there are fewer.
    private record Threshold(int players, int needed, long worth, long cost) implements ParticipationGame {
        @Override
        public long payoff(long available, int player) {
            long gets = Long.bitCount(available) >= needed ? worth : 0;
            return ((available >>> player) & 1) == 1 ? gets - cost : gets;
        }

        @Override
        public boolean runs(long available) {
            return Long.bitCount(available) >= needed;
        }
    }

    /// T. Palfrey, H. Rosenthal, *Participation and the Provision of Discrete Public Goods: A Strategic Analysis*,
    /// Journal of Public Economics 24 (1984), without refund: in pure strategies nobody gives, or exactly as many as
    /// are needed.
    @Test
    void palfreyRosenthal1984PureEquilibriaAreNobodyOrExactlyEnough() {
        List<Long> hold = SelfEnforcing.againstSingles(new Threshold(5, 3, 10, 2));
        assertThat(hold.stream().map(Long::bitCount).distinct().sorted()).containsExactly(0, 3);
        assertThat(hold).hasSize(1 + 10);
        // Three who come together gain, each of them.
        assertThat(SelfEnforcing.all(new Threshold(5, 3, 10, 2))).hasSize(10).doesNotContain(0L);
    }

    @Test
    void aCycleIsToldAndNotPatchedOver() {
        // The first wants to be where the second is, the second where the first is not.
        ParticipationGame pennies = new ParticipationGame() {
            @Override
            public int players() {
                return 2;
            }

            @Override
            public long payoff(long available, int player) {
                boolean same = available == 0 || available == 3;
                return player == 0 == same ? 1 : 0;
            }

            @Override
            public boolean runs(long available) {
                return true;
            }
        };
        BestReplies.End end = BestReplies.from(pennies, 0, new int[] {0, 1});
        assertThat(end.isRest()).isFalse();
        assertThat(end.cycle()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(SelfEnforcing.all(pennies)).isEmpty();
    }

    /// Where members come to rest nobody gains by switching alone.
    @Test
    void whereRepliesRestNobodyGainsAlone() {
        Random random = new Random(7);
        int rests = 0;
        for (int g = 0; g < 300; g++) {
            Table game = Table.random(random);
            int[] order = IntStream.range(0, game.players()).toArray();
            for (long from : LongStream.of(0, (1L << game.players()) - 1).toArray()) {
                BestReplies.End end = BestReplies.from(game, from, order);
                if (end.isRest()) {
                    rests++;
                    assertThat(SelfEnforcing.againstSingles(game)).contains(end.coalition());
                }
            }
        }
        assertThat(rests).isGreaterThan(100);
    }

    @Test
    void theThresholdIsWhatAMemberLosesByComing() {
        Threshold game = new Threshold(5, 3, 10, 2);
        assertThat(BestReplies.threshold(game, 0b00111, 4)).isEqualTo(2);
        assertThat(BestReplies.threshold(game, 0b00011, 4)).isEqualTo(-8);
        assertThat(BestReplies.threshold(game, 0b00111, 0)).isEqualTo(-8);
    }

    @Test
    void moreThanTwentyPlayersAreRefused() {
        assertThatThrownBy(() -> SelfEnforcing.all(new Barrett(21)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("21 players");
    }
}
