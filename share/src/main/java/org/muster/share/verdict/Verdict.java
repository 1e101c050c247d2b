package org.muster.share.verdict;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.share.game.Leavers;
import org.muster.share.rule.Joining;

/// What is said beside a rule's amounts.
///
/// @param inequality          Gini coefficient of what the allies pay, 0 (all the same) to nearly 1, four decimals
/// @param distanceFromAbility half the sum over payers of the difference between the share of the bill and the share of
///                            the allies' income, in percentage points, 0 to 100; empty where an income is missing
/// @param freeRiding          per ally that stays out: what it receives by its declared benefit less what it pays, in
///                            minor units; empty where no benefits are declared
/// @param joining             whether anybody pays more because a member joins
/// @param gains               at what worth members gain; empty where no benefits are declared
/// @param leavers             coalitions that would gain more by doing only what is worth it to themselves: the one
///                            that pays most beyond the charge at which it would not mind first, then single
///                            members; empty where nobody does, or there is no benefit game
public record Verdict(
        BigDecimal inequality,
        Optional<BigDecimal> distanceFromAbility,
        Map<String, Long> freeRiding,
        Joining.Result joining,
        Optional<Gains> gains,
        List<Leavers.Leaver> leavers) {
    public Verdict {
        freeRiding = Collections.unmodifiableMap(new LinkedHashMap<>(freeRiding));
        leavers = List.copyOf(leavers);
    }
}
