package org.muster.share.rule;

/// Every ally bears the bill in proportion to its gross national income.
final class Income implements SharingRule {
    @Override
    public String id() {
        return "income";
    }

    @Override
    public String title() {
        return "By income over all members";
    }

    @Override
    public String description() {
        return "Every ally bears the bill in proportion to its gross national income.";
    }

    @Override
    public String source() {
        return "ability to pay; NATO key base, EU own resources (gross national income)";
    }

    @Override
    public Outcome share(SharingCase sharing) {
        return Weighted.byIncome(sharing, sharing.allies());
    }
}
