package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.alliance.bill.CostLine;

/// What a pool costs is borne by all of its owners by entitlement, whether they take part or not; the rest lies where
/// it falls.
final class Entitlement implements SharingRule {
    @Override
    public String id() {
        return "entitlement";
    }

    @Override
    public String title() {
        return "Pools by entitlement";
    }

    @Override
    public String description() {
        return "What a pool costs is borne by all of its owners by entitlement, whether they take part or not; the rest lies where it falls.";
    }

    @Override
    public String source() {
        return "Strategic Airlift Capability: cost share follows hours";
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.entitlements().values().stream().allMatch(Map::isEmpty)) {
            return new Outcome.NotApplicable("the alliance has no pool with entitlements");
        }
        Ledger ledger = new Ledger(sharing.members());
        for (CostLine line : sharing.bill().lines()) {
            Map<String, BigDecimal> owners = owners(line, sharing);
            if (owners.isEmpty()) {
                ledger.whereItFalls(line, sharing.bearers());
            } else {
                ledger.byWeights(owners, line.amountMinor());
            }
        }
        return ledger.shared();
    }

    private static Map<String, BigDecimal> owners(CostLine line, SharingCase sharing) {
        Map<String, BigDecimal> owners = new LinkedHashMap<>();
        if (line.incurredBy() instanceof CostLine.Incurrer.OfPool by) {
            sharing.entitlements()
                    .getOrDefault(by.pool(), Map.of())
                    .forEach((member, units) -> owners.put(member, BigDecimal.valueOf(units)));
        }
        return owners;
    }
}
