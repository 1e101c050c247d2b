package org.muster.cli.report;

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
public record JointReport(Alliance alliance, JointPlan joint, List<PlanReport> reports) {
    public JointReport {
        reports = List.copyOf(reports);
    }

    /// Shares each mission's bill.
    public static JointReport of(Alliance alliance, List<Mission> missions, JointPlan joint) {
        return new JointReport(
                alliance,
                joint,
                joint.plans().stream()
                        .map(plan -> PlanReport.planned(
                                alliance,
                                missions.stream()
                                        .filter(mission -> mission.id().equals(plan.mission()))
                                        .findFirst()
                                        .orElseThrow(),
                                plan))
                        .toList());
    }

    /// What all missions cost together, in minor units.
    long totalMinor() {
        return reports.stream()
                .mapToLong(report -> report.plan().bill().totalMinor())
                .reduce(0L, Math::addExact);
    }

    String grouped(long minor) {
        return Money.grouped(minor, alliance.currency());
    }

    /// How many missions are covered, the day after included.
    long covered() {
        return reports.stream()
                .filter(report -> report.plan().status() == Plan.Status.COVERED)
                .count();
    }

    /// Sources of which something is had by several missions, or nothing is left: what the missions were planned
    /// together for.
    List<JointPlan.Shared> contested() {
        return joint.shared().stream()
                .filter(shared -> shared.isDivided() || shared.isUsedUp())
                .toList();
    }

    /// What a shared source is, in words: `pool heli in 2027`, `NOR's no-crews from 2027-01-25 to 2027-02-28`.
    String nameOf(JointPlan.Shared shared) {
        String what = switch (shared.word()) {
            case "offer" ->
                alliance.offers().stream()
                        .filter(offer -> offer.id().equals(shared.id()))
                        .map(offer -> offer.member() + "'s " + offer.capability() + " (" + offer.id() + ")")
                        .findFirst()
                        .orElse(shared.id());
            case "pool" -> "pool " + shared.id();
            default -> "charter " + shared.id();
        };
        return what
                + shared.period().map(year -> " in " + year).orElse(" from " + shared.from() + " to " + shared.to());
    }
}
