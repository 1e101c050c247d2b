package org.muster.plan.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.plan.OutOfTime;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.plan.atlas.SingleCoalitions;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;
import org.muster.plan.model.PlanningModel;
import org.muster.solve.Lexicographic;
import org.muster.solve.LinearModel;
import org.muster.solve.ModelDraft;
import org.muster.solve.SolveOptions;

/// Which coalitions of the allies can do several missions at once: some of their members, each wherever it is
/// needed, with every mission's floor and lead, cover every essential line of all of them, the days after included,
/// and no unit, hour or crew is counted twice.
public final class AtOnce implements SingleCoalitions.Asker {
    private final Alliance alliance;
    private final List<Mission> missions;
    private final List<String> players;
    private final List<String> matter;
    private final SolveOptions options;
    private final JointModel joint;

    /// @param missions each once
    public AtOnce(Alliance alliance, List<Mission> missions, SolveOptions options) {
        this.alliance = alliance;
        this.missions = missions.stream().map(AtOnce::free).toList();
        this.options = options;
        this.players = alliance.members().stream()
                .filter(Member::isAlly)
                .map(Member::code)
                .toList();
        this.matter = mattering(alliance, missions);
        this.joint = new JointModel(
                alliance,
                this.missions.stream()
                        .map(mission -> PlanningModel.of(
                                alliance, mission, Eligibility.of(alliance, mission), PlanningModel.Purpose.COALITION))
                        .toList(),
                List.of());
    }

    /// Nobody has to go.
    private static Mission free(Mission mission) {
        return mission.with(new Mission.Pins(Set.of(), mission.pins().mustNot(), List.of()));
    }

    /// Whether missions stand at the same time on some day.
    public static boolean overlap(Mission one, Mission other) {
        return one.phases().stream()
                .anyMatch(a -> other.phases().stream()
                        .anyMatch(b -> !a.from().isAfter(b.to()) && !b.from().isAfter(a.to())));
    }

    /// Who matters for any of them, at any number, in the alliance's order.
    public static List<String> mattering(Alliance alliance, List<Mission> missions) {
        Set<String> some = new TreeSet<>();
        missions.forEach(mission -> some.addAll(AskedCoalitions.mattering(alliance, mission)));
        return alliance.members().stream()
                .map(Member::code)
                .filter(some::contains)
                .toList();
    }

    /// Asks the planner.
    ///
    /// @param before what follows from fewer or more means with the same members that matter; empty where nothing is
    ///               known
    /// @throws OutOfTime                where it was not proven in the time allowed
    /// @throws IllegalArgumentException where more members matter than [AskedCoalitions#MOST_MATTERING]
    public static AskedCoalitions of(
            Alliance alliance, List<Mission> missions, Optional<AskedCoalitions.Before> before, SolveOptions options) {
        return AskedCoalitions.asked(new AtOnce(alliance, missions, options), before);
    }

    @Override
    public List<String> players() {
        return players;
    }

    @Override
    public List<String> matter() {
        return matter;
    }

    @Override
    public boolean can(Set<String> present) {
        return solved(present).isPresent();
    }

    @Override
    public Optional<Set<String>> enough(Set<String> present) {
        return solved(present).map(plan -> {
            Set<String> needed = new TreeSet<>();
            for (String member : present) {
                long[] without = plan.clone();
                missions.forEach(mission -> joint.join(mission.id(), member).ifPresent(join -> without[join] = 0));
                if (joint.model().isMetBy(without)) {
                    System.arraycopy(without, 0, plan, 0, plan.length);
                } else {
                    needed.add(member);
                }
            }
            return needed;
        });
    }

    /// A plan of those who may join that covers every essential line; empty where there is none.
    private Optional<long[]> solved(Set<String> present) {
        if (options.isOver()) {
            throw outOfTime();
        }
        List<LinearModel.Variable> variables = new ArrayList<>(joint.model().variables());
        for (String player : players) {
            if (!present.contains(player)) {
                missions.forEach(mission -> joint.join(mission.id(), player)
                        .ifPresent(join -> variables.set(
                                join,
                                new LinearModel.Variable(variables.get(join).name(), 0, 0, true))));
            }
        }
        LinearModel model = new LinearModel(variables, joint.model().rows());
        List<Integer> shortfalls = new ArrayList<>();
        for (JointModel.Part part : joint.parts()) {
            for (Line line : part.planning().eligibility().lines()) {
                if (line.requirement().isEssential()) {
                    shortfalls.add(part.offset() + part.planning().shortfallOf(line));
                }
            }
        }
        ModelDraft.Sum missing = new ModelDraft.Sum();
        shortfalls.forEach(variable -> missing.plus(1, variable));
        Lexicographic.Answer answer = Lexicographic.solve(
                model,
                List.of(ModelDraft.level("missing units of essential lines", missing)),
                Optional.of(joint.nobodyGoes()).filter(model::isMetBy),
                options);
        if (answer.feasibility() == Lexicographic.Feasibility.INFEASIBLE) {
            return Optional.empty();
        }
        if (!answer.isProven()) {
            throw outOfTime();
        }
        long[] values = answer.values().orElseThrow();
        return Optional.of(values).filter(plan -> shortfalls.stream().allMatch(variable -> plan[variable] == 0));
    }

    private OutOfTime outOfTime() {
        return new OutOfTime("which coalitions can do "
                + String.join(" and ", missions.stream().map(Mission::id).toList())
                + " at once in " + alliance.id());
    }
}
