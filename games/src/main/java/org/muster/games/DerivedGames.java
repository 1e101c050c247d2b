package org.muster.games;

/// Games made from games.
public final class DerivedGames {
    private DerivedGames() {}

    /// The savings game of a cost game: what a coalition saves by acting together, `sum of c(i) - c(S)`.
    public static Game savings(Game cost) {
        int n = cost.players();
        double[] alone = new double[n];
        double bound = 0;
        for (int i = 0; i < n; i++) {
            alone[i] = cost.value(1L << i);
            bound += Math.abs(alone[i]);
        }
        return new PlusAdditive(cost, -1, alone, cost.wholeBound() + bound);
    }

    /// The dual game: what a coalition can keep the others from getting, `v(N) - v(N - S)`.
    public static Game dual(Game game) {
        long all = Coalitions.grand(game.players());
        double grand = game.value(all);
        return Game.streamedWhole(game.players(), 2 * game.wholeBound(), mask -> grand - game.value(all & ~mask));
    }

    /// The game plus what is given to each player alone.
    public static Game plusAdditive(Game game, double[] gifts) {
        double most = 0;
        boolean whole = true;
        for (double gift : gifts) {
            most += Math.abs(gift);
            whole &= gift == Math.rint(gift);
        }
        double bound = whole ? game.wholeBound() + most : Double.NaN;
        return new PlusAdditive(game, 1, gifts.clone(), bound);
    }

    /// The negative of a game: a cost game seen as a value game.
    public static Game negative(Game game) {
        return new PlusAdditive(game, -1, new double[game.players()], game.wholeBound());
    }

    /// The mean of a game and its dual: constant-sum, its prenucleolus is the simplified modiclus.
    ///
    /// Doubled, so that whole values stay whole.
    public static Game plusDual(Game game) {
        long all = Coalitions.grand(game.players());
        double grand = game.value(all);
        return Game.streamedWhole(
                game.players(), 3 * game.wholeBound(), mask -> game.value(mask) + grand - game.value(all & ~mask));
    }
}
