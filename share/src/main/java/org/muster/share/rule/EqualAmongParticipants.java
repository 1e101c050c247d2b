package org.muster.share.rule;

/// Those who take part bear the bill in equal parts.
final class EqualAmongParticipants implements SharingRule {
    @Override
    public String id() {
        return "equal";
    }

    @Override
    public String title() {
        return "Equal among those who go";
    }

    @Override
    public String description() {
        return "Those who take part bear the bill in equal parts.";
    }

    @Override
    public String source() {
        return "arithmetic";
    }

    @Override
    public Basis basis() {
        return Basis.WEIGHTS;
    }

    @Override
    public Staying staying() {
        return Staying.PAYS_NOTHING;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        Ledger ledger = new Ledger(sharing);
        Weights equal = Weights.equal(sharing.bearers());
        sharing.bill().lines().forEach(line -> ledger.byWeights(equal, line));
        return ledger.shared(this);
    }
}
