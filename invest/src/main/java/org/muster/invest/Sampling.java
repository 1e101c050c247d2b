package org.muster.invest;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.muster.games.Fraction;

/// Coalitions that are drawn, where there are too many to look at: with common random numbers, the same for every
/// portfolio, world and member left out, so that what is more in common never looks worse.
///
/// @param seed   of the random numbers
/// @param draws  how many coalitions
/// @param told   what is told of a chance
/// @param worlds how many worlds share what the interval may err by
/// @param above  coalitions are drawn where more members matter; up to so many all are looked at
record Sampling(long seed, int draws, Told told, int worlds, int above) {
    /// Coalitions that are drawn by the way.
    static final int DRAWS = 1_000;

    /// How often an interval may miss the truth.
    static final double ERR = 0.05;

    private static final int BITS = 30;

    /// What is told of a chance.
    enum Told {
        /// The ends of an interval that holds it in 95 of 100 seeds.
        INTERVAL,
        /// The share of draws: right on average.
        SHARE
    }

    /// By draw and player, whole numbers from 0 to below `2^30`.
    int[][] numbers(int players) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] numbers = new int[draws][players];
        for (int[] draw : numbers) {
            for (int i = 0; i < players; i++) {
                draw[i] = random.nextInt(1 << BITS);
            }
        }
        return numbers;
    }

    /// A player goes where its number is below this.
    static int threshold(Fraction willing) {
        return willing.numerator()
                .shiftLeft(BITS)
                .divide(willing.denominator())
                .min(BigInteger.ONE.shiftLeft(BITS))
                .intValueExact();
    }

    /// The chance as it is told from below.
    Fraction least(int times) {
        return told == Told.SHARE ? Fraction.of(times, draws) : Binomial.least(times, draws, ERR / worlds);
    }

    /// The chance as it is told from above.
    Fraction most(int times) {
        return told == Told.SHARE
                ? Fraction.of(times, draws)
                : Fraction.ONE.minus(Binomial.least(draws - times, draws, ERR / worlds));
    }
}
