package org.muster.plan.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// Who may join and what may serve which line, by docs/alliance-folder.md: all that does not hang on who else joins.
final class Supply {
    private final Alliance alliance;
    private final Mission mission;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> members;
    private final List<Use> uses = new ArrayList<>();

    /// A requirement line in its phase.
    record Line(Phase phase, Requirement requirement) {
        String key() {
            return phase.id() + "/" + requirement.id();
        }

        long quantity() {
            return requirement.quantity();
        }

        boolean isEssentialFollowUp() {
            return phase.followUp() && requirement.isEssential();
        }
    }

    /// A source for a line.
    ///
    /// @param word   `offer`, `pool` or `market`
    /// @param member who brings it; empty for pools and charters
    /// @param most   whole units for the line at most
    /// @param cost   minor units a unit
    record Use(
            String word,
            String id,
            Line line,
            Optional<String> member,
            Optional<Offer> offer,
            Optional<Pool> pool,
            long most,
            long cost) {
        String variable() {
            return word + "|" + id + "|" + line.key();
        }
    }

    Supply(Alliance alliance, Mission mission) {
        this.alliance = alliance;
        this.mission = mission;
        for (Phase phase : mission.phases()) {
            phase.requirements().forEach(requirement -> lines.add(new Line(phase, requirement)));
        }
        members = alliance.members().stream()
                .map(Member::code)
                .filter(this::mayJoin)
                .collect(Collectors.toUnmodifiableSet());
        lines.forEach(this::usesOf);
    }

    List<Line> lines() {
        return lines;
    }

    /// Members that may join.
    Set<String> members() {
        return members;
    }

    List<Use> uses() {
        return uses;
    }

    Stream<Policy> policies() {
        return alliance.policies().stream()
                .filter(p -> p.missions().isEmpty() || p.missions().contains(mission.id()));
    }

    private boolean mayJoin(String member) {
        return stanceOf(member) == Stance.Position.WILLING
                && !mission.pins().mustNot().contains(member)
                && policies().filter(p -> p.member().equals(member)).allMatch(this::letsJoin);
    }

    private boolean letsJoin(Policy policy) {
        if (policy.condition() instanceof Condition.NeedsMandate needs) {
            return needs.mandates().stream().anyMatch(mission.mandates()::contains);
        }
        if (policy.condition() instanceof Condition.DayAfterCovered) {
            return lines.stream().anyMatch(Line::isEssentialFollowUp);
        }
        return !(policy.condition() instanceof Condition.StaysOut);
    }

    Stance.Position stanceOf(String member) {
        return alliance.stances().stream()
                .filter(s -> s.member().equals(member) && s.mission().equals(mission.id()))
                .map(Stance::position)
                .findFirst()
                .orElse(Stance.Position.WILLING);
    }

    /// Days of notice that a line gives: its own, and no more than there are from the decision to its phase.
    long noticeOf(Line line) {
        long days = line.phase().from().toEpochDay() - mission.decidedOn().toEpochDay();
        return Math.min(line.requirement().noticeDays(), days);
    }

    private void usesOf(Line line) {
        long days = line.phase().to().toEpochDay() - line.phase().from().toEpochDay() + 1;
        for (Offer offer : alliance.offers()) {
            if (members.contains(offer.member()) && serves(offer, line)) {
                long cost = Math.addExact(
                        offer.deploymentCostMinor(), Math.multiplyExact(days, offer.runningCostMinorPerDay()));
                add("offer", offer.id(), line, Optional.of(offer), Optional.empty(), offer.units(), cost);
            }
        }
        for (Pool pool : alliance.pools()) {
            if (serves(pool, line)) {
                long capacity = afterLevy(pool, pool.capacity());
                add("pool", pool.id(), line, Optional.empty(), Optional.of(pool), capacity, pool.drawCostMinor());
            }
        }
        for (MarketOffer charter : alliance.market()) {
            if (charter.capability().equals(line.requirement().capability())
                    && charter.noticeDays() <= noticeOf(line)) {
                add(
                        "market",
                        charter.id(),
                        line,
                        Optional.empty(),
                        Optional.empty(),
                        charter.units(),
                        charter.unitCostMinor(days));
            }
        }
    }

