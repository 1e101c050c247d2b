package org.muster.plan.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.muster.solve.LinearModel;
import org.muster.solve.ModelDraft;

/// A model being written down in which every row that somebody could lift carries its rule.
///
/// Three ways: all rules hold; some are lifted for good (their rows are left out); or every rule has a yes/no switch
/// that lifts it, so that the cheapest set of changes can be searched for.
final class RuledDraft {
    private final ModelDraft draft = new ModelDraft();
    private final Predicate<String> lifted;
    private final boolean switched;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Integer> switches = new LinkedHashMap<>();

    RuledDraft(Predicate<String> lifted, boolean switched) {
        this.lifted = lifted;
        this.switched = switched;
    }

    ModelDraft plain() {
        return draft;
    }

    Map<String, Rule> rules() {
        return Collections.unmodifiableMap(rules);
    }

    Map<String, Integer> switches() {
        return Collections.unmodifiableMap(switches);
    }

    /// Notes that the rule plays a part; whether it is lifted for good.
    boolean isLifted(Rule rule) {
        rules.putIfAbsent(rule.id(), rule);
        return lifted.test(rule.id());
    }

    boolean isSwitched() {
        return switched;
    }

    /// The switch that lifts a rule.
    int switchOf(Rule rule) {
        rules.putIfAbsent(rule.id(), rule);
        Integer known = switches.get(rule.id());
        if (known == null) {
            known = draft.yesNo("lift|" + rule.id(), 0, 1);
            switches.put(rule.id(), known);
        }
        return known;
    }

    /// A row that is left out only to find out what it forbids, and never as a change that somebody could make.
    void hard(Rule rule, String name, ModelDraft.Sum sum, long upper) {
        if (!isLifted(rule)) {
            draft.atMost(name, sum, upper);
        }
    }

    void atMost(Rule rule, String name, ModelDraft.Sum sum, long upper) {
        if (isLifted(rule)) {
            return;
        }
        if (switched) {
            long excess = Math.subtractExact(draft.greatestOf(sum), upper);
            if (excess > 0) {
                sum.plus(-excess, switchOf(rule));
            }
        }
        draft.atMost(name, sum, upper);
    }

    void atLeast(Rule rule, String name, ModelDraft.Sum sum, long lower) {
        if (isLifted(rule)) {
            return;
        }
        if (switched) {
            long missing = Math.subtractExact(lower, draft.leastOf(sum));
            if (missing > 0) {
                sum.plus(missing, switchOf(rule));
            }
        }
        draft.atLeast(name, sum, lower);
    }

    /// A variable that is zero while any of `blockers` stands; empty where it can be left out of the model.
    Optional<Integer> blocked(String name, long upper, boolean yesNo, Iterable<Rule> blockers) {
        boolean stands = false;
        for (Rule rule : blockers) {
            stands |= !isLifted(rule);
        }
        if (stands && !switched) {
            return Optional.empty();
        }
        int variable = yesNo ? draft.yesNo(name, 0, upper) : draft.variable(name, 0, upper);
        for (Rule rule : blockers) {
            if (!isLifted(rule)) {
                draft.atMost(
                        rule.id() + " on " + name,
                        new ModelDraft.Sum().plus(1, variable).plus(-upper, switchOf(rule)),
                        0);
            }
        }
        return Optional.of(variable);
    }

    LinearModel toModel() {
        return draft.toModel();
    }
}
