package org.muster.lab.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Games in which the best out of those available is chosen, held to plain enumeration: the best is looked for in a
/// list, coalition by coalition.
class ChoicesTest {
    /// Sets of players in the order of preference, those that run first; the last takes nobody.
    private record Listed(int players, long forced, boolean idleStaysIdle, List<Choices.Best> preferred)
            implements Choices.Chooser {
        static Listed random(Random random, int n) {
            List<Choices.Best> preferred = new ArrayList<>();
            boolean staysIdle = random.nextBoolean();
            int run = random.nextInt(2 * n + 1);
            int spread = 1 + random.nextInt(20);
            for (int k = 0; k < run + (staysIdle ? n : 0); k++) {
                boolean runs = k < run;
                List<Long> left = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    left.add(runs ? (long) random.nextInt(2 * spread + 1) - spread : 0L);
                }
                long takes = random.nextLong() & random.nextLong() | (random.nextLong() & random.nextLong());
                preferred.add(new Choices.Best(takes & ((1L << n) - 1), runs, left));
            }
            preferred.add(new Choices.Best(0, false, Collections.nCopies(n, 0L)));
            long forced = random.nextInt(4) == 0 ? 1L << random.nextInt(n) : 0;
            return new Listed(n, forced, staysIdle, preferred);
        }

        @Override
        public Choices.Best best(long available) {
            // whoever has to be taken has to be taken by what is chosen; nothing runs where that cannot be
            return preferred.stream()
                    .filter(one -> (one.takes() & ~available) == 0)
                    .filter(one -> (forced & available & ~one.takes()) == 0)
                    .findFirst()
                    .orElse(preferred.getLast());
        }

