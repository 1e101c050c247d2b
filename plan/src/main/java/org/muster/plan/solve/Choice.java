package org.muster.plan.solve;

/// Which solver proves a level that the relaxation alone does not.
public enum Choice {
    /// SCIP with a head start and then CP-SAT beside it, where a second thread is allowed; else CP-SAT with one worker.
    AUTO,
    /// CP-SAT alone: one worker, or as many as threads where eight or more are allowed.
    CP_SAT,
    /// HiGHS alone.
    HIGHS,
    /// SCIP alone.
    SCIP
}
