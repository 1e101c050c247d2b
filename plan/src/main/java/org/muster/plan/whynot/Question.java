package org.muster.plan.whynot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.input.Counted;
import org.muster.plan.OutOfTime;
import org.muster.plan.Plan;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Levels;
import org.muster.plan.model.Line;
import org.muster.plan.model.PlanningModel;
import org.muster.plan.model.Rule;
import org.muster.plan.model.Source;
import org.muster.plan.model.SourceKind;
import org.muster.solve.Level;
import org.muster.solve.Lexicographic;
import org.muster.solve.LinearModel;
import org.muster.solve.ModelDraft;
import org.muster.solve.SolveOptions;
import org.muster.solve.Sureness;

/// Asks the planning model with some rules lifted and some lines demanded.
final class Question {
    private final Alliance alliance;
    private final Mission mission;
    private final Eligibility eligibility;
    private final SolveOptions options;

    Question(Alliance alliance, Mission mission, SolveOptions options) {
        this.alliance = alliance;
        this.mission = mission;
        this.eligibility = Eligibility.of(alliance, mission);
        this.options = options;
    }

    Eligibility eligibility() {
        return eligibility;
    }

    /// The model without the rules in `lifted`.
    PlanningModel without(Set<String> lifted) {
        return PlanningModel.of(
                alliance,
                mission,
                eligibility,
                new PlanningModel.Purpose(lifted::contains, false, PlanningModel.Bringing.AND_SOMEBODY));
    }

    /// Every rule that plays a part, also those that would only come into play once another is lifted.
    Collection<Rule> allRules() {
        return switched().rules().values();
    }

    private PlanningModel switched() {
        return PlanningModel.of(
                alliance,
                mission,
                eligibility,
                new PlanningModel.Purpose(id -> false, true, PlanningModel.Bringing.AND_SOMEBODY));
    }

    /// The rule that a line has to be covered in full.
    static Rule demandOf(Line line) {
        return new Rule(
                "line:" + line.key(),
                Rule.Kind.LINE,
                line.key(),
                "line " + line.key() + " needs "
                        + Counted.of(
                                line.requirement().quantity(),
                                line.requirement().capability()));
    }

    /// Whether all lines in `covered` can be covered in full at once, and the demand met, without the rules in
    /// `lifted`.
    boolean isPossible(Set<String> lifted, Predicate<Line> covered, Demand demand) {
        PlanningModel planning = without(lifted);
        Optional<LinearModel> model = demand.in(planning);
        if (model.isEmpty()) {
            return false;
        }
        ModelDraft.Sum missing = new ModelDraft.Sum();
        for (Line line : eligibility.lines()) {
            if (covered.test(line)) {
                missing.plus(1, Objects.requireNonNull(planning.shortfalls().get(line.key())));
            }
        }
        Lexicographic.Answer answer = solve(model.get(), List.of(ModelDraft.level("missing units", missing)));
        return answer.values().isPresent() && answer.proofs().getFirst().value() == 0;
    }

    /// What comes of these levels, proven.
    ///
    /// @throws OutOfTime where it is not
    private Lexicographic.Answer solve(LinearModel model, List<Level> levels) {
        Lexicographic.Answer answer = Lexicographic.solve(model, levels, Optional.empty(), options);
        if (answer.sureness() == Sureness.BOUNDED) {
            throw new OutOfTime("what stands in the way");
        }
        return answer;
    }

    /// What is missing and what it costs at best: the first levels of a plan; empty where nothing meets the rules and
    /// the demand.
    Optional<Best> best(Demand demand) {
        PlanningModel planning = without(Set.of());
        Levels levels = Levels.coverThenCost(planning, Map.of());
        return demand.in(planning)
                .map(model -> solve(model, levels.levels()))
                .flatMap(Lexicographic.Answer::values)
                .map(values -> new Best(
                        levels.valueOf(Levels.Aim.ESSENTIAL, values),
                        levels.valueOf(Levels.Aim.OTHER, values),
                        levels.valueOf(Levels.Aim.COST, values)));
    }

    /// How good a plan is.
    ///
    /// @param essential uncovered essential lines, in millionths
    /// @param others    other uncovered lines, in millionths
    /// @param costMinor minor units
    record Best(long essential, long others, long costMinor) {}

    /// What a change has to reach first, and then: as few units as possible that nobody offers, as few other lines
    /// uncovered, as little cost.
    private static Levels reaching(PlanningModel planning, Predicate<Line> goal) {
        Levels cover = Levels.cover(planning, goal);
        return cover.only(Levels.Aim.ESSENTIAL)
                .then(Levels.invented(planning))
                .then(cover.only(Levels.Aim.OTHER))
                .then(Levels.coverThenCost(planning, Map.of()).only(Levels.Aim.COST));
    }

