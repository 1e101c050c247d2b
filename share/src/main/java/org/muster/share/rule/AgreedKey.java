package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.Map;

/// Every member bears the bill by the agreed key, whether it takes part or not.
final class AgreedKey implements SharingRule {
    @Override
    public String id() {
        return "agreed-key";
    }

    @Override
    public String title() {
        return "Agreed key over all members";
    }

    @Override
    public String description() {
        return "Every member bears the bill by the agreed key, whether it takes part or not.";
    }

    @Override
    public String source() {
        return "NATO, NATO funding (common funding by the agreed key)";
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.key().isEmpty()) {
            return new Outcome.NotApplicable("the alliance has no agreed key");
        }
        Map<String, BigDecimal> weights = sharing.key().get().shares();
        Ledger ledger = new Ledger(sharing.members());
        sharing.bill().lines().forEach(line -> ledger.byWeights(weights, line.amountMinor()));
        return ledger.shared();
    }
}
