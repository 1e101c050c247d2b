package org.muster.games;

/// Coalitions as bit masks.
public final class Coalitions {
    private Coalitions() {}

    /// The number of members in a coalition mask.
    public static int size(long mask) {
        return Long.bitCount(mask);
    }
}
