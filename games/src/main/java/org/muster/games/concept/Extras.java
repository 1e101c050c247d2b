package org.muster.games.concept;

import java.util.List;
import java.util.Optional;
import org.muster.games.Fraction;
import org.muster.games.graph.Graph;
import org.muster.games.graph.Permission;
import org.muster.games.structure.SideConditions;

/// What some concepts need beyond the game.
///
/// @param unions     a priori unions or a coalition structure, empty for none
/// @param links      who can talk to whom, empty for none
/// @param weights    weights of the weighted Shapley value, empty for none
/// @param conditions which coalitions may form
/// @param semivalue  weights of a semivalue by the number of players met before, empty for none
/// @param hierarchy  who needs whose permission
public record Extras(
        List<Long> unions,
        List<Graph.Link> links,
        List<Double> weights,
        SideConditions conditions,
        List<Fraction> semivalue,
        Optional<Hierarchy> hierarchy) {
    /// Nothing beyond the game.
    public static final Extras NONE =
            new Extras(List.of(), List.of(), List.of(), SideConditions.NONE, List.of(), Optional.empty());

    public Extras {
        unions = List.copyOf(unions);
        links = List.copyOf(links);
        weights = List.copyOf(weights);
        semivalue = List.copyOf(semivalue);
    }

    /// Who needs whose permission, and whose counts.
    public record Hierarchy(Permission permission, Permission.Needs needs) {}
}
