package org.muster.bench.hunt;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/// A game of a few players by its whole values, indexed by mask.
///
/// @param shape  how it was drawn
/// @param isCost whether the values are costs
record Table(String shape, boolean isCost, List<BigInteger> values) {
    Table {
        values = List.copyOf(values);
    }

    int players() {
        return Integer.numberOfTrailingZeros(values.size());
    }

    int grand() {
        return values.size() - 1;
    }

    BigInteger value(int mask) {
        return values.get(mask);
    }

    /// What coalitions save by acting together, for costs; else the game itself.
    Table gains() {
        if (!isCost) {
            return this;
        }
        return new Table(
                shape,
                false,
                java.util.stream.IntStream.range(0, values.size())
                        .mapToObj(mask -> alone(mask).subtract(value(mask)))
                        .toList());
    }

    /// What the players of a coalition are worth one by one.
    BigInteger alone(int mask) {
        BigInteger sum = BigInteger.ZERO;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            sum = sum.add(value(Integer.lowestOneBit(rest)));
        }
        return sum;
    }

    /// A game file that `muster game solve` reads.
    String file() {
        return "{\"kind\": \"%s\", \"%s\": [%s]}"
                .formatted(
                        isCost ? "cost" : "tu",
                        isCost ? "c" : "v",
                        values.stream().map(BigInteger::toString).collect(Collectors.joining(", ")));
    }
}
