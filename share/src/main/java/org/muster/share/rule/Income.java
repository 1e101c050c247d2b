package org.muster.share.rule;

import java.util.List;
import java.util.Optional;

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
    public Basis basis() {
        return Basis.WEIGHTS;
    }

    @Override
    public Staying staying() {
        return Staying.SAME_KEY;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        List<String> bearers = sharing.allies();
        Optional<Weights> weights = Weights.figures("gross national income", sharing.income(), bearers);
        if (weights.isEmpty()) {
            return new Outcome.NotApplicable(Income.missing(sharing, bearers));
        }
        Ledger ledger = new Ledger(sharing);
        sharing.bill().lines().forEach(line -> ledger.byWeights(weights.get(), line));
        return ledger.shared(this);
    }

    /// Why there are no weights by income.
    static String missing(SharingCase sharing, List<String> bearers) {
        List<String> without = Weights.without(sharing.income(), bearers);
        return without.isEmpty()
                ? Weights.unusable(sharing.income(), bearers).orElse("incomes cannot be weighed")
                : "no income is on record for " + String.join(", ", without);
    }
}
