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
        double whole = cost.wholeBound() + bound;
        double[] values = alone;
        return new Mapped(cost, whole, (v, mask) -> Coalitions.sum(values, mask) - v);
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
        double[] own = gifts.clone();
        return new Mapped(game, bound, (v, mask) -> v + Coalitions.sum(own, mask));
    }

    /// The negative of a game: a cost game seen as a value game.
    public static Game negative(Game game) {
        return new Mapped(game, game.wholeBound(), (v, mask) -> -v + 0.0);
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

    private interface Change {
        double at(double value, long mask);
    }

    private record Mapped(Game base, double wholeBound, Change change) implements Game {
        @Override
        public int players() {
            return base.players();
        }

        @Override
        public double value(long coalition) {
            return change.at(base.value(coalition), coalition);
        }

        @Override
        public void read(long first, int count, double[] into, int at) {
            base.read(first, count, into, at);
            for (int j = 0; j < count; j++) {
                into[at + j] = change.at(into[at + j], first + j);
            }
        }
    }
}
