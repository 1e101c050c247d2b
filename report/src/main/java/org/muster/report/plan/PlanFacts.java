package org.muster.report.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.input.Refusal;
import org.muster.plan.PlanDiff;

/// Everything that the JSON of a plan holds, as facts with a path each: what a comparison of a few fields passes over.
public final class PlanFacts {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /// What names an entry of a list; entries without any of these are named by their place in it.
    private static final List<String> NAMES = List.of("phase", "requirement", "source", "id", "pool", "period");

    private PlanFacts() {}

    /// The facts of a plan, in the order of its JSON.
    ///
    /// @throws Refusal with a sentence, where a count of units is none
    public static Map<String, String> of(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            requireCounts(root, "assignments", "units");
            requireCounts(root, "gaps", "short");
            Map<String, String> facts = new LinkedHashMap<>();
            gather("", root, facts);
            return facts;
        } catch (JsonProcessingException | StackOverflowError e) {
            throw new Refusal("no JSON of a plan, or things inside one another too deep", e);
        }
    }

    private static void requireCounts(JsonNode root, String list, String field) {
        for (JsonNode entry : root.path(list)) {
            JsonNode count = entry.path(field);
            if (!count.isIntegralNumber() || !count.canConvertToLong() || count.asLong() < 0) {
                throw new Refusal("%s of an entry of %s is %s, not a whole number from 0 up"
                        .formatted(field, list, shortened(count.isMissingNode() ? "missing" : count.toString())));
            }
        }
    }

    private static void gather(String path, JsonNode node, Map<String, String> facts) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> gather(
                            path.isEmpty() ? field.getKey() : path + " " + field.getKey(), field.getValue(), facts));
        } else if (node.isArray()) {
            Map<String, Integer> seen = new LinkedHashMap<>();
            for (JsonNode entry : node) {
                String name = entry.isObject() ? nameOf(entry) : "";
                int nth = seen.merge(name, 1, Integer::sum);
                gather(path + " " + name + (nth == 1 && !name.isEmpty() ? "" : "[" + nth + "]"), entry, facts);
            }
        } else {
            facts.put(path, node.isNull() ? "none" : node.asText());
        }
    }

    private static String nameOf(JsonNode entry) {
        List<String> parts = new ArrayList<>();
        for (String name : NAMES) {
            if (entry.hasNonNull(name)) {
                parts.add(entry.get(name).asText());
            }
        }
        return String.join("/", parts);
    }

    /// The changes from one set of facts to another, those of the first in its order, then what is new.
    public static List<PlanDiff.Change> changes(Map<String, String> before, Map<String, String> after) {
        List<PlanDiff.Change> changes = new ArrayList<>();
        before.forEach((path, was) -> {
            String is = after.get(path);
            if (!was.equals(is)) {
                changes.add(new PlanDiff.Change(
                        path,
                        "",
                        Optional.of(shortened(was)),
                        Optional.ofNullable(is).map(PlanFacts::shortened)));
            }
        });
        after.forEach((path, is) -> {
            if (!before.containsKey(path)) {
                changes.add(new PlanDiff.Change(path, "", Optional.empty(), Optional.of(shortened(is))));
            }
        });
        return changes;
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }
}
