package org.muster.invest;

import java.util.List;
import java.util.Optional;
import org.muster.games.Fraction;

/// How sure a decision is that rests on coalitions that were drawn: never proven.
///
/// @param seed     of the random numbers
/// @param draws    coalitions of the search, and as many of each batch and of the fresh numbers
/// @param batches  searches on other numbers each, for the lower end; 0 where it is proven without drawing
/// @param lower    nothing does better than this, with 95 percent confidence; empty where that was not worked out
/// @param upper    what the best does by fresh numbers, with 95 percent confidence, failures at their upper end
/// @param missions chances of the missions with the best by fresh numbers
public record Estimate(
        long seed, int draws, int batches, Optional<Fraction> lower, Fraction upper, List<Fresh> missions) {
    public Estimate {
        missions = List.copyOf(missions);
    }

    /// A chance by fresh numbers, on which nothing was chosen.
    ///
    /// @param mission its id
    /// @param chance  the share of draws
    /// @param least   the lower end of an interval that holds the truth in 95 of 100 seeds
    /// @param most    its upper end
    /// @param missed  whether more is asked than the lower end
    public record Fresh(String mission, Fraction chance, Fraction least, Fraction most, boolean missed) {}
}
