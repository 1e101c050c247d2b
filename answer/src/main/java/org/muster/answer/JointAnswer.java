package org.muster.answer;

import java.util.List;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.alliance.mission.Mission;
import org.muster.plan.Plan;
import org.muster.plan.together.JointPlan;

/// What the faces of missions planned together show.
///
/// @param alliance the alliance
/// @param joint    the plan of all
/// @param reports  each mission's own, in the order of their priorities
public record JointAnswer(Alliance alliance, JointPlan joint, List<PlanAnswer> reports) {
    public JointAnswer {
        reports = List.copyOf(reports);
    }

    /// Shares each mission's bill.
    public static JointAnswer of(Alliance alliance, List<Mission> missions, JointPlan joint) {
        return new JointAnswer(
                alliance,
                joint,
                joint.plans().stream()
                        .map(plan -> PlanAnswer.planned(
                                alliance,
                                missions.stream()
                                        .filter(mission -> mission.id().equals(plan.mission()))
                                        .findFirst()
                                        .orElseThrow(),
                                plan))
                        .toList());
    }

    /// What all missions cost together, in minor units.
    public long totalMinor() {
        return reports.stream()
                .mapToLong(report -> report.plan().bill().totalMinor())
                .reduce(0L, Math::addExact);
    }

    /// An amount with thousands apart, for people.
    public String grouped(long minor) {
        return Money.grouped(minor, alliance.currency());
    }

    /// How many missions are covered, the day after included.
    public long covered() {
        return reports.stream()
                .filter(report -> report.plan().status() == Plan.Status.COVERED)
                .count();
    }

    /// Sources of which something is had by several missions, or nothing is left: what the missions were planned
    /// together for.
    public List<JointPlan.Shared> contested() {
        return joint.shared().stream()
                .filter(shared -> shared.isDivided() || shared.isUsedUp())
                .toList();
    }

    /// What a shared source is, in words: `pool heli in 2027`, `NOR's no-crews from 2027-01-25 to 2027-02-28`.
    public String nameOf(JointPlan.Shared shared) {
        String what = switch (shared.kind()) {
            case OFFER ->
                alliance.offers().stream()
                        .filter(offer -> offer.id().equals(shared.id()))
                        .map(offer -> offer.member() + "'s " + offer.capability() + " (" + offer.id() + ")")
                        .findFirst()
                        .orElse(shared.id());
            case POOL -> "pool " + shared.id();
            case MARKET -> "charter " + shared.id();
        };
        return what
                + shared.period().map(year -> " in " + year).orElse(" from " + shared.from() + " to " + shared.to());
    }
}
