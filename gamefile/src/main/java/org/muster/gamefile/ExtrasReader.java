package org.muster.gamefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.concept.Extras;
import org.muster.games.graph.Graph;
import org.muster.games.graph.Permission;
import org.muster.games.structure.SideConditions;
import org.muster.input.Counted;

/// What a file says beside the game: unions, links, weights, who needs whose permission, side conditions.
final class ExtrasReader {
    private final JsonFields fields;
    private final PlayerFields players;

    ExtrasReader(JsonFields fields, PlayerFields players) {
        this.fields = fields;
        this.players = players;
    }

    /// The extras of a game of `n` players.
    Extras read(int n) {
        List<Long> unions = players.masks("unions");
        List<Graph.Link> links = new ArrayList<>();
        if (fields.has("links") && players.readEdges("links", links, new ArrayList<>(), false) >= n) {
            fields.flaw("links", "links name a player beyond the last", "Count players from 0");
        }
        List<Double> weights = fields.has("player_weights")
                ? fields.numbers("player_weights").stream()
                        .map(Fraction::doubleValue)
                        .toList()
                : List.of();
        if (!weights.isEmpty() && (weights.size() != n || weights.stream().anyMatch(w -> w <= 0))) {
            fields.flaw(
                    "player_weights",
                    String.format(Locale.ROOT, "player_weights are not %d numbers above 0", n),
                    "Give one per player");
        }
        long seen = 0;
        for (long union : unions) {
            if ((union & seen) != 0) {
                fields.flaw("unions", "unions share a player", "Each player is in exactly one");
            }
            seen |= union;
        }
        if (!unions.isEmpty() && n <= 62 && seen != Coalitions.grand(n)) {
            fields.flaw("unions", "unions do not hold every player and nobody else", "Each player is in exactly one");
        }
        int least = fields.has("least_size") ? (int) fields.whole("least_size", 1) : 1;
        int most = fields.has("most_size") ? (int) fields.whole("most_size", 64) : 64;
        if (least < 1 || most < least) {
            fields.flaw(
                    "least_size",
                    String.format(Locale.ROOT, "parts of %d to %d players", least, most),
                    "Give least_size at least 1 and most_size no less");
            return Extras.NONE;
        }
        return new Extras(
                unions,
                links,
                weights,
                new SideConditions(players.masks("forbidden"), least, most),
                semivalue(n),
                permission(n));
    }

    /// Weights of a semivalue by the number of players met: given one by one, or as the chance with which each joins.
    private List<Fraction> semivalue(int n) {
        JsonNode given = fields.node("semivalue");
        if (given.isMissingNode()) {
            return List.of();
        }
        List<Fraction> weights = new ArrayList<>();
        if (given.isArray() && given.size() == n) {
            for (int s = 0; s < n; s++) {
                weights.add(share(given.get(s), String.format(Locale.ROOT, "semivalue[%d]", s)));
            }
        } else if (given.isArray()) {
            fields.flaw(
                    "semivalue",
                    "semivalue has %s, but the game has %s"
                            .formatted(Counted.of(given.size(), "weights"), Counted.of(n, "players")),
                    "Give one weight for each number of players met before, 0 to n - 1");
            return List.of();
        } else {
            Fraction chance = share(given, "semivalue");
            Fraction not = Fraction.ONE.minus(chance);
            for (int s = 0; s < n; s++) {
                weights.add(power(chance, s).times(power(not, n - 1 - s)));
            }
        }
        if (weights.stream().anyMatch(w -> w.sign() < 0)) {
            fields.flaw(
                    "semivalue",
                    "a weight of semivalue is negative",
                    "Give weights of 0 or more, or a chance from 0 to 1");
            return List.of();
        }
        return weights;
    }

    /// A number, or a text such as "1/6".
    private Fraction share(JsonNode node, String name) {
        if (node.isTextual() && node.asText().matches("[0-9]{1,18}/[1-9][0-9]{0,17}")) {
            String[] parts = node.asText().split("/", -1);
            return Fraction.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
        return fields.number(node, name, "semivalue");
    }

    private static Fraction power(Fraction base, int exponent) {
        return new Fraction(base.numerator().pow(exponent), base.denominator().pow(exponent));
    }

    private Optional<Extras.Hierarchy> permission(int n) {
        JsonNode given = fields.node("permission");
        String mode = fields.node("permission_mode").asText("conjunctive");
        if (!List.of("conjunctive", "disjunctive").contains(mode)) {
            fields.flaw(
                    "permission_mode", "permission_mode is \"%s\"".formatted(mode), "Give conjunctive or disjunctive");
        }
        if (given.isMissingNode()) {
            if (fields.has("permission_mode")) {
                fields.flaw("permission_mode", "permission is missing", "Give a list of [superior, subordinate]");
            }
            return Optional.empty();
        }
        Long[] superiors = new Long[n];
        Arrays.fill(superiors, 0L);
        int before = fields.flaws().size();
        if (!given.isArray()) {
            fields.flaw("permission", "permission is no list", "Give a list of [superior, subordinate]");
        }
        for (int p = 0; given.isArray() && p < given.size(); p++) {
            int superior = players.player(given.get(p).path(0));
            int subordinate = players.player(given.get(p).path(1));
            if (given.get(p).size() != 2
                    || superior < 0
                    || subordinate < 0
                    || superior == subordinate
                    || Math.max(superior, subordinate) >= n) {
                fields.flaw(
                        "permission",
                        String.format(Locale.ROOT, "permission[%d] is %s", p, JsonFields.shown(given.get(p))),
                        "Give [superior, subordinate]: two different players, counted from 0");
            } else {
                superiors[subordinate] |= 1L << superior;
            }
        }
        if (fields.flaws().size() > before) {
            return Optional.empty();
        }
        Permission hierarchy = new Permission(List.of(superiors));
        if (hierarchy.inCircles() != 0) {
            fields.flaw(
                    "permission",
                    "players %s are above themselves".formatted(Coalitions.players(hierarchy.inCircles())),
                    "Give a hierarchy without circles");
        }
        Permission.Needs needs =
                mode.equals("disjunctive") ? Permission.Needs.ONE_SUPERIOR : Permission.Needs.ALL_SUPERIORS;
        return Optional.of(new Extras.Hierarchy(hierarchy, needs));
    }
}
