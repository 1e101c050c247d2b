package org.muster.share.rule;

/// Whoever runs up a cost bears it; what is nobody's own is borne by those who take part, in equal parts.
final class WhereTheyFall implements SharingRule {
    @Override
    public String id() {
        return "lie-where-they-fall";
    }

    @Override
    public String title() {
        return "Costs lie where they fall";
    }

    @Override
    public String description() {
        return "Whoever runs up a cost bears it; what is nobody's own is borne by those who take part, in equal parts.";
    }

    @Override
    public String source() {
        return "NATO, NATO funding (costs lie where they fall)";
    }

    @Override
    public Outcome share(SharingCase sharing) {
        Ledger ledger = new Ledger(sharing);
        sharing.bill().lines().forEach(ledger::whereItFalls);
        return ledger.shared(this);
    }
}
