package org.muster.plan.whynot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.alliance.mission.Mission;
import org.muster.plan.DayAfter;
import org.muster.plan.OutOfTime;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Levels;
import org.muster.plan.model.Line;
import org.muster.plan.model.Rule;
import org.muster.plan.model.Source;
import org.muster.plan.model.SourceKind;
import org.muster.solve.SolveOptions;

/// Why not: what stands in the way of a mission, a line, a member or a pool, and the cheapest change.
///
/// A conflict is found by deletion: starting from all rules and demanded lines together, each one is left out in
/// turn and stays out if what is left is still impossible; what remains at the end is minimal, because leaving out
/// any one of it was tried and made the thing possible. One solve per rule.
///
/// Source: J. Chinneck, *Feasibility and Infeasibility in Optimization*, 2008, section 6.2 (the deletion filter).
public final class WhyNot {
    private final Alliance alliance;
    private final Mission mission;
    private final Question question;
    private final Plan plan;
    private final Collection<Rule> rules;

    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<String, String> absent = new LinkedHashMap<>();
    private Optional<Change> single = Optional.empty();
    private Optional<Change> smallest = Optional.empty();
    private boolean isComplete = true;

    /// An answer.
    ///
    /// @param plan       the plan as it stands
    /// @param conflicts  minimal sets of rules, one per uncovered line asked about (or one where no coalition is
    /// possible)
    /// @param absent     why each member that does not take part does not, and each pool that is not drawn, by code or
    /// id
    /// @param single     the cheapest single change that covers what was asked about; empty where none does
    /// @param smallest   the smallest set of changes that does (or, asked about a member or pool, that brings it
    ///                   in), the cheapest of that size; empty where nothing is missing
    /// @param isComplete whether the time allowed was enough for all of it
    /// @param unprovided the day from which a mission without any day after has to be provided for, by a follow-up
    ///                   phase or a waiver; empty where that is not what is missing
    public record Answer(
            Plan plan,
            List<Conflict> conflicts,
            Map<String, String> absent,
            Optional<Change> single,
            Optional<Change> smallest,
            boolean isComplete,
            Optional<LocalDate> unprovided) {
        public Answer {
            conflicts = List.copyOf(conflicts);
            absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
        }
    }

    private WhyNot(Alliance alliance, Mission mission, SolveOptions options) {
        this.alliance = alliance;
        this.mission = mission;
        this.question = new Question(alliance, mission, options);
        this.plan = Planner.plan(alliance, mission, new PlanOptions(options, Optional.empty()));
        this.rules = question.allRules();
    }

    /// Asks about the mission as a whole: every uncovered essential line, every absent member and pool.
    public static Answer mission(Alliance alliance, Mission mission, SolveOptions options) {
        WhyNot why = new WhyNot(alliance, mission, options);
        return why.inTime(() -> {
            why.changes(
                    line -> line.requirement().isEssential(),
                    line -> line.requirement().isEssential());
            why.absences();
        });
    }

    /// Asks about one line, by its key or its id.
    public static Answer line(Alliance alliance, Mission mission, String name, SolveOptions options) {
        WhyNot why = new WhyNot(alliance, mission, options);
        Predicate<Line> asked =
                line -> line.key().equals(name) || line.requirement().id().equals(name);
        return why.inTime(
                () -> why.changes(asked, asked.or(line -> line.requirement().isEssential())));
    }

    /// Asks about one member or pool, by its code or id: why it is not in the plan, and what would bring it in
    /// without a line less.
    public static Answer source(Alliance alliance, Mission mission, String id, SolveOptions options) {
        WhyNot why = new WhyNot(alliance, mission, options);
        return why.inTime(() -> {
            boolean isPool = alliance.pool(id).isPresent();
            why.absent.put(id, isPool ? why.reasonOfPool(id) : why.reasonOfMember(id));
            if (isPool ? !why.isDrawn(id) : !why.plan.coalition().contains(id)) {
                Demand demand = isPool ? new Demand.Draws(id) : new Demand.Joins(id);
                why.smallest = why.question.smallestSet(why::isCovered, demand, why.plan);
            }
        });
    }

    private boolean isCovered(Line line) {
        return line.requirement().isEssential()
                && plan.gaps().stream().noneMatch(gap -> gap.lineKey().equals(line.key()));
    }

    private Answer inTime(Runnable questions) {
        try {
            questions.run();
        } catch (OutOfTime e) {
            isComplete = false;
        }
        Optional<LocalDate> unprovided =
                mission.waiver().isPresent() || plan.proof().isEmpty()
                        ? Optional.empty()
                        : plan.firstGap().filter(gap -> gap.missing() == 0).map(DayAfter.FirstGap::day);
        return new Answer(plan, conflicts, absent, single, smallest, isComplete, unprovided);
    }

    /// @param asked lines whose gaps are to be explained
    /// @param goal  lines that a change has to cover
    private void changes(Predicate<Line> asked, Predicate<Line> goal) {
        if (plan.status() == Plan.Status.REFUSED && plan.proof().isEmpty()) {
            conflicts.add(conflict("no coalition meets the mission's own conditions", List.of(), new Demand.Nothing()));
        }
        for (Plan.Gap gap : plan.proof().isEmpty() ? List.<Plan.Gap>of() : plan.gaps()) {
            question.eligibility().lines().stream()
                    .filter(line -> line.key().equals(gap.lineKey()))
                    .filter(asked)
                    .findFirst()
                    .ifPresent(line -> conflicts.add(conflictOf(line)));
        }
        if (!conflicts.isEmpty()) {
            single = single(conflicts.getFirst(), goal);
            smallest = question.smallestSet(goal, new Demand.Nothing(), plan);
        }
    }

