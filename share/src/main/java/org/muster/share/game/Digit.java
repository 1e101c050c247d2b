package org.muster.share.game;

import org.muster.games.Game;

/// One digit of the values of a whole game that is not negative: `floor(v / unit) mod base`. Games of digits are small
/// enough to be summed exactly over all coalitions, and what is linear can be put together from them.
record Digit(Game game, double unit, double base) implements Game {
    @Override
    public int players() {
        return game.players();
    }

    @Override
    public double value(long coalition) {
        return of(game.value(coalition));
    }

    @Override
    public void read(long first, int count, double[] into, int at) {
        game.read(first, count, into, at);
        for (int j = at; j < at + count; j++) {
            into[j] = of(into[j]);
        }
    }

    private double of(double value) {
        double shifted = Math.floor(value / unit);
        return shifted - Math.floor(shifted / base) * base;
    }

    @Override
    public double wholeBound() {
        return base;
    }
}
