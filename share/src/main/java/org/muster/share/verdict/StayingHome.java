package org.muster.share.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.sharing.RuleName;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingCase;
import org.muster.share.rule.SharingRule;

/// What a member that can be spared saves by staying at home, under each rule: what it pays now, less what it pays
/// of the bill of the plan without it. What others are asked for is told where costs lie where they fall.
///
/// @param saves   minor units by rule, below zero where it would pay more; rules of the obligation game are left
///                out: there a member that stays at home owes as before, and they are not planned again
/// @param asked   what each member that is asked instead pays more where costs lie where they fall, in minor units
public record StayingHome(Map<String, Long> saves, Map<SharingRule.Staying, Saving> byClass, Map<String, Long> asked) {
    /// The saving of a class of rules, told by the first of its rules that applies (peacekeeping only where no other
    /// does).
    public record Saving(String rule, long amountMinor) {}

    public StayingHome {
        saves = Collections.unmodifiableMap(new LinkedHashMap<>(saves));
        byClass = Collections.unmodifiableMap(new LinkedHashMap<>(byClass));
        asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    }

    /// Works it out.
    ///
    /// @param sharing      the case of the plan
    /// @param rules        rules to look at, in the order in which they are shown
    /// @param now          what each member pays now, by rule, in minor units; a rule that is not in it does not apply
    /// @param member       who stays at home
    /// @param participants those who go in the plan without it
    /// @param bill         the bill of that plan
    /// @param askedMembers who is asked instead
    public static StayingHome of(
            SharingCase sharing,
            List<SharingRule> rules,
            Map<String, Map<String, Long>> now,
            String member,
            List<String> participants,
            Bill bill,
            List<String> askedMembers) {
        SharingCase without = sharing.with(participants, bill);
        Map<String, Long> saves = new LinkedHashMap<>();
        Map<SharingRule.Staying, Saving> byClass = new EnumMap<>(SharingRule.Staying.class);
        for (SharingRule rule : rules) {
            Map<String, Long> before = now.get(rule.id());
            if (rule.staying() != SharingRule.Staying.OWES && before != null) {
                Map<String, Long> after = amounts(rule, without);
                if (!after.isEmpty()) {
                    long saved = before.getOrDefault(member, 0L) - after.getOrDefault(member, 0L);
                    saves.put(rule.id(), saved);
                    // The discounts of peacekeeping are those of a key; another rule of the class says more.
                    Saving first = byClass.get(rule.staying());
                    if (first == null || first.rule().equals(RuleName.PEACEKEEPING.word())) {
                        byClass.put(rule.staying(), new Saving(rule.id(), saved));
                    }
                }
            }
        }
        Map<String, Long> before = amounts(Rules.WHERE_COSTS_LIE, sharing);
        Map<String, Long> after = amounts(Rules.WHERE_COSTS_LIE, without);
        Map<String, Long> asked = new LinkedHashMap<>();
        for (String other : new ArrayList<>(askedMembers)) {
            asked.put(other, after.getOrDefault(other, 0L) - before.getOrDefault(other, 0L));
        }
        return new StayingHome(saves, byClass, asked);
    }

    private static Map<String, Long> amounts(SharingRule rule, SharingCase sharing) {
        return switch (rule.share(sharing)) {
            case SharingRule.Outcome.Shared shared ->
                shared.lessReceiptsOf(sharing.bill()).amounts();
            case SharingRule.Outcome.NotApplicable not -> Map.of();
        };
    }
}
