package org.muster.plan.model;

import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.pool.Pool;
import org.muster.input.Counted;

/// The sentences of the rules that more than one place writes down.
final class PlanningRules {
    private PlanningRules() {}

    static Rule policy(Policy policy, String sentence) {
        return new Rule("policy:" + policy.id(), Rule.Kind.POLICY, policy.member(), sentence);
    }

    static Rule caveat(Caveat caveat, Line line) {
        String about = switch (caveat.limit()) {
            case Limit.Always l -> "";
            case Limit.At l -> " at " + String.join(", ", l.places());
            case Limit.OutsideOf l -> " outside of " + String.join(", ", l.places());
            case Limit.OfKind l -> " for " + String.join(", ", l.kinds());
            case Limit.NotOfKind l -> " for anything but " + String.join(", ", l.kinds());
            case Limit.During l ->
                " in "
                        + String.join(
                                ", ",
                                l.months().stream()
                                        .map(m -> m.getDisplayName(
                                                java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH))
                                        .toList());
            case Limit.Beside l -> " beside " + String.join(", ", l.members());
            case Limit.LongerThan l -> " for more than " + Counted.of(l.days(), "days");
        };
        String what = caveat.member() + caveat.offer().map(id -> "'s " + id).orElse("");
        return switch (caveat.form()) {
            case Caveat.Form.Prohibits f ->
                new Rule(
                        "caveat:" + caveat.id(),
                        Rule.Kind.CAVEAT,
                        caveat.member(),
                        what + " may not serve" + about + " (caveat " + caveat.id() + ")");
            case Caveat.Form.NeedsApproval f ->
                new Rule(
                        "caveat:" + caveat.id(),
                        Rule.Kind.CAVEAT,
                        caveat.member(),
                        what + " needs the approval of " + f.authority() + about + ", which takes "
                                + Counted.of(f.days(), "days") + " and comes too late for " + line.key() + " (caveat "
                                + caveat.id() + ")");
        };
    }

    static Rule pool(Pool pool, String part, Rule.Kind kind, String sentence) {
        return new Rule("pool:" + pool.id() + ":" + part, kind, pool.id(), "pool " + pool.id() + ": " + sentence);
    }

    static Rule bringsSomething(String member) {
        return new Rule(
                "brings:" + member,
                Rule.Kind.BRINGS,
                member,
                member
                        + " joins only if it brings something: units of its own, or its part in a pool that is drawn on");
    }

    static Rule somebody(Mission mission) {
        return new Rule(
                "somebody",
                Rule.Kind.BRINGS,
                mission.id(),
                "pools and charters serve a mission only if at least one member takes part in it");
    }

    static Rule floor(Mission mission, String part, String sentence) {
        return new Rule("floor:" + part, Rule.Kind.FLOOR, mission.id(), sentence);
    }
}
