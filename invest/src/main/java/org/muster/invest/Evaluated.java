package org.muster.invest;

import java.util.List;
import org.muster.alliance.invest.Bought;
import org.muster.games.Fraction;

/// What was really bought beside what is best.
///
/// @param bought    what was bought
/// @param portfolio what of it is there by the plan's end and is a candidate, with what it does
/// @param late      purchases that come only after the plan's end
/// @param beside    purchases that are none of the candidates
/// @param sameMoney the fewest failures that the same yearly price could have had
/// @param isProven  whether that is certain
/// @param missed    what the plan asks for and the purchases do not reach
public record Evaluated(
        Bought bought,
        Portfolio portfolio,
        List<Bought.Purchase> late,
        List<Bought.Purchase> beside,
        Portfolio sameMoney,
        boolean isProven,
        List<Aims.Asked> missed) {
    public Evaluated {
        late = List.copyOf(late);
        beside = List.copyOf(beside);
        missed = List.copyOf(missed);
    }

    /// Missions a year, on average, that fail and would not have failed with the best for the same money.
    public Fraction regret() {
        return portfolio.failuresPerYear().minus(sameMoney.failuresPerYear());
    }
}
