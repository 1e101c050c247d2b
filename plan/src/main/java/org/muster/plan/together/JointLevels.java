package org.muster.plan.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.muster.plan.model.Levels;
import org.muster.plan.model.Line;
import org.muster.solve.Level;
import org.muster.solve.Lexicographic;
import org.muster.solve.ModelDraft;

/// What is minimised where missions are planned together, in strict order: priority by priority the uncovered essential
/// lines and then the other uncovered lines of its missions, all alike; then what everything costs; then the tie-break,
/// mission by mission, by the weights of a mission planned alone, so that missions that do not meet are planned as
/// alone.
final class JointLevels {
    private final List<Section> sections = new ArrayList<>();

    /// Steps that are told of together.
    ///
    /// @param before what stands before their names
    private record Section(String before, List<Levels.Step> steps) {}

    private JointLevels() {}

    static JointLevels of(JointModel joint) {
        JointLevels levels = new JointLevels();
        TreeMap<Integer, List<JointModel.Part>> byPriority = new TreeMap<>();
        for (JointModel.Part part : joint.parts()) {
            int priority = part.planning().mission().priority().orElse(Integer.MAX_VALUE);
            byPriority.computeIfAbsent(priority, p -> new ArrayList<>()).add(part);
        }
        byPriority.forEach((priority, parts) -> {
            String before = byPriority.size() == 1
                    ? ""
                    : priority == Integer.MAX_VALUE ? "no priority: " : "priority " + priority + ": ";
            levels.add(before, counted(parts, line -> line.requirement().isEssential(), Levels.Aim.ESSENTIAL));
            levels.add(before, counted(parts, line -> !line.requirement().isEssential(), Levels.Aim.OTHER));
        });
        levels.add("", List.of(new Levels.Step(Levels.Aim.COST, cost(joint.parts()), 1)));
        for (JointModel.Part part : joint.parts()) {
            levels.tieBreak(part, joint.parts().size() == 1 ? "" : part.mission() + ": ");
        }
        return levels;
    }

    private void add(String before, List<Levels.Step> steps) {
        sections.add(new Section(before, steps));
    }

    private static List<Levels.Step> counted(List<JointModel.Part> parts, Predicate<Line> asked, Levels.Aim aim) {
        return Levels.counted(
                parts.stream()
                        .flatMap(part -> part.planning().eligibility().lines().stream()
                                .filter(asked)
                                .map(line -> new Levels.Counted(
                                        line.requirement().quantity(),
                                        part.offset() + part.planning().shortfallOf(line))))
                        .toList(),
                aim);
    }

    private static Level cost(List<JointModel.Part> parts) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        for (JointModel.Part part : parts) {
            for (Level level : Levels.of(part.planning(), Optional.empty())
                    .only(Levels.Aim.COST)
                    .levels()) {
                for (int k = 0; k < level.variables().length; k++) {
                    sum.plus(level.coefficients()[k], part.offset() + level.variables()[k]);
                }
            }
        }
        return ModelDraft.level(Levels.Aim.COST.title(), sum);
    }

    /// What is released to a mission is weighed too: whose hours count as its own may differ where missions share them.
    private void tieBreak(JointModel.Part part, String before) {
        List<Levels.Weighed> units = part.planning().used().stream()
                .map(u -> new Levels.Weighed(
                        u.candidate().name(), u.candidate().mostUnits(), part.offset() + u.variable()))
                .toList();
        List<Levels.Weighed> released = part.planning().released().stream()
                .map(r -> new Levels.Weighed(
                        "released|" + r.pool() + "|" + r.period(),
                        part.planning().model().variables().get(r.variable()).upper(),
                        part.offset() + r.variable()))
                .toList();
        List<Levels.Weighed> members = new ArrayList<>();
        part.planning()
                .joins()
                .forEach((member, join) -> members.add(new Levels.Weighed("join|" + member, 1, part.offset() + join)));
        add(
                before,
                List.of(new Levels.Step(
                        Levels.Aim.ASSIGNMENTS, Levels.assignments(units).settling(), 1)));
        if (!released.isEmpty()) {
            add(
                    before + "released, ",
                    List.of(new Levels.Step(
                            Levels.Aim.ASSIGNMENTS, Levels.assignments(released).settling(), 1)));
        }
        add(before, List.of(new Levels.Step(Levels.Aim.MEMBERS, Levels.members(members), 1)));
    }

    /// The sums to be minimised.
    List<Level> levels() {
        return sections.stream()
                .flatMap(section -> section.steps().stream())
                .map(Levels.Step::level)
                .toList();
    }

    /// What is known of each aim, from what is known of each step; nothing where nothing meets the model.
    List<Lexicographic.Proof> told(List<Lexicographic.Proof> proofs) {
        if (proofs.size() < levels().size()) {
            return List.of();
        }
        List<Lexicographic.Proof> told = new ArrayList<>();
        int at = 0;
        for (Section section : sections) {
            List<Lexicographic.Proof> own =
                    proofs.subList(at, at + section.steps().size());
            at += section.steps().size();
            new Levels(section.steps())
                    .told(own).stream()
                            .map(proof -> new Lexicographic.Proof(
                                    section.before() + proof.level(),
                                    proof.value(),
                                    proof.bound(),
                                    proof.sureness(),
                                    proof.solver()))
                            .forEach(told::add);
        }
        return told;
    }
}
