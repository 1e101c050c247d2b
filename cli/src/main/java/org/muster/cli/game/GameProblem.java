package org.muster.cli.game;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.function.Function;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.claims.Claims;
import org.muster.games.cost.Airport;
import org.muster.games.graph.Graph;
import org.muster.games.structure.SideConditions;
import org.muster.games.voting.VotingRule;
import org.muster.games.voting.WeightedVoting;

/// One game read from a file.
///
/// @param file    as given on the command line
/// @param id      from the file, or the file's name
/// @param n       players
/// @param players names, as many as players
/// @param content the game itself
/// @param extras  what some concepts need beyond the game
record GameProblem(String file, String id, long n, List<String> players, Content content, Extras extras) {
    GameProblem {
        players = List.copyOf(players);
    }

    /// How the game's answer begins in JSON.
    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", file);
        node.put("id", id);
        node.put("n", n);
        return node;
    }

    /// What some concepts need beyond the game.
    ///
    /// @param unions     a priori unions or a coalition structure, empty for none
    /// @param links      who can talk to whom, empty for none
    /// @param weights    weights of the weighted Shapley value, empty for none
    /// @param conditions which coalitions may form
    record Extras(List<Long> unions, List<Graph.Link> links, List<Double> weights, SideConditions conditions) {
        static final Extras NONE = new Extras(List.of(), List.of(), List.of(), SideConditions.NONE);

        Extras {
            unions = List.copyOf(unions);
            links = List.copyOf(links);
            weights = List.copyOf(weights);
        }
    }

    /// The kinds of games.
    sealed interface Content {}

    /// Values over all coalitions, in units of `unit` (decimals are held as whole numbers of a small unit).
    ///
    /// @param make makes the game in the arena it is given, when it is needed
    record Values(Function<Arena, Game> make, Fraction unit, Origin origin) implements Content {}

    /// Where values come from.
    enum Origin {
        TABLE,
        UNANIMITY,
        GENERATED,
        STRUCTURE_GENERATED
    }

    /// Costs over all coalitions, in units of `unit`.
    record Costs(Function<Arena, Game> make, Fraction unit) implements Content {}

    record Voting(WeightedVoting rule) implements Content {}

    record Rule(VotingRule rule) implements Content {}

    record ClaimsContent(Claims claims) implements Content {}

    /// @param clones whether members come in groups, answered one number a group
    record AirportContent(Airport airport, boolean clones) implements Content {}

    /// Additive edges (and nodes).
    record GraphContent(Graph graph, List<Fraction> weights, Fraction unit) implements Content {
        GraphContent {
            weights = List.copyOf(weights);
        }
    }
}
