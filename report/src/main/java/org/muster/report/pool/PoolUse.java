package org.muster.report.pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.pool.Pool;
import org.muster.answer.PlanAnswer;
import org.muster.plan.WhoseUnits;
import org.muster.plan.model.SourceKind;

/// What one mission's plan, made alone, draws from a pool in one of the pool's periods.
///
/// Whose units they are is told as [WhoseUnits] has it. Where the pool is open to anybody or is drawn by a decision of
/// its owners, no unit is one owner's, and nothing is said of single owners.
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
        if (!WhoseUnits.isOwned(pool)) {
            return Map.of();
        }
        Map<String, Long> units = WhoseUnits.of(pool, going, drawn);
        Map<String, Owned> owners = new LinkedHashMap<>();
        pool.entitlements()
                .keySet()
                .forEach(code -> owners.put(
                        code,
                        new Owned(
                                going.contains(code), pool.availableEntitlement(code), units.getOrDefault(code, 0L))));
        return owners;
    }
}
