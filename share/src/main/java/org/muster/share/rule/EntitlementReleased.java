package org.muster.share.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.bill.Category;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// Owners that stay out release their hours to those who go, and are paid for them: a pool's draws are borne by owners
/// that take part, with what the others released; the owners that released are relieved by the compensation, which
/// those
/// who drew pay.
///
/// Draws lie on all owners by entitlement (cost share follows hours). For every unit of draws that lies on an owner
/// that
/// stays out and does not withhold, those who drew take over its price, up to what lies on it. Compensation lines lie
/// on those for whom the pool was drawn. The transfers add up to nothing.
final class EntitlementReleased implements SharingRule {
    @Override
    public String id() {
        return "entitlement-released";
    }

    @Override
    public String title() {
        return "Pools by entitlement, released hours taken over";
    }

    @Override
    public String description() {
        return "Pools are borne by entitlement; owners that stay out release theirs to those who go, who take over what lies on it at the pool's compensation; the rest lies where it falls.";
    }

    @Override
    public String source() {
        return "Strategic Airlift Capability: unused hours may be sold or lent, first to members";
    }

    @Override
    public Map<String, String> parameters(SharingCase sharing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Pool pool : sharing.pools()) {
            released(pool)
                    .ifPresent(access -> parameters.put(
                            "compensation of " + pool.id() + " a unit", sharing.money(access.compensationMinor())));
        }
        return parameters;
    }

    private static Optional<Access.OwnersPlusReleased> released(Pool pool) {
        return pool.access() instanceof Access.OwnersPlusReleased access ? Optional.of(access) : Optional.empty();
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.bill().lines().stream().noneMatch(line -> drawsReleased(line, sharing))) {
            return new Outcome.NotApplicable(
                    "the bill draws on no pool that lets owners that stay out release their entitlement");
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
                if (line.incurredBy() instanceof CostLine.Incurrer.OfPool by) {
                    sharing.pool(by.pool()).ifPresent(pool -> takeOver(pool, line, sharing, ledger));
                }
            }
        }
        return ledger.shared(this);
    }

    private static boolean drawsReleased(CostLine line, SharingCase sharing) {
        return line.incurredBy() instanceof CostLine.Incurrer.OfPool by
                && sharing.pool(by.pool())
                        .flatMap(EntitlementReleased::released)
                        .isPresent();
    }

    /// Moves what lies on owners that released to those who drew.
    private static void takeOver(Pool pool, CostLine line, SharingCase sharing, Ledger ledger) {
        Optional<Access.OwnersPlusReleased> access = released(pool);
        if (access.isEmpty() || pool.drawCostMinor() == 0) {
            return;
        }
        Set<String> going = new LinkedHashSet<>(sharing.participants());
        Map<String, BigDecimal> drawers = new LinkedHashMap<>();
        pool.entitlements().forEach((owner, units) -> {
            if (going.contains(owner) && units > 0) {
                drawers.put(owner, BigDecimal.valueOf(units));
            }
        });
        if (drawers.isEmpty()) {
            return;
        }
        List<String> owners = List.copyOf(pool.entitlements().keySet());
        List<Long> lies = Apportionment.byLargestRemainder(
                line.amountMinor(),
                pool.entitlements().values().stream().map(BigDecimal::valueOf).toList());
        long moved = 0;
        for (int i = 0; i < owners.size(); i++) {
            String owner = owners.get(i);
            if (!going.contains(owner) && !access.get().withholding().contains(owner)) {
                long relief = Math.min(lies.get(i), price(lies.get(i), pool, access.get()));
                if (relief > 0) {
                    ledger.transfer(owner, line, "released its part to those who drew, who take it over", -relief);
                    moved += relief;
                }
            }
        }
        List<Long> parts =
                moved == 0 ? List.of() : Apportionment.byLargestRemainder(moved, List.copyOf(drawers.values()));
        int i = 0;
        for (String drawer : drawers.keySet()) {
            if (!parts.isEmpty() && parts.get(i) > 0) {
                ledger.transfer(drawer, line, "takes over what owners that stay out released", parts.get(i));
            }
            i++;
        }
    }

    /// The compensation for as many units as an amount of draws stands for, in whole minor units, rounded down.
    private static long price(long lies, Pool pool, Access.OwnersPlusReleased access) {
        return BigDecimal.valueOf(lies)
                .multiply(BigDecimal.valueOf(access.compensationMinor()))
                .divide(BigDecimal.valueOf(pool.drawCostMinor()), 0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
