package org.muster.plan.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.input.Counted;
import org.muster.solve.LinearModel;
import org.muster.solve.ModelDraft;

/// The planning model of one mission: variables, rows, and what they stand for.
///
/// For lines `l` of the phases: `sum of units + shortfall = quantity`; units of an offer serve one line at a time and
/// only if its member joins; pool draws count against the pool's period and its rules of access ([PoolRows]); members'
/// conditions, floor, lead and pins are rows over who joins ([MemberRows]). Every row that could be lifted carries its
/// [Rule].
public final class PlanningModel {
    private final Alliance alliance;
    private final Mission mission;
    private final Eligibility eligibility;
    private final LinearModel model;
    private final Map<String, Integer> joins;
    private final List<Used> used;
    private final Map<String, Integer> shortfalls;
    private final List<Released> released;
    private final Map<String, Rule> rules;
    private final Map<String, Integer> switches;
    private final List<Added> added;
    private final List<Integer> deviations;

    /// A candidate in the model, with its variable.
    public record Used(Candidate candidate, int variable) {}

    /// Units of a pool drawn beyond the coalition's own entitlements, in one period, with its variable.
    public record Released(String pool, String period, long compensationMinor, int variable) {}

    /// Units of a capability that nobody offers, added to a line at a price, with its variable.
    public record Added(Line line, long unitCostMinor, int variable) {}

    /// What a model is built for.
    ///
    /// @param lifted   rules, by id, that do not hold
    /// @param switched      whether every rule has a switch that lifts it
    /// @param bringing      what taking part takes
    public record Purpose(Predicate<String> lifted, boolean switched, Bringing bringing) {
        /// All rules hold, for members that form a coalition on their own.
        public static final Purpose COALITION = new Purpose(id -> false, false, Bringing.HAS_SOMETHING);

        /// All rules hold.
        public static final Purpose PLAN = new Purpose(id -> false, false, Bringing.BRINGS_SOMETHING);

        /// All rules hold, written out also where they seldom matter.
        public static final Purpose PLAN_IN_FULL = new Purpose(id -> false, false, Bringing.AND_SOMEBODY);
    }

    /// What taking part takes.
    public enum Bringing {
        /// Something that may serve a line, whether it then does or not.
        HAS_SOMETHING,
        /// Units that serve, or a part in a pool that is drawn on.
        BRINGS_SOMETHING,
        /// The same, and pools and charters wait for a member that takes part.
        AND_SOMEBODY
    }

    private PlanningModel(
            Alliance alliance,
            Mission mission,
            Eligibility eligibility,
            Purpose purpose,
            Optional<Levels.Earlier> earlier) {
        this.alliance = alliance;
        this.mission = mission;
        this.eligibility = eligibility;
        RuledDraft draft = new RuledDraft(purpose.lifted(), purpose.switched());
        joins = Collections.unmodifiableMap(joinVariables(draft));
        used = List.copyOf(unitVariables(draft));
        added = List.copyOf(addedVariables(draft));
        shortfalls = Collections.unmodifiableMap(coverRows(draft));
        offerRows(draft);
        released = List.copyOf(PoolRows.write(draft, alliance, mission, used, joins));
        MemberRows.write(draft, this, purpose.bringing());
        if (purpose.bringing() == Bringing.AND_SOMEBODY) {
            somebodyRow(draft);
        }
        pinRows(draft);
        deviations = List.copyOf(deviationVariables(draft, earlier));
        model = draft.toModel();
        rules = draft.rules();
        switches = draft.switches();
    }

    /// Builds the model.
    public static PlanningModel of(Alliance alliance, Mission mission, Eligibility eligibility, Purpose purpose) {
        return new PlanningModel(alliance, mission, eligibility, purpose, Optional.empty());
    }

    /// Builds the model of a plan that is to stay close to an earlier one.
    public static PlanningModel closeTo(
            Levels.Earlier earlier, Alliance alliance, Mission mission, Eligibility eligibility, Purpose purpose) {
        return new PlanningModel(alliance, mission, eligibility, purpose, Optional.of(earlier));
    }

