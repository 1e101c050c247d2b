package org.muster.alliance.lab;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Access;
import org.muster.alliance.source.Provenance;

/// A package of changes to rules, pools or pledges.
///
/// @param id         its name
/// @param title      what people call it
/// @param from       the first day on which it is in force; empty where from the start
/// @param changes    none that changes what another of them changes
/// @param provenance source and status
public record Reform(String id, String title, Optional<LocalDate> from, List<Change> changes, Provenance provenance) {
    /// Between the ids of reforms that are stacked.
    public static final String STACKED = "+";

    public Reform {
        changes = List.copyOf(changes);
    }

    /// What a reform changes.
    public sealed interface Change {
        /// What it sets to what, for finding two that set one thing to two values.
        Map<String, String> sets();
    }

    /// Blocks of candidates of `invest.yaml` are bought.
    ///
    /// @param blocks by candidate, each at least 1
    public record Purchase(Map<String, Integer> blocks) implements Change {
        public Purchase {
            blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        }

        @Override
        public Map<String, String> sets() {
            Map<String, String> sets = new LinkedHashMap<>();
            blocks.forEach((candidate, some) -> sets.put("blocks of candidate " + candidate, some.toString()));
            return sets;
        }
    }

    /// A pool has another capacity, access or levy; its shares grow with its capacity.
    public record PoolTerms(
            String pool, Optional<Long> capacity, Optional<Access> access, Optional<BigDecimal> levyPercent)
            implements Change {
        @Override
        public Map<String, String> sets() {
            Map<String, String> sets = new LinkedHashMap<>();
            capacity.ifPresent(units -> sets.put("capacity of pool " + pool, units.toString()));
            access.ifPresent(one -> sets.put("access of pool " + pool, one.toString()));
            levyPercent.ifPresent(one ->
                    sets.put("levy of pool " + pool, one.stripTrailingZeros().toPlainString()));
            return sets;
        }
    }

    /// Bills are shared by another rule.
    ///
    /// @param missions those that it is about; empty for all
    /// @param rule     its id
    public record Shared(Set<String> missions, String rule) implements Change {
        public Shared {
            missions = sorted(missions);
        }

        @Override
        public Map<String, String> sets() {
            return ofMissions("rule of ", missions, rule);
        }
    }

    /// A common fund carries lines first.
    ///
    /// @param missions     those that it is about; empty for all
    /// @param categories   categories of cost that it carries
    /// @param key          the key by which it is filled
    /// @param ceilingMinor the most that it carries of one mission, in minor units; empty where open
    public record Fund(Set<String> missions, Set<String> categories, String key, Optional<Long> ceilingMinor)
            implements Change {
        public Fund {
            missions = sorted(missions);
            categories = sorted(categories);
        }

        @Override
        public Map<String, String> sets() {
            Map<String, String> sets = new LinkedHashMap<>(ofMissions("fund of ", missions, this.toString()));
            sets.putAll(ofMissions("rule of ", missions, "common-fund-first"));
            return sets;
        }
    }

    /// Missions are decided in another way.
    ///
    /// @param missions those that it is about; empty for all
    public record Decided(Set<String> missions, Mission.Mode mode) implements Change {
        public Decided {
            missions = sorted(missions);
        }

        @Override
        public Map<String, String> sets() {
            return ofMissions("mode of ", missions, mode.name());
        }
    }

    /// A pledge is kept: members that made it follow the straight path to its target.
    ///
    /// @param compliance the chance that a member stays on the path in a year, from 0 to 1
    public record FirmPledge(String pledge, BigDecimal compliance) implements Change {
        @Override
        public Map<String, String> sets() {
            return Map.of(
                    "firmness of pledge " + pledge,
                    compliance.stripTrailingZeros().toPlainString());
        }
    }

    /// Owners that stay out release their hours to those who go, for a compensation.
    ///
    /// @param compensationMinor for a unit drawn, in minor units
    public record Release(String pool, long compensationMinor) implements Change {
        @Override
        public Map<String, String> sets() {
            return Map.of(
                    "access of pool " + pool, new Access.OwnersPlusReleased(Set.of(), compensationMinor).toString());
        }
    }

    private static Set<String> sorted(Set<String> some) {
        return Collections.unmodifiableSet(new TreeSet<>(some));
    }

    private static Map<String, String> ofMissions(String what, Set<String> missions, String value) {
        Map<String, String> sets = new LinkedHashMap<>();
        if (missions.isEmpty()) {
            sets.put(what + "all missions", value);
        }
        missions.forEach(mission -> sets.put(what + "mission " + mission, value));
        return sets;
    }

    /// What two changes set to two values; empty where they go together. What is set for all missions is set for each.
    public static Optional<String> conflict(Change one, Change other) {
        Map<String, String> sets = other.sets();
        for (Map.Entry<String, String> set : one.sets().entrySet()) {
            for (Map.Entry<String, String> against : sets.entrySet()) {
                if (overlap(set.getKey(), against.getKey()) && !set.getValue().equals(against.getValue())) {
                    return Optional.of(set.getKey().endsWith("all missions") ? against.getKey() : set.getKey());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean overlap(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        return covers(one, other) || covers(other, one);
    }

    private static boolean covers(String one, String other) {
        String all = "all missions";
        return one.endsWith(all) && other.startsWith(one.substring(0, one.length() - all.length()) + "mission ");
    }
}
