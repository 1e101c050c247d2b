package org.muster.folder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.folder.PoliciesFile.Located;
import org.muster.input.Findings;
import org.muster.input.Place;

/// Policies that cannot be meant together: circles, and members that contradict themselves.
final class Contradictions {
    private final List<Located> policies;
    private final Findings findings;

    Contradictions(List<Located> policies, Findings findings) {
        this.policies = policies;
        this.findings = findings;
    }

    void report(Collection<String> missions) {
        reportCircles(missions);
        Map<String, List<Located>> byMember = new HashMap<>();
        for (Located later : policies) {
            List<Located> earlier = byMember.computeIfAbsent(later.policy().member(), m -> new ArrayList<>());
            earlier.forEach(one -> reportPair(one, later));
            earlier.add(later);
        }
    }

    /// Reports members that a mission pins although their own word keeps them out.
    void reportPins(Mission mission, Collection<Stance> stances) {
        for (String member : mission.pins().mustJoin()) {
            Place place = Place.startOf("missions/" + mission.id() + ".yaml");
            for (Located located : policies) {
                Policy policy = located.policy();
                if (policy.member().equals(member)
                        && policy.isAbout(mission.id())
                        && policy.condition() instanceof Condition.StaysOut) {
                    findings.add(
                            place,
                            "%s must join, and stays out by policy \"%s\" at %s"
                                    .formatted(
                                            member, policy.id(), located.place().fileAndLine()),
                            "Remove the pin or the policy.");
                }
            }
            for (Stance stance : stances) {
                if (stance.member().equals(member)
                        && stance.mission().equals(mission.id())
                        && !stance.position().mayJoin()) {
                    findings.add(
                            place,
                            "%s must join, and its stance on the mission is \"%s\""
                                    .formatted(member, stance.position().word()),
                            "Remove the pin or the stance.");
                }
            }
        }
    }

    private void reportPair(Located first, Located second) {
        Policy a = first.policy();
        Policy b = second.policy();
        boolean together = a.missions().isEmpty()
                || b.missions().isEmpty()
                || a.missions().stream().anyMatch(b.missions()::contains);
        if (!together) {
            return;
        }
        contradiction(a.condition(), b.condition())
                .or(() -> contradiction(b.condition(), a.condition()))
                .ifPresent(why -> findings.add(
                        second.place(),
                        "policy \"%s\" of %s contradicts policy \"%s\" at %s: %s"
                                .formatted(
                                        b.id(),
                                        b.member(),
                                        a.id(),
                                        first.place().fileAndLine(),
                                        why),
                        "Remove one of the two, or limit them to different missions."));
    }

    private static Optional<String> contradiction(Condition one, Condition other) {
        if (one instanceof Condition.BesideAll wanted && other instanceof Condition.NotBeside unwanted) {
            return common(wanted.members(), unwanted.members())
                    .findFirst()
                    .map(member -> "only beside " + member + ", and not beside " + member);
        }
        if (one instanceof Condition.BesideAny wanted && other instanceof Condition.NotBeside unwanted) {
            return unwanted.members().containsAll(wanted.members())
                    ? Optional.of("beside one of " + String.join(", ", wanted.members()) + ", and beside none of them")
                    : Optional.empty();
        }
        if (one instanceof Condition.OnlyKinds wanted && other instanceof Condition.NeverKinds unwanted) {
            return unwanted.kinds().containsAll(wanted.kinds())
                    ? Optional.of("only for " + String.join(", ", wanted.kinds()) + ", and never for it")
                    : Optional.empty();
        }
        if (one instanceof Condition.OnlyKinds wanted && other instanceof Condition.OnlyKinds others) {
            return common(wanted.kinds(), others.kinds()).findAny().isEmpty()
                    ? Optional.of("only for " + String.join(", ", wanted.kinds()) + ", and only for "
                            + String.join(", ", others.kinds()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Stream<String> common(Set<String> a, Set<String> b) {
        return a.stream().filter(b::contains);
    }

    /// "Only beside all of" as arrows from member to member; a circle means that each waits for the other.
    private record Arrow(String from, String to, Located by) {}

    private void reportCircles(Collection<String> missions) {
        Set<Set<Policy>> reported = new HashSet<>();
        List<String> scopes = new ArrayList<>(missions);
        scopes.addFirst(""); // only the policies that are about every mission
        for (String mission : scopes) {
            Map<String, List<Arrow>> arrows = arrows(mission);
            for (String member : new TreeSet<>(arrows.keySet())) {
                List<Arrow> circle = shortestCircle(member, arrows);
                Set<Policy> by = new HashSet<>();
                circle.forEach(arrow -> by.add(arrow.by().policy()));
                if (!circle.isEmpty() && reported.add(by)) {
                    reportCircle(circle);
                }
            }
        }
    }

    private Map<String, List<Arrow>> arrows(String mission) {
        Map<String, List<Arrow>> arrows = new HashMap<>();
        for (Located located : policies) {
            Policy policy = located.policy();
            if (!policy.missions().isEmpty() && !policy.missions().contains(mission)) {
                continue;
            }
            for (String target : companions(policy.condition())) {
                arrows.computeIfAbsent(policy.member(), m -> new ArrayList<>())
                        .add(new Arrow(policy.member(), target, located));
            }
        }
        return arrows;
    }

    private static Set<String> companions(Condition condition) {
        if (condition instanceof Condition.BesideAll all) {
            return all.members();
        }
        return condition instanceof Condition.BesideAny any && any.members().size() == 1 ? any.members() : Set.of();
    }

    /// Breadth first from the member back to itself; empty where no arrow leads back. O(members + arrows).
    private static List<Arrow> shortestCircle(String start, Map<String, List<Arrow>> arrows) {
        Map<String, Arrow> reachedBy = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(start));
        Set<String> seen = new LinkedHashSet<>();
        while (!queue.isEmpty()) {
            String member = queue.removeFirst();
            for (Arrow arrow : arrows.getOrDefault(member, List.of())) {
                if (arrow.to().equals(start)) {
                    List<Arrow> circle = new ArrayList<>(List.of(arrow));
                    for (Arrow back = reachedBy.get(member); back != null; back = reachedBy.get(back.from())) {
                        circle.addFirst(back);
                    }
                    return circle;
                }
                if (seen.add(arrow.to())) {
                    reachedBy.put(arrow.to(), arrow);
                    queue.addLast(arrow.to());
                }
            }
        }
        return List.of();
    }

    private void reportCircle(List<Arrow> circle) {
        Arrow first = circle.getFirst();
        StringBuilder way = new StringBuilder();
        for (Arrow arrow : circle) {
            way.append(way.isEmpty() ? "" : ", ")
                    .append("%s joins only beside %s (%s)"
                            .formatted(
                                    arrow.from(),
                                    arrow.to(),
                                    arrow.by().policy().id()));
        }
        findings.add(
                first.by().place(),
                "circular policy: " + way,
                "Each waits for the other: remove one of these conditions, or write it as beside_any with an"
                        + " alternative.");
    }
}
