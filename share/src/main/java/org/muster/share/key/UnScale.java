package org.muster.share.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.games.Fraction;
import org.muster.input.Refusal;

/// One base period of the United Nations' regular scale, step by step, in exact fractions.
///
/// Steps: 1 income shares; 2 debt burden; 3 low income per head; 4 floor; 5 ceiling of the least developed; 6 ceiling.
/// In step 3 the reductions are taken over by members at or above the average, in step 4 the floor is paid for by those
/// above it, in steps 5 and 6 freed points go to the rest; the member that the ceiling holds takes over nothing.
///
/// Source: A/RES/79/249, paragraph 7 (parameters); outline of the method by the Committee on Contributions (recalled).
final class UnScale {
    private final UnScaleInput input;
    private final Map<String, UnScaleInput.Economy> members;
    private final Set<String> leastDeveloped;
    private final List<Map<String, Fraction>> steps = new ArrayList<>();
    private Fraction threshold = Fraction.ZERO;

    private UnScale(UnScaleInput input, Map<String, UnScaleInput.Economy> members) {
        this.input = input;
        this.members = members;
        this.leastDeveloped = input.leastDeveloped();
    }

    /// The shares after each step, in percent.
    ///
    /// @param steps     after steps 1 to 6
    /// @param threshold average income per head, in the unit of the incomes per head of population
    record Track(List<Map<String, Fraction>> steps, Fraction threshold) {}

    static Track of(UnScaleInput input, Map<String, UnScaleInput.Economy> members) {
        UnScale scale = new UnScale(input, members);
        Map<String, Fraction> adjusted = scale.incomeAndDebt();
        scale.lowIncome(adjusted);
        scale.floor();
        scale.leastDeveloped();
        scale.ceiling();
        return new Track(List.copyOf(scale.steps), scale.threshold);
    }

    private Map<String, Fraction> incomeAndDebt() {
        Map<String, Fraction> income = new LinkedHashMap<>();
        Map<String, Fraction> adjusted = new LinkedHashMap<>();
        members.forEach((member, economy) -> {
            Fraction gni = Fraction.of(economy.income());
            income.put(member, gni);
            Fraction relief = input.debtEligible().contains(member)
                    ? Fraction.of(economy.debt()).times(Fraction.of(input.debtRate()))
                    : Fraction.ZERO;
            adjusted.put(member, gni.minus(relief).max(Fraction.ZERO));
        });
        steps.add(shares(income));
        steps.add(shares(adjusted));
        return adjusted;
    }

    private static Map<String, Fraction> shares(Map<String, Fraction> amounts) {
        Fraction sum = sum(amounts);
        Map<String, Fraction> shares = new LinkedHashMap<>();
        amounts.forEach((member, amount) -> shares.put(member, amount.times(100).over(sum)));
        return shares;
    }

