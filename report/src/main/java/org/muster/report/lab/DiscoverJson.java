package org.muster.report.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.muster.lab.analysis.Bound;
import org.muster.lab.analysis.Box;
import org.muster.report.write.Json;

/// A box of futures, as JSON.
public final class DiscoverJson {
    private DiscoverJson() {}

    /// The box with its trajectory as JSON text.
    public static String write(
            String reform,
            String what,
            List<String> names,
            Box box,
            Box held,
            Map<Bound, Double> quasiP,
            List<Box> trajectory) {
        ObjectNode root = Json.head("muster-lab-box", LabJson.VERSION);
        root.put("reform", reform);
        root.put("what", what);
        ArrayNode rule = root.putArray("rule");
        box.bounds().forEach(bound -> {
            ObjectNode node = rule.addObject();
            node.put("factor", names.get(bound.factor()));
            node.put(bound.upper() ? "atMost" : "atLeast", Json.rounded(bound.value()));
            node.put("quasiP", Json.rounded(quasiP.getOrDefault(bound, 1.0)));
        });
        measures(root.putObject("found"), box);
        measures(root.putObject("heldOut"), held);
        ArrayNode steps = root.putArray("trajectory");
        trajectory.forEach(one -> measures(steps.addObject(), one));
        return Json.text(root);
    }

    private static void measures(ObjectNode node, Box box) {
        node.put("coverage", Json.rounded(box.coverage()));
        node.put("density", Json.rounded(box.density()));
        node.put("mass", Json.rounded(box.mass()));
        node.put("restricted", box.restricted());
    }
}
