package org.muster.games;

import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;

/// Games made from games. They are as exact as the games that they are made from.
public final class DerivedGames {
    private DerivedGames() {}

    /// The savings game of a cost game: what a coalition saves by acting together, `sum of c(i) - c(S)`.
    public static Game savings(Game cost) {
        int n = cost.players();
        double[] alone = new double[n];
        Fraction[] exactly = new Fraction[n];
        double bound = 0;
        for (int i = 0; i < n; i++) {
            alone[i] = cost.value(1L << i);
            exactly[i] = cost.exactly(1L << i);
            bound += Math.abs(alone[i]);
        }
        return new PlusAdditive(cost, -1, alone, exactly, cost.wholeBound() + bound);
    }

    /// The dual game: what a coalition can keep the others from getting, `v(N) - v(N - S)`.
    public static Game dual(Game game) {
        long all = Coalitions.grand(game.players());
        double grand = game.value(all);
        return new Composed(
                game,
                2,
                mask -> grand - game.value(all & ~mask),
                mask -> game.exactly(all).minus(game.exactly(all & ~mask)));
    }

    /// The game plus what is given to each player alone.
    public static Game plusAdditive(Game game, double[] gifts) {
        double most = 0;
        boolean whole = true;
        Fraction[] exactly = new Fraction[gifts.length];
        for (int i = 0; i < gifts.length; i++) {
            most += Math.abs(gifts[i]);
            whole &= gifts[i] == Math.rint(gifts[i]);
            exactly[i] = Fraction.exactly(gifts[i]);
        }
        double bound = whole ? game.wholeBound() + most : Double.NaN;
        return new PlusAdditive(game, 1, gifts.clone(), exactly, bound);
    }

    /// The negative of a game: a cost game seen as a value game.
    public static Game negative(Game game) {
        int n = game.players();
        Fraction[] nothing = new Fraction[n];
        java.util.Arrays.fill(nothing, Fraction.ZERO);
        return new PlusAdditive(game, -1, new double[n], nothing, game.wholeBound());
    }

    /// The mean of a game and its dual: constant-sum, its prenucleolus is the simplified modiclus.
    ///
    /// Doubled, so that whole values stay whole.
    public static Game plusDual(Game game) {
        long all = Coalitions.grand(game.players());
        double grand = game.value(all);
        return new Composed(
                game,
                3,
                mask -> game.value(mask) + grand - game.value(all & ~mask),
                mask -> game.exactly(mask).plus(game.exactly(all)).minus(game.exactly(all & ~mask)));
    }

    /// A game whose values are sums and differences of a few values of another.
    ///
    /// @param terms how many
    private record Composed(Game base, int terms, LongToDoubleFunction formula, LongFunction<Fraction> exact)
            implements Game {
        @Override
        public int players() {
            return base.players();
        }

        @Override
        public double value(long coalition) {
            return formula.applyAsDouble(coalition);
        }

        @Override
        public double wholeBound() {
            return PlusAdditive.heldOrUnknown(terms * base.wholeBound());
        }

        @Override
        public Fraction exactly(long coalition) {
            return exact.apply(coalition);
        }

        @Override
        public double rounding() {
            return Double.isNaN(wholeBound()) ? terms * (base.rounding() + 0x1p-50 * PlusAdditive.largest(base)) : 0;
        }
    }
}
