package org.muster.folder;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.input.Findings;
import org.muster.input.Place;

/// Missions that could cost more than is counted exactly: told where the folder is read, not where it is planned.
final class MissionTotals {
    private final Alliance alliance;
    private final Findings findings;

    MissionTotals(Alliance alliance, Findings findings) {
        this.alliance = alliance;
        this.findings = findings;
    }

    void report() {
        for (Mission mission : alliance.missions()) {
            BigInteger most = BigInteger.ZERO;
            for (Mission.FixedCost cost : mission.costs()) {
                most = most.add(BigInteger.valueOf(cost.amountMinor()).abs());
            }
            for (Phase phase : mission.phases()) {
                for (Requirement line : phase.requirements()) {
                    most = most.add(mostOf(line, phase.days()));
                }
            }
            if (most.compareTo(BigInteger.valueOf(Limits.MISSION_MINOR)) > 0) {
                findings.add(
                        Place.startOf("missions/" + mission.id() + ".yaml"),
                        "what is offered for mission \"%s\" could cost %s %s in all, more than %s"
                                .formatted(
                                        mission.id(),
                                        alliance.currency(),
                                        new BigDecimal(most, Money.digits(alliance.currency())).toPlainString(),
                                        Money.decimal(Limits.MISSION_MINOR, alliance.currency())),
                        "Count in larger units, or lower the quantities or costs.");
            }
        }
    }

    /// All units that could serve the line, at what each costs.
    private BigInteger mostOf(Requirement line, long days) {
        BigInteger most = BigInteger.ZERO;
        for (Offer offer : alliance.offers()) {
            if (offer.capability().equals(line.capability())) {
                BigInteger unit = BigInteger.valueOf(offer.runningCostMinorPerDay())
                        .multiply(BigInteger.valueOf(days))
                        .add(BigInteger.valueOf(offer.deploymentCostMinor()));
                most = most.add(unit.multiply(units(offer.units(), line)));
            }
        }
        for (MarketOffer charter : alliance.market()) {
            if (charter.capability().equals(line.capability())) {
                BigInteger unit = BigInteger.valueOf(charter.dailyCostMinor())
                        .multiply(BigInteger.valueOf(days))
                        .add(BigInteger.valueOf(charter.unitCostMinor()));
                most = most.add(unit.multiply(units(charter.units(), line)));
            }
        }
        for (Pool pool : alliance.pools()) {
            if (pool.capability().equals(line.capability())) {
                BigInteger unit = BigInteger.valueOf(pool.drawCostMinor()).add(BigInteger.valueOf(compensation(pool)));
                most = most.add(unit.multiply(units(pool.capacity(), line)));
            }
        }
        return most;
    }

    private static long compensation(Pool pool) {
        return pool.access() instanceof Access.OwnersPlusReleased released ? released.compensationMinor() : 0;
    }

    private static BigInteger units(long units, Requirement line) {
        return BigInteger.valueOf(Math.min(units, line.quantity()));
    }
}
