package org.muster.share.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.sharing.MissionTerms;

/// What those who stay out gain: what the mission gives them by their declared benefit, less what they pay. The mission
/// is taken to be worth its declared worth, or its bill where none is declared.
public final class FreeRiding {
    private FreeRiding() {}

    /// Minor units per ally that stays out; empty where no benefits are declared.
    public static Map<String, Long> of(
            MissionTerms terms, List<String> allies, List<String> participants, Map<String, Long> amounts, long bill) {
        long worth = terms.worth().map(MissionTerms.Worth::amountMinor).orElse(bill);
        Map<String, Long> gains = new LinkedHashMap<>();
        if (!terms.hasBenefits()) {
            return gains;
        }
        for (String ally : allies) {
            if (!participants.contains(ally)) {
                long receives = terms.benefitOf(ally)
                        .multiply(BigDecimal.valueOf(worth))
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
                gains.put(ally, receives - amounts.getOrDefault(ally, 0L));
            }
        }
        return gains;
    }
}
