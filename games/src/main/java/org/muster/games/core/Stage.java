package org.muster.games.core;

import java.util.List;

/// One settled level of a lexicographic solution.
///
/// @param e            the level
/// @param tight        rows that hold with equality at this level, with positive weights that prove it
/// @param boundPlayers players at their lower bound, also with positive weights
record Stage(double e, List<Cut> tight, List<Integer> boundPlayers) {
    Stage {
        tight = List.copyOf(tight);
        boundPlayers = List.copyOf(boundPlayers);
    }
}
