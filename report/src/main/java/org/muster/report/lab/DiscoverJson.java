package org.muster.report.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.muster.lab.analysis.Box;
import org.muster.lab.analysis.Discovery;
import org.muster.report.write.Json;

/// A box of futures, as JSON.
public final class DiscoverJson {
    private DiscoverJson() {}

    /// The box with its trajectory as JSON text.
    ///
    /// @param names names of the numbers of a future
    public static String write(Discovery found, List<String> names) {
        Box box = found.box();
        ObjectNode root = Json.head("muster-lab-box", LabJson.VERSION);
        root.put("reform", found.reform());
        root.put("what", found.what());
        ArrayNode rule = root.putArray("rule");
        box.bounds().forEach(bound -> {
            ObjectNode node = rule.addObject();
            node.put("factor", names.get(bound.factor()));
            node.put(bound.upper() ? "atMost" : "atLeast", Json.rounded(bound.value()));
            node.put("quasiP", Json.rounded(found.chance().getOrDefault(bound, 1.0)));
        });
        measures(root.putObject("found"), box);
        measures(root.putObject("heldOut"), found.heldBack());
        ArrayNode steps = root.putArray("trajectory");
        found.trajectory().forEach(one -> measures(steps.addObject(), one));
        return Json.text(root);
    }

    private static void measures(ObjectNode node, Box box) {
        node.put("coverage", Json.rounded(box.coverage()));
        node.put("density", Json.rounded(box.density()));
        node.put("mass", Json.rounded(box.mass()));
        node.put("restricted", box.restricted());
    }
}
