package org.muster.alliance.invest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.source.Provenance;

/// What is asked of holdings in common over some years.
///
/// @param id                 its name
/// @param title              what people call it
/// @param currencyYear       the year of whose prices every amount is
/// @param ratePercent        yearly rate at which capital is spread over an asset's life, in percent, 0 to 100
/// @param from               first day; what is ordered counts its lead time from here
/// @param years              how many years, at least 1
/// @param budgetMinor        what may be spent a year, in minor units; empty where open
/// @param missions           missions like these come so often, at least one
/// @param targets            what has to be reached
/// @param knownFrom          the day from which it is known which world it is; empty where nothing is said
/// @param provenance         source and status
public record InvestPlan(
        String id,
        String title,
        int currencyYear,
        BigDecimal ratePercent,
        LocalDate from,
        int years,
        Optional<Long> budgetMinor,
        List<Recurring> missions,
        Targets targets,
        Optional<LocalDate> knownFrom,
        Provenance provenance) {
    public InvestPlan {
        missions = List.copyOf(missions);
        if (years < 1 || missions.isEmpty()) {
            throw new IllegalArgumentException("plan " + id + " has at least one year and one mission");
        }
    }

    /// A plan that says nothing of when it is known which world it is.
    public InvestPlan(
            String id,
            String title,
            int currencyYear,
            BigDecimal ratePercent,
            LocalDate from,
            int years,
            Optional<Long> budgetMinor,
            List<Recurring> missions,
            Targets targets,
            Provenance provenance) {
        this(
                id,
                title,
                currencyYear,
                ratePercent,
                from,
                years,
                budgetMinor,
                missions,
                targets,
                Optional.empty(),
                provenance);
    }

    /// A mission like one of the folder's, in the same months, that comes again.
    ///
    /// @param mission      its id
    /// @param perYear      how often in a year
    /// @param failureMinor what it counts in money when it cannot run, in minor units; empty where its money is not
    ///                     weighed against prices
    public record Recurring(String mission, Rate perYear, Optional<Long> failureMinor) {
        /// A mission whose money is not weighed against prices.
        public Recurring(String mission, Rate perYear) {
            this(mission, perYear, Optional.empty());
        }
    }

    /// What has to be reached, by mission.
    ///
    /// @param chances    the chance that the mission can run, from 0 to 1
    /// @param withoutAny the chance that it can run without any one member that is named, whoever that is
    /// @param losingAny  that it can run when any so many members stay at home and all others go, at least 1
    /// @param worseOffMinor by how much a year any member may be worse off at most, in minor units; empty where
    ///                   nothing is asked
    /// @param cvar       what the dearest of a mission's costs may be on average
    public record Targets(
            Map<String, BigDecimal> chances,
            Map<String, BigDecimal> withoutAny,
            Map<String, Integer> losingAny,
            Optional<Long> worseOffMinor,
            List<Cvar> cvar) {
        /// Nothing has to be reached.
        public static final Targets NONE = new Targets(Map.of(), Map.of());

        public Targets {
            chances = Collections.unmodifiableMap(new LinkedHashMap<>(chances));
            withoutAny = Collections.unmodifiableMap(new LinkedHashMap<>(withoutAny));
            losingAny = Collections.unmodifiableMap(new LinkedHashMap<>(losingAny));
            cvar = List.copyOf(cvar);
        }

        /// Nothing of the dearest costs.
        public Targets(
                Map<String, BigDecimal> chances,
                Map<String, BigDecimal> withoutAny,
                Map<String, Integer> losingAny,
                Optional<Long> worseOffMinor) {
            this(chances, withoutAny, losingAny, worseOffMinor, List.of());
        }

        /// Chances only.
        public Targets(Map<String, BigDecimal> chances, Map<String, BigDecimal> withoutAny) {
            this(chances, withoutAny, Map.of());
        }

        /// Nothing of who is worse off.
        public Targets(
                Map<String, BigDecimal> chances, Map<String, BigDecimal> withoutAny, Map<String, Integer> losingAny) {
            this(chances, withoutAny, losingAny, Optional.empty());
        }

        /// Whether nothing has to be reached: who is worse off only limits, as a budget does.
        public boolean isEmpty() {
            return chances.isEmpty() && withoutAny.isEmpty() && losingAny.isEmpty() && cvar.isEmpty();
        }
    }

    /// What the mean of the dearest share of a mission's costs may be (conditional value at risk): of what its
    /// lines cost when it comes, over all coalitions and worlds.
    ///
    /// @param mission its id
    /// @param beta    the share of cheaper costs that does not count, from 0 to below 1: the dearest `1 - beta` does
    /// @param most    in minor units
    public record Cvar(String mission, BigDecimal beta, long most) {}

    /// Whether money of some mission is weighed against prices.
    public boolean weighsMoney() {
        return missions.stream().anyMatch(one -> one.failureMinor().isPresent());
    }

    /// The last day.
    public LocalDate to() {
        return from.plusYears(years).minusDays(1);
    }

    /// The same plan with another budget.
    public InvestPlan withBudget(Optional<Long> other) {
        return new InvestPlan(
                id, title, currencyYear, ratePercent, from, years, other, missions, targets, knownFrom, provenance);
    }

    /// The same plan with other targets.
    public InvestPlan withTargets(Targets other) {
        return new InvestPlan(
                id, title, currencyYear, ratePercent, from, years, budgetMinor, missions, other, knownFrom, provenance);
    }
}
