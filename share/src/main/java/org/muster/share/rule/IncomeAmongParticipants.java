package org.muster.share.rule;

import java.util.List;
import java.util.Optional;

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
    public Basis basis() {
        return Basis.WEIGHTS;
    }

    @Override
    public Staying staying() {
        return Staying.PAYS_NOTHING;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        List<String> bearers = sharing.bearers();
        Optional<Weights> weights = Weights.figures("gross national income", sharing.income(), bearers);
        if (weights.isEmpty()) {
            return new Outcome.NotApplicable(Income.missing(sharing, bearers));
        }
        Ledger ledger = new Ledger(sharing);
        sharing.bill().lines().forEach(line -> ledger.byWeights(weights.get(), line));
        return ledger.shared(this);
    }
}
