package org.muster.solve;

import java.util.Locale;

/// How sure it is that a value is best, the surest first.
public enum Sureness {
    /// A certificate was checked in whole numbers.
    PROVEN,
    /// A named solver says so; nobody has checked.
    CLAIMED,
    /// Better ones may exist, down to the bound.
    BOUNDED;

    /// The word in files and on screens.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The less sure of the two.
    public Sureness and(Sureness other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
