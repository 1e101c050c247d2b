package org.muster.cli.game;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.muster.games.Fraction;

/// A long array of numbers as it is read: doubles, and how many decimals the longest of them has.
///
/// Decimals are turned into whole numbers of a small unit where all fit 2^53, so that what was written is solved
/// exactly.
final class NumberArray {
    static final NumberArray EMPTY = new NumberArray();
    private static final int MOST_DECIMALS = 15;

    private double[] values = new double[16];
    private int size;
    private int decimals;
    private double most;

    void add(long value) {
        append((double) value);
        if (Math.abs((double) value) > 0x1p53) {
            decimals = MOST_DECIMALS + 1; // not held exactly
        }
    }

    void add(BigDecimal value) {
        append(value.doubleValue());
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        decimals = Math.max(decimals, plain.scale());
    }

    private void append(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        most = Math.max(most, Math.abs(value));
    }

    int size() {
        return size;
    }

    double get(int k) {
        return values[k];
    }

    /// The unit in which all values are whole: a power of ten, or 1 where that does not work.
    Fraction unit() {
        if (decimals <= 0 || decimals > MOST_DECIMALS || most * Math.pow(10, decimals) > 0x1p53) {
            return Fraction.ONE;
        }
        return new Fraction(BigInteger.ONE, BigInteger.TEN.pow(decimals));
    }

    /// The values in that unit.
    double[] inUnits() {
        double[] whole = Arrays.copyOf(values, size);
        double factor = unit().denominator().doubleValue();
        if (factor != 1) {
            for (int k = 0; k < size; k++) {
                whole[k] = Math.rint(whole[k] * factor);
            }
        }
        return whole;
    }
}
