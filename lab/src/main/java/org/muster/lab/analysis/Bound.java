package org.muster.lab.analysis;

/// One side of a box.
///
/// @param factor the factor, counted from 0
/// @param upper  whether values are at most `value`; else they are at least
/// @param value  the bound, which is in the box
public record Bound(int factor, boolean upper, double value) {
    /// Whether a point meets it.
    public boolean isMet(double[] point) {
        return upper ? point[factor] <= value : point[factor] >= value;
    }
}
