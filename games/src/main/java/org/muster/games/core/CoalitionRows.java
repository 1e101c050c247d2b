package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Coalitions;

/// The rows of single coalitions, for games whose values a formula gives: what oracles without a table have in common.
///
/// @param n     players, 1 to 62
/// @param value of a coalition
record CoalitionRows(int n, LongToDoubleFunction value) {
    /// The row of one coalition.
    Cut of(long coalition) {
        return Cut.of(coalition, value.applyAsDouble(coalition), 1);
    }

    /// The row of everybody else.
    Cut opposite(Cut cut) {
        return of(Coalitions.grand(n) & ~cut.plus());
    }

    /// The single players and their complements; none for one player, who has no choice.
    List<Cut> seeds() {
        List<Cut> seeds = new ArrayList<>();
        for (int i = 0; n > 1 && i < n; i++) {
            seeds.add(of(1L << i));
            seeds.add(opposite(seeds.getLast()));
        }
        return seeds;
    }
}
