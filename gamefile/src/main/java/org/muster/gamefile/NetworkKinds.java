package org.muster.gamefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.games.Fraction;
import org.muster.games.concept.GameContent;
import org.muster.games.cost.SpanningTree;
import org.muster.games.graph.Graph;
import org.muster.input.Counted;

/// Games on networks.
final class NetworkKinds {
    static final List<String> KINDS = List.of("graph", "spanning_tree");

    private static final int MOST_CONNECTED = 2000;

    private final JsonFields fields;
    private final PlayerFields players;

    NetworkKinds(JsonFields fields, PlayerFields players) {
        this.fields = fields;
        this.players = players;
    }

    /// The game of that kind; empty where flaws were found.
    Optional<SizedContent> read(String kind) {
        return switch (kind) {
            case "spanning_tree" -> fields.has("costs") ? treeOfMatrix() : treeOfEdges();
            default -> graph();
        };
    }

    private Optional<SizedContent> graph() {
        List<Graph.Link> links = new ArrayList<>();
        List<Fraction> weights = new ArrayList<>();
        int most = players.readEdges("edges", links, weights, true);
        List<Fraction> nodes = fields.has("nodes") ? fields.numbers("nodes") : List.of();
        int n = players.countOr(Math.max(most + 1, nodes.size()));
        if (n > 100_000 || most >= n) {
            fields.flaw(
                    "edges",
                    String.format(
                            Locale.ROOT,
                            "an edge names player %d, but the game has %s",
                            most,
                            Counted.of(n, "players")),
                    "Count players from 0");
        }
        if (!nodes.isEmpty() && nodes.size() != n) {
            fields.flaw(
                    "nodes",
                    "nodes has %s, but the game has %s"
                            .formatted(Counted.of(nodes.size(), "values"), Counted.of(n, "players")),
                    "Give one number for each player");
        }
        if (!fields.flaws().isEmpty()) {
            return Optional.empty();
        }
        List<Fraction> own = nodes.isEmpty() ? Collections.nCopies(n, Fraction.ZERO) : nodes;
        return SizedContent.of(n, new GameContent.GraphContent(new Graph(n, links), weights, own));
    }

    /// Costs as a matrix, the source first.
    private Optional<SizedContent> treeOfMatrix() {
        JsonNode rows = fields.node("costs");
        List<List<Fraction>> costs = new ArrayList<>();
        if (!rows.isArray() || rows.size() < 2 || rows.size() > MOST_CONNECTED + 1) {
            fields.flaw(
                    "costs",
                    String.format(Locale.ROOT, "costs is no matrix of a source and 1 to %d players", MOST_CONNECTED),
                    "Give a list of lists, the source's row first");
            return Optional.empty();
        }
        for (int a = 0; a < rows.size(); a++) {
            if (rows.get(a).size() != rows.size()) {
                fields.flaw(
                        "costs",
                        String.format(
                                Locale.ROOT,
                                "costs[%d] has %d entries instead of %d",
                                a,
                                rows.get(a).size(),
                                rows.size()),
                        "Give a square matrix, the source's row first");
                return Optional.empty();
            }
            List<Fraction> row = new ArrayList<>();
            for (int b = 0; b < rows.size(); b++) {
                row.add(fields.number(rows.get(a).get(b), String.format(Locale.ROOT, "costs[%d][%d]", a, b), "costs"));
            }
            costs.add(row);
        }
        for (int a = 0; fields.flaws().isEmpty() && a < costs.size(); a++) {
            for (int b = 0; b <= a; b++) {
                checkEntry(costs, a, b);
            }
        }
        return tree(costs);
    }

    private void checkEntry(List<List<Fraction>> costs, int a, int b) {
        Fraction cost = costs.get(a).get(b);
        String name = String.format(Locale.ROOT, "costs[%d][%d]", a, b);
        if (a == b && !cost.isZero()) {
            fields.flaw("costs", "%s is %s".formatted(name, cost), "Nobody pays for a link to oneself: give 0");
        } else if (cost.sign() < 0) {
            fields.flaw("costs", "%s is negative: %s".formatted(name, cost), "Costs are not negative");
        } else if (!cost.equals(costs.get(b).get(a))) {
            fields.flaw(
                    "costs",
                    String.format(
                            Locale.ROOT,
                            "%s is %s, but costs[%d][%d] is %s",
                            name,
                            cost,
                            b,
                            a,
                            costs.get(b).get(a)),
                    "A link costs the same both ways");
        }
    }

