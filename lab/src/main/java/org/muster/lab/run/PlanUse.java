package org.muster.lab.run;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pool.Pool;
import org.muster.input.Refusal;
import org.muster.plan.Plan;
import org.muster.plan.WhoseUnits;
import org.muster.plan.model.SourceKind;

/// What a plan draws and holds, and what it leaves open.
record PlanUse(Alliance alliance, Mission mission, Plan plan) {
    /// Days of follow-up phases with an essential line open; all of them where nobody has said what would be needed.
    long openDays() {
        Set<String> open = plan.gaps().stream()
                .filter(Plan.Gap::essential)
                .map(Plan.Gap::phase)
                .collect(Collectors.toSet());
        return mission.phases().stream()
                .filter(Phase::followUp)
                .filter(phase -> open.contains(phase.id())
                        || phase.requirements().stream().noneMatch(Requirement::isEssential))
                .mapToLong(Phase::days)
                .sum();
    }

    /// What units of pools that it draws would be worth to each member outside missions, in minor units, in the
    /// alliance's order.
    List<Long> gives(Stakes stakes) {
        Map<String, Map<Integer, Long>> drawn = new TreeMap<>();
        Map<String, Integer> years = years();
        for (Plan.Assignment one : plan.assignments()) {
            if (one.source() == SourceKind.POOL) {
                drawn.computeIfAbsent(one.id(), pool -> new TreeMap<>())
                        .merge(Objects.requireNonNull(years.get(one.phase())), one.units(), Math::addExact);
            }
        }
        if (drawn.isEmpty()) {
            return Collections.nCopies(alliance.memberCodes().size(), 0L);
        }
        Map<String, Long> gives = new HashMap<>();
        drawn.forEach((id, byYear) -> {
            Pool pool = alliance.pool(id).orElseThrow();
            long worth = stakes.worthOutside(pool);
            for (long units : worth == 0 ? List.<Long>of() : byYear.values()) {
                WhoseUnits.of(pool, plan.coalition(), units)
                        .forEach((owner, own) -> gives.merge(owner, worth(pool, own, worth), PlanUse::sum));
            }
        });
        return alliance.memberCodes().stream()
                .map(one -> gives.getOrDefault(one, 0L))
                .toList();
    }

    /// What units of a pool are worth outside missions, in minor units.
    ///
    /// @throws Refusal where that is more than can be counted
    static long worth(Pool pool, long units, long each) {
        try {
            return Math.multiplyExact(units, each);
        } catch (ArithmeticException tooLarge) {
            throw new Refusal("hours of pool " + pool.id() + " are worth too much together to be counted: " + units
                    + " of them at " + each + " minor units. Say less in \"hours\" of futures.yaml");
        }
    }

    static long sum(long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException tooLarge) {
            throw new Refusal("hours of pools are worth too much together to be counted. Say less in \"hours\" of"
                    + " futures.yaml");
        }
    }

    private Map<String, Integer> years() {
        Map<String, Integer> years = new HashMap<>();
        mission.phases().forEach(phase -> years.put(phase.id(), phase.from().getYear()));
        return years;
    }

    /// Units of pools by pool.
    ///
    /// @param firstYearOnly only those of the year in which the mission begins, of pools that count by the year
    Map<String, Long> draws(boolean firstYearOnly) {
        int first = mission.phases().getFirst().from().getYear();
        Map<String, Integer> years = years();
        Map<String, Long> draws = new TreeMap<>();
        for (Plan.Assignment one : plan.assignments()) {
            boolean counts = !firstYearOnly
                    || (years.getOrDefault(one.phase(), first) == first
                            && alliance.pool(one.id())
                                    .filter(pool -> pool.period() == Pool.Period.YEAR)
                                    .isPresent());
            if (one.source() == SourceKind.POOL && counts) {
                draws.merge(one.id(), one.units(), Math::addExact);
            }
        }
        return draws;
    }

    /// Units that are not free while the mission runs: of offers and pools that serve other missions too, and of
    /// charters, the most of any phase.
    Map<String, Long> holds() {
        Map<String, Map<String, Long>> byPhase = new LinkedHashMap<>();
        Set<String> anywhere = new HashSet<>();
        for (Offer offer : alliance.offers()) {
            if (offer.mission().isEmpty()) {
                anywhere.add(offer.id());
            }
        }
        for (Plan.Assignment one : plan.assignments()) {
            boolean shared = switch (one.source()) {
                case MARKET -> true;
                case POOL ->
                    alliance.pool(one.id())
                            .filter(pool -> pool.period() == Pool.Period.PHASE
                                    && pool.mission().isEmpty())
                            .isPresent();
                case OFFER -> anywhere.contains(one.id());
            };
            if (shared) {
                byPhase.computeIfAbsent(one.phase(), k -> new TreeMap<>()).merge(one.id(), one.units(), Math::addExact);
            }
        }
        Map<String, Long> holds = new TreeMap<>();
        byPhase.values().forEach(units -> units.forEach((id, some) -> holds.merge(id, some, Math::max)));
        return holds;
    }

    /// Units missing on lines that a pool could serve.
    long refused() {
        if (plan.gaps().isEmpty()) {
            return 0;
        }
        Set<String> pooled = alliance.pools().stream().map(Pool::capability).collect(Collectors.toSet());
        return plan.gaps().stream()
                .filter(gap -> pooled.contains(gap.capability()))
                .mapToLong(Plan.Gap::missing)
                .sum();
    }
}
