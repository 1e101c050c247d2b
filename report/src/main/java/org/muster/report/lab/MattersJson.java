package org.muster.report.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.muster.alliance.lab.Measure;
import org.muster.lab.analysis.WhatMatters;
import org.muster.lab.run.Hindcasts;
import org.muster.report.write.Json;

/// What matters, as JSON.
public final class MattersJson {
    private MattersJson() {}

    /// Indices of variance.
    public static String indices(
            String reform, Measure measure, List<String> names, List<WhatMatters.Indices> indices, Hindcasts hindcast) {
        ObjectNode root = head(reform, measure, hindcast);
        ArrayNode matters = root.putArray("matters");
        indices.forEach(one -> {
            ObjectNode node = matters.addObject();
            node.put("factor", names.get(one.factor()));
            node.put("first", Json.rounded(one.first()));
            node.put("total", Json.rounded(one.total()));
            node.put("low", Json.rounded(one.low()));
            node.put("high", Json.rounded(one.high()));
        });
        return Json.text(root);
    }

    /// Elementary effects.
    public static String effects(
            String reform, Measure measure, List<String> names, List<WhatMatters.Effect> effects, Hindcasts hindcast) {
        ObjectNode root = head(reform, measure, hindcast);
        ArrayNode matters = root.putArray("matters");
        effects.forEach(one -> {
            ObjectNode node = matters.addObject();
            node.put("factor", names.get(one.factor()));
            node.put("muStar", Json.rounded(one.muStar()));
            node.put("sigma", Json.rounded(one.sigma()));
            node.put("low", Json.rounded(one.low()));
            node.put("high", Json.rounded(one.high()));
        });
        return Json.text(root);
    }

    /// Where values lie.
    public static String regional(
            String reform,
            Measure measure,
            List<String> names,
            List<WhatMatters.Regional> regional,
            Hindcasts hindcast) {
        ObjectNode root = head(reform, measure, hindcast);
        ArrayNode matters = root.putArray("matters");
        regional.forEach(one -> {
            ObjectNode node = matters.addObject();
            node.put("factor", names.get(one.factor()));
            node.put("distance", Json.rounded(one.distance()));
            node.put("low", Json.rounded(one.low()));
            node.put("high", Json.rounded(one.high()));
            node.put("byChance", Json.rounded(one.chance()));
        });
        return Json.text(root);
    }

    private static ObjectNode head(String reform, Measure measure, Hindcasts hindcast) {
        ObjectNode root = Json.head("muster-lab-matters", LabJson.VERSION)
                .put("reform", reform)
                .put("measure", measure.word());
        LabJson.hindcast(root.putObject("hindcast"), hindcast);
        return root;
    }
}
