package org.muster.share.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.bill.Category;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// Owners that stay out release their hours to those who go, and are paid for them by those who drew.
///
/// Draws lie on all owners by entitlement (cost share follows hours). The compensation for released hours, as many
/// as the plan draws beyond what those who go own, lies on those for whom the pool was drawn, and nobody else; the
/// owners that released receive it (see [org.muster.alliance.bill.Bill]). So the hours that are paid for are the
/// hours of the bill.
final class EntitlementReleased implements SharingRule {
    @Override
    public String id() {
        return "entitlement-released";
    }

    @Override
    public String title() {
        return "Pools by entitlement, released hours paid by those who drew";
    }

    @Override
    public String description() {
        return "Pools are borne by entitlement; what owners that stay out release is paid for by those who drew, at the pool's compensation; the rest lies where it falls.";
    }

    @Override
    public String source() {
        return "Strategic Airlift Capability: unused hours may be sold or lent, first to members";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Map<String, String> parameters(SharingCase sharing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Pool pool : sharing.pools()) {
            if (pool.access() instanceof Access.OwnersPlusReleased access) {
                parameters.put("compensation of " + pool.id() + " a unit", sharing.money(access.compensationMinor()));
            }
        }
        return parameters;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.bill().lines().stream().noneMatch(line -> line.category().equals(Category.COMPENSATION))) {
            return new Outcome.NotApplicable(
                    "those who go draw no hours that owners who stay out release, or pay nothing for them");
        }
        Ledger ledger = new Ledger(sharing);
        for (CostLine line : sharing.bill().lines()) {
            Optional<Weights> owners = line.category().equals(Category.COMPENSATION)
                    ? Optional.empty()
                    : Entitlement.owners(line, sharing);
            if (owners.isEmpty()) {
                ledger.whereItFalls(line);
            } else {
                ledger.byWeights(owners.get(), line);
            }
        }
        return ledger.shared(this);
    }
}
