package org.muster.plan.together;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.solve.SolveOptions;

/// Why a mission lacks, beside others, what it would have alone: which mission has it, and what it would take for that
/// one to give way.
///
/// @param mission  the mission that lacks something
/// @param alone    its plan were it alone
/// @param beside   its plan beside the others
/// @param ways     missions that could give way, one at a time, in their order; only those that would make it better
public record GivingWay(String mission, Plan alone, Plan beside, List<Way> ways) {
    public GivingWay {
        ways = List.copyOf(ways);
    }

    /// What it would take for another mission to give way.
    ///
    /// @param mission    the mission that gives way: all that both want goes to the other first
    /// @param held       what it has by now that the other could use
    /// @param left       what the other would then still lack
    /// @param lost       the plan that would be left to the mission that gives way
    /// @param costMinor  what all missions together would cost more, in minor units; below zero where less
    public record Way(String mission, List<JointPlan.Shared> held, List<Plan.Gap> left, Plan lost, long costMinor) {
        public Way {
            held = List.copyOf(held);
            left = List.copyOf(left);
        }
    }

    /// Whether other missions are the reason: alone it would lack less.
    public boolean isBecauseOfOthers() {
        return missing(beside.gaps()) > missing(alone.gaps())
                || (beside.coalition().isEmpty() && !alone.coalition().isEmpty());
    }

    /// Looks for missions that could give way.
    ///
    /// @param asked   the mission that is asked about, one of `missions`
    /// @param joint   the plan of the missions together
    /// @param given   plans around which they were planned
    public static GivingWay of(
            Alliance alliance,
            List<Mission> missions,
            Mission asked,
            JointPlan joint,
            List<Given> given,
            SolveOptions options) {
        Plan alone = Planner.plan(alliance, asked, new PlanOptions(options, java.util.Optional.empty()));
        GivingWay nothing = new GivingWay(asked.id(), alone, joint.of(asked.id()), List.of());
        if (!nothing.isBecauseOfOthers()) {
            return nothing;
        }
        List<Way> ways = new ArrayList<>();
        for (Mission other : missions.stream().sorted(Together.IN_ORDER).toList()) {
            List<JointPlan.Shared> held = joint.shared().stream()
                    .filter(shared -> shared.units().containsKey(asked.id())
                            && shared.units().getOrDefault(other.id(), 0L) > 0)
                    .toList();
            if (other.id().equals(asked.id()) || held.isEmpty()) {
                continue;
            }
            JointPlan then = Together.plan(alliance, inFront(missions, asked, other), given, options);
            List<Plan.Gap> left = then.of(asked.id()).gaps();
            if (missing(left) < missing(nothing.beside().gaps())) {
                ways.add(new Way(other.id(), held, left, then.of(other.id()), cost(then) - cost(joint)));
            }
        }
        return new GivingWay(asked.id(), alone, joint.of(asked.id()), ways);
    }

    private static long cost(JointPlan plan) {
        return plan.plans().stream().mapToLong(Plan::incrementalCostMinor).sum();
    }

    private static long missing(List<Plan.Gap> gaps) {
        return gaps.stream().mapToLong(Plan.Gap::missing).sum();
    }

    /// The missions in strict order, with `asked` right in front of `other`.
    private static List<Mission> inFront(List<Mission> missions, Mission asked, Mission other) {
        List<Mission> order =
                new ArrayList<>(missions.stream().sorted(Together.IN_ORDER).toList());
        order.remove(asked);
        order.add(order.indexOf(other), asked);
        return IntStream.range(0, order.size())
                .mapToObj(i -> order.get(i).with(OptionalInt.of(i + 1)))
                .toList();
    }
}
