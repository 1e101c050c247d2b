package org.muster.bench.games;

/// What a time is held against.
sealed interface Limit {
    /// Nothing: the figure is itself what others are held against.
    record None() implements Limit {}

    /// A stated time in seconds, of the project's own aims.
    record Aim(double seconds) implements Limit {}

    /// So many times the median of another case of the same run.
    ///
    /// @param called what the limit is called beside the figure
    record Rival(BenchCase rival, int times, String called) implements Limit {}
}
