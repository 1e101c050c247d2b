package org.muster.gamefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.graph.Graph;
import org.muster.input.Nearest;

/// Players, coalitions and edges as the kinds of files share them: players by number from 0 or by name.
final class PlayerFields {
    private final JsonFields fields;

    PlayerFields(JsonFields fields) {
        this.fields = fields;
    }

    int player(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue() < 0 ? -1 : node.intValue();
        }
        if (node.isTextual()) {
            int at = 0;
            for (JsonNode name : fields.node("players")) {
                if (name.asText().equals(node.asText())) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    long coalition(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        long mask = node.isArray() ? 0 : -1;
        for (JsonNode member : node) {
            int i = player(member);
            if (i < 0 || i > 61) {
                return -1;
            }
            mask |= 1L << i;
        }
        return mask;
    }

    /// The names of players as given, or else all that occur in the names of coalitions, in their order.
    List<String> namesOr(Iterator<String> coalitions) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode given = fields.node("players");
        if (given.isArray()) {
            given.forEach(name -> names.add(name.isObject() ? name.path("name").asText() : name.asText()));
        } else {
            coalitions.forEachRemaining(coalition -> names.addAll(members(coalition)));
        }
        return List.copyOf(names);
    }

    /// The coalition of players named with commas between them; -1, with a flaw, where there is none.
    long coalitionOf(String text, List<String> names, String field) {
        long mask = 0;
        for (String member : members(text)) {
            int i = names.indexOf(member);
            if (i < 0 || Coalitions.has(mask, i)) {
                fields.flaw(
                        field,
                        i < 0
                                ? "coalition \"%s\" names \"%s\", who is no player".formatted(text, member)
                                : "coalition \"%s\" names \"%s\" twice".formatted(text, member),
                        i < 0 ? Nearest.advice(member, names).replaceFirst("[.]$", "") : "Name each player once");
                return -1;
            }
            mask |= 1L << i;
        }
        return mask;
    }

    private static List<String> members(String coalition) {
        return Arrays.stream(coalition.split(",", -1))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    List<Long> masks(String field) {
        List<Long> masks = new ArrayList<>();
        if (!fields.has(field)) {
            return masks;
        }
        for (JsonNode node : fields.node(field)) {
            long mask = coalition(node);
            if (mask <= 0) {
                fields.flaw(
                        field,
                        "%s holds %s".formatted(field, JsonFields.shown(node)),
                        "Give lists of players counted from 0");
            } else {
                masks.add(mask);
            }
        }
        return masks;
    }

    int countOr(int met) {
        if (fields.has("n")) {
            return (int) Math.min(1_000_000, Math.max(0, fields.whole("n", met)));
        }
        return fields.node("players").isArray() ? fields.node("players").size() : met;
    }

    int readEdges(String field, List<Graph.Link> links, List<Fraction> weights, boolean weighted) {
        JsonNode edges = fields.node(field);
        if (!edges.isArray()) {
            fields.flaw(field, field + " is missing or no list", "Give a list such as [[0, 1, 2.5], [1, 2, 4]]");
            return -1;
        }
        int most = -1;
        for (int e = 0; e < edges.size(); e++) {
            JsonNode edge = edges.get(e);
            JsonNode ends = first(edge, "players", "nodes", "ends");
            JsonNode a = edge.isArray()
                    ? edge.path(0)
                    : ends.isArray() ? ends.path(0) : first(edge, "a", "i", "u", "from", "source");
            JsonNode b = edge.isArray()
                    ? edge.path(1)
                    : ends.isArray() ? ends.path(1) : first(edge, "b", "j", "v", "to", "target");
            int i = player(a);
            int j = player(b);
            if (i < 0 || j < 0 || i == j) {
                fields.flaw(
                        field,
                        String.format(Locale.ROOT, "%s[%d] is %s", field, e, JsonFields.shown(edge)),
                        "An edge joins two different players, counted from 0");
                continue;
            }
            links.add(new Graph.Link(i, j));
            most = Math.max(most, Math.max(i, j));
            if (weighted) {
                JsonNode w = edge.isArray() ? edge.path(2) : first(edge, "weight", "w", "value");
                weights.add(fields.number(w, String.format(Locale.ROOT, "%s[%d] weight", field, e), field));
            }
        }
        return most;
    }

    static JsonNode first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.has(name)) {
                return node.get(name);
            }
        }
        return MissingNode.getInstance();
    }
}
