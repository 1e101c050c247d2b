package org.muster.cli.game;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.TableGame;
import org.muster.games.claims.Claims;
import org.muster.games.cost.Airport;
import org.muster.games.generate.NucleolusGames;
import org.muster.games.generate.StructureGames;
import org.muster.games.graph.Graph;
import org.muster.games.structure.SideConditions;
import org.muster.games.voting.VotingRule;
import org.muster.games.voting.WeightedVoting;
import org.muster.games.voting.WinsExpression;

/// Turns the fields of a game file into a game, kind by kind; collects every flaw.
final class GameJson {
    private static final List<String> KINDS = List.of(
            "tu",
            "cost",
            "weighted_voting",
            "voting_rule",
            "claims",
            "airport",
            "airport_clones",
            "graph",
            "unanimity",
            "generated_tu",
            "csg_generated");

    private final JsonFields fields;
    private final String file;
    private final String id;

    GameJson(JsonFields fields, String file, String fileName) {
        this.fields = fields;
        this.file = file;
        JsonNode own = fields.node("id");
        this.id = own.isMissingNode() ? fileName.replaceFirst("\\.[^.]*$", "") : own.asText();
    }

    /// The problem; meaningless where flaws were added.
    GameProblem problem() {
        String kind = fields.node("kind").asText();
        if (!KINDS.contains(kind)) {
            fields.flaw(
                    "kind",
                    fields.has("kind") ? "kind is \"%s\"".formatted(kind) : "kind is missing",
                    "Give one of " + String.join(", ", KINDS));
            return nothing();
        }
        int before = fields.flaws().size();
        try {
            GameProblem problem = switch (kind) {
                case "tu", "cost" -> table(kind);
                case "weighted_voting" -> weightedVoting();
                case "voting_rule" -> votingRule();
                case "claims" -> claims();
                case "airport", "airport_clones" -> airport(kind);
                case "graph" -> graph();
                case "unanimity" -> unanimity();
                case "generated_tu" -> generated();
                default -> structureGenerated();
            };
            return problem;
        } catch (IllegalArgumentException | ArithmeticException e) {
            if (fields.flaws().size() == before) {
                fields.flaw("kind", String.valueOf(e.getMessage()), "Correct the numbers of this game");
            }
            return nothing();
        }
    }

    private GameProblem nothing() {
        return make(1, new GameProblem.Values(arena -> TableGame.of(0, 0), Fraction.ONE, GameProblem.Origin.TABLE));
    }

    private GameProblem make(long n, GameProblem.Content content) {
        List<String> names = names(n);
        return new GameProblem(file, id, n, names, content, extras((int) Math.min(n, 62)));
    }

    /// Names of the players; `1`, `2`, ... where none are given.
    private List<String> names(long n) {
        JsonNode given = fields.node("players");
        if (!given.isArray()) {
            if (given.isIntegralNumber() && given.longValue() != n) {
                fields.flaw("players", "players is %s, but the game has %d".formatted(given, n), "Make them agree");
            }
            return LongStream.rangeClosed(1, Math.min(n, 100_000))
                    .mapToObj(String::valueOf)
                    .toList();
        }
        List<String> names = new ArrayList<>();
        given.forEach(name -> names.add(name.isObject() ? name.path("name").asText() : name.asText()));
        if (names.size() != n) {
            fields.flaw(
                    "players",
                    "players has %d names, but the game has %d players".formatted(names.size(), n),
                    "Name each player once");
        }
        return names;
    }

    private GameProblem table(String kind) {
        String field = kind.equals("tu") ? "v" : "c";
        NumberArray array = fields.array(field);
        int size = array.size();
        if (!fields.has(field) || fields.node(field).isValueNode()) {
            fields.flaw(
                    field, field + " is missing or no list", "Give the list of the values of all coalitions, by mask");
            return nothing();
        }
        int n = Integer.numberOfTrailingZeros(size);
        if (size < 2 || size != 1 << n) {
            fields.flaw(
                    field,
                    "%s has %d values".formatted(field, size),
                    "A game of n players has 2^n of them, the empty coalition's first: 2, 4, 8, 16 and so on");
            return nothing();
        }
        if (array.get(0) != 0) {
            fields.flaw(field, "%s[0] is %s".formatted(field, array.get(0)), "The empty coalition is worth 0");
        }
        JsonNode given = fields.node("n");
        if (!given.isMissingNode() && given.asLong(-1) != n) {
            fields.flaw("n", "n is %s, but %s has 2^%d values".formatted(given, field, n), "Make them agree");
        }
        if (!fields.flaws().isEmpty()) {
            return nothing();
        }
        TableGame game = TableGame.wrapping(array.inUnits());
        return make(
                n,
                kind.equals("tu")
                        ? new GameProblem.Values(arena -> game, array.unit(), GameProblem.Origin.TABLE)
                        : new GameProblem.Costs(arena -> game, array.unit()));
    }

