package org.muster.lab.join;

import java.util.SplittableRandom;

/// Whether joining is a complement: what a player gains by coming grows as others come. Then whoever leaves on the way
/// down from everybody would leave everywhere below, so that replies end at the largest coalition that no single player
/// wants to change, in whatever order, and at the smallest on the way up from nobody (D. Topkis, *Equilibrium Points in
/// Nonzero-Sum n-Person Submodular Games*, SIAM Journal on Control and Optimization 17 (1979)).
public final class Complements {
    /// Chains that are tried; one that speaks against it is enough.
    public static final int TRIALS = 48;

    /// Pairs that stand in for one another that are tried at most.
    private static final int STAND_INS = 6;

    private Complements() {}

    /// Tries chains of coalitions: `S` without and with one more player, and a third that comes to both. First those
    /// that cost least, of two out of everybody who stand in for one another; then some drawn from a seed. No proof
    /// where all agree, one that it is not so where one does not.
    public static boolean agree(ParticipationGame game, long seed) {
        int n = game.players();
        return n < 2 || (agreeOnStandIns(game) && agreeOnDrawn(game, seed));
    }

    /// Without either of the two nothing happens, which is known at once; without one the other does it.
    private static boolean agreeOnStandIns(ParticipationGame game) {
        int n = game.players();
        long everybody = (1L << n) - 1;
        int tried = 0;
        for (int i = 0; i < n; i++) {
            long withoutOne = everybody & ~(1L << i);
            for (int j = i + 1; j < n && !game.isKnownIdle(withoutOne); j++) {
                long few = withoutOne & ~(1L << j);
                boolean standIn = game.isKnownIdle(few) && !game.isKnownIdle(everybody & ~(1L << j));
                if (standIn && tried++ < STAND_INS && gain(game, few, i) > gain(game, few | (1L << j), i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean agreeOnDrawn(ParticipationGame game, long seed) {
        int n = game.players();
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < TRIALS; trial++) {
            // fuller coalitions more often: in small ones nothing runs, and nothing speaks against anything
            int odds = 2 << (trial % 3);
            long s = 0;
            for (int i = 0; i < n; i++) {
                s |= random.nextInt(odds) > 0 ? 1L << i : 0;
            }
            int comes = random.nextInt(n);
            int other = (comes + 1 + random.nextInt(n - 1)) % n;
            long few = s & ~(1L << comes) & ~(1L << other);
            if (gain(game, few, comes) > gain(game, few | (1L << other), comes)) {
                return false;
            }
        }
        return true;
    }

    private static long gain(ParticipationGame game, long without, int player) {
        return game.payoff(without | (1L << player), player) - game.payoff(without, player);
    }
}
