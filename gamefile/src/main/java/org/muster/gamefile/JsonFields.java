package org.muster.gamefile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.games.Fraction;
import org.muster.input.Nearest;
import org.muster.input.Problem;
import org.muster.input.Shown;

/// The top fields of one game in a file, with the place of each, and the flaws met while they are read.
final class JsonFields {
    /// Fields that say something about the game and change nothing.
    private static final Set<String> DESCRIPTIVE =
            Set.of("$schema", "comment", "description", "kind", "name", "note", "notes", "source", "title", "url");

    private final String file;
    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
    private final Map<String, NumberArray> arrays = new LinkedHashMap<>();
    private final Map<String, JsonLocation> places = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>(DESCRIPTIVE);
    private final List<Problem> flaws = new ArrayList<>();
    private List<String> named = List.of();

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

    /// The players as the game itself names them, where it lists none.
    void namePlayers(List<String> names) {
        named = List.copyOf(names);
    }

    List<String> named() {
        return named;
    }

    /// Tells fields that nothing asked for: misspelt, or of another kind.
    void flawUnknown() {
        List<String> known = asked.stream().sorted().toList();
        for (String name : places.keySet()) {
            if (!asked.contains(name)) {
                flaw(
                        name,
                        "a game of this kind has no field \"%s\"".formatted(Shown.plain(name)),
                        Nearest.advice(name, known).replaceFirst("[.]$", ""));
            }
        }
    }

    boolean has(String name) {
        asked.add(name);
        return nodes.containsKey(name) || arrays.containsKey(name);
    }

    JsonNode node(String name) {
        asked.add(name);
        JsonNode node = nodes.get(name);
        return node == null ? MissingNode.getInstance() : node;
    }

    NumberArray array(String name) {
        asked.add(name);
        NumberArray array = arrays.get(name);
        return array == null ? NumberArray.EMPTY : array;
    }

    String file() {
        return file;
    }

    List<Problem> flaws() {
        return flaws;
    }

    void flaw(String field, String wrong, String right) {
        JsonLocation place = places.get(field);
        flaws.add(
                place == null
                        ? Flaws.at(file, 0, 0, wrong, right)
                        : Flaws.at(file, place.getLineNr(), place.getColumnNr(), wrong, right));
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
            read.add(number(node.get(k), String.format(Locale.ROOT, "%s[%d]", field, k), field));
        }
        return read;
    }

    /// An exact number; 0 with a flaw where it is none.
    Fraction number(JsonNode node, String name, String field) {
        return Fraction.of(decimal(node, name, field));
    }

    /// An exact number; 0 with a flaw where it is none, or none of a size that is taken.
    BigDecimal decimal(JsonNode node, String name, String field) {
        if (node.isNumber() && !(node.isDouble() && !Double.isFinite(node.doubleValue()))) {
            BigDecimal decimal = node.decimalValue();
            if (isTaken(decimal)) {
                return decimal;
            }
            flaw(field, name + " is " + shown(node), RANGE);
            return BigDecimal.ZERO;
        }
        flaw(field, name + " is " + shown(node) + ", not a number", "Give a finite number");
        return BigDecimal.ZERO;
    }

    /// Whether a number is of a size, and has no more digits, than what is taken.
    static boolean isTaken(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) < 400
                && decimal.precision() < 400
                && decimal.abs().compareTo(NumberArray.LARGEST) <= 0;
    }

    static final String RANGE = "Give a number from -1e300 to 1e300, with at most 300 digits behind the point";

    static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "missing" : node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
