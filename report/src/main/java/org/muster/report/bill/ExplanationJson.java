package org.muster.report.bill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.muster.report.write.Json;
import org.muster.share.explain.Explanation;

/// An explanation as a JSON tree; what is empty is left out.
public final class ExplanationJson {
    private ExplanationJson() {}

    /// The tree of an explanation.
    public static ObjectNode tree(Explanation why) {
        ObjectNode node = Json.object();
        node.put("what", why.what());
        text(node, "value", why.value());
        text(node, "how", why.how());
        text(node, "source", why.source());
        text(node, "vintage", why.vintage());
        if (!why.parts().isEmpty()) {
            ArrayNode parts = node.putArray("parts");
            why.parts().forEach(part -> parts.add(tree(part)));
        }
        return node;
    }

    private static void text(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }
}
