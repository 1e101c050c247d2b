package org.muster.games;

import java.util.Arrays;

/// A game or its negative, plus a number for each player: `sign * v(S) + sum over i in S of a_i`.
///
/// Blocks are read from the game itself; the sums of the lowest players stand in a table, so that a block costs one
/// addition a coalition.
final class PlusAdditive implements Game {
    private static final int LOW = 10;

    private final Game base;
    private final int sign;
    private final double[] additive;
    private final Fraction[] exactAdditive;
    private final double bound;
    private final double[] lowSums;
    private volatile double rounding = Double.NaN;

    /// @param exactAdditive the same as `additive`, without rounding
    /// @param bound         what no value is larger than where all are whole, else NaN
    PlusAdditive(Game base, int sign, double[] additive, Fraction[] exactAdditive, double bound) {
        this.base = base;
        this.sign = sign;
        this.additive = additive;
        this.exactAdditive = exactAdditive.clone();
        this.bound = heldOrUnknown(bound);
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
    public double mostBeyond(double[] x, long fixed, long free) {
        return sign > 0 ? base.mostBeyond(rest(x), fixed, free) : -base.leastBeyond(rest(x), fixed, free);
    }

    @Override
    public double leastBeyond(double[] x, long fixed, long free) {
        return sign > 0 ? base.leastBeyond(rest(x), fixed, free) : -base.mostBeyond(rest(x), fixed, free);
    }

    /// What is left to compare the base game with: `sign v + a - x = sign (v - sign (x - a))`.
    private double[] rest(double[] x) {
        double[] rest = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rest[i] = sign * (x[i] - additive[i]);
        }
        return rest;
    }

    @Override
    public double wholeBound() {
        return bound;
    }

    @Override
    public Fraction exactly(long coalition) {
        if (!Double.isNaN(bound)) {
            return Fraction.exactly(value(coalition));
        }
        Fraction value = sign < 0 ? base.exactly(coalition).negated() : base.exactly(coalition);
        for (long rest = coalition; rest != 0; rest &= rest - 1) {
            value = value.plus(exactAdditive[Long.numberOfTrailingZeros(rest)]);
        }
        return value;
    }

    /// Found by one pass on first use and kept.
    @Override
    public double rounding() {
        if (!Double.isNaN(bound)) {
            return 0;
        }
        if (Double.isNaN(rounding)) {
            double most = largest(base);
            for (double part : additive) {
                most += Math.abs(part);
            }
            boolean nothingAdded = Arrays.stream(additive).allMatch(part -> part == 0);
            rounding = base.rounding() * (1 + additive.length) + (nothingAdded ? 0 : 0x1p-47 * most);
        }
        return rounding;
    }

    /// The largest size of a value.
    static double largest(Game game) {
        double most = 0;
        for (long mask = 1; mask < Coalitions.count(game.players()); mask++) {
            most = Math.max(most, Math.abs(game.value(mask)));
        }
        return most;
    }

    /// A bound up to which doubles hold all whole numbers; NaN beyond.
    static double heldOrUnknown(double bound) {
        return bound < 0x1p53 ? bound : Double.NaN;
    }
}
