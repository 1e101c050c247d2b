package org.muster.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Pool;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Levels;
import org.muster.plan.model.Line;
import org.muster.plan.model.PlanningModel;
import org.muster.plan.model.Source;
import org.muster.plan.solve.Lexicographic;
import org.muster.plan.solve.MpsFile;
import org.muster.plan.solve.Sureness;

/// Plans a mission: the best coalition, with proof.
///
/// The model is that of ARCHITECTURE.md, "The planning model": cover, caveats, policies, pools, floor, lead and pins;
/// objective in strict order (see [Levels]). The same alliance and mission give the same plan, whatever the solver and
/// the number of threads, as long as it is proven.
public final class Planner {
    private final Alliance alliance;
    private final Mission mission;
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
        this.alliance = alliance;
        this.mission = mission;
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
    /// @throws org.muster.plan.solve.LinearModel.TooLarge where its numbers are beyond whole arithmetic in 64 bits
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
    /// Its optimum is the cost level of the plan. Empty-handed missions (no coalition possible) give the bare model.
    public static String mps(Solved solved) {
        Levels upToCost = solved.levels().only(Levels.Aim.ESSENTIAL, Levels.Aim.OTHER, Levels.Aim.COST);
        int before = upToCost.steps().size() - 1;
        List<Lexicographic.Proof> proofs = solved.answer().proofs();
        return MpsFile.write(
                solved.planning().model(), upToCost.levels(), proofs.subList(0, Math.min(before, proofs.size())));
    }

    private Solved run() {
        Lexicographic.Answer answer = Lexicographic.solve(planning.model(), levels.levels(), start(), options.solve());
        Plan plan = answer.values().map(values -> planFrom(values, answer)).orElseGet(() -> nothing(answer));
        return new Solved(plan, planning, levels, answer);
    }

    private Plan nothing(Lexicographic.Answer answer) {
        String conditions = "no coalition meets the mission's own conditions (floor, lead, pins); ask why-not";
        return switch (answer.feasibility()) {
            case INFEASIBLE, CLAIMED_INFEASIBLE -> refused(conditions, answer.sureness());
            case FEASIBLE, OPEN -> refused("no plan was found in the time allowed", Sureness.BOUNDED);
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
            values[shortfall(line)] = left.getOrDefault(line.key(), 0L);
        }
        planning.joins()
                .forEach((member, join) -> values[join] = before.coalition().contains(member) ? 1 : 0);
        return Optional.of(values).filter(planning.model()::isMetBy);
    }

    /// The plan in which nobody goes and everything is missing, as a point to start from.
    private Optional<long[]> nobodyGoes() {
        return Optional.of(planning.nobodyGoes()).filter(planning.model()::isMetBy);
    }

    private int shortfall(Line line) {
        return java.util.Objects.requireNonNull(planning.shortfalls().get(line.key()));
    }

    private Plan planFrom(long[] values, Lexicographic.Answer answer) {
        List<String> coalition = new ArrayList<>();
        planning.joins().forEach((member, join) -> {
            if (values[join] > 0) {
                coalition.add(member);
            }
        });
        List<Plan.Gap> gaps = gaps(values);
        Map<String, Long> missing = new LinkedHashMap<>();
        gaps.forEach(gap -> missing.put(gap.lineKey(), gap.missing()));
        Optional<DayAfter.FirstGap> firstGap = DayAfter.firstGap(mission, missing);
        List<Plan.Assignment> assignments = assignments(values);
        List<Plan.Release> releases = releases(values);
        Verdict verdict = verdict(gaps, firstGap);
        return new Plan(
                alliance.id(),
                mission.id(),
                verdict.status(),
                verdict.reason(),
                eligibility.mode(),
                eligibility.objectors(),
                proofWithConstants(levels.told(answer.proofs()), assignments, coalition),
                answer.sureness(),
                coalition,
                mission.lead().stream().filter(coalition::contains).findFirst(),
                assignments,
                gaps,
                firstGap,
                releases,
                new Billing(alliance, mission, coalition).bill(assignments, releases),
                new Invented(alliance, mission).lines(assignments));
    }

    private List<Plan.Gap> gaps(long[] values) {
        List<Plan.Gap> gaps = new ArrayList<>();
        for (Line line : eligibility.lines()) {
            long missing = values[shortfall(line)];
            if (missing > 0) {
                gaps.add(new Plan.Gap(
                        line.phase().id(),
                        line.requirement().id(),
                        line.requirement().capability(),
                        missing,
                        line.requirement().quantity(),
                        line.requirement().isEssential(),
                        line.phase().from()));
            }
        }
        return gaps;
    }

