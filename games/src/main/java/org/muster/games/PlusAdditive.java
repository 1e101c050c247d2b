package org.muster.games;

/// A game or its negative, plus a number for each player: `sign * v(S) + sum over i in S of a_i`.
///
/// Blocks are read from the game itself; the sums of the lowest players stand in a table, so that a block costs one
/// addition a coalition.
final class PlusAdditive implements Game {
    private static final int LOW = 10;

    private final Game base;
    private final int sign;
    private final double[] additive;
    private final double bound;
    private final double[] lowSums;

    PlusAdditive(Game base, int sign, double[] additive, double bound) {
        this.base = base;
        this.sign = sign;
        this.additive = additive;
        this.bound = bound;
        this.lowSums = Coalitions.sums(additive, 0, Math.min(LOW, additive.length));
    }

    @Override
    public int players() {
        return base.players();
    }

    @Override
    public double value(long coalition) {
        double value = sign * base.value(coalition) + sumOf(coalition);
        return value + 0.0; // no negative zero
    }

    /// The same additions in the same order as in a block.
    private double sumOf(long coalition) {
        int low = (int) (coalition & (lowSums.length - 1));
        return lowSums[low] + Coalitions.sum(additive, coalition - low);
    }

    @Override
    public void read(long first, int count, double[] into, int at) {
        int block = lowSums.length;
        if (first % block != 0 || count % block != 0) {
            Game.super.read(first, count, into, at);
            return;
        }
        base.read(first, count, into, at);
        for (int done = 0; done < count; done += block) {
            add(into, at + done, Coalitions.sum(additive, first + done));
        }
    }

    private void add(double[] into, int at, double sumOfHigh) {
        for (int j = 0; j < lowSums.length; j++) {
            into[at + j] = sign * into[at + j] + (lowSums[j] + sumOfHigh) + 0.0;
        }
    }

    @Override
    public double wholeBound() {
        return bound;
    }
}
