package org.muster.share.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.bill.Money;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;

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
    public Map<String, String> parameters(SharingCase sharing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional<Mission.CommonFund> fund = sharing.fund();
        fund.ifPresent(f -> {
            parameters.put("key", f.key());
            parameters.put("categories", String.join(", ", f.categories()));
            f.ceilingMinor()
                    .ifPresent(c -> parameters.put(
                            "ceiling", Money.decimal(c, sharing.bill().currency())));
        });
        return parameters;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        Optional<Key> key = sharing.fundKey();
        if (sharing.fund().isEmpty() || key.isEmpty()) {
            return new Outcome.NotApplicable("the mission has no common fund");
        }
        Weights weights = Weights.key(key.get());
        long left = sharing.fund().get().ceilingMinor().orElse(Long.MAX_VALUE);
        Ledger ledger = new Ledger(sharing);
        for (CostLine line : sharing.bill().lines()) {
            long carried = line.fund().isPresent() ? Math.min(left, line.amountMinor()) : 0;
            if (carried > 0) {
                ledger.byWeights(weights, line.of(carried));
                left -= carried;
            }
            if (carried < line.amountMinor()) {
                ledger.whereItFalls(line.of(line.amountMinor() - carried));
            }
        }
        return ledger.shared(this);
    }
}
