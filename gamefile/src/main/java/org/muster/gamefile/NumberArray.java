package org.muster.gamefile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.RationalTable;
import org.muster.games.TableGame;

/// A long array of numbers as it is read, without rounding: doubles, and beside them the few numbers that the shortest
/// decimal of their double does not give back.
///
/// Decimals are turned into whole numbers of a small unit. Where all of these fit 2^53 a table of doubles holds them;
/// else, up to 20 players, one of whole numbers of any size; else the table is rounded, which its answers then say.
final class NumberArray {
    static final NumberArray EMPTY = new NumberArray();

    /// Larger numbers are refused: sums of them must stay among the finite doubles.
    static final BigDecimal LARGEST = new BigDecimal("1e300");

    /// Whole numbers up to here are exact doubles; compared as whole numbers, because the next one rounds to this.
    private static final long MOST_IN_A_DOUBLE = 1L << 53;

    private static final int MOST_EXACT = 1 << 20;
    private static final int MOST_IN_DOUBLES = 15;

    private double[] values = new double[16];
    private int size;
    private int decimals;
    private double most;
    private final Map<Integer, BigDecimal> beyondDoubles = new LinkedHashMap<>();

    void add(long value) {
        if (value > MOST_IN_A_DOUBLE || value < -MOST_IN_A_DOUBLE) {
            add(BigDecimal.valueOf(value));
        } else {
            append((double) value);
        }
    }

    /// @param value at most [#LARGEST]
    void add(BigDecimal value) {
        double nearest = value.doubleValue();
        if (new BigDecimal(Double.toString(nearest)).compareTo(value) != 0) {
            beyondDoubles.put(size, value);
        }
        append(nearest);
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

    /// Whether doubles hold the values, in the unit.
    private boolean fitsDoubles() {
        return beyondDoubles.isEmpty() && decimals <= MOST_IN_DOUBLES && most * Math.pow(10, decimals) <= 0x1p53;
    }

    private boolean fitsWholeNumbers() {
        return size <= MOST_EXACT && most * Math.pow(10, decimals) <= LARGEST.doubleValue();
    }

    /// Whether the table made of these numbers holds them rounded only.
    boolean isRounded() {
        return !fitsDoubles() && !fitsWholeNumbers();
    }

    /// How far a value of the table may be from the number that was written.
    double rounding() {
        return isRounded() ? Math.ulp(most) : 0;
    }

    /// The unit in which all values are whole: a power of ten; 1 where they are rounded.
    Fraction unit() {
        return isRounded() || decimals <= 0 ? Fraction.ONE : new Fraction(BigInteger.ONE, BigInteger.TEN.pow(decimals));
    }

    /// The values in that unit, as many as a game has coalitions.
    Game table() {
        if (fitsDoubles()) {
            return TableGame.wrapping(inUnits());
        }
        if (isRounded()) {
            return TableGame.wrapping(Arrays.copyOf(values, size));
        }
        List<BigInteger> whole = new ArrayList<>(size);
        for (int k = 0; k < size; k++) {
            BigDecimal value = beyondDoubles.getOrDefault(k, new BigDecimal(Double.toString(values[k])));
            whole.add(value.scaleByPowerOfTen(Math.max(0, decimals)).toBigIntegerExact());
        }
        return RationalTable.of(whole);
    }

    private double[] inUnits() {
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
