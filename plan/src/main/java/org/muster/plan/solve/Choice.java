package org.muster.plan.solve;

/// Which solver proves a level that the relaxation alone does not.
public enum Choice {
    /// CP-SAT first, HiGHS beside it where a second thread is allowed; the first proof wins.
    AUTO,
    /// CP-SAT alone.
    CP_SAT,
    /// HiGHS alone.
    HIGHS,
    /// SCIP alone.
    SCIP
}
