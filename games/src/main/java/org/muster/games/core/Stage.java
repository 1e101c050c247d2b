package org.muster.games.core;

import java.util.List;

/// One settled level of a lexicographic solution.
///
/// @param e            the level
/// @param tight        rows that hold with equality at this level, with positive weights that prove it
/// @param weights      their weights: with those of the bounds they cancel modulo what was settled before
/// @param boundPlayers players at their lower bound, also with positive weights
record Stage(double e, List<Cut> tight, List<Double> weights, List<Integer> boundPlayers) {
    Stage {
        tight = List.copyOf(tight);
        weights = List.copyOf(weights);
        boundPlayers = List.copyOf(boundPlayers);
    }
}
