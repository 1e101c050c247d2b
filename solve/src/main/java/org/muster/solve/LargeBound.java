package org.muster.solve;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// An exact bound in whole numbers of any size, for prices that 64 bits do not hold.
@SuppressWarnings("ArrayRecordComponent") // a certificate of one solve, read at once and dropped
record LargeBound(BigInteger scale, BigInteger scaledBound, BigInteger[] scaledPrices, BigInteger[] scaledReducedCosts)
        implements ExactBound {
    static LargeBound at(BigInteger scale, Face face, Optional<Level> level, double[] prices) {
        int m = face.rowLower.length;
        BigInteger[] y = new BigInteger[m + face.cuts.size()];
        BigInteger[] reduced = new BigInteger[face.lower.length];
        Arrays.fill(reduced, BigInteger.ZERO);
        if (level.isPresent()) {
            int[] variables = level.get().variables();
            long[] coefficients = level.get().coefficients();
            for (int k = 0; k < variables.length; k++) {
                reduced[variables[k]] = scale.multiply(BigInteger.valueOf(coefficients[k]));
            }
        }
        BigInteger bound = BigInteger.ZERO;
        for (int i = 0; i < y.length; i++) {
            LinearModel.Row row = i < m ? face.model.rows().get(i) : face.cuts.get(i - m);
            long rowLower = i < m ? face.rowLower[i] : row.lower();
            long rowUpper = i < m ? face.rowUpper[i] : row.upper();
            BigInteger price = Fractions.scaled(prices[i], scale);
            if ((price.signum() > 0 && rowLower == LinearModel.NO_LOWER)
                    || (price.signum() < 0 && rowUpper == LinearModel.NO_UPPER)) {
                price = BigInteger.ZERO;
            }
            y[i] = price;
            if (price.signum() == 0) {
                continue;
            }
            bound = bound.add(price.multiply(BigInteger.valueOf(price.signum() > 0 ? rowLower : rowUpper)));
            for (int k = 0; k < row.variables().length; k++) {
                int j = row.variables()[k];
                reduced[j] = reduced[j].subtract(price.multiply(BigInteger.valueOf(row.coefficients()[k])));
            }
        }
        for (int j = 0; j < reduced.length; j++) {
            if (reduced[j].signum() != 0) {
                bound = bound.add(reduced[j].multiply(
                        BigInteger.valueOf(reduced[j].signum() > 0 ? face.lower[j] : face.upper[j])));
            }
        }
        return new LargeBound(scale, bound, y, reduced);
    }

    @Override
    public long roundedUp(long step) {
        BigInteger inSteps = ceilingOf(scaledBound, scale.multiply(BigInteger.valueOf(step)));
        BigInteger rounded = inSteps.multiply(BigInteger.valueOf(step));
        if (rounded.bitLength() < Long.SIZE) {
            return rounded.longValueExact();
        }
        return rounded.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static BigInteger ceilingOf(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    @Override
    public boolean isPositive() {
        return scaledBound.signum() > 0;
    }

    private BigInteger slack(long value) {
        return scale.multiply(BigInteger.valueOf(value)).subtract(scaledBound);
    }

    @Override
    public void fix(Face face, long value) {
        BigInteger slack = slack(value);
        for (int j = 0; j < scaledReducedCosts.length; j++) {
            if (scaledReducedCosts[j].compareTo(slack) > 0) {
                face.upper[j] = face.lower[j];
            } else if (scaledReducedCosts[j].negate().compareTo(slack) > 0) {
                face.lower[j] = face.upper[j];
            }
        }
    }

    @Override
    public boolean tighten(Face face, long value) {
        BigInteger slack = slack(value);
        fix(face, value);
        for (int i = 0; i < face.rowLower.length; i++) {
            if (scaledPrices[i].compareTo(slack) > 0) {
                face.rowUpper[i] = face.rowLower[i];
            } else if (scaledPrices[i].negate().compareTo(slack) > 0) {
                face.rowLower[i] = face.rowUpper[i];
            }
        }
        return slack.signum() == 0;
    }

    @Override
    public Multipliers multipliers(Face face) {
        return Multipliers.of(scale, scaledPrices, face);
    }

    @Override
    public String toString() {
        return "LargeBound[" + scaledBound + "/" + scale + ", prices " + Arrays.toString(scaledPrices) + "]";
    }
}
