package org.muster.web.page;

import java.util.List;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.pool.Pool;
import org.muster.answer.PlanAnswer;
import org.muster.report.pool.PoolUse;
import org.muster.report.write.Table;
import org.muster.web.http.Reply;
import org.muster.web.shelf.Held;

/// All pools: what each owner has, what the missions' plans, each made alone, draw, and what is left to whom.
public final class PoolPages {
    private PoolPages() {}

    /// The page.
    public static Reply write(Held held, List<PlanAnswer> plans) {
        return frame(held).around(body(held.alliance(), plans, new Markup()));
    }

    /// The same as a page to keep or to send.
    public static Reply page(Held held, List<PlanAnswer> plans) {
        return frame(held).alone(body(held.alliance(), plans, Markup.alone()));
    }

    private static Frame frame(Held held) {
        String at = Frame.address(held) + "/pools";
        return Frame.of(held, "Pools")
                .under(at, "Pools")
                .form(at + ".json", "JSON")
                .form(at + ".csv", "CSV")
                .form(at + ".xlsx", "Excel")
                .form(at + ".html", "one page to send")
                .command("muster show " + Frame.folder(held) + " pools");
    }

    private static Markup body(Alliance alliance, List<PlanAnswer> plans, Markup page) {
        page.element("h1", "Pools of " + alliance.title());
        if (alliance.pools().isEmpty()) {
            page.element("p", "There is none.");
        }
        for (Pool pool : alliance.pools()) {
            page.open("section", "id", "pool-" + pool.id())
                    .element("h2", pool.title())
                    .element(
                            "p",
                            pool.capacity() + " " + unit(alliance, pool) + " of " + pool.capability() + " "
                                    + period(pool)
                                    + ", " + pool.availableCapacity() + " after the levy; " + Words.of(pool.access())
                                    + "; notice " + pool.noticeDays() + " days; figures "
                                    + pool.shareProvenance().status().word() + ".");
            List<PoolUse> uses = plans.stream()
                    .flatMap(plan -> PoolUse.of(pool, plan).stream())
                    .toList();
            drawn(page, uses);
            owners(page, alliance, pool);
            left(page, alliance, uses);
            page.close("section");
        }
        return page;
    }

    /// What a pool counts in.
    static String unit(Alliance alliance, Pool pool) {
        return alliance.capability(pool.capability()).map(c -> c.unit()).orElse("units");
    }

    /// Over what time it counts.
    static String period(Pool pool) {
        return switch (pool.period()) {
            case YEAR -> "a year";
            case PHASE -> "a phase";
        };
    }

    private static void drawn(Markup page, List<PoolUse> uses) {
        Table.Draft planned = Table.of(2, "Mission, planned alone", "In", "Units drawn", "Left");
        uses.forEach(use -> planned.row(
                use.plan().mission().title(), use.period(), String.valueOf(use.drawn()), String.valueOf(use.left())));
        page.raw(
                uses.isEmpty()
                        ? "<p>No plan draws from it.</p>"
                        : planned.table().html());
    }

    private static void owners(Markup page, Alliance alliance, Pool pool) {
        Table.Draft owners = Table.of(2, "Owner", "Status", "Entitlement", "After the levy");
        pool.entitlements()
                .forEach((code, units) -> owners.row(
                        name(alliance, code),
                        pool.entitlementProvenanceOf(code).status().word(),
                        String.valueOf(units),
                        String.valueOf(pool.availableEntitlement(code))));
        Table table = owners.table();
        if (!table.rows().isEmpty()) {
            page.open("details")
                    .element("summary", table.rows().size() + " owners")
                    .raw(table.html())
                    .close("details");
        }
    }

    private static void left(Markup page, Alliance alliance, List<PoolUse> uses) {
        Table.Draft left = Table.of(4, "Mission, planned alone", "In", "Owner", "It goes", "Drawn of its own", "Left");
        uses.forEach(use -> use.owners()
                .forEach((code, owned) -> left.row(
                        use.plan().mission().title(),
                        use.period(),
                        name(alliance, code),
                        owned.goes() ? "yes" : "no",
                        String.valueOf(owned.drawn()),
                        String.valueOf(owned.left()))));
        Table table = left.table();
        if (!table.rows().isEmpty()) {
            page.open("details")
                    .element("summary", "What is left to each owner")
                    .element(
                            "p",
                            "A plan says how much is drawn, not whose it is: owners that go are taken to draw in"
                                    + " proportion to what they own, and what they lack to come from those that stay"
                                    + " out, in proportion too.")
                    .raw(table.html())
                    .close("details");
        }
    }

    private static String name(Alliance alliance, String code) {
        return alliance.member(code).map(Member::name).orElse(code);
    }
}
