package org.muster.games;

import java.util.Locale;
import java.util.function.LongToDoubleFunction;

/// A game by formula.
record StreamedGame(int players, LongToDoubleFunction formula, double wholeBound) implements Game {
    StreamedGame {
        if (players < 1 || players > Coalitions.MOST_PLAYERS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a game over all coalitions has 1 to %d players, not %d",
                    Coalitions.MOST_PLAYERS,
                    players));
        }
    }

    @Override
    public double value(long coalition) {
        return formula.applyAsDouble(coalition);
    }
}
