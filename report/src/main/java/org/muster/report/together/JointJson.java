package org.muster.report.together;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.muster.answer.JointAnswer;
import org.muster.plan.together.JointPlan;
import org.muster.report.plan.PlanJson;
import org.muster.report.write.Json;
import org.muster.solve.Lexicographic;

/// Missions planned together, as JSON by `docs/schema/plans.schema.json`.
public final class JointJson {
    private JointJson() {}

    /// The report as JSON text, ending in a line end; the same report gives the same bytes.
    public static String write(JointAnswer report) {
        ObjectNode root = Json.head("muster-plans", "1");
        root.put("alliance", report.alliance().id());
        root.put("currency", report.alliance().currency());
        root.put("covered", report.covered());
        root.put(
                "total",
                report.reports().isEmpty() ? "0" : report.reports().getFirst().decimal(report.totalMinor()));
        root.put("proven", report.joint().proven());
        ArrayNode proof = root.putArray("proof");
        for (Lexicographic.Proof level : report.joint().proof()) {
            ObjectNode node = proof.addObject();
            node.put("level", level.level());
            node.put("value", level.value());
            node.put("bound", level.bound());
            node.put("label", level.sureness().name().toLowerCase(java.util.Locale.ROOT));
        }
        report.joint().around().forEach(root.putArray("around")::add);
        ArrayNode shared = root.putArray("shared");
        report.joint().shared().forEach(one -> shared.add(node(one)));
        ArrayNode missions = root.putArray("missions");
        report.reports().forEach(one -> missions.add(PlanJson.tree(one)));
        return Json.text(root);
    }

    private static ObjectNode node(JointPlan.Shared shared) {
        ObjectNode node = Json.object();
        node.put("source", shared.kind().word());
        node.put("id", shared.id());
        node.put("period", shared.period().orElse(null));
        node.put("from", shared.from().toString());
        node.put("to", shared.to().toString());
        node.put("capacity", shared.capacity());
        ObjectNode units = node.putObject("units");
        shared.units().forEach(units::put);
        return node;
    }
}
