package org.muster.solve;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// An exact bound in 64 bits.
@SuppressWarnings("ArrayRecordComponent") // a certificate of one solve, read at once and dropped
record LongBound(long scale, long scaledBound, long[] scaledPrices, long[] scaledReducedCosts) implements ExactBound {
    /// @throws ArithmeticException where 64 bits do not do
    static LongBound at(long scale, Face face, Optional<Level> level, double[] prices) {
        int m = face.rowLower.length;
        long[] y = new long[m + face.cuts.size()];
        long[] reduced = new long[face.lower.length];
        if (level.isPresent()) {
            int[] variables = level.get().variables();
            long[] coefficients = level.get().coefficients();
            for (int k = 0; k < variables.length; k++) {
                reduced[variables[k]] = Math.multiplyExact(scale, coefficients[k]);
            }
        }
        long bound = 0;
        for (int i = 0; i < y.length; i++) {
            LinearModel.Row row = i < m ? face.model.rows().get(i) : face.cuts.get(i - m);
            long rowLower = i < m ? face.rowLower[i] : row.lower();
            long rowUpper = i < m ? face.rowUpper[i] : row.upper();
            long price = rounded(prices[i] * scale);
            if ((price > 0 && rowLower == LinearModel.NO_LOWER) || (price < 0 && rowUpper == LinearModel.NO_UPPER)) {
                price = 0;
            }
            y[i] = price;
            if (price == 0) {
                continue;
            }
            bound = Math.addExact(bound, Math.multiplyExact(price, price > 0 ? rowLower : rowUpper));
            for (int k = 0; k < row.variables().length; k++) {
                int j = row.variables()[k];
                reduced[j] = Math.subtractExact(reduced[j], Math.multiplyExact(price, row.coefficients()[k]));
            }
        }
        for (int j = 0; j < reduced.length; j++) {
            bound = Math.addExact(
                    bound, Math.multiplyExact(reduced[j], reduced[j] > 0 ? face.lower[j] : face.upper[j]));
        }
        return new LongBound(scale, bound, y, reduced);
    }

    private static long rounded(double price) {
        if (Math.abs(price) >= 0x1p62) {
            throw new ArithmeticException("a price beyond 64 bits");
        }
        return Math.round(price);
    }

    @Override
    public long roundedUp(long step) {
        long whole = -Math.floorDiv(-scaledBound, scale);
        try {
            return Math.multiplyExact(-Math.floorDiv(-whole, step), step);
        } catch (ArithmeticException beyond) {
            return whole > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
    }

    @Override
    public boolean isPositive() {
        return scaledBound > 0;
    }

    /// What is left between a value and the bound, scaled; more than any reduced cost where 64 bits do not hold it.
    private long slack(long value) {
        try {
            return Math.subtractExact(Math.multiplyExact(scale, value), scaledBound);
        } catch (ArithmeticException overflow) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public void fix(Face face, long value) {
        long slack = slack(value);
        for (int j = 0; j < scaledReducedCosts.length; j++) {
            if (scaledReducedCosts[j] > slack) {
                face.upper[j] = face.lower[j];
            } else if (-scaledReducedCosts[j] > slack) {
                face.lower[j] = face.upper[j];
            }
        }
    }

    @Override
    public boolean tighten(Face face, long value) {
        long slack = slack(value);
        fix(face, value);
        for (int i = 0; i < face.rowLower.length; i++) {
            if (scaledPrices[i] > slack) {
                face.rowUpper[i] = face.rowLower[i];
            } else if (-scaledPrices[i] > slack) {
                face.rowLower[i] = face.rowUpper[i];
            }
        }
        return slack == 0;
    }

    @Override
    public Multipliers multipliers(Face face) {
        return Multipliers.of(
                BigInteger.valueOf(scale),
                Arrays.stream(scaledPrices).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new),
                face);
    }

    @Override
    public String toString() {
        return "LongBound[" + scaledBound + "/" + scale + ", prices " + Arrays.toString(scaledPrices) + "]";
    }
}
