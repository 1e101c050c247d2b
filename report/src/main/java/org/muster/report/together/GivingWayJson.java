package org.muster.report.together;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.plan.Plan;
import org.muster.plan.together.GivingWay;
import org.muster.report.write.Json;

/// Why a mission lacks something beside others, as JSON: amounts are decimal strings.
public final class GivingWayJson {
    private GivingWayJson() {}

    /// The JSON, ending in a line end.
    public static String write(GivingWay answer, Alliance alliance) {
        ObjectNode root = Json.head("muster-why-not-beside", "1");
        root.put("alliance", alliance.id());
        root.put("mission", answer.mission());
        root.put("becauseOfOthers", answer.isBecauseOfOthers());
        plan(root.putObject("alone"), answer.alone());
        plan(root.putObject("beside"), answer.beside());
        ArrayNode ways = root.putArray("couldGiveWay");
        for (GivingWay.Way way : answer.ways()) {
            ObjectNode node = ways.addObject();
            node.put("mission", way.mission());
            ObjectNode held = node.putObject("holds");
            way.held()
                    .forEach(shared -> held.put(
                            shared.kind().word() + " " + shared.id()
                                    + shared.period().map(year -> " in " + year).orElse(" from " + shared.from()),
                            shared.units().getOrDefault(way.mission(), 0L)));
            way.left().forEach(gap -> gap(node.withArray("left"), gap));
            plan(node.putObject("then"), way.lost());
            node.put("cost", Money.decimal(way.costMinor(), alliance.currency()));
        }
        return Json.text(root);
    }

    private static void plan(ObjectNode node, Plan plan) {
        node.put("status", plan.status().word());
        node.put("reason", plan.reason());
        ArrayNode gaps = node.putArray("gaps");
        plan.gaps().forEach(gap -> gap(gaps, gap));
    }

    private static void gap(ArrayNode gaps, Plan.Gap gap) {
        gaps.addObject()
                .put("line", gap.lineKey())
                .put("capability", gap.capability())
                .put("short", gap.missing())
                .put("quantity", gap.quantity())
                .put("essential", gap.essential());
    }
}
