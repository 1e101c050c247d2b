package org.muster.plan.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Member;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.input.Counted;
import org.muster.solve.ModelDraft;

/// The rows about who joins: conditions on company, on the day after, on numbers; floor, lead, and who must join.
final class MemberRows {
    private final RuledDraft draft;
    private final PlanningModel model;

    private MemberRows(RuledDraft draft, PlanningModel model) {
        this.draft = draft;
        this.model = model;
    }

    static void write(RuledDraft draft, PlanningModel model, PlanningModel.Bringing bringing) {
        MemberRows rows = new MemberRows(draft, model);
        for (Policy policy : model.alliance().policies()) {
            if (policy.isAbout(model.mission().id())) {
                model.join(policy.member()).ifPresent(join -> rows.policy(policy, join));
            }
        }
        rows.caveatsAboutCompany();
        rows.eachBringsSomething(bringing);
        rows.floor();
        rows.lead();
        rows.mustJoin();
    }

    private void policy(Policy policy, int join) {
        String name = "policy " + policy.id();
        switch (policy.condition()) {
            case Condition.BesideAll c -> besideAll(policy, c, join, name);
            case Condition.BesideAny c -> besideAny(policy, c, join, name);
            case Condition.NotBeside c -> notBeside(policy, c, join, name);
            case Condition.DayAfterCovered c -> dayAfter(policy, join, name);
            case Condition.AtLeastMembers c -> atLeast(policy, c.members(), join, name);
            // The rest is asked before: see Eligibility.
            case Condition.NeedsMandate c -> {}
            case Condition.NeverKinds c -> {}
            case Condition.OnlyKinds c -> {}
            case Condition.StaysOut c -> {}
        }
    }

    private void besideAll(Policy policy, Condition.BesideAll condition, int join, String name) {
        Rule rule = PlanningRules.policy(
                policy, policy.member() + " joins only beside " + String.join(" and ", condition.members()));
        for (String other : condition.members()) {
            ModelDraft.Sum sum = new ModelDraft.Sum().plus(1, join);
            model.join(other).ifPresent(j -> sum.plus(-1, j));
            draft.atMost(rule, name + " " + other, sum, 0);
        }
    }

    private void besideAny(Policy policy, Condition.BesideAny condition, int join, String name) {
        ModelDraft.Sum sum = new ModelDraft.Sum().plus(1, join);
        condition.members().forEach(other -> model.join(other).ifPresent(j -> sum.plus(-1, j)));
        Rule rule = PlanningRules.policy(
                policy, policy.member() + " joins only beside " + String.join(" or ", condition.members()));
        draft.atMost(rule, name, sum, 0);
    }

    private void notBeside(Policy policy, Condition.NotBeside condition, int join, String name) {
        Rule rule = PlanningRules.policy(
                policy, policy.member() + " does not join beside " + String.join(" or ", condition.members()));
        for (String other : condition.members()) {
            model.join(other).ifPresent(j -> {
                ModelDraft.Sum both = new ModelDraft.Sum().plus(1, join).plus(1, j);
                draft.atMost(rule, name + " " + other, both, 1);
            });
        }
    }