    private List<Plan.Assignment> assignments(long[] values) {
        List<Plan.Assignment> assignments = new ArrayList<>();
        for (PlanningModel.Used used : planning.used()) {
            long units = values[used.variable()];
            if (units > 0) {
                Candidate candidate = used.candidate();
                Line line = candidate.line();
                assignments.add(new Plan.Assignment(
                        line.phase().id(),
                        line.requirement().id(),
                        candidate.source().word(),
                        candidate.source().id(),
                        candidate.source().member(),
                        units,
                        Math.multiplyExact(units, candidate.source().unitCostMinor(line))));
            }
        }
        return assignments;
    }

    private List<Plan.Release> releases(long[] values) {
        List<Plan.Release> releases = new ArrayList<>();
        for (PlanningModel.Released released : planning.released()) {
            long units = beyondOwn(released, values);
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

    /// What is drawn beyond the coalition's own entitlements: that much is released, and no more, also where it costs
    /// nothing and the variable may stand anywhere above.
    private long beyondOwn(PlanningModel.Released released, long[] values) {
        long beyond = 0;
        for (PlanningModel.Used used : planning.used()) {
            Candidate candidate = used.candidate();
            if (candidate.source() instanceof Source.OfPool source
                    && source.id().equals(released.pool())
                    && candidate.period().equals(released.period())) {
                beyond += values[used.variable()];
            }
        }
        Pool pool = alliance.pool(released.pool()).orElseThrow();
        for (String owner : pool.entitlements().keySet()) {
            Integer join = planning.joins().get(owner);
            beyond -= join != null && values[join] > 0 ? pool.availableEntitlement(owner) : 0;
        }
        return Math.max(0, beyond);
    }

    private record Verdict(Plan.Status status, String reason) {}

    private Verdict verdict(List<Plan.Gap> gaps, Optional<DayAfter.FirstGap> firstGap) {
        long mainGaps = gaps.stream()
                .filter(Plan.Gap::essential)
                .filter(gap -> !isFollowUp(gap.phase()))
                .count();
        String main = mainGaps == 0
                ? ""
                : mainGaps + (mainGaps == 1 ? " essential line is" : " essential lines are") + " not covered";
        if (firstGap.isPresent() && mission.waiver().isEmpty()) {
            return new Verdict(
                    Plan.Status.REFUSED,
                    "day after: " + firstGap.get().words() + (main.isEmpty() ? "" : "; before that, " + main));
        }
        String waived = firstGap.map(gap -> mission.waiver()
                        .map(w -> "the day after is not covered (" + gap.words() + ") and waived by " + w.authority()
                                + " on " + w.date() + ", until the mission's last day, " + lastDay())
                        .orElse(""))
                .orElse("");
        if (mainGaps > 0) {
            return new Verdict(Plan.Status.GAPS, main + (waived.isEmpty() ? "" : "; " + waived));
        }
        return waived.isEmpty()
                ? new Verdict(Plan.Status.COVERED, "every essential line is covered, the day after included")
                : new Verdict(Plan.Status.WAIVED, waived);
    }

    private LocalDate lastDay() {
        return mission.phases().getLast().to();
    }

    private boolean isFollowUp(String phase) {
        return mission.phases().stream().anyMatch(p -> p.id().equals(phase) && p.followUp());
    }

    private Plan refused(String reason, Sureness sureness) {
        List<Plan.Gap> gaps = eligibility.lines().stream()
                .map(line -> new Plan.Gap(
                        line.phase().id(),
                        line.requirement().id(),
                        line.requirement().capability(),
                        line.requirement().quantity(),
                        line.requirement().quantity(),
                        line.requirement().isEssential(),
                        line.phase().from()))
                .toList();
        return new Plan(
                alliance.id(),
                mission.id(),
                Plan.Status.REFUSED,
                reason,
                eligibility.mode(),
                eligibility.objectors(),
                List.of(),
                sureness,
                List.of(),
                Optional.empty(),
                List.of(),
                gaps,
                DayAfter.firstGap(mission, Map.of()),
                List.of(),
                new Bill(alliance.currency(), List.of()),
                new Invented(alliance, mission).lines(List.of()));
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
