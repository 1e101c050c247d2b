package org.muster.plan.solve;

/// How to solve. Nothing here changes a proven answer.
///
/// @param choice     which solver proves what the relaxation does not
/// @param relaxation whether the linear relaxation with its exact bound is tried first
/// @param threads    threads allowed, at least 1
/// @param seconds    time allowed for all levels together
/// @param stop       asks for the best so far
/// @param listener   told of progress
public record SolveOptions(
        Choice choice, boolean relaxation, int threads, double seconds, Stop stop, Progress.Listener listener) {
    /// All that this machine has, for an hour at most, told to nobody.
    public static SolveOptions defaults() {
        return new SolveOptions(Choice.AUTO, true, 2, 3600, new Stop(), Progress.Listener.none());
    }

    /// The same with another solver, without the relaxation where `relaxation` is false.
    public SolveOptions with(Choice other, boolean tryRelaxation) {
        return new SolveOptions(other, tryRelaxation, threads, seconds, stop, listener);
    }
}
