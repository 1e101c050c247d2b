package org.muster.plan.atlas;

/// How the costs of coalitions were found.
public enum Method {
    /// In closed form, for every coalition.
    ATLAS,
    /// By the planner, once for every coalition of the members that matter.
    CACHED,
    /// By the planner, for the coalitions that an estimate asks for.
    ESTIMATED
}
