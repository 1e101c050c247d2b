package org.muster.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Levels;
import org.muster.plan.model.Line;
import org.muster.plan.model.PlanningModel;
import org.muster.solve.Lexicographic;
import org.muster.solve.MpsFile;
import org.muster.solve.Sureness;

/// Plans a mission: the best coalition, with proof.
///
/// The model is that of ARCHITECTURE.md, "The planning model": cover, caveats, policies, pools, floor, lead and pins;
/// objective in strict order (see [Levels]). The same alliance and mission give the same plan, whatever the solver and
/// the number of threads, as long as it is proven.
public final class Planner {
    private final PlanOptions options;
    private final Eligibility eligibility;
    private final PlanningModel planning;

    private final Levels levels;

    /// A plan and how it was found.
    ///
    /// @param plan     the plan
    /// @param planning its model
    /// @param levels   what was minimised in it
    /// @param answer   the point of the model, with its proof
    public record Solved(Plan plan, PlanningModel planning, Levels levels, Lexicographic.Answer answer) {}

    private Planner(Alliance alliance, Mission mission, PlanOptions options, PlanningModel.Purpose purpose) {
        this.options = options;
        this.eligibility = Eligibility.of(alliance, mission);
        this.planning = options.earlier()
                .map(plan -> PlanningModel.closeTo(earlier(plan), alliance, mission, eligibility, purpose))
                .orElseGet(() -> PlanningModel.of(alliance, mission, eligibility, purpose));
        this.levels = Levels.of(planning, options.earlier().map(Planner::earlier));
    }

    /// Plans the mission.
    ///
    /// @param mission one of the alliance's, or a variant of one
    /// @throws org.muster.solve.LinearModel.TooLarge where its numbers are beyond whole arithmetic in 64 bits
    public static Plan plan(Alliance alliance, Mission mission, PlanOptions options) {
        return solved(alliance, mission, options).plan();
    }

    /// Plans the mission, and says how.
    public static Solved solved(Alliance alliance, Mission mission, PlanOptions options) {
        Solved found = new Planner(alliance, mission, options, PlanningModel.Purpose.PLAN).run();
        // That nothing is done by nobody matters only here: the row would loosen every other relaxation.
        return found.plan().coalition().isEmpty() && !found.plan().assignments().isEmpty()
                ? new Planner(alliance, mission, options, PlanningModel.Purpose.PLAN_IN_FULL).run()
                : found;
    }

    /// The model in MPS format, for any other solver: minimise cost, with cover no worse than that of the best plan.
    ///
    /// Its optimum is the cost level of the plan. Where no coalition is feasible, it is written
    /// without cover rows.
    public static String mps(Solved solved) {
        Levels upToCost = solved.levels().only(Levels.Aim.ESSENTIAL, Levels.Aim.OTHER, Levels.Aim.COST);
        int before = upToCost.steps().size() - 1;
        List<Lexicographic.Proof> proofs = solved.answer().proofs();
        return MpsFile.write(
                solved.planning().model(), upToCost.levels(), proofs.subList(0, Math.min(before, proofs.size())));
    }

    private Solved run() {
        Lexicographic.Answer answer = Lexicographic.solve(planning.model(), levels.levels(), start(), options.solve());
        PlanWriter writer = new PlanWriter(planning);
        Plan plan = answer.values()
                .map(values -> writer.plan(
                        values,
                        writer.releases(values),
                        proofWithConstants(
                                levels.told(answer.proofs()), writer.assignments(values), writer.coalition(values)),
                        answer.sureness()))
                .orElseGet(() -> nothing(answer, writer));
        return new Solved(plan, planning, levels, answer);
    }

    private static Plan nothing(Lexicographic.Answer answer, PlanWriter writer) {
        String conditions = "no coalition meets the mission's own conditions (floor, lead, pins); ask why-not";
        return switch (answer.feasibility()) {
            case INFEASIBLE, CLAIMED_INFEASIBLE -> writer.refused(conditions, answer.sureness());
            case FEASIBLE, OPEN -> writer.refused("no plan was found in the time allowed", Sureness.BOUNDED);
        };
    }

    private static Levels.Earlier earlier(SavedPlan plan) {
        Map<String, Long> units = new HashMap<>();
        for (Plan.Assignment a : plan.assignments()) {
            units.put(a.candidate(), a.units());
        }
        return new Levels.Earlier(new HashSet<>(plan.coalition()), units);
    }

    /// A point to start from: the earlier plan, as far as it still stands; else the plan in which nobody goes.
    private Optional<long[]> start() {
        return options.earlier().flatMap(this::whatStillStands).or(this::nobodyGoes);
    }

    private Optional<long[]> whatStillStands(SavedPlan plan) {
        Levels.Earlier before = earlier(plan);
        long[] values = new long[planning.model().variables().size()];
        Map<String, Long> left = new HashMap<>();
        eligibility
                .lines()
                .forEach(line -> left.put(line.key(), line.requirement().quantity()));
        for (PlanningModel.Used used : planning.used()) {
            long units = before.assignments().getOrDefault(used.candidate().name(), 0L);
            values[used.variable()] = units;
            left.merge(used.candidate().line().key(), -units, Long::sum);
        }
        for (Line line : eligibility.lines()) {
            values[planning.shortfallOf(line)] = left.getOrDefault(line.key(), 0L);
        }
        planning.joins()
                .forEach((member, join) -> values[join] = before.coalition().contains(member) ? 1 : 0);
        return Optional.of(values).filter(planning.model()::isMetBy);
    }

    /// The plan in which nobody goes and everything is missing, as a point to start from.
    private Optional<long[]> nobodyGoes() {
        return Optional.of(planning.nobodyGoes()).filter(planning.model()::isMetBy);
    }

    /// The distance level as people count it: what the earlier plan had and this model no longer has counts too.
    private List<Lexicographic.Proof> proofWithConstants(
            List<Lexicographic.Proof> proofs, List<Plan.Assignment> assignments, List<String> coalition) {
        if (options.earlier().isEmpty()) {
            return proofs;
        }
        long distance = PlanDistance.between(options.earlier().get(), coalition, assignments);
        return proofs.stream()
                .map(p -> p.level().equals(Levels.Aim.DISTANCE.title())
                        ? new Lexicographic.Proof(
                                p.level(), distance, distance - p.value() + p.bound(), p.sureness(), p.solver())
                        : p)
                .toList();
    }
}
