package org.muster.gamefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.games.Fraction;
import org.muster.games.claims.Claims;
import org.muster.games.concept.GameContent;
import org.muster.games.cost.Airport;
import org.muster.games.cost.SerialProblem;

/// Claims on too little, facilities as large as the most demanding user needs, and one good for all demands.
final class SharingKinds {
    static final List<String> KINDS = List.of("claims", "airport", "airport_clones", "maximum", "serial");

    private final JsonFields fields;

    SharingKinds(JsonFields fields) {
        this.fields = fields;
    }

    /// The game of that kind; empty where flaws were found.
    Optional<SizedContent> read(String kind) {
        return switch (kind) {
            case "claims" -> claims();
            case "serial" -> serial();
            case "airport_clones" -> groups();
            case "maximum" -> fields.has("groups") ? groups() : airport();
            default -> airport();
        };
    }

    private Optional<SizedContent> claims() {
        List<Fraction> claims = fields.numbers("claims");
        Fraction endowment = fields.number(fields.node("endowment"), "endowment", "endowment");
        return fields.flaws().isEmpty()
                ? SizedContent.of(claims.size(), new GameContent.ClaimsContent(new Claims(endowment, claims)))
                : Optional.empty();
    }

    private Optional<SizedContent> airport() {
        List<Fraction> costs = fields.numbers("costs");
        return fields.flaws().isEmpty()
                ? SizedContent.of(costs.size(), new GameContent.AirportContent(Airport.ofSingles(costs), false))
                : Optional.empty();
    }

    private Optional<SizedContent> groups() {
        JsonNode groups = fields.node("groups");
        if (!groups.isArray() || groups.isEmpty()) {
            fields.flaw("groups", "groups is missing or empty", "Give a list of objects with cost and count");
            return Optional.empty();
        }
        List<Airport.Group> read = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            JsonNode group = groups.get(g);
            JsonNode count = group.isArray() ? group.path(1) : PlayerFields.first(group, "count", "members");
            Fraction cost = fields.number(
                    group.isArray() ? group.path(0) : group.path("cost"),
                    String.format(Locale.ROOT, "groups[%d].cost", g),
                    "groups");
            if (!count.isIntegralNumber() || count.longValue() < 1) {
                fields.flaw(
                        "groups",
                        String.format(Locale.ROOT, "groups[%d].count is %s", g, JsonFields.shown(count)),
                        "Give a whole number above 0");
            } else if (cost.sign() >= 0) {
                read.add(new Airport.Group(cost, count.longValue()));
            } else {
                fields.flaw(
                        "groups",
                        String.format(Locale.ROOT, "groups[%d].cost is negative: %s", g, cost),
                        "Costs are not negative");
            }
        }
        if (!fields.flaws().isEmpty()) {
            return Optional.empty();
        }
        Airport airport = new Airport(read);
        return SizedContent.of(airport.members(), new GameContent.AirportContent(airport, true));
    }

    /// Demands, and the points between which the cost of a total runs straight.
    private Optional<SizedContent> serial() {
        List<Fraction> demands = fields.numbers("demands");
        JsonNode given = fields.node("cost");
        List<SerialProblem.Point> points = new ArrayList<>();
        if (!given.isArray() || given.isEmpty()) {
            fields.flaw(
                    "cost",
                    "cost is missing or empty",
                    "Give points of quantity and cost, quantities ascending, such as [[10, 25], [20, 40]]");
        }
        for (int p = 0; p < given.size(); p++) {
            JsonNode point = given.get(p);
            JsonNode quantity = point.isArray() ? point.path(0) : point.path("quantity");
            JsonNode cost = point.isArray() ? point.path(1) : point.path("cost");
            Fraction q = fields.number(quantity, String.format(Locale.ROOT, "cost[%d] quantity", p), "cost");
            points.add(new SerialProblem.Point(
                    q, fields.number(cost, String.format(Locale.ROOT, "cost[%d] cost", p), "cost")));
        }
        if (!fields.flaws().isEmpty()) {
            return Optional.empty();
        }
        try {
            return SizedContent.of(demands.size(), new GameContent.SerialContent(new SerialProblem(demands, points)));
        } catch (IllegalArgumentException wrong) {
            boolean ofDemands = String.valueOf(wrong.getMessage()).contains("a demand");
            fields.flaw(
                    ofDemands ? "demands" : "cost",
                    String.valueOf(wrong.getMessage()),
                    "Demands are not negative, quantities ascend to their sum at least");
            return Optional.empty();
        }
    }
}
