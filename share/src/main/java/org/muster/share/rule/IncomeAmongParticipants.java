package org.muster.share.rule;

/// Those who take part bear the bill in proportion to their gross national income.
final class IncomeAmongParticipants implements SharingRule {
    @Override
    public String id() {
        return "income-participants";
    }

    @Override
    public String title() {
        return "By income among those who go";
    }

    @Override
    public String description() {
        return "Those who take part bear the bill in proportion to their gross national income.";
    }

    @Override
    public String source() {
        return "Council Decision (CFSP) 2015/528 (Athena), contributing states by gross national income";
    }

    @Override
    public Outcome share(SharingCase sharing) {
        return Weighted.byIncome(sharing, sharing.bearers());
    }
}
