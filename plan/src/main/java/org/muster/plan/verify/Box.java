package org.muster.plan.verify;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is left of the model at a node: bounds of variables, and rows that must be exactly at one of their sides.
final class Box {
    final BigInteger[] lower;
    final BigInteger[] upper;
    private final Map<String, BigInteger> tight;

    Box(Rows rows) {
        lower = new BigInteger[rows.variables()];
        upper = new BigInteger[rows.variables()];
        tight = new HashMap<>();
        for (int j = 0; j < lower.length; j++) {
            lower[j] = BigInteger.ZERO;
            upper[j] = rows.upperOf(j);
        }
    }

    Box(Box other) {
        lower = other.lower.clone();
        upper = other.upper.clone();
        tight = new HashMap<>(other.tight);
    }

    void cut(Rows rows, WrittenProof.Side side, int node) throws NotProven {
        Integer place = rows.placeOf(side.variable());
        if (place == null) {
            throw new NotProven("node " + node + ": the model has no variable \"" + side.variable() + "\"");
        }
        if (side.atMost()) {
            upper[place] = upper[place].min(side.bound());
        } else {
            lower[place] = lower[place].max(side.bound());
        }
    }

    void fix(int place, BigInteger value) {
        lower[place] = lower[place].max(value);
        upper[place] = upper[place].min(value);
    }

    /// The row has to be exactly there.
    void tighten(String row, BigInteger side) {
        tight.put(row, side);
    }

    /// The side of a row that a price counts with: the lower one where it is above zero, else the upper one; empty
    /// where the row is open there.
    Optional<BigInteger> sideOf(String name, Rows.Row row, BigInteger price) {
        BigInteger known = tight.get(name);
        return known != null ? Optional.of(known) : price.signum() > 0 ? row.lower() : row.upper();
    }

    boolean isEmpty() {
        for (int j = 0; j < lower.length; j++) {
            if (lower[j].compareTo(upper[j]) > 0) {
                return true;
            }
        }
        return false;
    }
}
