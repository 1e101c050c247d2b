package org.muster.plan.together;

import java.util.List;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.input.Refusal;
import org.muster.plan.Plan;
import org.muster.plan.SavedPlan;
import org.muster.plan.verify.Committed;

/// A plan that is accepted already: what it uses is not there for others.
///
/// @param mission its mission
/// @param plan    who goes, with what
public record Given(Mission mission, SavedPlan plan) {
    /// A plan as it was kept.
    ///
    /// @throws Refusal where the plan names a phase, an offer, a pool or a charter that is not there
    public static Given of(Alliance alliance, SavedPlan plan) {
        Mission mission = alliance.mission(plan.mission())
                .orElseThrow(
                        () -> new Refusal("the plan is of mission " + plan.mission() + ", which is not in the folder"));
        for (Plan.Assignment used : plan.assignments()) {
            if (mission.phases().stream().noneMatch(phase -> phase.id().equals(used.phase()))) {
                throw new Refusal(
                        "the plan serves phase " + used.phase() + ", which mission " + mission.id() + " does not have");
            }
            if (!isThere(alliance, used)) {
                throw new Refusal("the plan uses " + used.source().word() + " " + used.id()
                        + ", which is not in the folder: it was made for another state of it");
            }
        }
        return new Given(mission, plan);
    }

    /// The same for a checker of written proofs.
    public Committed committed() {
        return new Committed(
                mission,
                plan.coalition(),
                plan.assignments().stream()
                        .map(used -> new Committed.Taken(used.source().word(), used.id(), used.phase(), used.units()))
                        .toList());
    }

    private static boolean isThere(Alliance alliance, Plan.Assignment used) {
        return switch (used.source()) {
            case OFFER -> alliance.offers().stream().anyMatch(o -> o.id().equals(used.id()));
            case POOL -> alliance.pool(used.id()).isPresent();
            case MARKET -> alliance.market().stream().anyMatch(c -> c.id().equals(used.id()));
        };
    }

    Phase phase(Plan.Assignment used) {
        return mission.phases().stream()
                .filter(phase -> phase.id().equals(used.phase()))
                .findFirst()
                .orElseThrow();
    }

    /// What of a draw on the pool the plan's owners had a right to; the rest was released to it.
    static long own(Pool pool, List<String> coalition, long drawn) {
        long entitled = coalition.stream()
                .filter(pool.entitlements()::containsKey)
                .mapToLong(pool::availableEntitlement)
                .sum();
        return pool.access() instanceof Access.Open ? 0 : Math.min(entitled, drawn);
    }
}