        @Override
        public boolean isFree(int player) {
            return ((forced >>> player) & 1) == 0;
        }
    }

    /// The same game, nothing remembered.
    private static ParticipationGame plainly(Listed listed) {
        return new ParticipationGame() {
            @Override
            public int players() {
                return listed.players();
            }

            @Override
            public long payoff(long available, int player) {
                return listed.best(available).left().get(player);
            }

            @Override
            public boolean runs(long available) {
                return listed.best(available).runs();
            }
        };
    }

    private static boolean gain(ParticipationGame game, long from, long switching) {
        for (int i = 0; i < game.players(); i++) {
            if (((switching >> i) & 1) == 1 && game.payoff(from ^ switching, i) <= game.payoff(from, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean anybodyGainsAlone(ParticipationGame game, long coalition) {
        for (int i = 0; i < game.players(); i++) {
            if (gain(game, coalition, 1L << i)) {
                return true;
            }
        }
        return false;
    }

    /// By the definition, group by group of all that there are.
    ///
    /// @param most members of a group
    private static boolean holdsByDefinition(ParticipationGame game, long coalition, int most) {
        if (anybodyGainsAlone(game, coalition)) {
            return false;
        }
        long out = ~coalition & ((1L << game.players()) - 1);
        for (long group = out; group != 0; group = (group - 1) & out) {
            if (Long.bitCount(group) <= most && gain(game, coalition, group)) {
                return false;
            }
        }
        return true;
    }

    private static int heldToEnumeration(Random random, int players) {
        Listed listed = Listed.random(random, players);
        ParticipationGame plain = plainly(listed);
        Choices all = Choices.of(listed, Integer.MAX_VALUE).orElseThrow();
        List<Long> ofThree = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        int idle = 0;
        for (long c = 0; c < 1L << players; c++) {
            assertThat(all.runs(c)).isEqualTo(plain.runs(c));
            for (int i = 0; i < players; i++) {
                assertThat(all.payoff(c, i)).isEqualTo(plain.payoff(c, i));
            }
            if (!plain.runs(c)) {
                idle += anybodyGainsAlone(plain, c) ? 0 : 1;
            } else if (holdsByDefinition(plain, c, 3)) {
                ofThree.add(c);
                boolean holds = holdsByDefinition(plain, c, players);
                if (listed.forced() == 0) {
                    assertThat(all.groupGains(c)).isEqualTo(!holds);
                } else if (all.groupGains(c)) {
                    assertThat(holds).isFalse();
                }
                if (!all.groupGains(c)) {
                    expected.add(c);
                }
                groupsAreThoseOfTheDefinition(listed, plain, c, random);
            }
        }
        SelfEnforcing.Split split = SelfEnforcing.split(all);
        assertThat(split.running()).isEqualTo(ofThree);
        assertThat(split.idle()).isEqualTo(idle);
        assertThat(Choices.of(listed, all.asked())).isPresent();
        assertThat(Choices.of(listed, all.asked() - 1)).isEmpty();
        Settled top = Settled.of(all, Settle.TOP, new Settled.Starts(0, 0));
        Settled bottom = Settled.of(all, Settle.BOTTOM, new Settled.Starts(0, 0));
        if (expected.isEmpty()) {
            assertThat(top.found()).isIn(Ending.SOME, Ending.IDLE, Ending.CYCLE);
        } else {
            assertThat(Long.bitCount(top.coalition()))
                    .isEqualTo(expected.stream().mapToInt(Long::bitCount).max().orElseThrow());
            assertThat(Long.bitCount(bottom.coalition()))
                    .isEqualTo(expected.stream().mapToInt(Long::bitCount).min().orElseThrow());
            assertThat(top.found()).isEqualTo(Ending.ALL);
        }
        assertThat(top.idle()).isEqualTo(Optional.of(idle));
        return expected.size();
    }

    /// Looked for without a table of all coalitions: who never gains is left out, and few choices are no proof.
    private static void groupsAreThoseOfTheDefinition(Listed listed, ParticipationGame plain, long c, Random random) {
        Groups.Chooser chooser = new Groups.Chooser() {
            @Override
            public long takes(long available) {
                return listed.best(available).takes();
            }

            @Override
            public boolean isFree(int player) {
                return listed.isFree(player);
            }
        };
        long everybody = (1L << listed.players()) - 1;
        long mayGain = 0;
        for (int i = 0; i < listed.players(); i++) {
            int player = i;
            boolean may = listed.preferred().stream().anyMatch(one -> one.left().get(player) > plain.payoff(c, player));
            mayGain |= may ? 1L << i : 0;
        }
        boolean holds = holdsByDefinition(plain, c, listed.players());
        for (long may : List.of(everybody, mayGain)) {
            Groups.Found found = Groups.of(plain, chooser, c, may, Integer.MAX_VALUE);
            Groups.Found few = Groups.of(plain, chooser, c, may, 1 + random.nextInt(3));
            if (listed.forced() == 0) {
                assertThat(found.isNone()).isEqualTo(holds);
                assertThat(found.all()).isTrue();
            }
            for (Groups.Found one : List.of(found, few)) {
                assertThat(one.isNone() && !holds).isFalse();
                if (one.group() != 0) {
                    assertThat(one.group() & c).isZero();
                    assertThat(gain(plain, c, one.group())).isTrue();
                }
            }
        }
    }

    @Test
    void theyAreThoseOfPlainEnumerationOnAThousandRandomGames() {
        Random random = new Random(41);
        int found = 0;
        for (int g = 0; g < 1000; g++) {
            found += heldToEnumeration(random, 1 + random.nextInt(10));
        }
        assertThat(found).isGreaterThan(300);
    }

    /// One goes alone; four others would do it better, and only all four together.
    @Test
    void whatOnlyFourTogetherUndoDoesNotHold() {
        List<Choices.Best> preferred = List.of(
                new Choices.Best(0b01111, true, List.of(5L, 5L, 5L, 5L, 5L)),
                new Choices.Best(0b10000, true, List.of(1L, 1L, 1L, 1L, 1L)),
                new Choices.Best(0, false, Collections.nCopies(5, 0L)));
        Choices all =
                Choices.of(new Listed(5, 0, true, preferred), Integer.MAX_VALUE).orElseThrow();
        assertThat(SelfEnforcing.split(all).running()).contains(0b10000L);
        assertThat(all.groupGains(0b10000)).isTrue();
        assertThat(all.groupGains(0b01111)).isFalse();
        assertThat(Settled.of(all, Settle.BOTTOM, new Settled.Starts(0, 0)).holding())
                .contains(0b01111L)
                .doesNotContain(0b10000L);
    }

    @Test
    void alsoOfTwelveToFourteenPlayers() {
        Random random = new Random(43);
        for (int players = 12; players <= 14; players++) {
            heldToEnumeration(random, players);
            heldToEnumeration(random, players);
        }
    }

    /// Twenty players of whom any eleven do: all coalitions by far fewer choices.
    @Test
    void twentyPlayersTakeFewerChoicesThanCoalitions() {
        Random random = new Random(1);
        Listed listed = Listed.random(random, 20);
        Choices all = Choices.of(listed, 100_000).orElseThrow();
        assertThat(all.asked()).isLessThan(1 << 17);
        for (long c : LongStream.generate(() -> random.nextLong() & 0xfffff)
                .limit(2_000)
                .toArray()) {
            assertThat(all.runs(c)).isEqualTo(listed.best(c).runs());
        }
        assertThatThrownBy(() -> Choices.of(Listed.random(random, 21), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("21 players");
    }
}
