package org.muster.cli.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.games.Fraction;
import org.muster.games.graph.Graph;

/// Games on networks.
final class NetworkKinds {
    static final List<String> KINDS = List.of("graph");

    private final JsonFields fields;
    private final PlayerFields players;

    NetworkKinds(JsonFields fields, PlayerFields players) {
        this.fields = fields;
        this.players = players;
    }

    /// The game of that kind; empty where flaws were found.
    Optional<SizedContent> read(String kind) {
        return switch (kind) {
            default -> graph();
        };
    }

    private Optional<SizedContent> graph() {
        List<Graph.Link> links = new ArrayList<>();
        List<Fraction> weights = new ArrayList<>();
        int most = players.readEdges("edges", links, weights, true);
        int n = players.countOr(most + 1);
        if (n > 100_000 || most >= n) {
            fields.flaw(
                    "edges",
                    "an edge names player %d, but there are %d players".formatted(most, n),
                    "Count players from 0");
        }
        if (!fields.flaws().isEmpty()) {
            return Optional.empty();
        }
        Fraction unit = CommonUnit.of(weights);
        return SizedContent.of(n, new GameContent.GraphContent(new Graph(n, links), weights, unit));
    }
}
