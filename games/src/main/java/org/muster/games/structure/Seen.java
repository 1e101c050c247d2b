package org.muster.games.structure;

import java.util.Arrays;

/// What it cost at the least to come to a state of the search, for as many states as there is room: a state that was
/// come to more cheaply before need not be followed again. A newer state takes the place of an older one.
final class Seen {
    private static final int MOST_BITS = 20;

    private final long[] states;
    private final double[] costs;
    private final int shift;

    /// @param columns of the search: more of them come to more states
    Seen(int columns) {
        int bits = Math.clamp(2 + Integer.SIZE - Integer.numberOfLeadingZeros(columns), 8, MOST_BITS);
        states = new long[1 << bits];
        costs = new double[1 << bits];
        shift = Long.SIZE - bits;
        Arrays.fill(states, -1);
    }

    /// Whether the state is known at this cost or less; if not it is known from now on.
    boolean before(long state, double cost) {
        // Fibonacci hashing: D. E. Knuth, The Art of Computer Programming, volume 3, section 6.4.
        int at = (int) ((state * 0x9E3779B97F4A7C15L) >>> shift);
        if (states[at] == state && costs[at] <= cost) {
            return true;
        }
        states[at] = state;
        costs[at] = cost;
        return false;
    }
}
