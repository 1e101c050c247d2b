package org.muster.lab.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.ToLongBiFunction;
import org.junit.jupiter.api.Test;

/// Games of more players than all of whose coalitions are looked at.
class SettledTest {
    private static final Settled.Starts NOBODY = new Settled.Starts(0, 0);

    /// What a player is left with who is there; who is not is left with nothing.
    private static ParticipationGame game(int players, ToLongBiFunction<Long, Integer> inside) {
        return new ParticipationGame() {
            @Override
            public int players() {
                return players;
            }

            @Override
            public long payoff(long available, int player) {
                return ((available >>> player) & 1) == 1 ? inside.applyAsLong(available, player) : 0;
            }

            @Override
            public boolean runs(long available) {
                return Long.bitCount(available) > 1;
            }
        };
    }

    /// Each comes where enough others do: with as many as it needs, coming is worth it. Joining is a complement, and
    /// the largest coalition is where leaving one by one ends.
    @Test
    void whereJoiningIsAComplementTheLargestIsFound() {
        Random random = new Random(3);
        for (int g = 0; g < 50; g++) {
            int n = 22 + random.nextInt(20);
            int[] needs = random.ints(n, 1, n + 6).toArray();
            ParticipationGame game = game(n, (available, i) -> Long.bitCount(available) - needs[i]);
            int size = n;
            for (int before = -1; before != size; ) {
                before = size;
                int now = size;
                size = (int)
                        java.util.Arrays.stream(needs).filter(one -> one <= now).count();
            }
            Settled settled = Settled.of(game, Settle.TOP, NOBODY, g);
            if (size > 1) {
                assertThat(settled.found()).isEqualTo(Ending.EXTREME);
                assertThat(Long.bitCount(settled.coalition())).isEqualTo(size);
                assertThat(settled.holding()).containsExactly(settled.coalition());
                assertThat(SelfEnforcing.holdsAgainstSingles(game, settled.coalition()))
                        .isTrue();
            } else {
                assertThat(settled.found()).isEqualTo(Ending.IDLE);
                assertThat(settled.holding()).isEmpty();
            }
            // from nobody they stay at nobody, unless somebody comes alone
            assertThat(Settled.of(game, Settle.STATED, NOBODY, g).found()).isIn(Ending.IDLE, Ending.SOME);
        }
    }

    /// Where only so many find room, who is there hangs on who came first: found, and no more is said of it.
    @Test
    void whereJoiningIsNoComplementOneIsFoundAndCalledSo() {
        ParticipationGame crowded = game(25, (available, i) -> 10 - Long.bitCount(available));
        Settled settled = Settled.of(crowded, Settle.TOP, NOBODY, 1);
        assertThat(settled.found()).isEqualTo(Ending.SOME);
        assertThat(Long.bitCount(settled.coalition())).isBetween(9, 10);
        assertThat(SelfEnforcing.holdsAgainstSingles(crowded, settled.coalition()))
                .isTrue();
        assertThat(settled.idle()).isEmpty();
        Settled bottom = Settled.of(crowded, Settle.BOTTOM, new Settled.Starts(0b111, 0b11), 1);
        assertThat(bottom.found()).isEqualTo(Ending.SOME);
        assertThat(Long.bitCount(bottom.coalition())).isBetween(9, 10);
    }

    /// One wants to be where the other is, who wants to be where it is not.
    @Test
    void whereRepliesComeRoundInEveryOrderThereIsNoSettlement() {
        ParticipationGame chase = game(24, (available, i) -> switch (i) {
            case 0 -> (available & 2) != 0 ? 1 : -1;
            case 1 -> (available & 1) != 0 ? -1 : 1;
            default -> 1;
        });
        Settled settled = Settled.of(chase, Settle.TOP, NOBODY, 1);
        assertThat(settled.found()).isEqualTo(Ending.CYCLE);
        assertThat(settled.isRest()).isFalse();
        assertThat(settled.cycle())
                .hasSizeGreaterThan(1)
                .doesNotHaveDuplicates()
                .contains(settled.coalition());
        assertThat(settled.holding()).isEmpty();
    }

    /// Either of two can do it, which is known at once: one look at them tells that joining is no complement, and
    /// nothing else has to be worked out.
    @Test
    void twoWhoStandInForOneAnotherSpeakAgainstAComplement() {
        long[] asked = {0};
        ParticipationGame standIns = new ParticipationGame() {
            @Override
            public int players() {
                return 40;
            }

            @Override
            public long payoff(long available, int player) {
                asked[0]++;
                return isKnownIdle(available) ? 0 : 10 - 3 * ((available >>> player) & 1);
            }

            @Override
            public boolean runs(long available) {
                return !isKnownIdle(available);
            }

            @Override
            public boolean isKnownIdle(long available) {
                return (available & 0b11) == 0;
            }
        };
        assertThat(Complements.agree(standIns, 1)).isFalse();
        assertThat(asked[0]).isEqualTo(4);
    }
}