    private void atLeast(Policy policy, int members, int join, String name) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        model.joins().values().forEach(j -> sum.plus(1, j));
        Rule rule = PlanningRules.policy(
                policy,
                policy.member() + " joins only if at least " + Counted.of(members, "member does", "members do"));
        draft.atLeast(rule, name, sum.plus(-members, join), 0);
    }

    private void dayAfter(Policy policy, int join, String name) {
        Rule rule = PlanningRules.policy(policy, policy.member() + " joins only if the day after is covered");
        model.eligibility().lines().stream().filter(Line::isEssentialFollowUp).forEach(line -> {
            long quantity = line.requirement().quantity();
            draft.atMost(
                    rule,
                    name + " " + line.key(),
                    new ModelDraft.Sum().plus(1, model.shortfallOf(line)).plus(quantity, join),
                    quantity);
        });
    }

    private void caveatsAboutCompany() {
        for (Caveat caveat : model.alliance().caveats()) {
            if (!(caveat.limit() instanceof Limit.Beside limit)) {
                continue;
            }
            for (PlanningModel.Used used : model.used()) {
                if (used.candidate().source() instanceof Source.OfMember source
                        && caveat.isAbout(source.offer())
                        && caveat.isInForce(
                                used.candidate().line().phase().from(),
                                used.candidate().line().phase().to())
                        && Eligibility.hindersInCompany(
                                caveat,
                                source.offer(),
                                used.candidate()
                                        .line()
                                        .noticeGiven(model.mission().decidedOn()))) {
                    limit.members()
                            .forEach(other -> model.join(other).ifPresent(j -> notTogether(caveat, used, other, j)));
                }
            }
        }
    }

    private void notTogether(Caveat caveat, PlanningModel.Used used, String other, int join) {
        long most = used.candidate().mostUnits();
        draft.atMost(
                PlanningRules.caveat(caveat, used.candidate().line()),
                "caveat " + caveat.id() + " " + used.candidate().name() + " beside " + other,
                new ModelDraft.Sum().plus(1, used.variable()).plus(most, join),
                most);
    }

    /// Nobody is in the coalition for show: who joins brings units of its own, or owns or crews a pool that is drawn.
    /// In a coalition on its own it is enough to have some.
    private void eachBringsSomething(PlanningModel.Bringing bringing) {
        model.joins().forEach((member, join) -> {
            if (model.mission().pins().mustJoin().contains(member)) {
                return;
            }
            ModelDraft.Sum sum = new ModelDraft.Sum().plus(1, join);
            boolean has = false;
            for (PlanningModel.Used used : model.used()) {
                if (brings(member, used.candidate().source())) {
                    sum.plus(-1, used.variable());
                    has = true;
                }
            }
            if (has && bringing == PlanningModel.Bringing.HAS_SOMETHING) {
                return;
            }
            draft.hard(PlanningRules.bringsSomething(member), "brings " + member, sum, 0);
        });
    }

    private static boolean brings(String member, Source source) {
        return switch (source) {
            case Source.OfMember s -> s.offer().member().equals(member);
            case Source.OfPool s ->
                s.pool().entitlements().getOrDefault(member, 0L) > 0
                        || s.pool().crews().getOrDefault(member, 0L) > 0
                        || s.pool().neededCrews().contains(member);
            case Source.OfMarket s -> false;
        };
    }

    private void floor() {
        Mission.Floor floor = model.mission().floor();
        if (floor.members() > 0) {
            ModelDraft.Sum allies = new ModelDraft.Sum();
            for (Member member : model.alliance().members()) {
                if (member.isAlly()) {
                    model.join(member.code()).ifPresent(j -> allies.plus(1, j));
                }
            }
            draft.atLeast(
                    PlanningRules.floor(
                            model.mission(),
                            "members",
                            "at least " + Counted.of(floor.members(), "ally takes part", "allies take part")),
                    "floor members",
                    allies,
                    floor.members());
        }
        if (floor.sharePercent().signum() > 0) {
            shareFloor(floor.sharePercent());
        }
    }

    private void shareFloor(BigDecimal percent) {
        Optional<Key> key = model.alliance().keyOf(model.mission());
        ModelDraft.Sum shares = new ModelDraft.Sum();
        int scale = Math.max(0, percent.scale());
        Map<Integer, BigInteger> coefficients = new LinkedHashMap<>();
        if (key.isPresent()) {
            for (BigDecimal share : key.get().shares().values()) {
                scale = Math.max(scale, share.scale());
            }
            int places = scale;
            key.get()
                    .shares()
                    .forEach((member, share) -> model.join(member)
                            .ifPresent(j -> coefficients.put(
                                    j, share.movePointRight(places).toBigIntegerExact())));
        }
        BigInteger needed = percent.movePointRight(scale).toBigIntegerExact();
        BigInteger common = coefficients.values().stream().reduce(needed, BigInteger::gcd);
        coefficients.forEach((join, share) -> shares.plus(share.divide(common).longValueExact(), join));
        draft.atLeast(
                PlanningRules.floor(
                        model.mission(),
                        "share",
                        "members that hold at least " + percent.toPlainString() + " percent of the key take part"),
                "floor share",
                shares,
                needed.divide(common).longValueExact());
    }

    private void lead() {
        List<String> lead = model.mission().lead();
        if (lead.isEmpty()) {
            return;
        }
        ModelDraft.Sum sum = new ModelDraft.Sum();
        lead.forEach(member -> model.join(member).ifPresent(j -> sum.plus(1, j)));
        draft.atLeast(
                new Rule("lead", Rule.Kind.LEAD, model.mission().id(), "one of " + String.join(", ", lead) + " leads"),
                "lead",
                sum,
                1);
    }

    private void mustJoin() {
        for (String member : model.mission().pins().mustJoin()) {
            ModelDraft.Sum sum = new ModelDraft.Sum();
            model.join(member).ifPresent(j -> sum.plus(1, j));
            draft.atLeast(
                    new Rule(
                            "pin:must:" + member,
                            Rule.Kind.PIN,
                            model.mission().id(),
                            "the mission is planned with " + member),
                    "must join " + member,
                    sum,
                    1);
        }
    }
}
