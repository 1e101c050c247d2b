package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.plan.model.Eligibility;

/// Who stands beside whom: the alliance's own members are the players, partners that may join stand beside every
/// coalition, except one whose conditions name a single player, which goes where that player goes.
///
/// @param players    allies that may or may not join, in the alliance's order
/// @param able       players that may join
/// @param beside     partners that stand beside every coalition
/// @param following  partners that go where one player goes: partner to player
/// @param conditions conditions on company and numbers by player; players without any are left out
/// @param problems   why company cannot be told apart by coalition, one sentence each; empty where it can
record Company(
        List<String> players,
        Set<String> able,
        Set<String> beside,
        Map<String, String> following,
        Map<String, List<Condition>> conditions,
        List<String> problems) {

    static Company of(Alliance alliance, Mission mission, Eligibility eligibility) {
        return new Reader(alliance, mission, eligibility).read();
    }

    /// Whether the member takes part in some coalition.
    boolean mayTakePart(String member) {
        return able.contains(member) || beside.contains(member) || following.containsKey(member);
    }

    /// Members named in a condition on company.
    static Set<String> companyOf(Condition condition) {
        return switch (condition) {
            case Condition.BesideAll c -> c.members();
            case Condition.BesideAny c -> c.members();
            case Condition.NotBeside c -> c.members();
            case Condition.AtLeastMembers c -> Set.of();
            case Condition.DayAfterCovered c -> Set.of();
            case Condition.NeedsMandate c -> Set.of();
            case Condition.NeverKinds c -> Set.of();
            case Condition.OnlyKinds c -> Set.of();
            case Condition.StaysOut c -> Set.of();
        };
    }

    private static final class Reader {
        private final Alliance alliance;
        private final Mission mission;
        private final Eligibility eligibility;
        private final List<String> players = new ArrayList<>();
        private final Set<String> able = new LinkedHashSet<>();
        private final Set<String> partners = new LinkedHashSet<>();
        private final Map<String, String> following = new LinkedHashMap<>();
        private final Map<String, List<Condition>> conditions = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        Reader(Alliance alliance, Mission mission, Eligibility eligibility) {
            this.alliance = alliance;
            this.mission = mission;
            this.eligibility = eligibility;
        }

        Company read() {
            Set<String> bring = new Bringing(eligibility).able();
            for (Member member : alliance.members()) {
                boolean may = bring.contains(member.code())
                        && eligibility
                                .memberBlockers()
                                .getOrDefault(member.code(), List.of())
                                .isEmpty();
                if (member.isAlly()) {
                    players.add(member.code());
                }
                if (may) {
                    (member.isAlly() ? able : partners).add(member.code());
                }
            }
            for (Policy policy : alliance.policies()) {
                if (policy.isAbout(mission.id()) && able.contains(policy.member())) {
                    ofPlayer(policy);
                }
            }
            dropLonelyPartners();
            return new Company(players, able, partners, following, conditions, problems);
        }

        private void ofPlayer(Policy policy) {
            switch (policy.condition()) {
                case Condition.BesideAll c -> note(policy);
                case Condition.BesideAny c -> note(policy);
                case Condition.AtLeastMembers c -> note(policy);
                case Condition.DayAfterCovered c -> note(policy);
                case Condition.NotBeside c -> {
                    if (c.members().stream().anyMatch(m -> able.contains(m) || partners.contains(m))) {
                        problems.add(policy.member() + " does not join beside others that may join (policy "
                                + policy.id() + ")");
                    }
                }
                // The rest is settled before anybody is chosen: see Eligibility.
                case Condition.NeedsMandate c -> {}
                case Condition.NeverKinds c -> {}
                case Condition.OnlyKinds c -> {}
                case Condition.StaysOut c -> {}
            }
        }

        private void note(Policy policy) {
            conditions.computeIfAbsent(policy.member(), m -> new ArrayList<>()).add(policy.condition());
        }

        /// Partners whose conditions can never hold drop out, until those that are left all may join.
        private void dropLonelyPartners() {
            boolean changed = true;
            while (changed) {
                changed = partners.removeIf(partner -> !mayStand(partner));
            }
            for (String partner : List.copyOf(partners)) {
                follow(partner);
            }
            following.keySet().forEach(this::besideFollowers);
            partners.forEach(this::besideFollowers);
        }

        /// Who stands beside a partner that follows a player would have to follow that player too.
        private void besideFollowers(String partner) {
            for (Policy policy : policiesOf(partner)) {
                if (companyOf(policy.condition()).stream().anyMatch(following::containsKey)) {
                    unclear(partner, policy);
                }
            }
        }

        private List<Policy> policiesOf(String partner) {
            return alliance.policies().stream()
                    .filter(p -> p.isAbout(mission.id()) && p.member().equals(partner))
                    .toList();
        }

        private boolean mayStand(String partner) {
            return policiesOf(partner).stream().allMatch(policy -> switch (policy.condition()) {
                case Condition.BesideAll c -> c.members().stream().allMatch(this::mayJoin);
                case Condition.BesideAny c -> c.members().stream().anyMatch(this::mayJoin);
                case Condition.AtLeastMembers c -> true;
                case Condition.DayAfterCovered c -> true;
                case Condition.NotBeside c -> true;
                case Condition.NeedsMandate c -> true;
                case Condition.NeverKinds c -> true;
                case Condition.OnlyKinds c -> true;
                case Condition.StaysOut c -> true;
            });
        }

        private boolean mayJoin(String member) {
            return able.contains(member) || partners.contains(member);
        }

        /// Finds the one player that a partner follows, where its conditions name one.
        private void follow(String partner) {
            Set<String> named = new LinkedHashSet<>();
            for (Policy policy : policiesOf(partner)) {
                switch (policy.condition()) {
                    case Condition.BesideAll c ->
                        c.members().stream().filter(able::contains).forEach(named::add);
                    case Condition.BesideAny c -> {
                        if (c.members().stream().noneMatch(partners::contains)) {
                            Set<String> some = new LinkedHashSet<>(c.members());
                            some.retainAll(able);
                            if (some.size() > 1) {
                                unclear(partner, policy);
                            }
                            named.addAll(some);
                        }
                    }
                    case Condition.AtLeastMembers c -> unclear(partner, policy);
                    case Condition.DayAfterCovered c -> unclear(partner, policy);
                    case Condition.NotBeside c -> {
                        if (c.members().stream().anyMatch(this::mayJoin)) {
                            unclear(partner, policy);
                        }
                    }
                    case Condition.NeedsMandate c -> {}
                    case Condition.NeverKinds c -> {}
                    case Condition.OnlyKinds c -> {}
                    case Condition.StaysOut c -> {}
                }
            }
            if (named.size() > 1) {
                problems.add("partner " + partner + " joins only beside several members: " + String.join(", ", named));
            } else if (!named.isEmpty()) {
                partners.remove(partner);
                following.put(partner, named.iterator().next());
            }
        }

        private void unclear(String partner, Policy policy) {
            problems.add("whether partner " + partner + " joins depends on who else goes (policy " + policy.id() + ")");
        }
    }
}
