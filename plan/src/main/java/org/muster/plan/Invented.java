package org.muster.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.plan.model.Line;

/// Says what in a plan rests on invented figures.
final class Invented {
    private final Alliance alliance;
    private final Mission mission;

    Invented(Alliance alliance, Mission mission) {
        this.alliance = alliance;
        this.mission = mission;
    }

    List<String> lines(List<Plan.Assignment> assignments) {
        Set<String> lines = new LinkedHashSet<>();
        if (mission.provenance().isIllustrative()) {
            lines.add("mission " + mission.id() + " as a whole");
        }
        for (Phase phase : mission.phases()) {
            for (Requirement line : phase.requirements()) {
                if (line.provenance().isIllustrative()) {
                    lines.add("quantity of line " + Line.keyOf(phase.id(), line.id()));
                }
            }
        }
        for (Plan.Assignment assignment : assignments) {
            switch (assignment.source()) {
                case OFFER ->
                    alliance.offers().stream()
                            .filter(o -> o.id().equals(assignment.id()))
                            .forEach(o -> offer(o, lines));
                case POOL -> alliance.pool(assignment.id()).ifPresent(p -> pool(p, lines));
                case MARKET ->
                    alliance.market().stream()
                            .filter(c -> c.id().equals(assignment.id()))
                            .forEach(c -> charter(c, lines));
            }
        }
        conditions(lines);
        for (Mission.FixedCost cost : mission.costs()) {
            if (cost.provenance().isIllustrative()) {
                lines.add("amount of cost " + cost.id());
            }
        }
        return List.copyOf(lines);
    }

    /// Conditions of members that decide who goes with what, whether they bind in this plan or not.
    private void conditions(Set<String> lines) {
        alliance.policies().stream()
                .filter(policy ->
                        policy.isAbout(mission.id()) && policy.provenance().isIllustrative())
                .forEach(policy -> lines.add("policy " + policy.id()));
        alliance.stances().stream()
                .filter(stance -> stance.mission().equals(mission.id())
                        && stance.provenance().isIllustrative())
                .forEach(stance -> lines.add("stance of " + stance.member()));
        alliance.caveats().stream()
                .filter(caveat -> caveat.provenance().isIllustrative() && isAboutMission(caveat))
                .forEach(caveat -> lines.add("caveat " + caveat.id()));
    }

    /// Whether the caveat is about an offer of something that the mission asks for.
    private boolean isAboutMission(Caveat caveat) {
        return mission.phases().stream()
                .flatMap(phase -> phase.requirements().stream())
                .anyMatch(line -> alliance.offers().stream()
                        .anyMatch(offer -> offer.capability().equals(line.capability()) && caveat.isAbout(offer)));
    }

    private static void offer(Offer offer, Set<String> lines) {
        if (offer.quantityProvenance().isIllustrative()) {
            lines.add("quantity of offer " + offer.id());
        }
        if (offer.costProvenance().isIllustrative()) {
            lines.add("costs of offer " + offer.id());
        }
    }

    private static void pool(Pool pool, Set<String> lines) {
        if (pool.shareProvenance().isIllustrative()) {
            lines.add("shares of pool " + pool.id());
        }
        if (pool.costProvenance().isIllustrative()) {
            lines.add("costs of pool " + pool.id());
        } else if (pool.access() instanceof Access.OwnersPlusReleased released
                && released.compensationMinor() > 0
                && pool.compensationProvenance().isIllustrative()) {
            lines.add("compensation for released units of pool " + pool.id());
        }
    }

    private static void charter(MarketOffer charter, Set<String> lines) {
        if (charter.provenance().isIllustrative()) {
            lines.add("price of charter " + charter.id());
        }
    }
}