    /// Nothing is done by nobody: units of pools and charters only where somebody takes part.
    private void somebodyRow(RuledDraft draft) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        long most = 0;
        for (Used u : used) {
            if (u.candidate().source().member().isEmpty()) {
                sum.plus(1, u.variable());
                most = Math.addExact(most, u.candidate().mostUnits());
            }
        }
        if (!sum.isEmpty()) {
            for (int join : joins.values()) {
                sum.plus(-most, join);
            }
            draft.hard(PlanningRules.somebody(mission), "somebody", sum, 0);
        }
    }

    private Map<String, Integer> joinVariables(RuledDraft draft) {
        Map<String, Integer> variables = new LinkedHashMap<>();
        eligibility
                .memberBlockers()
                .forEach((member, blockers) -> draft.blocked("join|" + member, 1, true, blockers)
                        .ifPresent(variable -> variables.put(member, variable)));
        return variables;
    }

    private List<Used> unitVariables(RuledDraft draft) {
        List<Used> variables = new ArrayList<>();
        for (Candidate candidate : eligibility.candidates()) {
            boolean absent = candidate
                    .source()
                    .member()
                    .map(member -> !joins.containsKey(member))
                    .orElse(false);
            if (!absent) {
                draft.blocked(candidate.name(), candidate.mostUnits(), false, candidate.blockers())
                        .ifPresent(variable -> variables.add(new Used(candidate, variable)));
            }
        }
        return variables;
    }

    /// Where the supply of a capability counts as a rule that can be lifted: units out of nowhere, at the dearest price
    /// known for the capability, so that adding is never a bargain.
    private List<Added> addedVariables(RuledDraft draft) {
        List<Added> variables = new ArrayList<>();
        for (Line line : eligibility.lines()) {
            Rule supply = supplyRule(line);
            boolean lifted = draft.isLifted(supply);
            if (!lifted && !draft.isSwitched()) {
                continue;
            }
            long most = line.requirement().quantity();
            int variable = draft.plain().variable("added|" + line.key(), 0, most);
            if (!lifted) {
                draft.plain()
                        .atMost(
                                supply.id() + " on " + line.key(),
                                new ModelDraft.Sum().plus(1, variable).plus(-most, draft.switchOf(supply)),
                                0);
            }
            variables.add(new Added(line, dearestUnitCost(line), variable));
        }
        return variables;
    }

    private static Rule supplyRule(Line line) {
        String capability = line.requirement().capability();
        return new Rule(
                "supply:" + capability,
                Rule.Kind.SUPPLY,
                capability,
                "no more of " + capability + " is offered than stands in the folder");
    }

    private long dearestUnitCost(Line line) {
        return eligibility.candidates().stream()
                .filter(c -> c.line()
                        .requirement()
                        .capability()
                        .equals(line.requirement().capability()))
                .mapToLong(c -> c.source().unitCostMinor(line))
                .max()
                .orElse(0);
    }

    private Map<String, Integer> coverRows(RuledDraft draft) {
        Map<String, Integer> variables = new LinkedHashMap<>();
        Map<String, ModelDraft.Sum> sums = new LinkedHashMap<>();
        for (Line line : eligibility.lines()) {
            int shortfall = draft.plain()
                    .variable("short|" + line.key(), 0, line.requirement().quantity());
            variables.put(line.key(), shortfall);
            sums.put(line.key(), new ModelDraft.Sum().plus(1, shortfall));
        }
        used.forEach(u -> sumOf(sums, u.candidate().line()).plus(1, u.variable()));
        added.forEach(a -> sumOf(sums, a.line()).plus(1, a.variable()));
        for (Line line : eligibility.lines()) {
            draft.plain()
                    .equal(
                            "cover " + line.key(),
                            sumOf(sums, line),
                            line.requirement().quantity());
        }
        return variables;
    }

    private static ModelDraft.Sum sumOf(Map<String, ModelDraft.Sum> sums, Line line) {
        return java.util.Objects.requireNonNull(sums.get(line.key()));
    }

    /// A unit serves one line at a time, and only if its member joins; a charter has so many units a phase.
    private void offerRows(RuledDraft draft) {
        Map<String, ModelDraft.Sum> perPhase = new LinkedHashMap<>();
        Map<String, Source> sources = new LinkedHashMap<>();
        for (Used u : used) {
            Source source = u.candidate().source();
            if (source instanceof Source.OfPool) {
                continue;
            }
            String key = source.kind().word() + " " + source.id() + " in "
                    + u.candidate().line().phase().id();
            perPhase.computeIfAbsent(key, k -> new ModelDraft.Sum()).plus(1, u.variable());
            sources.put(key, source);
        }
        perPhase.forEach((key, sum) -> {
            switch (java.util.Objects.requireNonNull(sources.get(key))) {
                case Source.OfMember s ->
                    draft.plain()
                            .atMost(
                                    key,
                                    sum.plus(
                                            -s.offer().units(), joinOf(s.offer().member())),
                                    0);
                case Source.OfMarket s ->
                    draft.plain().atMost(key, sum, s.charter().units());
                case Source.OfPool s -> throw new IllegalStateException("pools have rows of their own");
            }
        });
    }

    private int joinOf(String member) {
        Integer variable = joins.get(member);
        if (variable == null) {
            throw new IllegalStateException(member + " has no variable");
        }
        return variable;
    }

    private void pinRows(RuledDraft draft) {
        for (Mission.PinnedAssignment pin : mission.pins().assignments()) {
            String key = Line.keyOf(pin.phase(), pin.requirement());
            Rule rule = new Rule(
                    "pin:" + pin.source() + ":" + key + ":" + pin.units(),
                    Rule.Kind.PIN,
                    mission.id(),
                    "the mission fixes " + Counted.of(pin.units(), "units") + " of " + pin.source() + " on line "
                            + key);
            ModelDraft.Sum sum = new ModelDraft.Sum();
            used.stream()
                    .filter(u -> u.candidate().source().id().equals(pin.source())
                            && u.candidate().line().key().equals(key))
                    .forEach(u -> sum.plus(1, u.variable()));
            draft.atLeast(rule, rule.id(), sum, pin.units());
            if (!sum.isEmpty()) {
                draft.atMost(rule, rule.id() + " and no more", sum.copy(), pin.units());
            }
        }
    }

    /// For every candidate that the earlier plan used, a variable not below the difference either way.
    private List<Integer> deviationVariables(RuledDraft draft, Optional<Levels.Earlier> earlier) {
        List<Integer> variables = new ArrayList<>();
        for (Used u : used) {
            long before = earlier.map(
                            e -> e.assignments().getOrDefault(u.candidate().name(), 0L))
                    .orElse(0L);
            if (before > 0) {
                int deviation = draft.plain()
                        .variable(
                                "deviation|" + u.candidate().name(),
                                0,
                                Math.max(before, u.candidate().mostUnits()));
                draft.plain()
                        .atLeast(
                                "fewer " + u.candidate().name(),
                                new ModelDraft.Sum().plus(1, deviation).plus(1, u.variable()),
                                before);
                draft.plain()
                        .atLeast(
                                "more " + u.candidate().name(),
                                new ModelDraft.Sum().plus(1, deviation).plus(-1, u.variable()),
                                -before);
                variables.add(deviation);
            }
        }
        return variables;
    }

    /// The alliance.
    public Alliance alliance() {
        return alliance;
    }

    /// The mission.
    public Mission mission() {
        return mission;
    }

    /// Who and what could serve which line.
    public Eligibility eligibility() {
        return eligibility;
    }

    /// The model itself.
    public LinearModel model() {
        return model;
    }

    /// The yes/no variable of each member that may join.
    public Map<String, Integer> joins() {
        return joins;
    }

    /// The unit variables.
    public List<Used> used() {
        return used;
    }

    /// The shortfall variable of each line, by the line's key.
    public Map<String, Integer> shortfalls() {
        return shortfalls;
    }

    /// The variables of released entitlements.
    public List<Released> released() {
        return released;
    }

    /// Every rule that plays a part, by id.
    public Map<String, Rule> rules() {
        return rules;
    }

    /// The switch of each rule, by the rule's id; empty unless the model was built with switches.
    public Map<String, Integer> switches() {
        return switches;
    }

    /// The variables of units that nobody offers; empty unless supply is lifted or switched.
    public List<Added> added() {
        return added;
    }

    /// The variables that measure the distance from an earlier plan.
    List<Integer> deviations() {
        return deviations;
    }

    /// The point at which nobody goes and everything is missing; it may break rules that ask for somebody.
    public long[] nobodyGoes() {
        long[] values = new long[model.variables().size()];
        for (Line line : eligibility.lines()) {
            values[shortfallOf(line)] = line.requirement().quantity();
        }
        return values;
    }

    /// The variable of a line's shortfall.
    public int shortfallOf(Line line) {
        return java.util.Objects.requireNonNull(shortfalls.get(line.key()));
    }

    /// A member's variable; empty where it may not join.
    Optional<Integer> join(String member) {
        return Optional.ofNullable(joins.get(member));
    }
}