    private GameProblem weightedVoting() {
        List<Fraction> weights = fields.numbers("weights");
        Fraction quota = fields.number(fields.node("quota"), "quota", "quota");
        return fields.flaws().isEmpty()
                ? make(weights.size(), new GameProblem.Voting(rule(weights, quota, "")))
                : nothing();
    }

    /// Weights and quota as whole numbers of a common unit.
    private WeightedVoting rule(List<Fraction> weights, Fraction quota, String where) {
        BigInteger common = quota.denominator();
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i).sign() < 0) {
                fields.flaw(
                        where.isEmpty() ? "weights" : "criteria",
                        "%sweights[%d] is negative: %s".formatted(where, i, weights.get(i)),
                        "Weights are not negative");
            }
            common = common.divide(common.gcd(weights.get(i).denominator()))
                    .multiply(weights.get(i).denominator());
        }
        if (!fields.flaws().isEmpty()) {
            return new WeightedVoting(1, List.of(1L));
        }
        Fraction unit = Fraction.of(common);
        return new WeightedVoting(
                quota.times(unit).numerator().longValueExact(),
                weights.stream()
                        .map(w -> w.times(unit).numerator().longValueExact())
                        .toList());
    }

    private GameProblem votingRule() {
        JsonNode criteria = fields.node("criteria");
        if (!criteria.isArray() || criteria.isEmpty()) {
            fields.flaw("criteria", "criteria is missing or empty", "Give a list of objects with weights and quota");
            return nothing();
        }
        List<WeightedVoting> rules = new ArrayList<>();
        for (int k = 0; k < criteria.size(); k++) {
            String where = "criteria[%d].".formatted(k);
            List<Fraction> weights = new ArrayList<>();
            for (JsonNode weight : criteria.get(k).path("weights")) {
                weights.add(fields.number(weight, where + "weights[%d]".formatted(weights.size()), "criteria"));
            }
            Fraction quota = fields.number(criteria.get(k).path("quota"), where + "quota", "criteria");
            rules.add(rule(weights, quota, where));
        }
        JsonNode text = fields.node("wins");
        if (!text.isTextual() && !text.isIntegralNumber()) {
            fields.flaw(
                    "wins",
                    "wins is missing",
                    "Give an expression over the numbers of the criteria, such as \"(1 and 2) or 3\"");
            return nothing();
        }
        VotingRule rule = new VotingRule(rules, WinsExpression.parse(text.asText(), rules.size()));
        if (rule.voters() > Coalitions.MOST_PLAYERS) {
            fields.flaw(
                    "criteria",
                    "a voting rule over several criteria has %d voters".formatted(rule.voters()),
                    "All coalitions are looked at: at most " + Coalitions.MOST_PLAYERS);
            return nothing();
        }
        return make(rule.voters(), new GameProblem.Rule(rule));
    }

    private GameProblem claims() {
        List<Fraction> claims = fields.numbers("claims");
        Fraction endowment = fields.number(fields.node("endowment"), "endowment", "endowment");
        return fields.flaws().isEmpty()
                ? make(claims.size(), new GameProblem.ClaimsContent(new Claims(endowment, claims)))
                : nothing();
    }

    private GameProblem airport(String kind) {
        if (kind.equals("airport")) {
            List<Fraction> costs = fields.numbers("costs");
            return fields.flaws().isEmpty()
                    ? make(costs.size(), new GameProblem.AirportContent(Airport.ofSingles(costs), false))
                    : nothing();
        }
        JsonNode groups = fields.node("groups");
        if (!groups.isArray() || groups.isEmpty()) {
            fields.flaw("groups", "groups is missing or empty", "Give a list of objects with cost and count");
            return nothing();
        }
        List<Airport.Group> read = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            JsonNode group = groups.get(g);
            JsonNode count = group.isArray() ? group.path(1) : first(group, "count", "members");
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
            return nothing();
        }
        Airport airport = new Airport(read);
        return make(airport.members(), new GameProblem.AirportContent(airport, true));
    }

    private static JsonNode first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.has(name)) {
                return node.get(name);
            }
        }
        return MissingNode.getInstance();
    }

    private GameProblem graph() {
        List<Graph.Link> links = new ArrayList<>();
        List<Fraction> weights = new ArrayList<>();
        int most = readEdges("edges", links, weights, true);
        int n = countOr(most + 1);
        if (n > 100_000 || most >= n) {
            fields.flaw(
                    "edges",
                    "an edge names player %d, but there are %d players".formatted(most, n),
                    "Count players from 0");
        }
        if (!fields.flaws().isEmpty()) {
            return nothing();
        }
        Fraction unit = unitOf(weights);
        return make(n, new GameProblem.GraphContent(new Graph(n, links), weights, unit));
    }

    /// The number of players: `n`, or as many as are named, or as many as were met.
    private int countOr(int met) {
        if (fields.has("n")) {
            return (int) Math.min(1_000_000, Math.max(0, fields.whole("n", met)));
        }
        return fields.node("players").isArray() ? fields.node("players").size() : met;
    }

    private int readEdges(String field, List<Graph.Link> links, List<Fraction> weights, boolean weighted) {
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
                        "%s[%d] is %s".formatted(field, e, JsonFields.shown(edge)),
                        "An edge joins two different players, counted from 0");
                continue;
            }
            links.add(new Graph.Link(i, j));
            most = Math.max(most, Math.max(i, j));
            if (weighted) {
                JsonNode w = edge.isArray() ? edge.path(2) : first(edge, "weight", "w", "value");
                weights.add(fields.number(w, "%s[%d] weight".formatted(field, e), field));
            }
        }
        return most;
    }

    /// A player by number from 0 or by name; -1 where it is neither.
    private int player(JsonNode node) {
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

    private GameProblem unanimity() {
        JsonNode terms = fields.node("terms");
        if (!terms.isArray()) {
            fields.flaw(
                    "terms",
                    "terms is missing or no list",
                    "Give a list such as [{\"coalition\": [0, 2], \"value\": 3}]");
            return nothing();
        }
        List<Long> masks = new ArrayList<>();
        List<Fraction> values = new ArrayList<>();
        int most = -1;
        for (int t = 0; t < terms.size(); t++) {
            JsonNode term = terms.get(t);
            JsonNode of = term.isArray() ? term.path(0) : first(term, "coalition", "players", "members", "mask", "S");
            JsonNode value = term.isArray() ? term.path(1) : first(term, "value", "dividend", "coefficient", "weight");
            long mask = coalition(of);
            if (mask <= 0) {
                fields.flaw(
                        "terms",
                        "terms[%d] has the coalition %s".formatted(t, JsonFields.shown(of)),
                        "Give players counted from 0 to 31, or a mask");
                continue;
            }
            masks.add(mask);
            values.add(fields.number(value, "terms[%d] value".formatted(t), "terms"));
            most = Math.max(most, 63 - Long.numberOfLeadingZeros(mask));
        }
        int n = countOr(most + 1);
        if (n < 1 || n > Coalitions.MOST_PLAYERS || most >= n) {
            fields.flaw(
                    "terms",
                    "the game has %d players, and a term names player %d".formatted(n, most),
                    "Count players from 0, at most " + Coalitions.MOST_PLAYERS);
        }
        if (!fields.flaws().isEmpty()) {
            return nothing();
        }
        Fraction unit = unitOf(values);
        Game game = unanimityGame(
                n, masks, values.stream().map(v -> v.over(unit).doubleValue()).toList());
        return make(n, new GameProblem.Values(arena -> game, unit, GameProblem.Origin.UNANIMITY));
    }

    private static Game unanimityGame(int n, List<Long> masks, List<Double> dividends) {
        long[] sets = masks.stream().mapToLong(m -> m).toArray();
        double[] values = dividends.stream().mapToDouble(d -> d).toArray();
        double bound = 0;
        for (double value : values) {
            bound += value == Math.rint(value) ? Math.abs(value) : Double.NaN;
        }
        return Game.streamedWhole(n, bound, s -> {
            double sum = 0;
            for (int t = 0; t < sets.length; t++) {
                sum += (sets[t] & ~s) == 0 ? values[t] : 0;
            }
            return sum;
        });
    }

    /// A coalition as a list of players or as a mask; -1 where it is neither.
    private long coalition(JsonNode node) {
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

    /// A unit in which all numbers are whole, where they then stay within 2^53; else 1.
    private static Fraction unitOf(List<Fraction> numbers) {
        BigInteger common = BigInteger.ONE;
        BigInteger sum = BigInteger.ZERO;
        for (Fraction f : numbers) {
            common = common.divide(common.gcd(f.denominator())).multiply(f.denominator());
        }
        for (Fraction f : numbers) {
            sum = sum.add(f.numerator().abs().multiply(common.divide(f.denominator())));
        }
        return sum.bitLength() <= 52 ? new Fraction(BigInteger.ONE, common) : Fraction.ONE;
    }

    private int generatedPlayers(int least) {
        long n = fields.whole("n", 0);
        if (n < least || n > Coalitions.MOST_PLAYERS) {
            fields.flaw("n", "n is " + n, "Give %d to %d players".formatted(least, Coalitions.MOST_PLAYERS));
        }
        return (int) n;
    }

    private GameProblem generated() {
        int n = generatedPlayers(3);
        JsonNode generator = fields.node("generator");
        int type = generator.path("type").asInt(0);
        if (type < 1 || type > 4) {
            fields.flaw(
                    "generator", "the generator's type is " + JsonFields.shown(generator.path("type")), "Give 1 to 4");
        }
        JsonNode seed = generator.path("seed");
        if (!seed.isIntegralNumber()) {
            fields.flaw("generator", "the generator's seed is " + JsonFields.shown(seed), "Give a whole number");
        }
        return make(
                n,
                new GameProblem.Values(
                        arena -> NucleolusGames.game(type, n, (int) seed.longValue(), arena),
                        Fraction.ONE,
                        GameProblem.Origin.GENERATED));
    }

    private GameProblem structureGenerated() {
        int n = generatedPlayers(1);
        JsonNode generator = fields.node("generator");
        String name = generator
                .path("distribution")
                .asText(fields.node("distribution").asText());
        long seed = generator.path("seed").asLong(1);
        StructureGames.Distribution distribution = StructureGames.Distribution.UNIFORM;
        try {
            distribution = StructureGames.Distribution.named(name);
        } catch (IllegalArgumentException e) {
            fields.flaw(
                    "generator",
                    "the distribution is \"%s\"".formatted(name),
                    "Give one of uniform, normal, ndcs, exponential, modified_uniform, agent_uniform, agent_normal");
        }
        StructureGames.Distribution drawn = distribution;
        return make(
                n,
                new GameProblem.Values(
                        arena -> StructureGames.game(drawn, n, seed, arena),
                        Fraction.ONE,
                        GameProblem.Origin.STRUCTURE_GENERATED));
    }

    private GameProblem.Extras extras(int n) {
        List<Long> unions = masks("unions");
        List<Graph.Link> links = new ArrayList<>();
        if (fields.has("links") && readEdges("links", links, new ArrayList<>(), false) >= n) {
            fields.flaw("links", "links name a player beyond the last", "Count players from 0");
        }
        List<Double> weights = fields.has("player_weights")
                ? fields.numbers("player_weights").stream()
                        .map(Fraction::doubleValue)
                        .toList()
                : List.of();
        if (!weights.isEmpty() && (weights.size() != n || weights.stream().anyMatch(w -> w <= 0))) {
            fields.flaw(
                    "player_weights", "player_weights are not %d numbers above 0".formatted(n), "Give one per player");
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
                    "parts of %d to %d players".formatted(least, most),
                    "Give least_size at least 1 and most_size no less");
            return GameProblem.Extras.NONE;
        }
        return new GameProblem.Extras(unions, links, weights, new SideConditions(masks("forbidden"), least, most));
    }

    private List<Long> masks(String field) {
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
}
