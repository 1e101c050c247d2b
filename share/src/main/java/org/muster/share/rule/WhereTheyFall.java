package org.muster.share.rule;

/// Whoever runs up a cost bears it; draws on a pool lie on the owners for whom it was drawn (all of them, also
/// those who stay out, where the pool is open, or opened by a vote or by consensus); what is nobody's own is borne
/// by those who take part, in equal parts.
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
        return "Whoever runs up a cost bears it; a pool's draws lie on the owners for whom it was drawn: those who take part where it is theirs to draw, else all of its owners, also those who stay out; what is nobody's own is borne by those who take part, in equal parts.";
    }

    @Override
    public String source() {
        return "NATO, NATO funding (costs lie where they fall)";
    }

    @Override
    public Staying staying() {
        return Staying.PAYS_NOTHING;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        Ledger ledger = new Ledger(sharing);
        sharing.bill().lines().forEach(ledger::whereItFalls);
        return ledger.shared(this);
    }
}
