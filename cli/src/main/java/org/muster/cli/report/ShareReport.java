package org.muster.cli.report;

import java.util.Optional;
import org.muster.plan.atlas.Atlas;

/// What the faces of a shared bill show.
///
/// @param plan    the plan with its bill under every rule
/// @param atlas   which coalitions can do the mission, where all were looked at
/// @param explain the member whose amounts are to be explained
public record ShareReport(PlanReport plan, Optional<Atlas> atlas, Optional<String> explain) {}
