package org.muster.lab.run;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// Pools with other terms.
final class PoolOf {
    private PoolOf() {}

    static Pool with(
            Pool pool,
            long capacity,
            Map<String, Long> entitlements,
            Map<String, Long> crews,
            BigDecimal levyPercent,
            Access access) {
        return new Pool(
                pool.id(),
                pool.title(),
                pool.capability(),
                new Pool.Size(pool.period(), capacity, levyPercent),
                new Pool.Shares(entitlements, Optional.empty(), access),
                new Pool.Crewing(crews, pool.neededCrews()),
                pool.draw(),
                new Pool.Sources(
                        pool.shareProvenance(),
                        pool.costProvenance(),
                        pool.sources().compensationProvenance(),
                        Map.of(),
                        Map.of()));
    }

    static Pool priced(Pool pool, long drawCostMinor) {
        return new Pool(
                pool.id(),
                pool.title(),
                pool.capability(),
                pool.size(),
                pool.shares(),
                pool.crewing(),
                new Pool.Draw(pool.noticeDays(), drawCostMinor, pool.mission()),
                pool.sources());
    }
}
