package org.muster.plan;

import java.util.List;
import org.muster.alliance.Alliance;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.sharing.Sharing;

/// Alliances with one thing changed.
final class Changed {
    private Changed() {}

    /// An offer costs a minor unit more a unit and phase.
    static Alliance withDearer(Alliance a, String offer) {
        return with(
                a,
                a.offers().stream()
                        .map(o -> o.id().equals(offer) ? dearer(o) : o)
                        .toList());
    }

    private static Alliance with(Alliance a, List<Offer> offers) {
        return new Alliance(
                new Alliance.Identity(a.id(), a.title(), a.description(), a.currency(), a.attributions()),
                new Alliance.Agreements(a.keys(), a.defaultKey(), Sharing.NONE, a.pledges()),
                new Alliance.People(a.members(), a.policies(), a.stances(), List.of()),
                new Alliance.Evidence(a.vintages(), a.figures(), List.of(), List.of(), Ledger.EMPTY),
                new Alliance.Supply(a.capabilities(), offers, a.market(), a.pools(), a.caveats()),
                a.missions(),
                Alliance.Proposals.NONE);
    }

    /// Every offer costs an amount of eight and more digits that is no round number.
    static Alliance withUnroundCosts(Alliance a) {
        return with(a, a.offers().stream().map(Changed::unround).toList());
    }

    private static Offer unround(Offer o) {
        return withCost(o, 10_000_000 + Math.floorMod(o.id().hashCode() * 2_654_435_761L, 90_000_000L));
    }

    private static Offer dearer(Offer o) {
        return withCost(o, o.deploymentCostMinor() + 1);
    }

    private static Offer withCost(Offer o, long deploymentCostMinor) {
        return new Offer(
                o.id(),
                o.member(),
                o.capability(),
                o.units(),
                o.stage(),
                o.noticeDays(),
                deploymentCostMinor,
                o.runningCostMinorPerDay(),
                o.mission(),
                o.availableFrom(),
                o.availableTo(),
                o.quantityProvenance(),
                o.costProvenance());
    }
}
