package org.muster.games.core;

import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// How a coalition measures its dissatisfaction with `x`: `(v(S) - x(S)) / weight(S)`.
public enum Excess {
    /// By the amount itself (nucleolus). Source: D. Schmeidler 1969.
    PLAIN,

    /// Per head. Source: J. H. Grotte, *Computation of and observations on the nucleolus, and the central games*, 1970.
    PER_CAPITA,

    /// In proportion to `v(S)`; coalitions that are worth nothing do not count.
    /// Source: H. P. Young, N. Okada, T. Hashimoto, *Cost allocation in water resources development*, 1982.
    PROPORTIONAL,

    /// In proportion to `v(N) - v(N - S) - v(S)`: the propensity to disrupt, brought to its lowest. Coalitions for
    /// which that is not above 0 do not count. Source: S. C. Littlechild, K. G. Vaidya, *The propensity to disrupt
    /// and the disruption nucleolus of a characteristic function game*, 1976.
    DISRUPTION;

    /// The weight of a coalition; 0 or less where the coalition does not count.
    double weight(Game game, long mask, double value) {
        return switch (this) {
            case PLAIN -> 1;
            case PER_CAPITA -> Long.bitCount(mask);
            case PROPORTIONAL -> value;
            case DISRUPTION -> {
                if (game.rounding() > 0) {
                    yield exactWeight(game, mask).doubleValue(); // a difference of rounded values may lose its sign
                }
                long all = Coalitions.grand(game.players());
                yield game.value(all) - game.value(all & ~mask) - value;
            }
        };
    }

    /// The weight of a coalition without rounding.
    Fraction exactWeight(Game game, long mask) {
        return switch (this) {
            case PLAIN -> Fraction.ONE;
            case PER_CAPITA -> Fraction.of(Long.bitCount(mask));
            case PROPORTIONAL -> game.exactly(mask);
            case DISRUPTION -> {
                long all = Coalitions.grand(game.players());
                yield game.exactly(all).minus(game.exactly(all & ~mask)).minus(game.exactly(mask));
            }
        };
    }
}