    private static Fraction sum(Map<String, Fraction> amounts) {
        return amounts.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    private void lowIncome(Map<String, Fraction> adjusted) {
        Fraction income = Fraction.ZERO;
        Fraction people = Fraction.ZERO;
        for (UnScaleInput.Economy economy : members.values()) {
            income = income.plus(Fraction.of(economy.income()));
            people = people.plus(Fraction.of(economy.population()));
        }
        threshold = income.over(people);
        Map<String, Fraction> shares = new LinkedHashMap<>(steps.getLast());
        Fraction freed = Fraction.ZERO;
        Fraction gradient = Fraction.of(input.gradient());
        for (Map.Entry<String, UnScaleInput.Economy> member : members.entrySet()) {
            Fraction perHead = perHead(adjusted, member.getKey(), member.getValue());
            if (perHead.compareTo(threshold) < 0) {
                Fraction share = at(shares, member.getKey());
                Fraction cut = share.times(gradient).times(Fraction.ONE.minus(perHead.over(threshold)));
                shares.put(member.getKey(), share.minus(cut));
                freed = freed.plus(cut);
            }
        }
        Map<String, Fraction> before = steps.getLast();
        spread(
                shares,
                freed,
                m -> perHead(adjusted, m, economy(m)).compareTo(threshold) >= 0 && !isHeldByCeiling(before, m));
        steps.add(shares);
    }

    private static Fraction perHead(Map<String, Fraction> adjusted, String member, UnScaleInput.Economy economy) {
        return at(adjusted, member).over(Fraction.of(economy.population()));
    }

    private UnScaleInput.Economy economy(String member) {
        UnScaleInput.Economy economy = members.get(member);
        if (economy == null) {
            throw new IllegalArgumentException(member);
        }
        return economy;
    }

    private static Fraction at(Map<String, Fraction> shares, String member) {
        return shares.getOrDefault(member, Fraction.ZERO);
    }

    private boolean isHeldByCeiling(Map<String, Fraction> shares, String member) {
        return at(shares, member).compareTo(Fraction.of(input.ceiling())) > 0;
    }

    private void floor() {
        Map<String, Fraction> before = steps.getLast();
        Fraction floor = Fraction.of(input.floor());
        Map<String, Fraction> shares = new LinkedHashMap<>(before);
        Fraction given = Fraction.ZERO;
        for (String member : members.keySet()) {
            if (at(shares, member).compareTo(floor) < 0) {
                given = given.plus(floor.minus(at(shares, member)));
                shares.put(member, floor);
            }
        }
        spread(shares, given.negated(), m -> at(before, m).compareTo(floor) >= 0 && !isHeldByCeiling(before, m));
        steps.add(shares);
    }

    private void leastDeveloped() {
        Map<String, Fraction> before = steps.getLast();
        Fraction most = Fraction.of(input.leastDevelopedCeiling());
        Map<String, Fraction> shares = new LinkedHashMap<>(before);
        Fraction freed = Fraction.ZERO;
        for (String member : members.keySet()) {
            if (leastDeveloped.contains(member) && at(shares, member).compareTo(most) > 0) {
                freed = freed.plus(at(shares, member).minus(most));
                shares.put(member, most);
            }
        }
        spread(
                shares,
                freed,
                m -> isAboveFloor(before, m) && !isHeldAsLeastDeveloped(shares, m) && !isHeldByCeiling(before, m));
        steps.add(shares);
    }

    private boolean isAboveFloor(Map<String, Fraction> shares, String member) {
        return at(shares, member).compareTo(Fraction.of(input.floor())) > 0;
    }

    private boolean isHeldAsLeastDeveloped(Map<String, Fraction> shares, String member) {
        return leastDeveloped.contains(member)
                && at(shares, member).compareTo(Fraction.of(input.leastDevelopedCeiling())) >= 0;
    }

    /// Members that the freed points lift above the ceiling are held by it in turn.
    private void ceiling() {
        Map<String, Fraction> shares = new LinkedHashMap<>(steps.getLast());
        Fraction most = Fraction.of(input.ceiling());
        Set<String> held = new java.util.LinkedHashSet<>();
        for (boolean more = true; more; ) {
            more = false;
            Fraction freed = Fraction.ZERO;
            for (String member : members.keySet()) {
                if (at(shares, member).compareTo(most) > 0) {
                    freed = freed.plus(at(shares, member).minus(most));
                    shares.put(member, most);
                    held.add(member);
                    more = true;
                }
            }
            spread(
                    shares,
                    freed,
                    m -> !held.contains(m) && isAboveFloor(shares, m) && !isHeldAsLeastDeveloped(shares, m));
        }
        steps.add(shares);
    }

    /// Adds points to those who take them, in proportion to their shares.
    ///
    /// @throws IllegalArgumentException where points are left and nobody takes them
    private void spread(Map<String, Fraction> shares, Fraction points, Predicate<String> takes) {
        if (points.isZero()) {
            return;
        }
        List<String> takers = members.keySet().stream().filter(takes).toList();
        Fraction sum = Fraction.ZERO;
        for (String member : takers) {
            sum = sum.plus(at(shares, member));
        }
        if (sum.isZero()) {
            throw new Refusal("nobody is left to take over the points that relief or a ceiling frees");
        }
        Fraction factor = Fraction.ONE.plus(points.over(sum));
        takers.forEach(member -> shares.put(member, at(shares, member).times(factor)));
    }
}
