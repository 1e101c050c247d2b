package org.muster.plan;

import java.util.Optional;
import org.muster.solve.SolveOptions;

/// How to plan.
///
/// @param solve   solver, threads, time, progress; nothing in it changes a proven plan
/// @param earlier a plan to stay close to once cover and cost are at their best
public record PlanOptions(SolveOptions solve, Optional<SavedPlan> earlier) {
    /// No earlier plan, all that this machine has.
    public static PlanOptions defaults() {
        return new PlanOptions(SolveOptions.defaults(), Optional.empty());
    }

    /// The same, close to an earlier plan.
    public PlanOptions closeTo(SavedPlan plan) {
        return new PlanOptions(solve, Optional.of(plan));
    }
}
