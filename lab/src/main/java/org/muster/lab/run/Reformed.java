package org.muster.lab.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.lab.Reform;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.RuleName;
import org.muster.invest.Purchases;

/// An alliance under the reforms that are in force in a year.
///
/// @param name     which reforms change what missions come to; those of equal names are settled alike
/// @param means    which of them change what coalitions can do, and not only who pays
/// @param alliance with its pools, missions and what is held changed
/// @param rules    the rule that shares each mission's bill, by mission; missions that are left out share by
///                 [#usualRule]
/// @param held     what is held costs in a year, in minor units by member
/// @param hours    what shares of pools are worth outside missions in a year more than without these reforms, in minor
///                 units by member
/// @param firm     the compliance with each pledge that is firm, by pledge
public record Reformed(
        String name,
        String means,
        Alliance alliance,
        Map<String, String> rules,
        Map<String, Long> held,
        Map<String, Long> hours,
        Map<String, BigDecimal> firm) {
    public Reformed {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
        hours = Collections.unmodifiableMap(new LinkedHashMap<>(hours));
        firm = Collections.unmodifiableMap(new LinkedHashMap<>(firm));
    }

    /// The alliance with the reforms of a stack that are in force on the last day of a year.
    public static Reformed in(Alliance alliance, Stack stack, int year) {
        List<Reform> inForce = stack.reforms().stream()
                .filter(reform ->
                        reform.from().map(day -> day.getYear() <= year).orElse(true))
                .toList();
        Building building = new Building(alliance);
        inForce.forEach(reform -> reform.changes().forEach(building::change));
        return new Reformed(
                names(inForce, change -> !(change instanceof Reform.FirmPledge)),
                names(inForce, Reformed::isAboutMeans),
                building.alliance,
                building.rules,
                building.held,
                hours(alliance, building.alliance),
                building.firm);
    }

    private static Map<String, Long> hours(Alliance before, Alliance after) {
        Stakes stakes = before.lab().futures().map(Futures::stakes).orElse(Stakes.NONE);
        Map<String, Long> hours = new LinkedHashMap<>();
        for (Pool pool : after.pools()) {
            long worth = stakes.worthOutside(pool);
            for (String owner : pool.entitlements().keySet()) {
                long more = pool.availableEntitlement(owner)
                        - before.pool(pool.id())
                                .map(one -> one.availableEntitlement(owner))
                                .orElse(0L);
                hours.merge(owner, PlanUse.worth(pool, more, worth), PlanUse::sum);
            }
        }
        hours.values().removeIf(minor -> minor == 0);
        return hours;
    }

    /// What a pledge does to offers stands in the circumstances of a mission.
    private static String names(List<Reform> reforms, Predicate<Reform.Change> some) {
        return String.join(
                Reform.STACKED,
                reforms.stream()
                        .filter(reform -> reform.changes().stream().anyMatch(some))
                        .map(Reform::id)
                        .toList());
    }

    private static boolean isAboutMeans(Reform.Change change) {
        return switch (change) {
            case Reform.Purchase one -> true;
            case Reform.PoolTerms one -> true;
            case Reform.Release one -> true;
            case Reform.Decided one -> true;
            case Reform.Shared one -> false;
            case Reform.Fund one -> false;
            case Reform.FirmPledge one -> false;
        };
    }

    /// The rule that shares a mission's bill where no reform says another: a common fund first where the mission has
    /// one, else costs lie where they fall.
    public static String usualRule(Mission mission) {
        return mission.fund().isPresent() ? RuleName.COMMON_FUND_FIRST.word() : RuleName.LIE_WHERE_THEY_FALL.word();
    }

    /// The rule that shares a mission's bill.
    public String ruleOf(Mission mission) {
        return Optional.ofNullable(rules.get(mission.id())).orElseGet(() -> usualRule(mission));
    }

    private static final class Building {
        private Alliance alliance;
        private final Map<String, String> rules = new LinkedHashMap<>();
        private final Map<String, Long> held = new LinkedHashMap<>();
        private final Map<String, BigDecimal> firm = new LinkedHashMap<>();

        Building(Alliance alliance) {
            this.alliance = alliance;
        }

        void change(Reform.Change change) {
            switch (change) {
                case Reform.Purchase one -> {
                    Purchases.yearly(alliance, one.blocks())
                            .forEach((member, minor) -> held.merge(member, minor, Math::addExact));
                    alliance = Purchases.held(alliance, one.blocks());
                }
                case Reform.PoolTerms one -> pool(one.pool(), pool -> with(pool, one));
                case Reform.Release one ->
                    pool(
                            one.pool(),
                            pool -> with(
                                    pool,
                                    new Reform.PoolTerms(
                                            pool.id(),
                                            Optional.empty(),
                                            Optional.of(
                                                    new Access.OwnersPlusReleased(Set.of(), one.compensationMinor())),
                                            Optional.empty())));
                case Reform.Shared one -> named(one.missions()).forEach(mission -> rules.put(mission, one.rule()));
                case Reform.Fund one -> {
                    named(one.missions()).forEach(mission -> rules.put(mission, RuleName.COMMON_FUND_FIRST.word()));
                    missions(one.missions(), mission -> funded(mission, one));
                }
                case Reform.Decided one -> missions(one.missions(), mission -> decided(mission, one.mode()));
                case Reform.FirmPledge one -> firm.put(one.pledge(), one.compliance());
            }
        }

        private List<String> named(Set<String> missions) {
            return alliance.missions().stream()
                    .map(Mission::id)
                    .filter(id -> missions.isEmpty() || missions.contains(id))
                    .toList();
        }

        private interface Of<T> {
            T other(T one);
        }

        private void pool(String id, Of<Pool> of) {
            List<Pool> pools = new ArrayList<>(alliance.pools());
            pools.replaceAll(pool -> pool.id().equals(id) ? of.other(pool) : pool);
            alliance = alliance.withMeans(
                    alliance.market(), alliance.caveats(), alliance.policies(), pools, alliance.missions());
        }

        private void missions(Set<String> some, Of<Mission> of) {
            List<Mission> missions = new ArrayList<>(alliance.missions());
            missions.replaceAll(mission -> some.isEmpty() || some.contains(mission.id()) ? of.other(mission) : mission);
            alliance = alliance.withMissions(missions);
        }
    }

    private static Pool with(Pool pool, Reform.PoolTerms terms) {
        long capacity = terms.capacity().orElse(pool.capacity());
        return PoolOf.with(
                pool,
                capacity,
                capacity == pool.capacity()
                        ? pool.entitlements()
                        : scaled(pool.entitlements(), pool.capacity(), capacity),
                capacity == pool.capacity() ? pool.crews() : scaled(pool.crews(), pool.capacity(), capacity),
                terms.levyPercent().orElse(pool.levyPercent()),
                terms.access().orElse(pool.access()));
    }

    /// Units by member that grow as the whole does, adding up to their part of it.
    static Map<String, Long> scaled(Map<String, Long> units, long from, long to) {
        long sum = units.values().stream().mapToLong(Long::longValue).sum();
        if (sum == 0 || from == 0) {
            return units;
        }
        long total = BigDecimal.valueOf(sum)
                .multiply(BigDecimal.valueOf(to))
                .divide(BigDecimal.valueOf(from), 0, RoundingMode.FLOOR)
                .longValueExact();
        List<String> members = List.copyOf(units.keySet());
        List<Long> parts = Apportionment.byLargestRemainder(
                total, units.values().stream().map(BigDecimal::valueOf).toList());
        Map<String, Long> scaled = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            scaled.put(members.get(i), parts.get(i));
        }
        return scaled;
    }

    private static Mission funded(Mission mission, Reform.Fund fund) {
        return MissionOf.with(
                mission,
                mission.mode(),
                Optional.of(new Mission.CommonFund(
                        "common-fund", "Common fund", fund.key(), fund.categories(), fund.ceilingMinor())),
                mission.phases());
    }

    private static Mission decided(Mission mission, Mission.Mode mode) {
        return MissionOf.with(mission, mode, mission.fund(), mission.phases());
    }
}
