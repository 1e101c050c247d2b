package org.muster.gamefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.concept.GameContent;
import org.muster.input.Counted;

/// Games by coalitions: values and costs of all of them, or terms.
final class TableKinds {
    static final List<String> KINDS = List.of("tu", "cost", "unanimity");

    private static final int MOST_IN_A_MASK = 62;

    private static final int MOST_NAMED = 16;

    private final JsonFields fields;
    private final PlayerFields players;

    TableKinds(JsonFields fields, PlayerFields players) {
        this.fields = fields;
        this.players = players;
    }

    /// The game of that kind; empty where flaws were found.
    Optional<SizedContent> read(String kind) {
        return switch (kind) {
            case "unanimity" -> unanimity();
            default -> table(kind);
        };
    }

    private Optional<SizedContent> table(String kind) {
        String field = kind.equals("tu") ? "v" : "c";
        NumberArray array = fields.array(field);
        int size = array.size();
        if (fields.node(field).isObject()) {
            return byName(kind, field);
        }
        if (!fields.has(field) || fields.node(field).isValueNode()) {
            fields.flaw(
                    field,
                    field + " is missing or no list",
                    "Give the list of the values of all coalitions, by mask, or an object such as {\"A\": 1, \"B\": 2, \"A,B\": 5}");
            return Optional.empty();
        }
        int n = Integer.numberOfTrailingZeros(size);
        if (size < 2 || size != 1 << n) {
            fields.flaw(
                    field,
                    String.format(Locale.ROOT, "%s has %d values", field, size),
                    "A game of n players has 2^n of them, the empty coalition's first: 2, 4, 8, 16 and so on");
            return Optional.empty();
        }
        if (array.get(0) != 0) {
            fields.flaw(field, "%s[0] is %s".formatted(field, array.get(0)), "The empty coalition is worth 0");
        }
        JsonNode given = fields.node("n");
        if (!given.isMissingNode() && given.asLong(-1) != n) {
            fields.flaw(
                    "n",
                    String.format(Locale.ROOT, "n is %s, but %s has 2^%d values", given, field, n),
                    "Make them agree");
        }
        return fields.flaws().isEmpty() ? content(kind, n, array) : Optional.empty();
    }

    private static Optional<SizedContent> content(String kind, int n, NumberArray array) {
        Game game = array.table();
        return SizedContent.of(
                n,
                kind.equals("tu")
                        ? new GameContent.Values(
                                arena -> game, array.unit(), GameContent.Origin.TABLE, array.rounding())
                        : new GameContent.Costs(arena -> game, array.unit(), array.rounding()));
    }

    /// Values by coalitions that are named by their players: `{"A": 1, "B": 2, "A,B": 5}`. All of them are asked for:
    /// one that was forgotten is not worth nothing.
    private Optional<SizedContent> byName(String kind, String field) {
        JsonNode given = fields.node(field);
        List<String> names = players.namesOr(given.fieldNames());
        int n = names.size();
        if (n < 1 || n > MOST_NAMED) {
            fields.flaw(
                    field,
                    "%s names %s".formatted(field, Counted.of(n, "players")),
                    String.format(
                            Locale.ROOT,
                            "Values by names are taken of 1 to %d players; give more as a list by mask",
                            MOST_NAMED));
            return Optional.empty();
        }
        BigDecimal[] values = new BigDecimal[1 << n];
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            long mask = players.coalitionOf(entry.getKey(), names, field);
            if (mask >= 0 && values[(int) mask] != null) {
                fields.flaw(field, "%s gives coalition \"%s\" twice".formatted(field, entry.getKey()), "Give it once");
            }
            if (mask >= 0) {
                values[(int) mask] =
                        fields.decimal(entry.getValue(), "%s \"%s\"".formatted(field, entry.getKey()), field);
            }
        }
        if (values[0] != null && values[0].signum() != 0) {
            fields.flaw(field, "%s gives the empty coalition %s".formatted(field, values[0]), "It is worth 0");
        }
        values[0] = BigDecimal.ZERO;
        if (fields.flaws().isEmpty()) {
            MissingCoalitions.among(values, names)
                    .ifPresent(missing -> fields.flaw(field, field + " gives " + missing, MissingCoalitions.RIGHT));
        }
        if (!fields.flaws().isEmpty()) {
            return Optional.empty();
        }
        fields.namePlayers(names);
        NumberArray array = new NumberArray();
        for (BigDecimal value : values) {
            array.add(value);
        }
        return content(kind, n, array);
    }

    private Optional<SizedContent> unanimity() {
        JsonNode terms = fields.node("terms");
        if (!terms.isArray()) {
            fields.flaw(
                    "terms",
                    "terms is missing or no list",
                    "Give a list such as [{\"coalition\": [0, 2], \"value\": 3}]");
            return Optional.empty();
        }
        List<Long> masks = new ArrayList<>();
        List<Fraction> values = new ArrayList<>();
        int most = -1;
        for (int t = 0; t < terms.size(); t++) {
            JsonNode term = terms.get(t);
            JsonNode of = term.isArray()
                    ? term.path(0)
                    : PlayerFields.first(term, "coalition", "players", "members", "mask", "S");
            JsonNode value = term.isArray()
                    ? term.path(1)
                    : PlayerFields.first(term, "value", "dividend", "coefficient", "weight");
            long mask = players.coalition(of);
            if (mask <= 0) {
                fields.flaw(
                        "terms",
                        String.format(Locale.ROOT, "terms[%d] has the coalition %s", t, JsonFields.shown(of)),
                        "Give players counted from 0 to 61, or a mask");
                continue;
            }
            masks.add(mask);
            values.add(fields.number(value, String.format(Locale.ROOT, "terms[%d] value", t), "terms"));
            most = Math.max(most, 63 - Long.numberOfLeadingZeros(mask));
        }
        int n = players.countOr(most + 1);
        if (n < 1 || n > MOST_IN_A_MASK || most >= n) {
            fields.flaw(
                    "terms",
                    String.format(
                            Locale.ROOT, "the game has %s, and a term names player %d", Counted.of(n, "players"), most),
                    "Count players from 0, at most " + MOST_IN_A_MASK);
        }
        if (!fields.flaws().isEmpty()) {
            return Optional.empty();
        }
        return SizedContent.of(n, new GameContent.Terms(n, masks, values));
    }
}
