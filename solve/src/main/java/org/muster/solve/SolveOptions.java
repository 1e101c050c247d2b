package org.muster.solve;

/// How to solve. Nothing here changes a proven answer.
///
/// @param choice     which solver proves what the relaxation does not
/// @param relaxation whether the linear relaxation with its exact bound is tried first
/// @param threads    threads allowed, at least 1
/// @param deadline   when the best so far is wanted, for everything that is solved with these options
/// @param stop       asks for the best so far
/// @param listener   told of progress
/// @param check      what becomes of a solver's word
public record SolveOptions(
        Choice choice,
        boolean relaxation,
        int threads,
        Deadline deadline,
        Stop stop,
        Progress.Listener listener,
        Check check) {
    /// All that this machine has, for an hour at most, told to nobody.
    public static SolveOptions defaults() {
        return new SolveOptions(
                Choice.AUTO, true, 2, Deadline.in(3600), new Stop(), Progress.Listener.none(), Check.CERTIFIED);
    }

    /// The same with another solver, without the relaxation where `relaxation` is false.
    public SolveOptions with(Choice other, boolean tryRelaxation) {
        return new SolveOptions(other, tryRelaxation, threads, deadline, stop, listener, check);
    }

    /// The same with another fate of a solver's word.
    public SolveOptions with(Check other) {
        return new SolveOptions(choice, relaxation, threads, deadline, stop, listener, other);
    }

    /// The same on so many threads, told to nobody: one of several solves side by side.
    public SolveOptions silentlyOn(int others) {
        return new SolveOptions(choice, relaxation, others, deadline, stop, Progress.Listener.none(), check);
    }

    /// Whether nothing more should be started.
    public boolean isOver() {
        return stop.isRequested() || deadline.isOver();
    }
}
