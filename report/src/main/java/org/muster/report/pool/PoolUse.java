package org.muster.report.pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.answer.PlanAnswer;
import org.muster.games.Fraction;
import org.muster.plan.model.SourceKind;
import org.muster.share.exact.WholeParts;

/// What one mission's plan, made alone, draws from a pool in one of the pool's periods.
///
/// A plan says how much is drawn and who goes, not whose hours they are. Where owners draw what they own, those that go
/// are taken to draw in proportion to what they own, and what they draw beyond it comes from those that stay out, in
/// proportion to what these own: whole units, by largest remainder. Where the pool is open to anybody or is drawn by a
/// decision of its owners, no unit is one owner's, and nothing is said of single owners.
///
/// @param plan   the mission's
/// @param period the year in which its phases begin, or the phase's title
/// @param drawn  units
/// @param owners by member, where units are an owner's
public record PoolUse(Pool pool, PlanAnswer plan, String period, long drawn, Map<String, Owned> owners) {
    /// What one owner has of a pool in a period.
    ///
    /// @param goes  whether it takes part
    /// @param owns  units after the levy
    /// @param drawn of these
    public record Owned(boolean goes, long owns, long drawn) {
        /// Units that nobody draws.
        public long left() {
            return owns - drawn;
        }
    }

    public PoolUse {
        owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
    }

    /// What is left to all together.
    public long left() {
        return pool.availableCapacity() - drawn;
    }

    /// What a plan draws from a pool, period by period; nothing where it draws nothing.
    public static List<PoolUse> of(Pool pool, PlanAnswer plan) {
        Map<String, Long> drawn = new LinkedHashMap<>();
        for (Phase phase : plan.mission().phases()) {
            String period = pool.period() == Pool.Period.YEAR
                    ? String.valueOf(phase.from().getYear())
                    : phase.title();
            plan.plan().assignments().stream()
                    .filter(one -> one.source() == SourceKind.POOL
                            && one.id().equals(pool.id())
                            && one.phase().equals(phase.id()))
                    .forEach(one -> drawn.merge(period, one.units(), Math::addExact));
        }
        List<PoolUse> uses = new ArrayList<>();
        drawn.forEach((period, units) -> uses.add(
                new PoolUse(pool, plan, period, units, owners(pool, plan.plan().coalition(), units))));
        return List.copyOf(uses);
    }

    private static Map<String, Owned> owners(Pool pool, List<String> going, long drawn) {
        boolean owned = pool.access() instanceof Access.Owners || pool.access() instanceof Access.OwnersPlusReleased;
        if (!owned) {
            return Map.of();
        }
        Map<String, Long> go = new LinkedHashMap<>();
        Map<String, Long> stay = new LinkedHashMap<>();
        pool.entitlements()
                .keySet()
                .forEach(code -> (going.contains(code) ? go : stay).put(code, pool.availableEntitlement(code)));
        long own = Math.min(drawn, sum(go));
        Map<String, Long> parts = new LinkedHashMap<>(parts(go, own));
        parts.putAll(parts(stay, Math.min(drawn - own, sum(stay))));
        Map<String, Owned> owners = new LinkedHashMap<>();
        pool.entitlements()
                .keySet()
                .forEach(code -> owners.put(
                        code,
                        new Owned(
                                go.containsKey(code),
                                pool.availableEntitlement(code),
                                Optional.ofNullable(parts.get(code)).orElse(0L))));
        return owners;
    }

    private static long sum(Map<String, Long> units) {
        return units.values().stream().reduce(0L, Math::addExact);
    }

    private static Map<String, Long> parts(Map<String, Long> owned, long drawn) {
        List<Long> parts =
                WholeParts.scaled(owned.values().stream().map(Fraction::of).toList(), drawn);
        Map<String, Long> by = new LinkedHashMap<>();
        int at = 0;
        for (String code : owned.keySet()) {
            by.put(code, parts.get(at++));
        }
        return by;
    }
}
