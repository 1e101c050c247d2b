package org.muster.gamefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.games.Fraction;
import org.muster.games.concept.CommonUnit;
import org.muster.games.concept.GameContent;
import org.muster.games.cost.AssignmentMarket;
import org.muster.games.cost.CoverGame;
import org.muster.input.Counted;

/// Games of offers: who trades with whom, and whose offers meet what is required.
final class MarketKinds {
    static final List<String> KINDS = List.of("assignment", "cover");

    private static final int MOST = 62;

    private final JsonFields fields;
    private final PlayerFields players;

    MarketKinds(JsonFields fields, PlayerFields players) {
        this.fields = fields;
        this.players = players;
    }

    /// The game of that kind; empty where flaws were found.
    Optional<SizedContent> read(String kind) {
        return switch (kind) {
            case "cover" -> cover();
            default -> assignment();
        };
    }

    private Optional<SizedContent> assignment() {
        JsonNode rows = fields.node("values");
        if (!rows.isArray() || rows.isEmpty() || rows.get(0).isEmpty()) {
            fields.flaw(
                    "values",
                    "values is missing or empty",
                    "Give one row for each seller, with what each buyer is worth to the pair: [[5, 8], [7, 9]]");
            return Optional.empty();
        }
        int buyers = rows.get(0).size();
        List<List<Fraction>> worth = new ArrayList<>();
        for (int s = 0; s < rows.size(); s++) {
            if (rows.get(s).size() != buyers) {
                fields.flaw(
                        "values",
                        String.format(
                                Locale.ROOT,
                                "values[%d] has %d entries, values[0] has %d",
                                s,
                                rows.get(s).size(),
                                buyers),
                        "Give each seller's row as many entries as there are buyers");
            }
            List<Fraction> row = new ArrayList<>();
            for (int b = 0; b < rows.get(s).size(); b++) {
                String name = String.format(Locale.ROOT, "values[%d][%d]", s, b);
                Fraction w = fields.number(rows.get(s).get(b), name, "values");
                if (w.sign() < 0) {
                    fields.flaw(
                            "values",
                            "%s is negative: %s".formatted(name, w),
                            "A pair that loses does not trade: give 0");
                }
                row.add(w);
            }
            worth.add(row);
        }
        int n = rows.size() + buyers;
        if (n > MOST) {
            fields.flaw(
                    "values", String.format(Locale.ROOT, "there are %d sellers and buyers", n), "Give at most " + MOST);
        }
        return fields.flaws().isEmpty()
                ? SizedContent.of(n, new GameContent.MarketContent(new AssignmentMarket(worth)))
                : Optional.empty();
    }

    /// An offer as it was read, before units are known.
    private record Bid(int line, int member, Fraction units, Fraction price) {}

    private Optional<SizedContent> cover() {
        JsonNode lines = fields.node("lines");
        JsonNode offers = fields.node("offers");
        if (!lines.isArray() || lines.isEmpty()) {
            fields.flaw(
                    "lines",
                    "lines is missing or empty",
                    "Give what is required, such as [{\"name\": \"ships\", \"need\": 10, \"outside_price\": 100}]");
        }
        if (!offers.isArray()) {
            fields.flaw(
                    "offers",
                    "offers is missing or no list",
                    "Give what members offer, such as [{\"line\": 0, \"member\": 0, \"units\": 4, \"price\": 50}]");
        }
        if (!fields.flaws().isEmpty()) {
            return Optional.empty();
        }
        List<Fraction> needs = new ArrayList<>();
        List<Fraction> outside = new ArrayList<>();
        for (int l = 0; l < lines.size(); l++) {
            needs.add(notNegative(lines.get(l).path("need"), String.format(Locale.ROOT, "lines[%d].need", l), "lines"));
            outside.add(notNegative(
                    PlayerFields.first(lines.get(l), "outside_price", "market_price", "penalty"),
                    String.format(Locale.ROOT, "lines[%d].outside_price", l),
                    "lines"));
        }
        List<Bid> bids = bids(lines, offers);
        int n = players.countOr(bids.stream().mapToInt(Bid::member).max().orElse(-1) + 1);
        bids.stream()
                .filter(bid -> bid.member() >= n)
                .findFirst()
                .ifPresent(bid -> fields.flaw(
                        "offers",
                        String.format(
                                Locale.ROOT,
                                "an offer names player %d, but the game has %s",
                                bid.member(),
                                Counted.of(n, "players")),
                        "Count players from 0"));
        if (fields.flaws().isEmpty() && (n < 1 || n > MOST)) {
            fields.flaw("offers", "the game has " + Counted.of(n, "players"), "Give 1 to " + MOST);
        }
        return fields.flaws().isEmpty() ? cover(n, needs, outside, bids) : Optional.empty();
    }

