package org.muster.share.key;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.input.Refusal;

/// What the United Nations' regular scale is worked out from.
///
/// @param periods               one table of economies per base period (3 and 6 years), each with every member
/// @param debtEligible          members to which the debt-burden adjustment applies
/// @param leastDeveloped        members that the lower ceiling holds
/// @param debtRate              part of the debt taken off the income: 0.125 (repaid in eight years)
/// @param gradient              part of the distance to the average that is waived: 0.80
/// @param floor                 smallest share in percent: 0.001
/// @param leastDevelopedCeiling largest share of the least developed in percent: 0.01
/// @param ceiling               largest share in percent: 22
public record UnScaleInput(
        List<Period> periods,
        Set<String> debtEligible,
        Set<String> leastDeveloped,
        BigDecimal debtRate,
        BigDecimal gradient,
        BigDecimal floor,
        BigDecimal leastDevelopedCeiling,
        BigDecimal ceiling) {
    /// Average yearly figures of one member over a base period.
    ///
    /// @param income     gross national income
    /// @param population people, above zero
    /// @param debt       external debt, in the unit of the income
    public record Economy(BigDecimal income, BigDecimal population, BigDecimal debt) {
        public Economy {
            if (income.signum() < 0 || population.signum() <= 0 || debt.signum() < 0) {
                throw new Refusal("income and debt are not negative, population is above zero");
            }
        }
    }

    /// A base period.
    ///
    /// @param title   what it is called, for example `3 years`
    /// @param members one economy per member
    public record Period(String title, Map<String, Economy> members) {
        public Period {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    public UnScaleInput {
        periods = List.copyOf(periods);
        debtEligible = Collections.unmodifiableSet(new LinkedHashSet<>(debtEligible));
        leastDeveloped = Collections.unmodifiableSet(new LinkedHashSet<>(leastDeveloped));
        if (periods.isEmpty()) {
            throw new Refusal("the scale needs at least one base period");
        }
        for (Period period : periods) {
            if (!period.members().keySet().equals(periods.getFirst().members().keySet())) {
                throw new Refusal("base period " + period.title() + " has other members");
            }
        }
    }

    /// The parameters of A/RES/79/249 (2025 to 2027).
    public static UnScaleInput of2025(List<Period> periods, Set<String> debtEligible, Set<String> leastDeveloped) {
        return new UnScaleInput(
                periods,
                debtEligible,
                leastDeveloped,
                new BigDecimal("0.125"),
                new BigDecimal("0.80"),
                new BigDecimal("0.001"),
                new BigDecimal("0.01"),
                new BigDecimal("22"));
    }

    /// The same with another ceiling.
    public UnScaleInput withCeiling(BigDecimal other) {
        return new UnScaleInput(
                periods, debtEligible, leastDeveloped, debtRate, gradient, floor, leastDevelopedCeiling, other);
    }
}