    /// The change that lifts exactly this rule; empty where a line of the goal stays uncovered.
    Optional<Change> changeBy(Rule rule, Predicate<Line> goal, Plan now) {
        PlanningModel planning = without(Set.of(rule.id()));
        Levels levels = reaching(planning, goal);
        return solved(planning.model(), levels).map(values -> change(planning, levels, List.of(rule), now, values));
    }

    /// The set of changes that covers the goal with the fewest units that nobody offers; among those the smallest, and
    /// among those the cheapest; empty where no set does.
    Optional<Change> smallestSet(Predicate<Line> goal, Demand demand, Plan now) {
        PlanningModel planning = switched();
        Optional<LinearModel> model = demand.in(planning);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        Levels reaching = reaching(planning, goal);
        ModelDraft.Sum lifts = new ModelDraft.Sum();
        ModelDraft.Sum names = new ModelDraft.Sum();
        planning.switches().forEach((id, variable) -> {
            lifts.plus(1, variable);
            names.plus(Levels.weight("lift|" + id), variable);
        });
        Levels levels = reaching.only(Levels.Aim.ESSENTIAL, Levels.Aim.INVENTED)
                .then(Levels.Aim.LIFTED, ModelDraft.level(Levels.Aim.LIFTED.title(), lifts))
                .then(reaching.only(Levels.Aim.OTHER, Levels.Aim.COST))
                .then(Levels.Aim.MEMBERS, ModelDraft.level("tie-break (rules)", names));
        return solved(model.get(), levels).map(values -> {
            List<Rule> lifted = new ArrayList<>();
            planning.switches().forEach((id, variable) -> {
                if (values[variable] > 0) {
                    lifted.add(Objects.requireNonNull(planning.rules().get(id)));
                }
            });
            return change(planning, levels, lifted, now, values);
        });
    }

    /// An answer in which the goal is covered.
    private Optional<long[]> solved(LinearModel model, Levels levels) {
        return solve(model, levels.levels())
                .values()
                .filter(values -> levels.valueOf(Levels.Aim.ESSENTIAL, values) == 0);
    }

    private static Change change(PlanningModel planning, Levels levels, List<Rule> lifts, Plan now, long[] values) {
        Map<String, Long> added = new LinkedHashMap<>();
        boolean isPriced = true;
        for (PlanningModel.Added a : planning.added()) {
            if (values[a.variable()] > 0) {
                added.put(a.line().key(), values[a.variable()]);
                isPriced &= a.unitCostMinor() > 0;
            }
        }
        long cost = levels.valueOf(Levels.Aim.COST, values);
        return new Change(
                lifts,
                levels.valueOf(Levels.Aim.INVENTED, values),
                levels.valueOf(Levels.Aim.OTHER, values),
                cost,
                cost - now.incrementalCostMinor(),
                isPriced,
                added,
                beyond(planning, values),
                payers(planning, now, values));
    }

    /// Units drawn beyond what each pool has in a period.
    private static Map<String, Long> beyond(PlanningModel planning, long[] values) {
        Map<String, Long> drawn = new TreeMap<>();
        for (PlanningModel.Used used : planning.used()) {
            if (used.candidate().source() instanceof Source.OfPool source) {
                String name = source.id() + " in " + used.candidate().period();
                long before = drawn.getOrDefault(name, -source.pool().availableCapacity());
                drawn.put(name, before + values[used.variable()]);
            }
        }
        drawn.values().removeIf(units -> units <= 0);
        return drawn;
    }

    /// Who would run up more or less than in the plan as it stands.
    private static Map<String, Long> payers(PlanningModel planning, Plan now, long[] values) {
        Map<String, Long> more = new TreeMap<>();
        for (PlanningModel.Used used : planning.used()) {
            Candidate candidate = used.candidate();
            long cost = Math.multiplyExact(candidate.source().unitCostMinor(candidate.line()), values[used.variable()]);
            more.merge(payer(candidate.source()), cost, Long::sum);
        }
        for (PlanningModel.Released released : planning.released()) {
            more.merge(
                    "pool " + released.pool(),
                    Math.multiplyExact(released.compensationMinor(), values[released.variable()]),
                    Long::sum);
        }
        for (PlanningModel.Added a : planning.added()) {
            more.merge(Change.FINDER, Math.multiplyExact(a.unitCostMinor(), values[a.variable()]), Long::sum);
        }
        for (Plan.Assignment assignment : now.assignments()) {
            String payer = assignment
                    .member()
                    .orElse(assignment.source() == SourceKind.POOL ? "pool " + assignment.id() : Change.ALL);
            more.merge(payer, -assignment.costMinor(), Long::sum);
        }
        now.releases()
                .forEach(release -> more.merge("pool " + release.pool(), -release.compensationMinor(), Long::sum));
        more.values().removeIf(amount -> amount == 0);
        return more;
    }

    private static String payer(Source source) {
        return switch (source) {
            case Source.OfMember s -> s.offer().member();
            case Source.OfPool s -> "pool " + s.id();
            case Source.OfMarket s -> Change.ALL;
        };
    }
}
