package org.muster.lab.run;

/// With what chance each ally is willing to go on a mission. Two are the same where they are one object: they are never
/// compared ally by ally.
final class Willingness {
    private final double[] chances;

    /// @param chances by ally, in the alliance's order
    Willingness(double[] chances) {
        this.chances = chances.clone();
    }

    /// By ally, in the alliance's order; not to be written to.
    double[] chances() {
        return chances;
    }
}
