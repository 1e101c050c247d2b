package org.muster.plan.together;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.input.Refusal;
import org.muster.plan.Plan;
import org.muster.plan.PlanWriter;
import org.muster.plan.ProofText;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.PlanningModel;
import org.muster.solve.Lexicographic;
import org.muster.solve.SolveOptions;
import org.muster.solve.Sureness;

/// Plans missions of one alliance together, so that no unit, hour or crew is counted twice.
///
/// Members join mission by mission; floors, leads, caveats and the day after are each mission's own. Cover comes first,
/// by the missions' priorities in strict order (essential lines, then others, then the next priority), then what
/// everything costs together. Where the conditions of all missions cannot be met at once, missions are taken up one by
/// one in the order of their priorities, and one whose conditions cannot be met beside those before it is refused.
public final class Together {
    private final Alliance alliance;
    private final List<Mission> missions;
    private final List<Given> given;
    private final SolveOptions options;

    private Together(Alliance alliance, List<Mission> missions, List<Given> given, SolveOptions options) {
        this.alliance = alliance;
        this.missions = missions.stream().sorted(IN_ORDER).toList();
        this.given = given;
        this.options = options;
    }

    /// By priority; those without one last; of equal ones by id.
    public static final Comparator<Mission> IN_ORDER = Comparator.comparingInt(
                    (Mission mission) -> mission.priority().orElse(Integer.MAX_VALUE))
            .thenComparing(Mission::id);

    /// Plans the missions.
    ///
    /// @param missions of the alliance, none twice
    /// @param given    plans that stay as they are, of other missions
    /// @throws LinearModel.TooLarge     where their numbers are beyond whole arithmetic in 64 bits
    /// @throws Refusal where a mission is named twice
    public static JointPlan plan(Alliance alliance, List<Mission> missions, List<Given> given, SolveOptions options) {
        return proven(alliance, missions, given, options).plan();
    }

    /// Plans the missions, and keeps what proves it.
    ///
    /// @param options with [org.muster.solve.Check#WRITTEN], where the proof is to be written down
    public static Proven proven(Alliance alliance, List<Mission> missions, List<Given> given, SolveOptions options) {
        requireOnce(missions, given);
        return new Together(alliance, missions, given, options).run();
    }

    /// Refuses missions of which one is named twice, or is planned and given.
    ///
    /// @throws Refusal with a sentence
    public static void requireOnce(List<Mission> missions, List<Given> given) {
        List<String> ids = new ArrayList<>();
        missions.forEach(mission -> ids.add(mission.id()));
        given.forEach(plan -> ids.add(plan.mission().id()));
        if (ids.stream().distinct().count() < ids.size()) {
            throw new Refusal("a mission is planned once, or its plan is given once");
        }
    }

    /// Missions planned together, and what proves it.
    ///
    /// @param plan  the plan
    /// @param proof its proof as text, by docs/proof.md; empty where not all is proven, or the trees were not kept
    public record Proven(JointPlan plan, Optional<String> proof) {}

    private record Solved(JointModel joint, JointLevels levels, Lexicographic.Answer answer) {}

    private JointModel model(List<Mission> of, PlanningModel.Purpose purpose) {
        return new JointModel(
                alliance,
                of.stream()
                        .map(mission -> PlanningModel.of(alliance, mission, Eligibility.of(alliance, mission), purpose))
                        .toList(),
                given);
    }

    private Solved solved(List<Mission> of) {
        Solved found = solved(of, PlanningModel.Purpose.PLAN);
        boolean doneByNobody = found.answer().values().isPresent()
                && plans(found).stream()
                        .anyMatch(plan -> plan.coalition().isEmpty()
                                && !plan.assignments().isEmpty());
        return doneByNobody ? solved(of, PlanningModel.Purpose.PLAN_IN_FULL) : found;
    }

    private Solved solved(List<Mission> of, PlanningModel.Purpose purpose) {
        JointModel joint = model(of, purpose);
        JointLevels levels = JointLevels.of(joint);
        Lexicographic.Answer answer = Lexicographic.solve(
                joint.model(),
                levels.levels(),
                Optional.of(joint.nobodyGoes()).filter(joint.model()::isMetBy),
                options);
        return new Solved(joint, levels, answer);
    }

    private Proven run() {
        List<Mission> kept = missions;
        Solved found = solved(kept);
        List<Solved> refusals = new ArrayList<>();
        if (isRefused(found)) {
            List<Mission> possible = new ArrayList<>();
            for (Mission mission : missions) {
                possible.add(mission);
                Solved with = solved(possible);
                if (isRefused(with)) {
                    possible.removeLast();
                    refusals.add(with);
                } else {
                    found = with;
                }
            }
            kept = possible;
        }
        Sureness sureness =
                refusals.stream().map(refusal -> refusal.answer().sureness()).reduce(Sureness.PROVEN, Sureness::and);
        List<Solved> proofs = new ArrayList<>(refusals);
        if (!kept.isEmpty()) {
            proofs.add(found);
        }
        return new Proven(written(kept, found, sureness), proof(proofs));
    }

