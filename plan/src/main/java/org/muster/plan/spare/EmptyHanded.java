package org.muster.plan.spare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.plan.model.SourceKind;

/// A member that goes and brings no units of its own, and what it is there for.
///
/// @param member   the member
/// @param forWhat  what it is there for, one phrase each; never empty
/// @param numberOf whose number it helps to reach, where that is all it is there for: a member's code, or the
///                 mission's id where it is the mission's floor
public record EmptyHanded(String member, List<String> forWhat, Optional<String> numberOf) {
    public EmptyHanded {
        forWhat = List.copyOf(forWhat);
    }

    /// Whether it joins for a number only, and so could stay at home if whoever set the number asked for fewer.
    public boolean isForNumberOnly() {
        return numberOf.isPresent();
    }

    /// Those of a plan, in the order of its coalition.
    ///
    /// What is looked at: the lead; company that others ask for; pools that could not be drawn as they are without its
    /// entitlement or crews, or only for more compensation; numbers that others, or the mission's floor, would miss by
    /// one.
    public static List<EmptyHanded> of(Alliance alliance, Mission mission, Plan plan) {
        Reader reader = new Reader(alliance, mission, plan);
        return plan.coalition().stream()
                .filter(member -> plan.assignments().stream()
                        .noneMatch(a -> a.member().filter(member::equals).isPresent()))
                .map(reader::read)
                .toList();
    }

    private record Needed(String whose, String phrase) {}

    private record Reader(Alliance alliance, Mission mission, Plan plan) {
        EmptyHanded read(String member) {
            List<String> needed = new ArrayList<>();
            if (mission.lead().stream().filter(plan.coalition()::contains).allMatch(member::equals)
                    && mission.lead().contains(member)) {
                needed.add("it leads");
            }
            if (mission.pins().mustJoin().contains(member)) {
                needed.add("the mission is planned with it");
            }
            company(member, needed);
            pools(member, needed);
            List<Needed> numbers = numbers(member);
            List<String> all = new ArrayList<>(needed);
            numbers.forEach(number -> all.add(number.phrase()));
            if (all.isEmpty()) {
                all.add("its part in the pools");
            }
            return new EmptyHanded(
                    member,
                    all,
                    needed.isEmpty() ? numbers.stream().map(Needed::whose).findFirst() : Optional.empty());
        }

        private void company(String member, List<String> needed) {
            for (Policy policy : policies()) {
                boolean asks = switch (policy.condition()) {
                    case Condition.BesideAll c -> c.members().contains(member);
                    case Condition.BesideAny c ->
                        c.members().contains(member)
                                && c.members().stream()
                                        .noneMatch(other -> !other.equals(member)
                                                && plan.coalition().contains(other));
                    default -> false;
                };
                if (asks && !policy.member().equals(member)) {
                    needed.add(policy.member() + " joins only beside it");
                }
            }
        }

        private List<Policy> policies() {
            return alliance.policies().stream()
                    .filter(policy ->
                            policy.isAbout(mission.id()) && plan.coalition().contains(policy.member()))
                    .toList();
        }

        private void pools(String member, List<String> needed) {
            drawn().forEach((period, units) -> {
                Pool pool = alliance.pool(period.pool()).orElseThrow();
                long others = sum(member, pool::availableEntitlement);
                boolean entitled = switch (pool.access()) {
                    case Access.Owners a -> others < units;
                    case Access.OwnersPlusReleased a ->
                        others < units
                                && (a.compensationMinor() > 0 || a.withholding().contains(member));
                    case Access.Open a -> false;
                    case Access.WeightedVote a -> false;
                    case Access.Consensus a -> false;
                };
                boolean crews = pool.neededCrews().contains(member)
                        || (!pool.crews().isEmpty()
                                && sum(member, owner -> pool.crews().getOrDefault(owner, 0L)) < units);
                boolean owns = pool.availableEntitlement(member) > 0;
                if ((entitled && owns) || crews) {
                    needed.add((crews ? "its crews for pool " : "its part in pool ") + pool.id());
                }
                if (pool.access() instanceof Access.WeightedVote
                        && pool.entitlements().getOrDefault(member, 0L) > 0) {
                    needed.add("its vote on pool " + pool.id());
                }
            });
        }

        private long sum(String without, java.util.function.ToLongFunction<String> units) {
            return plan.coalition().stream()
                    .filter(other -> !other.equals(without))
                    .mapToLong(units)
                    .sum();
        }

        private record Period(String pool, String period) {}

        /// Units drawn, by pool and period.
        private Map<Period, Long> drawn() {
            Map<Period, Long> drawn = new LinkedHashMap<>();
            for (Plan.Assignment a : plan.assignments()) {
                if (a.source() == SourceKind.POOL) {
                    Pool pool = alliance.pool(a.id()).orElseThrow();
                    Phase phase = mission.phases().stream()
                            .filter(p -> p.id().equals(a.phase()))
                            .findFirst()
                            .orElseThrow();
                    String period = switch (pool.period()) {
                        case YEAR -> String.valueOf(phase.from().getYear());
                        case PHASE -> phase.id();
                    };
                    drawn.merge(new Period(pool.id(), period), a.units(), Long::sum);
                }
            }
            return drawn;
        }

        /// Numbers that would be missed by one without the member: of single members first, then the mission's own.
        private List<Needed> numbers(String member) {
            List<Needed> numbers = new ArrayList<>();
            for (Policy policy : policies()) {
                if (policy.condition() instanceof Condition.AtLeastMembers c
                        && plan.coalition().size() - 1 < c.members()
                        && !policy.member().equals(member)) {
                    numbers.add(new Needed(
                            policy.member(),
                            policy.member() + " joins only if at least "
                                    + Counted.of(c.members(), "member does", "members do")));
                }
            }
            long allies = alliance.members().stream()
                    .filter(Member::isAlly)
                    .map(Member::code)
                    .filter(plan.coalition()::contains)
                    .count();
            boolean ally = alliance.member(member).map(Member::isAlly).orElse(false);
            if (ally && allies - 1 < mission.floor().members()) {
                numbers.add(new Needed(
                        mission.id(),
                        "the mission asks for at least "
                                + Counted.of(mission.floor().members(), "allies")));
            }
            shareFloor(member).ifPresent(numbers::add);
            return numbers;
        }

        private Optional<Needed> shareFloor(String member) {
            BigDecimal percent = mission.floor().sharePercent();
            Optional<Key> key = alliance.keyOf(mission);
            if (percent.signum() == 0 || key.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal others = plan.coalition().stream()
                    .filter(other -> !other.equals(member))
                    .map(key.get()::shareOf)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return others.compareTo(percent) < 0 && key.get().shareOf(member).signum() > 0
                    ? Optional.of(new Needed(
                            mission.id(),
                            "the mission asks for members that hold at least " + percent.toPlainString()
                                    + " percent of the key"))
                    : Optional.empty();
        }
    }
}
