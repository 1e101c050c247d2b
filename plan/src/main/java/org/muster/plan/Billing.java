package org.muster.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.bill.Category;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Status;
import org.muster.input.Counted;

/// Writes the bill of a plan: what its assignments cost, when, run up by whom, eligible for which fund.
final class Billing {
    private final Alliance alliance;
    private final Mission mission;
    private final List<String> coalition;
    private final List<CostLine> lines = new ArrayList<>();
    private final List<Bill.Receipt> receipts = new ArrayList<>();

    Billing(Alliance alliance, Mission mission, List<String> coalition) {
        this.alliance = alliance;
        this.mission = mission;
        this.coalition = coalition;
    }

    Bill bill(List<Plan.Assignment> assignments, List<Plan.Release> releases) {
        assignments.forEach(this::write);
        releases.forEach(this::write);
        mission.costs().forEach(this::write);
        lines.sort(Comparator.comparing(CostLine::date).thenComparing(CostLine::id));
        return new Bill(alliance.currency(), lines, receipts);
    }

    private void write(Plan.Assignment assignment) {
        Phase phase = phase(assignment.phase());
        String key = assignment.lineKey() + "/" + assignment.id();
        switch (assignment.source()) {
            case OFFER -> {
                Offer offer = only(alliance.offers().stream().filter(o -> o.id().equals(assignment.id())));
                writeOffer(assignment, offer, phase, key);
            }
            case POOL -> {
                Pool pool = alliance.pool(assignment.id()).orElseThrow();
                add(
                        key + "/draw",
                        phase.from(),
                        Category.POOL_DRAW,
                        assignment.units() + " from pool " + pool.title(),
                        assignment.costMinor(),
                        new CostLine.Incurrer.OfPool(pool.id(), drawers(pool)),
                        pool.costProvenance().isIllustrative(),
                        pool.costProvenance().status());
            }
            case MARKET -> {
                MarketOffer charter = only(alliance.market().stream().filter(c -> c.id().equals(assignment.id())));
                add(
                        key + "/charter",
                        phase.from(),
                        Category.CHARTER,
                        assignment.units() + " chartered: " + charter.id(),
                        assignment.costMinor(),
                        new CostLine.Incurrer.OfAll(),
                        charter.provenance().isIllustrative(),
                        charter.provenance().status());
            }
        }
    }

    private void writeOffer(Plan.Assignment assignment, Offer offer, Phase phase, String key) {
        boolean invented = offer.costProvenance().isIllustrative()
                || offer.quantityProvenance().isIllustrative();
        Status price = offer.costProvenance().status();
        CostLine.Incurrer member = new CostLine.Incurrer.OfMember(offer.member());
        String what = Counted.of(assignment.units(), offer.capability()) + " of " + offer.member();
        long deployment = Math.multiplyExact(assignment.units(), offer.deploymentCostMinor());
        add(
                key + "/deployment",
                phase.from(),
                Category.DEPLOYMENT,
                "deploying " + what,
                deployment,
                member,
                invented,
                price);
        add(
                key + "/running",
                phase.to(),
                Category.RUNNING,
                "running " + what + " for " + Counted.of(phase.days(), "days"),
                assignment.costMinor() - deployment,
                member,
                invented,
                price);
    }

    private void write(Plan.Release release) {
        Pool pool = alliance.pool(release.pool()).orElseThrow();
        LocalDate date = mission.phases().getFirst().from();
        String id = "released/" + release.pool() + "/" + release.period();
        add(
                id,
                date,
                Category.COMPENSATION,
                release.units() + " released by owners of " + pool.title() + " that stay out",
                release.compensationMinor(),
                new CostLine.Incurrer.OfPool(pool.id(), drawers(pool)),
                pool.compensationProvenance().isIllustrative(),
                pool.compensationProvenance().status());
        receive(release, id, pool);
    }

    /// The owners that stay out and release receive the compensation, by entitlement.
    private void receive(Plan.Release release, String line, Pool pool) {
        if (release.compensationMinor() == 0) {
            return;
        }
        Set<String> withholding =
                pool.access() instanceof Access.OwnersPlusReleased access ? access.withholding() : Set.of();
        List<String> owners = pool.entitlements().keySet().stream()
                .filter(owner -> !coalition.contains(owner)
                        && !withholding.contains(owner)
                        && pool.availableEntitlement(owner) > 0)
                .sorted() // the odd minor unit goes by code, not by the order of rows
                .toList();
        List<Long> parts = Apportionment.byLargestRemainder(
                release.compensationMinor(),
                owners.stream()
                        .map(owner -> BigDecimal.valueOf(pool.availableEntitlement(owner)))
                        .toList());
        for (int i = 0; i < owners.size(); i++) {
            if (parts.get(i) > 0) {
                receipts.add(new Bill.Receipt(line, owners.get(i), parts.get(i)));
            }
        }
    }

    private void write(Mission.FixedCost cost) {
        add(
                "fixed/" + cost.id(),
                cost.date(),
                cost.category(),
                cost.title(),
                cost.amountMinor(),
                cost.incurredBy()
                        .<CostLine.Incurrer>map(CostLine.Incurrer.OfMember::new)
                        .orElseGet(CostLine.Incurrer.OfAll::new),
                cost.provenance().isIllustrative(),
                cost.provenance().status());
    }

    private void add(
            String id,
            LocalDate date,
            String category,
            String text,
            long amountMinor,
            CostLine.Incurrer incurredBy,
            boolean illustrative,
            Status price) {
        if (amountMinor == 0) {
            return;
        }
        Optional<String> fund =
                mission.fund().filter(f -> f.categories().contains(category)).map(Mission.CommonFund::id);
        lines.add(new CostLine(id, date, category, text, amountMinor, incurredBy, fund, illustrative, price));
    }

    /// For whom a pool was drawn on: owners in the coalition by entitlement, where the pool is its owners'; else all of
    /// its owners; else the coalition in equal parts.
    private Map<String, Long> drawers(Pool pool) {
        Map<String, Long> shares = new LinkedHashMap<>();
        boolean ownersDraw = switch (pool.access()) {
            case Access.Owners a -> true;
            case Access.OwnersPlusReleased a -> true;
            case Access.Open a -> false;
            case Access.WeightedVote a -> false;
            case Access.Consensus a -> false;
        };
        pool.entitlements().forEach((owner, units) -> {
            if (units > 0 && (!ownersDraw || coalition.contains(owner))) {
                shares.put(owner, units);
            }
        });
        if (shares.isEmpty()) {
            coalition.forEach(member -> shares.put(member, 1L));
        }
        return shares;
    }

    private Phase phase(String id) {
        return only(mission.phases().stream().filter(p -> p.id().equals(id)));
    }

    private static <T> T only(java.util.stream.Stream<T> found) {
        return found.findFirst().orElseThrow();
    }
}
