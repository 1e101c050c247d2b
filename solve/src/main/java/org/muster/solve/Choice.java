package org.muster.solve;

/// Which solver is asked for a level that the relaxation alone does not prove. Whoever it is, a tree of branches checks
/// it.
public enum Choice {
    /// Branching with a head start and then CP-SAT beside it, where a second thread is allowed.
    AUTO,
    /// CP-SAT alone: one worker, or as many as threads where eight or more are allowed.
    CP_SAT,
    /// HiGHS alone.
    HIGHS,
    /// SCIP alone.
    SCIP
}
