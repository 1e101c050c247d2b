package org.muster.plan.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.cost.CoverGame;
import org.muster.games.value.Shapley;
import org.muster.games.value.SizeSums;

/// Random missions of 10 to 13 members of whom some join only under conditions: the Shapley value by counting and by
/// what the conditions change, held to a plain pass over all coalitions.
class UnderConditionsTest {
    private static final int WORLDS = 300;

    @RepeatedTest(WORLDS)
    void theValueIsThatOfAPlainPass(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        int n = 10 + random.nextInt(4);
        int conditional = 1 + random.nextInt(Math.max(1, n - 10));
        CoverGame cover = cover(random, n);
        Closure closure = closure(random, n, n == 10 ? 0 : conditional);
        long interested = random.nextInt(3) == 0 ? random.nextLong() & Coalitions.grand(n) : Coalitions.grand(n);
        ClosedForm form = new ClosedForm(cover, random.nextInt(50), interested, closure, List.of());
        Game plain = Game.streamedWhole(n, form.wholeBound(), form::value);
        assertThat(form.shapley(2)).isEqualTo(Shapley.of(SizeSums.of(plain, 1)).fractions());
        isSound(new UnderConditions(cover, interested, closure), random);
    }

    /// Blocks hold the values of single coalitions, and what is said to be nothing is.
    private static void isSound(UnderConditions game, Random random) {
        double[] read = new double[1 << game.players()];
        game.read(0, read.length, read, 0);
        for (int k = 0; k < 200; k++) {
            int coalition = 1 + random.nextInt(read.length - 1);
            assertThat(read[coalition]).isEqualTo(game.value(coalition)).isLessThanOrEqualTo(0);
            long free = random.nextLong() & Coalitions.grand(game.players()) & ~coalition;
            if (game.isNothing(coalition, free)) {
                assertThat(game.value(coalition | free & random.nextLong())).isZero();
            }
        }
    }

    private static CoverGame cover(Random random, int n) {
        List<CoverGame.Line> lines = new ArrayList<>();
        for (int l = 0; l <= random.nextInt(3); l++) {
            List<CoverGame.Offer> offers = new ArrayList<>();
            for (int i = CoverGame.Offer.OUTSIDE; i < n; i++) {
                if (random.nextInt(3) > 0) {
                    offers.add(new CoverGame.Offer(i, random.nextInt(5), random.nextInt(4) * 5L));
                }
            }
            lines.add(new CoverGame.Line(random.nextInt(12), random.nextInt(5) * 5L, offers));
        }
        return new CoverGame(n, lines);
    }

    /// Conditions may ask for others with conditions.
    private static Closure closure(Random random, int n, int conditional) {
        List<Closure.Conditional> all = new ArrayList<>();
        for (int k = n - conditional; k < n; k++) {
            List<Threshold> conditions = new ArrayList<>();
            for (int c = 0; c <= random.nextInt(2); c++) {
                long[] weights = random.longs(n, 0, 4).toArray();
                conditions.add(new Threshold(1 + random.nextInt(2 * n), weights));
            }
            all.add(new Closure.Conditional(k, conditions));
        }
        return new Closure(all);
    }
}
