package org.muster.invest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muster.alliance.invest.InvestPlan;
import org.muster.games.Fraction;

/// What a portfolio has to reach. Everything in it only gets easier with more in common, but who is worse off.
///
/// @param asked  what has to be reached, one entry a mission or a mission and member
/// @param losing by mission, how many members of whom any has to be able to stay at home
/// @param cvar   what the mean of the dearest costs of missions may be
/// @param limit  that nobody is worse off by more than so much; empty where nothing is asked
/// @param budget the most it may cost in a year, in minor units; empty where open
public record Aims(
        List<Asked> asked,
        Map<String, Integer> losing,
        List<Dearest> cvar,
        Optional<Limit> limit,
        Optional<Fraction> budget) {
    /// A limit that neither gets easier nor harder with more in common.
    public interface Limit {
        /// Whether a portfolio keeps it.
        boolean isMet(Portfolio portfolio);

        /// Whether some portfolio with at least so many blocks may keep it.
        boolean mayBeMet(List<Integer> low);
    }

    /// Aims without a limit.
    Aims(List<Asked> asked, Map<String, Integer> losing, Optional<Fraction> budget) {
        this(asked, losing, List.of(), Optional.empty(), budget);
    }

    /// What the mean of the dearest share of a mission's costs may be: where it is known by an interval, its upper end.
    ///
    /// @param asked   what the plan says, or more
    /// @param reached by blocks of each candidate, in minor units; only falls with more
    public record Dearest(InvestPlan.Cvar asked, Function<List<Integer>, Fraction> reached) {
        boolean isMet(Portfolio portfolio) {
            return reached.apply(portfolio.levels()).compareTo(Fraction.of(asked.most())) <= 0;
        }
    }

    /// A chance that has to be reached.
    ///
    /// @param mission its id
    /// @param member  without whom; empty for the chance with everybody
    /// @param least   from 0 to 1
    public record Asked(String mission, Optional<String> member, Fraction least) {
        /// What a portfolio reaches of it.
        public Fraction reached(Portfolio portfolio) {
            return portfolio
                    .mission(mission)
                    .map(judged -> member.map(judged::without).orElse(judged.chance()))
                    .orElse(Fraction.ZERO);
        }

        boolean isMet(Portfolio portfolio) {
            return reached(portfolio).compareTo(least) >= 0;
        }
    }

    public Aims {
        asked = List.copyOf(asked);
        cvar = List.copyOf(cvar);
        losing = Collections.unmodifiableMap(new LinkedHashMap<>(losing));
    }

    /// Whether nothing is asked that hangs on single members: then a portfolio may be judged briefly.
    boolean isBrief() {
        return asked.isEmpty() && losing.isEmpty();
    }

    boolean isReached(Portfolio portfolio) {
        return isEasierReached(portfolio)
                && limit.map(one -> one.isMet(portfolio)).orElse(true);
    }

    /// Whether some portfolio between two corners may reach it.
    boolean mayBeReached(List<Integer> low, Portfolio high) {
        return isEasierReached(high) && limit.map(one -> one.mayBeMet(low)).orElse(true);
    }

    private boolean isEasierReached(Portfolio portfolio) {
        return asked.stream().allMatch(one -> one.isMet(portfolio))
                && losing.entrySet().stream().allMatch(one -> losing(portfolio, one.getKey()) >= one.getValue())
                && cvar.stream().allMatch(one -> one.isMet(portfolio));
    }

    /// Of how many members any may stay at home.
    static int losing(Portfolio portfolio, String mission) {
        return portfolio.mission(mission).map(Judged::losing).orElse(0);
    }

    boolean isAffordable(Fraction price) {
        return budget.map(most -> price.compareTo(most) <= 0).orElse(true);
    }

    /// What a portfolio does not reach.
    List<Asked> missed(Portfolio portfolio) {
        return asked.stream().filter(one -> !one.isMet(portfolio)).toList();
    }

    /// What is asked of a mission, whoever of its members it is about.
    ///
    /// @param beta of [InvestAnswer.Target.Kind#CVAR] only
    record Target(InvestAnswer.Target.Kind kind, String mission, Fraction least, Optional<BigDecimal> beta) {}

    /// Each once, in the order in which they are asked.
    List<Target> targets() {
        Set<Target> targets = new LinkedHashSet<>();
        for (Asked one : asked) {
            targets.add(targetOf(one));
        }
        losing.forEach((mission, members) -> targets.add(new Target(
                InvestAnswer.Target.Kind.LOSING_ANY, mission, Fraction.of(members.longValue()), Optional.empty())));
        cvar.forEach(one -> targets.add(targetOf(one)));
        return List.copyOf(targets);
    }

    private static Target targetOf(Asked one) {
        return new Target(
                one.member().isPresent() ? InvestAnswer.Target.Kind.WITHOUT_ANY : InvestAnswer.Target.Kind.CHANCE,
                one.mission(),
                one.least(),
                Optional.empty());
    }

    private static Target targetOf(Dearest one) {
        return new Target(
                InvestAnswer.Target.Kind.CVAR,
                one.asked().mission(),
                Fraction.of(one.asked().most()),
                Optional.of(one.asked().beta()));
    }

    /// All but one target.
    Aims without(Target target) {
        Map<String, Integer> others = new LinkedHashMap<>(losing);
        if (target.kind() == InvestAnswer.Target.Kind.LOSING_ANY) {
            others.remove(target.mission());
        }
        return new Aims(
                asked.stream().filter(one -> !targetOf(one).equals(target)).toList(),
                others,
                cvar.stream().filter(one -> !targetOf(one).equals(target)).toList(),
                limit,
                budget);
    }

    Aims without(List<Asked> some) {
        List<Asked> rest = new ArrayList<>(asked);
        rest.removeAll(some);
        return new Aims(rest, losing, cvar, limit, budget);
    }

    /// The same without a limit.
    Aims withoutLimit() {
        return new Aims(asked, losing, cvar, Optional.empty(), budget);
    }

    /// The same whatever it costs.
    Aims withoutBudget() {
        return new Aims(asked, losing, cvar, limit, Optional.empty());
    }
}
