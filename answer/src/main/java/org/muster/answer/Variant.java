package org.muster.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.input.Refusal;

/// What somebody tries with a mission without changing its folder: who must take part, who must not, whose pin is
/// lifted, a waiver of the day after, and rules that are switched off.
///
/// @param mustJoin members that are to take part
/// @param mustNot  members that are not to
/// @param free     members whose pin in the folder is lifted
/// @param waiver   the waiver to try; empty where the folder's stays as it is
/// @param off      rules that are switched off, by the ids of [RulesOff]
public record Variant(
        Set<String> mustJoin, Set<String> mustNot, Set<String> free, Optional<Mission.Waiver> waiver, Set<String> off) {
    /// The mission as its folder has it.
    public static final Variant NONE = new Variant(Set.of(), Set.of(), Set.of(), Optional.empty());

    /// With all rules on.
    public Variant(Set<String> mustJoin, Set<String> mustNot, Set<String> free, Optional<Mission.Waiver> waiver) {
        this(mustJoin, mustNot, free, waiver, Set.of());
    }

    public Variant {
        mustJoin = Collections.unmodifiableSet(new TreeSet<>(mustJoin));
        mustNot = Collections.unmodifiableSet(new TreeSet<>(mustNot));
        free = Collections.unmodifiableSet(new TreeSet<>(free));
        off = Collections.unmodifiableSet(new TreeSet<>(off));
    }

    /// Whether nothing is changed.
    public boolean isNone() {
        return equals(NONE);
    }

    /// The alliance as tried: without the rules that are switched off.
    ///
    /// @throws Refusal where a rule is none of the alliance or the mission
    public Alliance in(Alliance alliance, Mission mission) {
        return off.isEmpty() ? alliance : RulesOff.of(alliance, mission, off).alliance();
    }

    /// The mission as tried: the one that the folder would hold with these pins and this waiver written into it.
    ///
    /// @param alliance as tried, see [#in]
    /// @throws Refusal with everything that is wrong with the variant, in the words of a folder's reader
    public Mission of(Alliance alliance, Mission mission) {
        if (isNone()) {
            return mission;
        }
        List<String> wrong = wrong(alliance, mission);
        if (!wrong.isEmpty()) {
            throw new Refusal(
                    wrong.size() == 1 ? List.of() : wrong,
                    wrong.size() == 1 ? wrong.getFirst() : "the variant contradicts itself or the folder");
        }
        Set<String> join = new TreeSet<>(mission.pins().mustJoin());
        join.removeAll(free);
        join.removeAll(mustNot);
        join.addAll(mustJoin);
        Set<String> not = new TreeSet<>(mission.pins().mustNot());
        not.removeAll(free);
        not.removeAll(mustJoin);
        not.addAll(mustNot);
        return RulesOff.without(
                off,
                waived(mission.with(new Mission.Pins(join, not, mission.pins().assignments()))));
    }

    private List<String> wrong(Alliance alliance, Mission mission) {
        List<String> wrong = new ArrayList<>();
        Set<String> named = new TreeSet<>(mustJoin);
        named.addAll(mustNot);
        named.addAll(free);
        named.stream()
                .filter(code -> alliance.member(code).isEmpty())
                .forEach(code -> wrong.add(Named.noMember(alliance, code)));
        for (String code : named) {
            int times = (mustJoin.contains(code) ? 1 : 0)
                    + (mustNot.contains(code) ? 1 : 0)
                    + (free.contains(code) ? 1 : 0);
            if (times > 1) {
                wrong.add(code + " is asked for in two ways. Let it be one of: must take part, must not, free");
            }
        }
        mustJoin.forEach(code -> wrong.addAll(contradictions(alliance, mission, code)));
        waiver.ifPresent(given -> wrong.addAll(wrongWith(given, mission)));
        return wrong;
    }

    private static List<String> contradictions(Alliance alliance, Mission mission, String code) {
        List<String> wrong = new ArrayList<>();
        for (Policy policy : alliance.policies()) {
            if (policy.member().equals(code)
                    && policy.isAbout(mission.id())
                    && policy.condition() instanceof Condition.StaysOut) {
                wrong.add(code + " must join, and stays out by policy \"" + policy.id()
                        + "\". Remove the pin or the policy");
            }
        }
        for (Stance stance : alliance.stances()) {
            if (stance.member().equals(code)
                    && stance.mission().equals(mission.id())
                    && !stance.position().mayJoin()) {
                wrong.add(code + " must join, and its stance on the mission is \""
                        + stance.position().word() + "\". Remove the pin or the stance");
            }
        }
        return wrong;
    }

    private static List<String> wrongWith(Mission.Waiver given, Mission mission) {
        List<String> wrong = new ArrayList<>();
        if (given.authority().isBlank()) {
            wrong.add("the waiver names no authority. Name who gives it, for example North Atlantic Council");
        }
        if (given.reason().isBlank()) {
            wrong.add("the waiver gives no reason. Say why the day after may stay open");
        }
        LocalDate last = mission.phases().getLast().to();
        if (given.date().isAfter(last)) {
            wrong.add("the waiver is of " + given.date() + ", after the mission has ended on " + last
                    + ". Write the day on which it was given");
        }
        return wrong;
    }

    private Mission waived(Mission mission) {
        if (waiver.isEmpty()) {
            return mission;
        }
        return mission.with(new Mission.Decision(
                mission.mode(), mission.mandates(), mission.priority(), mission.decidedOn(), waiver));
    }
}
