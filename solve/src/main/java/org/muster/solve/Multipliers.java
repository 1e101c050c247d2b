package org.muster.solve;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/// Whole-number prices of a bound: a price of `p` on a row counts `p / scale`.
///
/// @param scale above zero
/// @param rows  by the index of a row of the model
/// @param cuts  by the index of an earlier level (or the same) that is at most at its value
public record Multipliers(BigInteger scale, Map<Integer, BigInteger> rows, Map<Integer, BigInteger> cuts) {
    /// Prices of a face's rows, the cuts last.
    static Multipliers of(BigInteger scale, BigInteger[] prices, Face face) {
        Map<Integer, BigInteger> rows = new TreeMap<>();
        Map<Integer, BigInteger> cuts = new TreeMap<>();
        int m = face.rowLower.length;
        for (int i = 0; i < prices.length; i++) {
            if (prices[i].signum() != 0) {
                (i < m ? rows : cuts).merge(i < m ? i : face.cutLevels.get(i - m), prices[i], BigInteger::add);
            }
        }
        return new Multipliers(scale, rows, cuts);
    }

    /// No price on anything: what the variables' own bounds say.
    static Multipliers none() {
        return new Multipliers(BigInteger.ONE, Map.of(), Map.of());
    }
}
