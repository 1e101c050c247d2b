package org.muster.cli.game;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.games.Fraction;
import org.muster.games.claims.Claims;
import org.muster.games.cost.Airport;

/// Claims on too little, and facilities as large as the most demanding user needs.
final class SharingKinds {
    static final List<String> KINDS = List.of("claims", "airport", "airport_clones");

    private final JsonFields fields;

    SharingKinds(JsonFields fields) {
        this.fields = fields;
    }

    /// The game of that kind; empty where flaws were found.
    Optional<SizedContent> read(String kind) {
        return switch (kind) {
            case "claims" -> claims();
            default -> airport(kind);
        };
    }

    private Optional<SizedContent> claims() {
        List<Fraction> claims = fields.numbers("claims");
        Fraction endowment = fields.number(fields.node("endowment"), "endowment", "endowment");
        return fields.flaws().isEmpty()
                ? SizedContent.of(claims.size(), new GameContent.ClaimsContent(new Claims(endowment, claims)))
                : Optional.empty();
    }

    private Optional<SizedContent> airport(String kind) {
        if (kind.equals("airport")) {
            List<Fraction> costs = fields.numbers("costs");
            return fields.flaws().isEmpty()
                    ? SizedContent.of(costs.size(), new GameContent.AirportContent(Airport.ofSingles(costs), false))
                    : Optional.empty();
        }
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
                    group.isArray() ? group.path(0) : group.path("cost"), "groups[%d].cost".formatted(g), "groups");
            if (!count.isIntegralNumber() || count.longValue() < 1) {
                fields.flaw(
                        "groups",
                        "groups[%d].count is %s".formatted(g, JsonFields.shown(count)),
                        "Give a whole number above 0");
            } else if (cost.sign() >= 0) {
                read.add(new Airport.Group(cost, count.longValue()));
            } else {
                fields.flaw("groups", "groups[%d].cost is negative: %s".formatted(g, cost), "Costs are not negative");
            }
        }
        if (!fields.flaws().isEmpty()) {
            return Optional.empty();
        }
        Airport airport = new Airport(read);
        return SizedContent.of(airport.members(), new GameContent.AirportContent(airport, true));
    }
}
