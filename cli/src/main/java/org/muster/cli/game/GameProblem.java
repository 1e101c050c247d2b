package org.muster.cli.game;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.muster.games.Fraction;
import org.muster.games.graph.Graph;
import org.muster.games.graph.Permission;
import org.muster.games.structure.SideConditions;

/// One game read from a file.
///
/// @param file    as given on the command line
/// @param id      from the file, or the file's name
/// @param n       players
/// @param players names, as many as players
/// @param content the game itself
/// @param extras  what some concepts need beyond the game
record GameProblem(String file, String id, long n, List<String> players, GameContent content, Extras extras) {
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
    /// @param semivalue  weights of a semivalue by the number of players met before, empty for none
    /// @param hierarchy  who needs whose permission
    record Extras(
            List<Long> unions,
            List<Graph.Link> links,
            List<Double> weights,
            SideConditions conditions,
            List<Fraction> semivalue,
            Optional<Hierarchy> hierarchy) {
        static final Extras NONE =
                new Extras(List.of(), List.of(), List.of(), SideConditions.NONE, List.of(), Optional.empty());

        Extras {
            unions = List.copyOf(unions);
            links = List.copyOf(links);
            weights = List.copyOf(weights);
            semivalue = List.copyOf(semivalue);
        }
    }

    /// Who needs whose permission, and whose counts.
    record Hierarchy(Permission permission, Permission.Needs needs) {}
}