    private Optional<String> proof(List<Solved> proofs) {
        StringBuilder text = new StringBuilder();
        for (Solved solved : proofs) {
            Optional<String> one = ProofText.ofTogether(
                    alliance.id(),
                    solved.joint().parts().stream()
                            .map(JointModel.Part::mission)
                            .toList(),
                    solved.joint().model(),
                    solved.answer());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            text.append(one.get());
        }
        return Optional.of(text.toString());
    }

    /// Whether nothing meets the conditions of all missions at once, or nothing was found in time.
    private static boolean isRefused(Solved solved) {
        return solved.answer().values().isEmpty();
    }

    private JointPlan written(List<Mission> kept, Solved found, Sureness refusals) {
        Map<String, Plan> byMission = new LinkedHashMap<>();
        if (!kept.isEmpty()) {
            plans(found).forEach(plan -> byMission.put(plan.mission(), plan));
        }
        List<Plan> plans = new ArrayList<>();
        for (Mission mission : missions) {
            Plan plan = byMission.get(mission.id());
            plans.add(plan != null ? plan : refused(mission, kept, refusals));
        }
        Sureness sureness =
                kept.isEmpty() ? refusals : found.answer().sureness().and(refusals);
        return new JointPlan(
                plans,
                kept.isEmpty() ? List.of() : found.levels().told(found.answer().proofs()),
                sureness,
                kept.isEmpty() ? List.of() : shared(found),
                given.stream().map(plan -> plan.mission().id()).toList());
    }

    private Plan refused(Mission mission, List<Mission> kept, Sureness sureness) {
        PlanningModel planning =
                PlanningModel.of(alliance, mission, Eligibility.of(alliance, mission), PlanningModel.Purpose.PLAN);
        List<String> before = kept.stream()
                .filter(other -> IN_ORDER.compare(other, mission) < 0)
                .map(Mission::id)
                .toList();
        String conditions = "no coalition meets the mission's own conditions (floor, lead, pins)"
                + (before.isEmpty() ? "" : " beside " + String.join(", ", before)) + "; ask why-not";
        return new PlanWriter(planning)
                .refused(sureness == Sureness.BOUNDED ? "no plan was found in the time allowed" : conditions, sureness);
    }

    private static List<Plan> plans(Solved solved) {
        long[] joint = solved.answer().values().orElseThrow();
        List<Lexicographic.Proof> told = solved.levels().told(solved.answer().proofs());
        List<Plan> plans = new ArrayList<>();
        for (JointModel.Part part : solved.joint().parts()) {
            long[] own = part.of(joint);
            plans.add(new PlanWriter(part.planning())
                    .plan(
                            own,
                            releases(part.planning(), own),
                            told,
                            solved.answer().sureness()));
        }
        return plans;
    }

    /// What is released, by the model's own variables: with missions that share a pool it is not a mission's own
    /// matter.
    /// In a plan that was stopped early they may stand above what is needed, so no more counts than owners that
    /// stay out have.
    private static List<Plan.Release> releases(PlanningModel planning, long[] values) {
        List<Plan.Release> releases = new ArrayList<>();
        for (PlanningModel.Released released : planning.released()) {
            long units = Math.min(values[released.variable()], releasable(planning, released.pool(), values));
            if (units > 0) {
                releases.add(new Plan.Release(
                        released.pool(),
                        released.period(),
                        units,
                        Math.multiplyExact(units, released.compensationMinor())));
            }
        }
        return releases;
    }

    private static long releasable(PlanningModel planning, String id, long[] values) {
        Pool pool = planning.alliance().pool(id).orElseThrow();
        Set<String> withholding =
                pool.access() instanceof Access.OwnersPlusReleased access ? access.withholding() : Set.of();
        long units = 0;
        for (String owner : pool.entitlements().keySet()) {
            Integer join = planning.joins().get(owner);
            boolean goes = join != null && values[join] > 0;
            units += goes || withholding.contains(owner) ? 0 : pool.availableEntitlement(owner);
        }
        return units;
    }

    private List<JointPlan.Shared> shared(Solved solved) {
        long[] values = solved.answer().values().orElseThrow();
        List<JointPlan.Shared> shared = new ArrayList<>();
        for (JointModel.Window window : solved.joint().windows()) {
            Map<String, Long> units = new LinkedHashMap<>();
            for (Draw draw : window.draws()) {
                long sum = draw.given();
                for (int variable : draw.variables()) {
                    sum += values[variable];
                }
                units.merge(draw.mission(), sum, Long::sum);
            }
            shared.add(new JointPlan.Shared(
                    window.kind(), window.id(), window.period(), window.from(), window.to(), window.capacity(), units));
        }
        return shared;
    }
}
