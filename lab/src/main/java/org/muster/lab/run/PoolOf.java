package org.muster.lab.run;

import java.math.BigDecimal;
import java.util.Map;
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
                pool.period(),
                capacity,
                levyPercent,
                entitlements,
                access,
                crews,
                pool.neededCrews(),
                pool.noticeDays(),
                pool.drawCostMinor(),
                pool.mission(),
                pool.shareProvenance(),
                pool.costProvenance());
    }

    static Pool priced(Pool pool, long drawCostMinor) {
        return new Pool(
                pool.id(),
                pool.title(),
                pool.capability(),
                pool.period(),
                pool.capacity(),
                pool.levyPercent(),
                pool.entitlements(),
                pool.access(),
                pool.crews(),
                pool.neededCrews(),
                pool.noticeDays(),
                drawCostMinor,
                pool.mission(),
                pool.shareProvenance(),
                pool.costProvenance());
    }
}
