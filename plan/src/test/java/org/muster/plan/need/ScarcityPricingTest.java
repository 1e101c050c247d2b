package org.muster.plan.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.games.Fraction;

class ScarcityPricingTest {
    private static final int GAMES = 1_000;

    private static ScarcityPricing random(SplittableRandom random) {
        int members = 1 + random.nextInt(6);
        List<ScarcityPricing.Moment> moments = new ArrayList<>();
        for (int m = 1 + random.nextInt(8); m > 0; m--) {
            moments.add(new ScarcityPricing.Moment(
                    Fraction.of(random.nextInt(7), 1 + random.nextInt(4)),
                    random.nextInt(4) > 0,
                    random.longs(members, 0, 5).boxed().toList()));
        }
        return new ScarcityPricing(members, Fraction.of(random.nextInt(12), 1 + random.nextInt(3)), 1, moments);
    }

    private static Fraction sum(List<Fraction> shares, long coalition) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            sum = (coalition >>> i & 1) != 0 ? sum.plus(shares.get(i)) : sum;
        }
        return sum;
    }

    /// Shares add up to what all pay, and no coalition pays more than it would alone.
    @Test
    void noCoalitionWouldRatherHoldUnitsOfItsOwn() {
        SplittableRandom random = new SplittableRandom(3);
        int held = 0;
        int spared = 0;
        for (int game = 0; game < GAMES; game++) {
            ScarcityPricing pricing = random(random);
            List<Fraction> shares = pricing.shares();
            long all = (1L << pricing.members()) - 1;
            assertThat(sum(shares, all)).as("game %d", game).isEqualTo(pricing.cost(all));
            for (long s = 1; s < all; s++) {
                assertThat(sum(shares, s)).as("game %d, coalition %d", game, s).isLessThanOrEqualTo(pricing.cost(s));
                spared += sum(shares, s).compareTo(pricing.cost(s)) < 0 ? 1 : 0;
            }
            held += pricing.units(all) > 0 ? 1 : 0;
        }
        assertThat(held).isGreaterThan(GAMES / 4);
        assertThat(spared).isGreaterThan(GAMES);
    }

    /// Against every number of units up to all that is ever needed.
    @Test
    void theUnitsHeldAreTheCheapest() {
        SplittableRandom random = new SplittableRandom(4);
        for (int game = 0; game < GAMES; game++) {
            ScarcityPricing one = random(random);
            long block = 1 + random.nextInt(3);
            ScarcityPricing pricing = new ScarcityPricing(one.members(), one.unitPrice(), block, one.moments());
            for (long s = 0; s < 1L << pricing.members(); s++) {
                Fraction least = pricing.cost(s, 0);
                for (long units = 0; units <= 40; units += block) {
                    least = least.min(pricing.cost(s, units));
                }
                assertThat(pricing.cost(s)).as("game %d, coalition %d", game, s).isEqualTo(least);
            }
        }
    }

    /// Three members that need half an aircraft each: alone 10, two together 10, all three 20.
    @Test
    void wholeAircraftEmptyTheCore() {
        ScarcityPricing.Moment moment = new ScarcityPricing.Moment(Fraction.of(100), true, List.of(1L, 1L, 1L));
        ScarcityPricing pricing = new ScarcityPricing(3, Fraction.of(5), 2, List.of(moment));
        assertThat(pricing.cost(0b001)).isEqualTo(Fraction.of(10));
        assertThat(pricing.cost(0b011)).isEqualTo(Fraction.of(10));
        assertThat(pricing.cost(0b111)).isEqualTo(Fraction.of(20));
        // Every pair pays at most 10, so that all pay at most 15.
        assertThat(pricing.cost(0b011)
                        .plus(pricing.cost(0b101))
                        .plus(pricing.cost(0b110))
                        .over(2))
                .isLessThan(pricing.cost(0b111));
    }
}
