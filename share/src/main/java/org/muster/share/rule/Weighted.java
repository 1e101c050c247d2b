package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Splits the whole bill by one weight per bearer.
final class Weighted {
    private Weighted() {}

    /// Among `bearers`; not applicable where one of them has none on record.
    static SharingRule.Outcome byIncome(SharingCase sharing, List<String> bearers) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (String member : bearers) {
            BigDecimal weight = sharing.income().get(member);
            if (weight == null) {
                return new SharingRule.Outcome.NotApplicable("no income is on record for " + member);
            }
            weights.put(member, weight);
        }
        if (weights.values().stream().allMatch(weight -> weight.signum() == 0)) {
            return new SharingRule.Outcome.NotApplicable("every income is zero");
        }
        Ledger ledger = new Ledger(sharing.members());
        sharing.bill().lines().forEach(line -> ledger.byWeights(weights, line.amountMinor()));
        return ledger.shared();
    }
}
