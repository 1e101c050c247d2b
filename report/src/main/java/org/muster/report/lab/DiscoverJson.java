package org.muster.report.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.muster.lab.analysis.Bound;
import org.muster.lab.analysis.Box;
import org.muster.lab.analysis.Discovery;
import org.muster.lab.run.Hindcasts;
import org.muster.report.write.Json;

/// A box of futures, as JSON.
public final class DiscoverJson {
    private DiscoverJson() {}

    /// The box with its trajectory as JSON text.
    ///
    /// @param names    names of the numbers of a future
    /// @param hindcast how well the model tells who went on what happened
    public static String write(Discovery found, List<String> names, Hindcasts hindcast) {
        Box box = found.box();
        ObjectNode root = Json.head("muster-lab-box", LabJson.VERSION);
        root.put("reform", found.reform());
        root.put("what", found.what());
        LabJson.hindcast(root.putObject("hindcast"), hindcast);
        ArrayNode rule = root.putArray("rule");
        box.bounds().forEach(bound -> {
            ObjectNode node = rule.addObject();
            bound(node, bound, names);
            Discovery.Doubt doubt = found.doubts().get(bound);
            Json.put(node, "quasiP", Optional.ofNullable(doubt).map(one -> Json.rounded(one.chance())));
            Json.put(node, "reproduced", Optional.ofNullable(doubt).map(one -> Json.rounded(one.returns())));
        });
        measures(root.putObject("found"), box);
        measures(root.putObject("heldOut"), found.heldBack());
        ArrayNode steps = root.putArray("trajectory");
        found.trajectory().forEach(one -> measures(steps.addObject(), one));
        ArrayNode leaves = root.putArray("leaves");
        found.leaves().forEach(leaf -> {
            ObjectNode node = leaves.addObject();
            ArrayNode bounds = node.putArray("rule");
            leaf.bounds().forEach(bound -> bound(bounds.addObject(), bound, names));
            measures(node, leaf);
        });
        return Json.text(root);
    }

    private static void bound(ObjectNode node, Bound bound, List<String> names) {
        node.put("factor", names.get(bound.factor()));
        node.put(bound.upper() ? "atMost" : "atLeast", Json.rounded(bound.value()));
    }

    private static void measures(ObjectNode node, Box box) {
        node.put("coverage", Json.rounded(box.coverage()));
        node.put("density", Json.rounded(box.density()));
        node.put("mass", Json.rounded(box.mass()));
        node.put("restricted", box.restricted());
    }
}
