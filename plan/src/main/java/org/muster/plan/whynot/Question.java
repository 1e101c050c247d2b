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
import org.muster.plan.Plan;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Levels;
import org.muster.plan.model.Line;
import org.muster.plan.model.PlanningModel;
import org.muster.plan.model.Rule;
import org.muster.plan.model.Source;
import org.muster.plan.solve.Level;
import org.muster.plan.solve.Lexicographic;
import org.muster.plan.solve.LinearModel;
import org.muster.plan.solve.ModelDraft;
import org.muster.plan.solve.SolveOptions;

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
        return PlanningModel.of(alliance, mission, eligibility, new PlanningModel.Purpose(lifted::contains, false));
    }

    /// Every rule that plays a part, also those that would only come into play once another is lifted.
    Collection<Rule> allRules() {
        return switched().rules().values();
    }

    private PlanningModel switched() {
        return PlanningModel.of(alliance, mission, eligibility, new PlanningModel.Purpose(id -> false, true));
    }

    /// The rule that a line has to be covered in full.
    static Rule demandOf(Line line) {
        return new Rule(
                "line:" + line.key(),
                Rule.Kind.LINE,
                line.key(),
                "line " + line.key() + " needs " + line.requirement().quantity() + " "
                        + line.requirement().capability());
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
        Lexicographic.Answer answer = Lexicographic.solve(
                model.get(), List.of(ModelDraft.level("missing units", missing)), Optional.empty(), options);
        return answer.values().isPresent() && answer.proofs().getFirst().value() == 0;
    }

    /// What is missing and what it costs at best: the first three levels of a plan; empty where nothing meets the rules
    /// and the demand.
    Optional<long[]> best(Demand demand) {
        PlanningModel planning = without(Set.of());
        return demand.in(planning)
                .map(model -> Lexicographic.solve(model, coverAndCost(planning), Optional.empty(), options))
                .filter(answer -> answer.values().isPresent())
                .map(answer -> answer.proofs().stream()
                        .mapToLong(Lexicographic.Proof::value)
                        .toArray());
    }

    private static List<Level> coverAndCost(PlanningModel planning) {
        return Levels.of(planning, Optional.empty()).subList(0, 3);
    }

    /// The change that lifts exactly this rule; empty where an essential line stays uncovered.
    Optional<Change> changeBy(Rule rule, Plan now) {
        PlanningModel planning = without(Set.of(rule.id()));
        return solved(planning, coverAndCost(planning))
                .map(answer -> change(
                        planning,
                        List.of(rule),
                        answer.proofs().get(1).value(),
                        answer.proofs().get(2).value(),
                        now,
                        answer.values().orElseThrow()));
    }

    /// The smallest set of changes that covers every essential line and, among those, the cheapest; empty where no set
    /// does.
    Optional<Change> smallestSet(Plan now) {
        PlanningModel planning = switched();
        List<Level> cover = coverAndCost(planning);
        ModelDraft.Sum lifts = new ModelDraft.Sum();
        ModelDraft.Sum names = new ModelDraft.Sum();
        planning.switches().forEach((id, variable) -> {
            lifts.plus(1, variable);
            names.plus(Levels.weight("lift|" + id), variable);
        });
        List<Level> levels = List.of(
                cover.get(0),
                ModelDraft.level("rules lifted", lifts),
                cover.get(1),
                cover.get(2),
                ModelDraft.level("tie-break (rules)", names));
        return solved(planning, levels).map(answer -> {
            long[] values = answer.values().orElseThrow();
            List<Rule> lifted = new ArrayList<>();
            planning.switches().forEach((id, variable) -> {
                if (values[variable] > 0) {
                    lifted.add(Objects.requireNonNull(planning.rules().get(id)));
                }
            });
            return change(
                    planning,
                    lifted,
                    answer.proofs().get(2).value(),
                    answer.proofs().get(3).value(),
                    now,
                    values);
        });
    }

    /// An answer in which every essential line is covered.
    private Optional<Lexicographic.Answer> solved(PlanningModel planning, List<Level> levels) {
        return Optional.of(Lexicographic.solve(planning.model(), levels, Optional.empty(), options))
                .filter(answer -> answer.values().isPresent()
                        && answer.proofs().size() == levels.size()
                        && answer.proofs().getFirst().value() == 0);
    }

    private static Change change(
            PlanningModel planning, List<Rule> lifts, long others, long cost, Plan now, long[] values) {
        Map<String, Long> added = new LinkedHashMap<>();
        for (PlanningModel.Added a : planning.added()) {
            if (values[a.variable()] > 0) {
                added.put(a.line().key(), values[a.variable()]);
            }
        }
        return new Change(lifts, others, cost, cost - now.incrementalCostMinor(), added, payers(planning, now, values));
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
                    .orElse(assignment.source().equals("pool") ? "pool " + assignment.id() : Change.ALL);
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
