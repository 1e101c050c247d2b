package org.muster.report.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.muster.lab.join.Ending;
import org.muster.lab.run.Trace;
import org.muster.report.write.Json;

/// One run with every step of it, as JSON.
public final class TraceJson {
    private TraceJson() {}

    /// The run as JSON text, ending in a line end.
    ///
    /// @param line the row as it stands in the study
    public static String write(Trace trace, String line) {
        ObjectNode root = Json.head("muster-lab-run", LabJson.VERSION);
        root.put("reform", trace.reform());
        root.put("future", trace.future().number());
        Json.put(root, "world", trace.future().world().map(world -> world.id()));
        ObjectNode factors = root.putObject("factors");
        trace.future().values().forEach(factors::put);
        ArrayNode steps = root.putArray("steps");
        for (Trace.Step step : trace.steps()) {
            ObjectNode node = steps.addObject();
            node.put("year", step.occurrence().year());
            node.put("day", step.occurrence().day());
            node.put("mission", step.occurrence().mission());
            node.put("likely", Json.rounded(step.weight()));
            node.put("runs", Json.rounded(step.chance()));
            node.put("hung", Json.rounded(step.hung()));
            node.put("vetoes", step.replies().vetoes());
            node.put("settled", step.isSettled());
            Json.put(node, "found", step.replies().found().map(Ending::word));
            coalitions(node.putArray("holding"), step.replies().holding());
            step.replies().idle().ifPresent(idle -> node.put("idle", idle));
            coalitions(node.putArray("cycle"), step.replies().cycle());
            node.put("reason", step.planned().reason());
            step.planned().going().forEach(node.putArray("going")::add);
            step.replies().joins().forEach(node.putArray("available")::add);
            ObjectNode used = node.putObject("goneBefore");
            step.used().forEach(used::put);
        }
        root.put("row", line);
        return Json.text(root);
    }

    private static void coalitions(ArrayNode array, List<List<String>> some) {
        some.forEach(one -> one.forEach(array.addArray()::add));
    }
}