    private void add(
            String word, String id, Line line, Optional<Offer> offer, Optional<Pool> pool, long units, long cost) {
        long most = Math.min(units, line.quantity());
        if (most > 0) {
            uses.add(new Use(word, id, line, offer.map(Offer::member), offer, pool, most, cost));
        }
    }

    /// What is left of units of a pool after the levy, in whole units.
    static long afterLevy(Pool pool, long units) {
        java.math.BigDecimal hundred = java.math.BigDecimal.valueOf(100);
        return hundred.subtract(pool.levyPercent())
                .multiply(java.math.BigDecimal.valueOf(units))
                .movePointLeft(2)
                .setScale(0, java.math.RoundingMode.FLOOR)
                .longValueExact();
    }

    private boolean serves(Offer offer, Line line) {
        LocalDate from = line.phase().from();
        LocalDate to = line.phase().to();
        return offer.capability().equals(line.requirement().capability())
                && offer.stage().isUsable()
                && offer.mission().map(mission.id()::equals).orElse(true)
                && offer.noticeDays() <= noticeOf(line)
                && offer.availableFrom().map(day -> day.compareTo(from) <= 0).orElse(true)
                && offer.availableTo().map(day -> day.compareTo(to) >= 0).orElse(true)
                && policies()
                        .filter(p -> p.member().equals(offer.member()))
                        .allMatch(p -> isKindFine(p, line.requirement().kind()))
                && alliance.caveats().stream()
                        .filter(c -> concerns(c, offer, line))
                        .noneMatch(c -> isMet(c.limit(), line) && stops(c, offer, line));
    }

    private static boolean isKindFine(Policy policy, String kind) {
        if (policy.condition() instanceof Condition.NeverKinds never) {
            return !never.kinds().contains(kind);
        }
        return !(policy.condition() instanceof Condition.OnlyKinds only)
                || only.kinds().contains(kind);
    }

    /// Whether a caveat is about an offer in the days of a line.
    static boolean concerns(Caveat caveat, Offer offer, Line line) {
        return caveat.member().equals(offer.member())
                && caveat.offer().map(offer.id()::equals).orElse(true)
                && caveat.validFrom()
                        .map(day -> day.compareTo(line.phase().to()) <= 0)
                        .orElse(true)
                && caveat.validTo()
                        .map(day -> day.compareTo(line.phase().from()) >= 0)
                        .orElse(true);
    }

    /// Whether a caveat, once met, keeps the offer away: a ban does, an approval where it comes too late.
    boolean stops(Caveat caveat, Offer offer, Line line) {
        return !(caveat.form() instanceof Caveat.Form.NeedsApproval approval)
                || (long) approval.days() + offer.noticeDays() > noticeOf(line);
    }

    private static boolean isMet(Limit limit, Line line) {
        Requirement asked = line.requirement();
        return switch (limit) {
            case Limit.Always l -> true;
            case Limit.At l -> l.places().contains(asked.place());
            case Limit.OutsideOf l -> !l.places().contains(asked.place());
            case Limit.OfKind l -> l.kinds().contains(asked.kind());
            case Limit.NotOfKind l -> !l.kinds().contains(asked.kind());
            case Limit.During l ->
                line.phase()
                        .from()
                        .datesUntil(line.phase().to().plusDays(1))
                        .anyMatch(day -> l.months().contains(day.getMonth()));
            case Limit.Beside l -> false; // hangs on who joins
            case Limit.LongerThan l ->
                line.phase().to().toEpochDay() - line.phase().from().toEpochDay() + 1 > l.days();
        };
    }

    private boolean serves(Pool pool, Line line) {
        boolean consents = !(pool.access() instanceof Access.Consensus) || isByConsensus(pool);
        return pool.capability().equals(line.requirement().capability())
                && pool.mission().map(mission.id()::equals).orElse(true)
                && pool.noticeDays() <= noticeOf(line)
                && consents;
    }

    private boolean isByConsensus(Pool pool) {
        boolean objection =
                alliance.members().stream().anyMatch(m -> m.isAlly() && stanceOf(m.code()) == Stance.Position.OBJECTS);
        boolean ownerObjects = pool.entitlements().entrySet().stream()
                .anyMatch(e -> e.getValue() > 0 && stanceOf(e.getKey()) == Stance.Position.OBJECTS);
        return mission.mode() == Mission.Mode.COLLECTIVE && !objection && !ownerObjects;
    }
}
