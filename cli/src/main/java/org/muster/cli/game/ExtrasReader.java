package org.muster.cli.game;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.graph.Graph;
import org.muster.games.structure.SideConditions;

/// What a file says beside the game: unions, links, weights, side conditions.
final class ExtrasReader {
    private final JsonFields fields;
    private final PlayerFields players;

    ExtrasReader(JsonFields fields, PlayerFields players) {
        this.fields = fields;
        this.players = players;
    }

    /// The extras of a game of `n` players.
    GameProblem.Extras read(int n) {
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
        return new GameProblem.Extras(
                unions, links, weights, new SideConditions(players.masks("forbidden"), least, most));
    }
}
