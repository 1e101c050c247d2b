package org.muster.games.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.value.Shapley;

/// Counting units against the table of all coalitions.
class CoverShapleyTest {
    private record Drawn(int players, List<CoverGame.Line> lines, long fixed, BitSet interested) {
        static Drawn of(SplittableRandom random, int players) {
            List<CoverGame.Line> lines = new ArrayList<>();
            for (int l = random.nextInt(4); l >= 0; l--) {
                List<CoverGame.Offer> offers = new ArrayList<>();
                int scale = 1 + random.nextInt(4);
                for (int o = random.nextInt(2 * players + 1); o > 0; o--) {
                    offers.add(new CoverGame.Offer(
                            random.nextInt(players + 1) - 1, (long) scale * random.nextInt(6), random.nextInt(90)));
                }
                lines.add(new CoverGame.Line(random.nextInt(30), random.nextInt(100), offers));
            }
            BitSet interested = new BitSet();
            interested.set(0, players);
            if (random.nextBoolean()) {
                for (int i = 0; i < players; i++) {
                    interested.set(i, random.nextInt(3) > 0);
                }
            }
            return new Drawn(players, lines, random.nextInt(50), interested);
        }

        List<Fraction> byTable() {
            CoverGame cover = new CoverGame(players, lines);
            long mask = interested.isEmpty() ? 0 : interested.toLongArray()[0];
            return Shapley.of(
                            Game.streamedWhole(
                                    players,
                                    cover.costOfNobody() + (double) fixed,
                                    s -> (s & mask) == 0 ? 0 : fixed + cover.cost(s)),
                            1)
                    .fractions()
                    .orElseThrow();
        }

        List<Fraction> counted() {
            return CoverShapley.of(players, lines, fixed, interested).orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void countsWhatTheTableSays(int block) {
        for (long seed = block * 500L; seed < (block + 1) * 500L; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Drawn drawn = Drawn.of(random, 1 + random.nextInt(9));
            assertThat(drawn.counted()).as("seed %d", seed).containsExactlyElementsOf(drawn.byTable());
        }
    }

    @Test
    void countsWhatTheTableSaysUpToTwentyPlayers() {
        for (int players = 10; players <= 20; players++) {
            Drawn drawn = Drawn.of(new SplittableRandom(players), players);
            assertThat(drawn.counted()).as("%d players", players).containsExactlyElementsOf(drawn.byTable());
        }
    }

    /// Beyond 62 suppliers counts leave 64 bits: a hundred players of two kinds share by kind, and add up.
    @Test
    void aHundredPlayersAddUp() {
        List<CoverGame.Offer> offers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            offers.add(new CoverGame.Offer(i, i % 2 == 0 ? 3 : 5, i % 2 == 0 ? 10 : 7));
        }
        BitSet everyone = new BitSet();
        everyone.set(0, 100);
        List<CoverGame.Line> lines = List.of(new CoverGame.Line(40, 100, offers));
        List<Fraction> shares = CoverShapley.of(100, lines, 17, everyone).orElseThrow();
        assertThat(shares.stream().reduce(Fraction.ZERO, Fraction::plus)).isEqualTo(Fraction.of(17 + 40 * 7));
        for (int i = 2; i < 100; i++) {
            assertThat(shares.get(i)).isEqualTo(shares.get(i - 2));
        }
        assertThat(shares.get(0)).isGreaterThan(shares.get(1));
    }

    /// A fold by hand: two players of one unit each at 3 and 5 for a line of one, from outside at 9.
    @Test
    void twoPlayersByHand() {
        BitSet both = new BitSet();
        both.set(0, 2);
        List<CoverGame.Line> lines =
                List.of(new CoverGame.Line(1, 9, List.of(new CoverGame.Offer(0, 1, 3), new CoverGame.Offer(1, 1, 5))));
        // c(0) = 3, c(1) = 5, c(01) = 3: half of 3 + (3 - 5), half of 5 + (3 - 3)
        assertThat(CoverShapley.of(2, lines, 0, both).orElseThrow())
                .containsExactly(Fraction.of(1, 2), Fraction.of(5, 2));
    }
}