    private Conflict conflictOf(Line line) {
        List<Line> demanded = new ArrayList<>();
        question.eligibility().lines().stream()
                .filter(other -> other.requirement().isEssential() && !other.equals(line))
                .forEach(demanded::add);
        demanded.add(line);
        return conflict("line " + line.key() + " cannot be covered", demanded, new Demand.Nothing());
    }

    /// The deletion filter: demanded lines are left out first, from the front, so that the one asked about stays
    /// longest.
    private Conflict conflict(String impossible, List<Line> demanded, Demand demand) {
        Set<Line> lines = new LinkedHashSet<>(demanded);
        for (Line line : demanded) {
            lines.remove(line);
            if (question.isPossible(Set.of(), lines::contains, demand)) {
                lines.add(line);
            }
        }
        Set<String> lifted = new LinkedHashSet<>();
        List<Rule> minimal = new ArrayList<>();
        lines.forEach(line -> minimal.add(Question.demandOf(line)));
        for (Rule rule : rules) {
            lifted.add(rule.id());
            if (question.isPossible(lifted, lines::contains, demand)) {
                lifted.remove(rule.id());
                minimal.add(rule);
            }
        }
        return new Conflict(impossible, minimal);
    }

    /// A single change has to break every conflict, so only the rules of one of them are tried.
    private Optional<Change> single(Conflict conflict, Predicate<Line> goal) {
        Optional<Change> best = Optional.empty();
        for (Rule rule : conflict.rules()) {
            boolean isFixed = rule.kind() == Rule.Kind.LINE || rule.kind() == Rule.Kind.BRINGS;
            Optional<Change> change = isFixed ? Optional.empty() : question.changeBy(rule, goal, plan);
            if (change.isPresent() && (best.isEmpty() || change.get().isBetterThan(best.get()))) {
                best = change;
            }
        }
        return best;
    }

    private void absences() {
        for (String member : alliance.memberCodes()) {
            if (!plan.coalition().contains(member)) {
                absent.put(member, reasonOfMember(member));
            }
        }
        alliance.pools().forEach(pool -> {
            if (!isDrawn(pool.id())) {
                absent.put(pool.id(), reasonOfPool(pool.id()));
            }
        });
    }

    private boolean isDrawn(String pool) {
        return plan.assignments().stream().anyMatch(a -> a.source() == SourceKind.POOL && a.id().equals(pool));
    }

    private String reasonOfMember(String member) {
        if (plan.coalition().contains(member)) {
            return member + " takes part";
        }
        List<Rule> blockers = question.eligibility().memberBlockers().getOrDefault(member, List.of());
        if (!blockers.isEmpty()) {
            return blockers.getFirst().sentence();
        }
        List<Candidate> own = question.eligibility().candidates().stream()
                .filter(c -> c.source().member().equals(Optional.of(member)))
                .toList();
        return firstBlocker(own).orElseGet(() -> byTrying(member, new Demand.Joins(member), own.isEmpty()));
    }

    private String reasonOfPool(String pool) {
        if (isDrawn(pool)) {
            return "pool " + pool + " is drawn on";
        }
        List<Candidate> draws = question.eligibility().candidates().stream()
                .filter(c -> c.source() instanceof Source.OfPool source
                        && source.pool().id().equals(pool))
                .toList();
        if (draws.isEmpty()) {
            return "pool " + pool + " has nothing that the mission asks for";
        }
        return firstBlocker(draws).orElseGet(() -> byTrying("pool " + pool, new Demand.Draws(pool), false));
    }

    /// The first rule in the way where everything is blocked.
    private static Optional<String> firstBlocker(List<Candidate> candidates) {
        if (candidates.isEmpty()
                || candidates.stream().anyMatch(c -> c.blockers().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(candidates.getFirst().blockers().getFirst().sentence());
    }

    /// Nothing stands in the way by itself: what would happen with it?
    private String byTrying(String who, Demand demand, boolean offersNothing) {
        Optional<Question.Best> with = question.best(demand);
        if (with.isEmpty()) {
            Conflict conflict = conflict(who + " cannot be part of it", List.of(), demand);
            if (offersNothing || conflict.rules().isEmpty()) {
                return who + " offers nothing that the mission asks for";
            }
            return String.join(
                    "; and ", conflict.rules().stream().map(Rule::sentence).toList());
        }
        if (plan.proof().isEmpty()) {
            return who + " could take part, but no coalition meets the mission's own conditions";
        }
        Question.Best then = with.get();
        if (then.essential() > valueOf(Levels.Aim.ESSENTIAL) || then.others() > valueOf(Levels.Aim.OTHER)) {
            return who + " is not needed: with it more would stay uncovered";
        }
        long more = then.costMinor() - valueOf(Levels.Aim.COST);
        return more > 0
                ? who + " is not needed: with it the mission would cost " + Money.words(more, alliance.currency())
                        + " more"
                : who + " is not needed: a plan with it is no better";
    }

    private long valueOf(Levels.Aim aim) {
        return plan.proof().stream()
                .filter(proof -> proof.level().equals(aim.title()))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
