package org.muster.plan.fold;

import java.util.Arrays;
import java.util.List;

/// A condition on a coalition of the form `sum of weights of its players >= needed`: cover of a line or of lines that
/// compete, a number of members, company, a share of a key.
///
/// @param needed  what has to be reached; at most 0 where everybody reaches it
/// @param weights one per player, not negative
public record AtLeast(long needed, List<Long> weights) {
    /// Above this sums may leave 64 bits.
    private static final long MOST = 1L << 40;

    /// @throws ArithmeticException      where the numbers are too large to be summed
    /// @throws IllegalArgumentException where a weight is negative
    public AtLeast {
        if (needed >= MOST) {
            throw new ArithmeticException("a threshold of " + needed + " is beyond what is summed exactly");
        }
        long most = Math.max(0, needed);
        Long[] counted = new Long[weights.size()];
        for (int i = 0; i < counted.length; i++) {
            long weight = weights.get(i);
            if (weight < 0) {
                throw new IllegalArgumentException("a weight of " + weight + " is below 0");
            }
            counted[i] = Math.min(weight, most);
        }
        weights = List.of(counted);
        needed = most;
    }

    /// Whether `coalition`, given by one truth a player, reaches it.
    public boolean holds(boolean[] coalition) {
        long sum = 0;
        for (int i = 0; i < coalition.length; i++) {
            sum += coalition[i] ? weights.get(i) : 0;
        }
        return sum >= needed;
    }

    /// The same condition in units of `unit`, rounded so that it is harder to reach, or easier.
    AtLeast inUnitsOf(long unit, Rounding rounding) {
        return switch (rounding) {
            case HARDER ->
                new AtLeast(
                        Math.ceilDiv(needed, unit),
                        weights.stream()
                                .map(weight -> weight >= needed ? Math.ceilDiv(needed, unit) : weight / unit)
                                .toList());
            case EASIER ->
                new AtLeast(
                        needed / unit,
                        weights.stream()
                                .map(weight -> Math.ceilDiv(weight, unit))
                                .toList());
        };
    }

    /// Which way coarser units are rounded.
    enum Rounding {
        HARDER,
        EASIER
    }

    long[] weightsInOrder(int[] order) {
        return Arrays.stream(order).mapToLong(weights::get).toArray();
    }
}
