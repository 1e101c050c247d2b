package org.muster.share.rule;

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
    public Map<String, String> parameters(SharingCase sharing) {
        return sharing.key().map(key -> Map.of("key", key.id())).orElse(Map.of());
    }

    @Override
    public Basis basis() {
        return Basis.WEIGHTS;
    }

    @Override
    public Staying staying() {
        return Staying.SAME_KEY;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.key().isEmpty()) {
            return new Outcome.NotApplicable("the alliance has no agreed key");
        }
        Weights weights = Weights.key(sharing.key().get());
        Ledger ledger = new Ledger(sharing);
        sharing.bill().lines().forEach(line -> ledger.byWeights(weights, line));
        return ledger.shared(this);
    }
}
