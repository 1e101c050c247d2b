package org.muster.report.pool;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muster.alliance.Alliance;
import org.muster.alliance.pool.Pool;
import org.muster.answer.PlanAnswer;
import org.muster.report.write.Table;
import org.muster.report.write.Tables;

/// Pools as tables: what each is, what the missions' plans draw, what each owner has, and what is left to it.
public final class PoolTables {
    private PoolTables() {}

    /// The tables.
    ///
    /// @param plans of missions, each made alone
    public static Tables of(Alliance alliance, List<PlanAnswer> plans) {
        Table.Draft pools =
                Table.of(0, "pool", "title", "capability", "period", "capacity", "after_levy", "notice_days", "status");
        Table.Draft drawn = Table.of(0, "pool", "mission", "in", "units_drawn", "left");
        Table.Draft owners = Table.of(0, "pool", "owner", "status", "entitlement", "after_levy");
        Table.Draft left = Table.of(0, "pool", "mission", "in", "owner", "goes", "owns", "drawn_of_its_own", "left");
        for (Pool pool : alliance.pools()) {
            pools.row(
                    pool.id(),
                    pool.title(),
                    pool.capability(),
                    pool.period().name().toLowerCase(Locale.ROOT),
                    String.valueOf(pool.capacity()),
                    String.valueOf(pool.availableCapacity()),
                    String.valueOf(pool.noticeDays()),
                    pool.shareProvenance().status().word());
            pool.entitlements()
                    .forEach((code, units) -> owners.row(
                            pool.id(),
                            code,
                            pool.entitlementProvenanceOf(code).status().word(),
                            String.valueOf(units),
                            String.valueOf(pool.availableEntitlement(code))));
            for (PlanAnswer plan : plans) {
                PoolUse.of(pool, plan).forEach(use -> {
                    drawn.row(
                            pool.id(),
                            plan.mission().id(),
                            use.period(),
                            String.valueOf(use.drawn()),
                            String.valueOf(use.left()));
                    rows(left, use);
                });
            }
        }
        return Tables.of(
                Tables.Named.of("pools", pools.table()).numbers("capacity", "after_levy", "notice_days"),
                Tables.Named.of("drawn", drawn.table()).numbers("units_drawn", "left"),
                Tables.Named.of("owners", owners.table()).numbers("entitlement", "after_levy"),
                Tables.Named.of("left", left.table()).numbers("owns", "drawn_of_its_own", "left"));
    }

    private static void rows(Table.Draft left, PoolUse use) {
        for (Map.Entry<String, PoolUse.Owned> owner : use.owners().entrySet()) {
            left.row(
                    use.pool().id(),
                    use.plan().mission().id(),
                    use.period(),
                    owner.getKey(),
                    String.valueOf(owner.getValue().goes()),
                    String.valueOf(owner.getValue().owns()),
                    String.valueOf(owner.getValue().drawn()),
                    String.valueOf(owner.getValue().left()));
        }
    }
}
