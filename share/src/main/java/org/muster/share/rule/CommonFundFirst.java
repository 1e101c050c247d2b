package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.Map;
import org.muster.alliance.bill.CostLine;

/// Eligible lines are carried by the common fund on its key, up to its ceiling; the rest lies where it falls.
final class CommonFundFirst implements SharingRule {
    @Override
    public String id() {
        return "common-fund-first";
    }

    @Override
    public String title() {
        return "Common fund first";
    }

    @Override
    public String description() {
        return "Eligible lines are carried by the common fund on its key, up to its ceiling; the rest lies where it falls.";
    }

    @Override
    public String source() {
        return "NATO, NATO funding (over and above); eligibility cascade";
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.fund().isEmpty() || sharing.fundKey().isEmpty()) {
            return new Outcome.NotApplicable("the mission has no common fund");
        }
        Map<String, BigDecimal> weights = sharing.fundKey().get().shares();
        long left = sharing.fund().get().ceilingMinor().orElse(Long.MAX_VALUE);
        Ledger ledger = new Ledger(sharing.members());
        for (CostLine line : sharing.bill().lines()) {
            long carried = line.fund().isPresent() ? Math.min(left, line.amountMinor()) : 0;
            if (carried > 0) {
                ledger.byWeights(weights, carried);
                left -= carried;
            }
            if (carried < line.amountMinor()) {
                ledger.whereItFalls(line.of(line.amountMinor() - carried), sharing.bearers());
            }
        }
        return ledger.shared();
    }
}
