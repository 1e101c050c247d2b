package org.muster.solve;

/// When a command has to give the best that it has: one moment for everything that it asks, however many solves that
/// takes.
///
/// @param nanoTime on the clock of [System#nanoTime]
public record Deadline(long nanoTime) {
    /// Longer than anybody waits; keeps the sum with the clock within 64 bits.
    private static final double LONGEST_SECONDS = 1e9;

    /// The moment `seconds` from now.
    public static Deadline in(double seconds) {
        return new Deadline(System.nanoTime() + (long) (Math.clamp(seconds, 0, LONGEST_SECONDS) * 1e9));
    }

    /// Seconds until then; not above zero once it has come.
    public double secondsLeft() {
        return (nanoTime - System.nanoTime()) / 1e9;
    }

    /// Whether it has come.
    public boolean isOver() {
        return System.nanoTime() - nanoTime >= 0;
    }
}
