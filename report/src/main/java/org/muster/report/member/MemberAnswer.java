package org.muster.report.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.answer.PlanAnswer;
import org.muster.plan.Plan;
import org.muster.report.pool.PoolUse;
import org.muster.share.WhoPays;
import org.muster.solve.Lexicographic;

/// What one member does in each mission, planned alone.
public record MemberAnswer(Alliance alliance, Member member, List<OfMission> missions) {
    /// One mission.
    ///
    /// @param plan    as it stands
    /// @param without the plan if the member stayed out; empty where it does not go, or has to by the folder's rules
    /// @param bound   what each of its rules does to the plan
    public record OfMission(PlanAnswer plan, Optional<PlanAnswer> without, List<Bound> bound) {
        public OfMission {
            bound = List.copyOf(bound);
        }
    }

    /// A rule of a member beside a mission.
    ///
    /// @param rule  as `policy:ID`, `caveat:ID` or `stance:MEMBER`
    /// @param binds whether the best plan would be better if this rule alone were not there
    /// @param then  that plan
    public record Bound(String rule, Binds binds, PlanAnswer then) {}

    /// Whether a rule binds a plan.
    public enum Binds {
        /// The best plan without the rule is better, and both are proven best.
        YES("binds"),
        /// It is as good, and both are proven best.
        NO("does not bind"),
        /// One of the two plans is not proven best.
        NOT_KNOWN("not known");

        private final String word;

        Binds(String word) {
            this.word = word;
        }

        /// For people and files.
        public String word() {
            return word;
        }

        /// Whether a rule binds, by the plan with it and the plan without it.
        public static Binds of(Plan with, Plan without) {
            boolean same = with.status() == without.status() && values(with).equals(values(without));
            return with.proven() && without.proven() ? (same ? NO : YES) : NOT_KNOWN;
        }

        private static List<Long> values(Plan plan) {
            return plan.proof().stream().map(Lexicographic.Proof::value).toList();
        }
    }

    public MemberAnswer {
        missions = List.copyOf(missions);
    }

    /// The rules of a member that a mission's plan has to keep.
    public static List<String> rules(Alliance alliance, Member member, Mission mission) {
        List<String> rules = new ArrayList<>();
        alliance.policies().stream()
                .filter(policy -> policy.member().equals(member.code()) && policy.isAbout(mission.id()))
                .forEach(policy -> rules.add("policy:" + policy.id()));
        alliance.caveats().stream()
                .filter(caveat -> caveat.member().equals(member.code()))
                .forEach(caveat -> rules.add("caveat:" + caveat.id()));
        alliance.stances().stream()
                .filter(stance -> stance.member().equals(member.code())
                        && stance.mission().equals(mission.id()))
                .forEach(stance -> rules.add("stance:" + stance.member()));
        return List.copyOf(rules);
    }

    /// Whether it goes.
    public boolean goes(OfMission mission) {
        return mission.plan().plan().coalition().contains(member.code());
    }

    /// What a mission's plan draws from a pool, and what the member has of it.
    public record Drawn(PoolUse use, PoolUse.Owned own) {}

    /// Of every pool in which it owns units, what plans draw from it, mission by mission.
    public List<Drawn> drawn() {
        List<Drawn> drawn = new ArrayList<>();
        alliance.pools()
                .forEach(pool ->
                        missions.forEach(one -> PoolUse.of(pool, one.plan()).forEach(use -> {
                            PoolUse.Owned own = use.owners().get(member.code());
                            if (own != null) {
                                drawn.add(new Drawn(use, own));
                            }
                        })));
        return drawn;
    }

    /// What it pays under a rule, in minor units; empty where the rule does not fit the plan.
    public Optional<Long> pays(PlanAnswer plan, String rule) {
        return plan.whoPays().columns().stream()
                .filter(column -> column.rule().id().equals(rule))
                .findFirst()
                .map(WhoPays.Column::amounts)
                .map(amounts -> amounts.getOrDefault(member.code(), 0L));
    }
}
