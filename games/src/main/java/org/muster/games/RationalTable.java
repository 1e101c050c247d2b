package org.muster.games;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// A game whose values are whole numbers of any size, for tables that doubles do not hold: from 2^53 on, or with so
/// many decimals that they are whole only in a unit as small as that.
///
/// Floating-point passes see the nearest doubles; what is answered as exact is taken from [#exactly]. Some 60 bytes a
/// coalition.
public final class RationalTable implements Game {
    private final List<BigInteger> values;
    private final double[] nearest;
    private final double rounding;

    private RationalTable(List<BigInteger> values) {
        this.values = values;
        this.nearest = values.stream().mapToDouble(BigInteger::doubleValue).toArray();
        this.rounding = 0x1p-53 * Arrays.stream(nearest).map(Math::abs).max().orElse(0);
    }

    /// The game with the given whole values.
    ///
    /// @param values indexed by mask, the first of them 0
    /// @throws IllegalArgumentException where the length is no power of two, a value is beyond the largest double, or
    ///                                  the first is not 0
    public static RationalTable of(List<BigInteger> values) {
        TableGame.wrapping(values.stream().mapToDouble(BigInteger::doubleValue).toArray()); // refuses what is no table
        return new RationalTable(List.copyOf(values));
    }

    @Override
    public int players() {
        return Integer.numberOfTrailingZeros(nearest.length);
    }

    @Override
    public double value(long coalition) {
        return nearest[Math.toIntExact(coalition)];
    }

    @Override
    public void read(long first, int count, double[] into, int at) {
        System.arraycopy(nearest, Math.toIntExact(first), into, at, count);
    }

    @Override
    public double[] heap() {
        return nearest;
    }

    @Override
    public Fraction exactly(long coalition) {
        return Fraction.of(values.get(Math.toIntExact(coalition)));
    }

    @Override
    public double rounding() {
        return rounding;
    }
}