    /// Costs link by link. A link between players that is not listed is as good as one at the dearer of their links to
    /// the source: no tree gains by it.
    private Optional<SizedContent> treeOfEdges() {
        JsonNode edges = fields.node("edges");
        if (!edges.isArray() || edges.isEmpty()) {
            fields.flaw(
                    "edges",
                    "neither costs nor edges are given",
                    "Give costs as a matrix, the source's row first, or edges such as [[\"source\", 0, 5], [0, 1, 2]]");
            return Optional.empty();
        }
        record Link(int a, int b, Fraction cost) {}
        List<Link> links = new ArrayList<>();
        int most = 0;
        for (int e = 0; e < edges.size(); e++) {
            JsonNode edge = edges.get(e);
            int a = node(edge.isArray() ? edge.path(0) : PlayerFields.first(edge, "a", "from"));
            int b = node(edge.isArray() ? edge.path(1) : PlayerFields.first(edge, "b", "to"));
            if (a < 0 || b < 0 || a == b || Math.max(a, b) > MOST_CONNECTED) {
                fields.flaw(
                        "edges",
                        String.format(Locale.ROOT, "edges[%d] is %s", e, JsonFields.shown(edge)),
                        "An edge joins two different nodes: players, counted from 0, or \"%s\"".formatted(source()));
                continue;
            }
            JsonNode w = edge.isArray() ? edge.path(2) : PlayerFields.first(edge, "cost", "weight");
            Fraction cost = fields.number(w, String.format(Locale.ROOT, "edges[%d] cost", e), "edges");
            if (cost.sign() < 0) {
                fields.flaw(
                        "edges",
                        String.format(Locale.ROOT, "edges[%d] cost is negative: %s", e, cost),
                        "Costs are not negative");
            }
            links.add(new Link(a, b, cost));
            most = Math.max(most, Math.max(a, b));
        }
        int n = players.countOr(most);
        if (fields.flaws().isEmpty() && (most > n || n < 1)) {
            fields.flaw(
                    "edges",
                    String.format(
                            Locale.ROOT,
                            "an edge names player %d, but the game has %s",
                            most - 1,
                            Counted.of(n, "players")),
                    "Count players from 0");
        }
        if (!fields.flaws().isEmpty()) {
            return Optional.empty();
        }
        Fraction[][] known = new Fraction[n + 1][n + 1];
        for (Link link : links) {
            Fraction before = known[link.a()][link.b()];
            Fraction least = before == null ? link.cost() : before.min(link.cost());
            known[link.a()][link.b()] = least;
            known[link.b()][link.a()] = least;
        }
        for (int i = 1; i <= n; i++) {
            if (known[0][i] == null) {
                fields.flaw(
                        "edges",
                        String.format(Locale.ROOT, "player %d has no edge to \"%s\"", i - 1, source()),
                        "Say what it costs everybody to connect alone");
            }
        }
        return fields.flaws().isEmpty() ? tree(filled(known)) : Optional.empty();
    }

    private static List<List<Fraction>> filled(Fraction[][] known) {
        List<List<Fraction>> costs = new ArrayList<>();
        for (int a = 0; a < known.length; a++) {
            List<Fraction> row = new ArrayList<>();
            for (int b = 0; b < known.length; b++) {
                Fraction cost = known[a][b];
                row.add(cost != null ? cost : a == b ? Fraction.ZERO : known[0][a].max(known[0][b]));
            }
            costs.add(row);
        }
        return costs;
    }

    private String source() {
        return fields.node("source").asText("source");
    }

    /// 0 for the source, 1 more than the number of a player; -1 for neither.
    private int node(JsonNode node) {
        if (node.isTextual() && node.asText().equals(source())) {
            return 0;
        }
        int player = players.player(node);
        return player < 0 ? -1 : player + 1;
    }

    private Optional<SizedContent> tree(List<List<Fraction>> costs) {
        return fields.flaws().isEmpty()
                ? SizedContent.of(costs.size() - 1, new GameContent.TreeContent(new SpanningTree(costs)))
                : Optional.empty();
    }
}
