package org.muster.solve;

/// One level of a strict order of objectives: the sum to be minimised once the levels before it are at their best.
///
/// @param name         what it measures, with its unit
/// @param variables    indices of variables, none twice
/// @param coefficients one per variable
/// @param settles      whether its variables stay as they are once it is proven: the last word on them
@SuppressWarnings("ArrayRecordComponent") // as in LinearModel.Row
public record Level(String name, int[] variables, long[] coefficients, boolean settles) {
    /// The same level as the last word on its variables.
    public Level settling() {
        return new Level(name, variables, coefficients, true);
    }

    /// The level's value, in exact arithmetic.
    public long valueOf(long[] values) {
        long sum = 0;
        for (int k = 0; k < variables.length; k++) {
            sum = Math.addExact(sum, Math.multiplyExact(coefficients[k], values[variables[k]]));
        }
        return sum;
    }

    /// The greatest common divisor of the coefficients, at least 1: no two values of the level are closer than that.
    long step() {
        return step(coefficients);
    }

    /// The greatest common divisor of coefficients, at least 1.
    static long step(long[] coefficients) {
        long divisor = 0;
        for (long coefficient : coefficients) {
            long a = Math.abs(coefficient);
            while (a != 0) {
                long rest = divisor % a;
                divisor = a;
                a = rest;
            }
        }
        return Math.max(1, divisor);
    }
}