    private List<Bid> bids(JsonNode lines, JsonNode offers) {
        List<Bid> bids = new ArrayList<>();
        for (int o = 0; o < offers.size(); o++) {
            JsonNode offer = offers.get(o);
            int line = line(lines, offer.path("line"));
            JsonNode member = PlayerFields.first(offer, "member", "player");
            int player = member.asText().equals("outside") && players.player(member) < 0
                    ? CoverGame.Offer.OUTSIDE
                    : players.player(member);
            if (line < 0) {
                fields.flaw(
                        "offers",
                        String.format(Locale.ROOT, "offers[%d].line is %s", o, JsonFields.shown(offer.path("line"))),
                        "Give the name of a line, or its number from 0");
            }
            if (player < 0 && !member.asText().equals("outside")) {
                fields.flaw(
                        "offers",
                        String.format(Locale.ROOT, "offers[%d].member is %s", o, JsonFields.shown(member)),
                        "Give a player by name or number from 0, or \"outside\" for what everybody can have");
            }
            Fraction units = notNegative(
                    PlayerFields.first(offer, "units", "quantity"),
                    String.format(Locale.ROOT, "offers[%d].units", o),
                    "offers");
            Fraction price = notNegative(
                    PlayerFields.first(offer, "price", "unit_cost"),
                    String.format(Locale.ROOT, "offers[%d].price", o),
                    "offers");
            bids.add(new Bid(line, player, units, price));
        }
        return bids;
    }

    private Fraction notNegative(JsonNode node, String name, String field) {
        Fraction number = fields.number(node, name, field);
        if (number.sign() < 0) {
            fields.flaw(field, "%s is negative: %s".formatted(name, number), "Give 0 or more");
        }
        return number;
    }

    private static int line(JsonNode lines, JsonNode asked) {
        if (asked.isIntegralNumber() && asked.canConvertToInt()) {
            return asked.intValue() < lines.size() ? asked.intValue() : -1;
        }
        for (int l = 0; asked.isTextual() && l < lines.size(); l++) {
            if (lines.get(l).path("name").asText().equals(asked.asText())) {
                return l;
            }
        }
        return -1;
    }

    /// Units and prices become whole numbers of a small unit each.
    private Optional<SizedContent> cover(int n, List<Fraction> needs, List<Fraction> outside, List<Bid> bids) {
        List<Fraction> quantities = new ArrayList<>(needs);
        List<Fraction> prices = new ArrayList<>(outside);
        for (Bid bid : bids) {
            quantities.add(bid.units());
            prices.add(bid.price());
        }
        Fraction unit = CommonUnit.of(quantities);
        Fraction coin = CommonUnit.of(prices);
        try {
            List<CoverGame.Line> lines = new ArrayList<>();
            for (int l = 0; l < needs.size(); l++) {
                List<CoverGame.Offer> offers = new ArrayList<>();
                for (Bid bid : bids) {
                    if (bid.line() == l) {
                        offers.add(
                                new CoverGame.Offer(bid.member(), whole(bid.units(), unit), whole(bid.price(), coin)));
                    }
                }
                lines.add(new CoverGame.Line(whole(needs.get(l), unit), whole(outside.get(l), coin), offers));
            }
            return SizedContent.of(n, new GameContent.CoverContent(new CoverGame(n, lines), unit.times(coin)));
        } catch (IllegalArgumentException | ArithmeticException tooFine) {
            fields.flaw(
                    "lines",
                    "need times price does not fit whole numbers up to 2^53 of the smallest unit",
                    "Give fewer decimals");
            return Optional.empty();
        }
    }

    private static long whole(Fraction number, Fraction unit) {
        Fraction parts = number.over(unit);
        if (parts.denominator().bitLength() > 1) {
            throw new ArithmeticException("not whole: " + number);
        }
        return parts.numerator().longValueExact();
    }
}
