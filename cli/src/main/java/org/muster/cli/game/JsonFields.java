package org.muster.cli.game;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.games.Fraction;

/// The top fields of one game in a file, with the place of each, and the flaws met while they are read.
final class JsonFields {
    private final String file;
    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
    private final Map<String, NumberArray> arrays = new LinkedHashMap<>();
    private final Map<String, JsonLocation> places = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    JsonFields(String file) {
        this.file = file;
    }

    void put(String name, JsonNode node, JsonLocation place) {
        nodes.put(name, node);
        places.put(name, place);
    }

    void putArray(String name, NumberArray numbers, JsonLocation place) {
        arrays.put(name, numbers);
        places.put(name, place);
    }

    boolean has(String name) {
        return nodes.containsKey(name) || arrays.containsKey(name);
    }

    JsonNode node(String name) {
        JsonNode node = nodes.get(name);
        return node == null ? MissingNode.getInstance() : node;
    }

    NumberArray array(String name) {
        NumberArray array = arrays.get(name);
        return array == null ? NumberArray.EMPTY : array;
    }

    String file() {
        return file;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    void flaw(String field, String wrong, String right) {
        JsonLocation place = places.get(field);
        flaws.add(
                place == null
                        ? new Flaw(file, 0, 0, wrong, right)
                        : new Flaw(file, place.getLineNr(), place.getColumnNr(), wrong, right));
    }

    /// A whole number, or `missing` with a flaw where it is none.
    long whole(String field, long missing) {
        JsonNode node = node(field);
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        flaw(
                field,
                node.isMissingNode() ? field + " is missing" : field + " is not a whole number",
                "Give a whole number");
        return missing;
    }

    /// A list of exact numbers; flaws for what is no number.
    List<Fraction> numbers(String field) {
        JsonNode node = node(field);
        List<Fraction> read = new ArrayList<>();
        if (!node.isArray()) {
            flaw(
                    field,
                    node.isMissingNode() ? field + " is missing" : field + " is not a list",
                    "Give a list of numbers");
            return read;
        }
        for (int k = 0; k < node.size(); k++) {
            read.add(number(node.get(k), "%s[%d]".formatted(field, k), field));
        }
        return read;
    }

    /// An exact number; 0 with a flaw where it is none.
    Fraction number(JsonNode node, String name, String field) {
        if (node.isNumber() && !(node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue()))) {
            BigDecimal decimal = node.decimalValue();
            if (Math.abs((long) decimal.scale()) < 400 && decimal.precision() < 400) {
                return Fraction.of(decimal);
            }
        }
        flaw(field, name + " is " + shown(node) + ", not a number", "Give a finite number");
        return Fraction.ZERO;
    }

    static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "missing" : node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
