package org.muster.share.rule;

import java.util.Optional;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.pool.Pool;

/// Cost share follows hours, whoever goes.
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
        if (sharing.bill().lines().stream()
                .allMatch(line -> owners(line, sharing).isEmpty())) {
            return new Outcome.NotApplicable("the bill draws on no pool that members hold shares of");
        }
        Ledger ledger = new Ledger(sharing);
        for (CostLine line : sharing.bill().lines()) {
            Optional<Weights> owners = owners(line, sharing);
            if (owners.isEmpty()) {
                ledger.whereItFalls(line);
            } else {
                ledger.byWeights(owners.get(), line);
            }
        }
        return ledger.shared(this);
    }

    /// The owners of the pool that a line is about, by entitlement; nothing where it is about none, or nobody owns it.
    static Optional<Weights> owners(CostLine line, SharingCase sharing) {
        return line.incurredBy() instanceof CostLine.Incurrer.OfPool by
                ? sharing.pool(by.pool())
                        .filter(pool -> pool.entitlements().values().stream().anyMatch(units -> units > 0))
                        .map(Entitlement::owners)
                : Optional.empty();
    }

    private static Weights owners(Pool pool) {
        return Weights.units(
                "entitlement to " + pool.title(),
                pool.entitlements(),
                pool.shareProvenance().source() + " ("
                        + pool.shareProvenance().status().word() + ")");
    }
}
