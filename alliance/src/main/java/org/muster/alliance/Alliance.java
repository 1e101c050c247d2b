package org.muster.alliance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.OutsideFigure;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.invest.Investments;
import org.muster.alliance.key.Key;
import org.muster.alliance.lab.Lab;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.policy.OperationRecord;
import org.muster.alliance.policy.Participation;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.Sharing;

/// Members, pools, keys, pledges, missions: one folder.
///
/// Every list is in the folder's order. A value of this type is consistent: every code that one part uses names
/// something that another part holds (the folder's reader has checked it).
///
/// @param id           its name
/// @param title        what people call it
/// @param description  a paragraph for readers
/// @param currency     ISO 4217 code of every amount in it
/// @param defaultKey   the key that applies where a mission names none, by id
/// @param attributions lines of source and licence to be shown with its figures
/// @param sharing      what is agreed about sharing beyond the keys
/// @param standIns    releases that may stand in for missing ones, in forecasts
/// @param ledger      promised contributions, event by event
/// @param participation who took part in operations of the past
/// @param outside how the measures of pledges moved elsewhere, for forecasts
/// @param investments what it thinks of holding in common
/// @param lab         what it thinks of changing, and in which futures
public record Alliance(
        String id,
        String title,
        String description,
        String currency,
        Optional<String> defaultKey,
        List<String> attributions,
        List<Member> members,
        List<Vintage> vintages,
        List<Figure> figures,
        List<Key> keys,
        Sharing sharing,
        List<Capability> capabilities,
        List<Offer> offers,
        List<MarketOffer> market,
        List<Caveat> caveats,
        List<Policy> policies,
        List<Stance> stances,
        List<Pool> pools,
        List<Mission> missions,
        List<Pledge> pledges,
        List<StandIn> standIns,
        Ledger ledger,
        List<Participation> participation,
        List<OutsideFigure> outside,
        Investments investments,
        Lab lab) {
    public Alliance {
        Objects.requireNonNull(id);
        attributions = List.copyOf(attributions);
        members = List.copyOf(members);
        vintages = List.copyOf(vintages);
        figures = List.copyOf(figures);
        keys = List.copyOf(keys);
        Objects.requireNonNull(sharing);
        capabilities = List.copyOf(capabilities);
        offers = List.copyOf(offers);
        market = List.copyOf(market);
        caveats = List.copyOf(caveats);
        policies = List.copyOf(policies);
        stances = List.copyOf(stances);
        pools = List.copyOf(pools);
        missions = List.copyOf(missions);
        pledges = List.copyOf(pledges);
        standIns = List.copyOf(standIns);
        Objects.requireNonNull(ledger);
        participation = List.copyOf(participation);
        outside = List.copyOf(outside);
        Objects.requireNonNull(investments);
        Objects.requireNonNull(lab);
    }

    /// An alliance that thinks of holding nothing more in common.
    public Alliance(
            String id,
            String title,
            String description,
            String currency,
            Optional<String> defaultKey,
            List<String> attributions,
            List<Member> members,
            List<Vintage> vintages,
            List<Figure> figures,
            List<Key> keys,
            Sharing sharing,
            List<Capability> capabilities,
            List<Offer> offers,
            List<MarketOffer> market,
            List<Caveat> caveats,
            List<Policy> policies,
            List<Stance> stances,
            List<Pool> pools,
            List<Mission> missions,
            List<Pledge> pledges,
            List<StandIn> standIns,
            Ledger ledger,
            List<Participation> participation,
            List<OutsideFigure> outside) {
        this(
                id,
                title,
                description,
                currency,
                defaultKey,
                attributions,
                members,
                vintages,
                figures,
                keys,
                sharing,
                capabilities,
                offers,
                market,
                caveats,
                policies,
                stances,
                pools,
                missions,
                pledges,
                standIns,
                ledger,
                participation,
                outside,
                Investments.NONE,
                Lab.NONE);
    }

    /// An alliance without terms of sharing, stand-ins, ledger, record of operations and outside figures.
    public Alliance(
            String id,
            String title,
            String description,
            String currency,
            Optional<String> defaultKey,
            List<String> attributions,
            List<Member> members,
            List<Vintage> vintages,
            List<Figure> figures,
            List<Key> keys,
            List<Capability> capabilities,
            List<Offer> offers,
            List<MarketOffer> market,
            List<Caveat> caveats,
            List<Policy> policies,
            List<Stance> stances,
            List<Pool> pools,
            List<Mission> missions,
            List<Pledge> pledges) {
        this(
                id,
                title,
                description,
                currency,
                defaultKey,
                attributions,
                members,
                vintages,
                figures,
                keys,
                Sharing.NONE,
                capabilities,
                offers,
                market,
                caveats,
                policies,
                stances,
                pools,
                missions,
                pledges,
                List.of(),
                Ledger.EMPTY,
                List.of(),
                List.of());
    }

    /// An alliance that promises and is counted, and has nothing to go anywhere with: no key, offer, pool or mission.
    public static Alliance ofFigures(
            String id,
            String title,
            String currency,
            List<Member> members,
            List<Vintage> vintages,
            List<Figure> figures,
            List<Pledge> pledges) {
        return new Alliance(
                id,
                title,
                "",
                currency,
                Optional.empty(),
                List.of(),
                members,
                vintages,
                figures,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                pledges);
    }

    /// The same alliance with another ledger.
    public Alliance withLedger(Ledger other) {
        return new Alliance(
                id,
                title,
                description,
                currency,
                defaultKey,
                attributions,
                members,
                vintages,
                figures,
                keys,
                sharing,
                capabilities,
                offers,
                market,
                caveats,
                policies,
                stances,
                pools,
                missions,
                pledges,
                standIns,
                other,
                participation,
                outside,
                investments,
                lab);
    }

    /// The same alliance with other missions.
    public Alliance withMissions(List<Mission> others) {
        return new Alliance(
                id,
                title,
                description,
                currency,
                defaultKey,
                attributions,
                members,
                vintages,
                figures,
                keys,
                sharing,
                capabilities,
                offers,
                market,
                caveats,
                policies,
                stances,
                pools,
                others,
                pledges,
                standIns,
                ledger,
                participation,
                outside,
                investments,
                lab);
    }

    /// The same alliance that thinks of holding other things in common.
    public Alliance withInvestments(Investments others) {
        return new Alliance(
                id,
                title,
                description,
                currency,
                defaultKey,
                attributions,
                members,
                vintages,
                figures,
                keys,
                sharing,
                capabilities,
                offers,
                market,
                caveats,
                policies,
                stances,
                pools,
                missions,
                pledges,
                standIns,
                ledger,
                participation,
                outside,
                others,
                lab);
    }

    /// The same alliance that thinks of changing other things.
    public Alliance withLab(Lab others) {
        return new Alliance(
                id,
                title,
                description,
                currency,
                defaultKey,
                attributions,
                members,
                vintages,
                figures,
                keys,
                sharing,
                capabilities,
                offers,
                market,
                caveats,
                policies,
                stances,
                pools,
                missions,
                pledges,
                standIns,
                ledger,
                participation,
                outside,
                investments,
                others);
    }

    /// The same alliance with other offers and terms of sharing.
    public Alliance withOffers(List<Offer> otherOffers, Sharing otherSharing) {
        return new Alliance(
                id,
                title,
                description,
                currency,
                defaultKey,
                attributions,
                members,
                vintages,
                figures,
                keys,
                otherSharing,
                capabilities,
                otherOffers,
                market,
                caveats,
                policies,
                stances,
                pools,
                missions,
                pledges,
                standIns,
                ledger,
                participation,
                outside,
                investments,
                lab);
    }

    /// The same alliance with other means and rules: charters, caveats, policies, pools and missions.
    public Alliance withMeans(
            List<MarketOffer> otherMarket,
            List<Caveat> otherCaveats,
            List<Policy> otherPolicies,
            List<Pool> otherPools,
            List<Mission> otherMissions) {
        return new Alliance(
                id,
                title,
                description,
                currency,
                defaultKey,
                attributions,
                members,
                vintages,
                figures,
                keys,
                sharing,
                capabilities,
                offers,
                otherMarket,
                otherCaveats,
                otherPolicies,
                stances,
                otherPools,
                otherMissions,
                pledges,
                standIns,
                ledger,
                participation,
                outside,
                investments,
                lab);
    }

    /// The member with this code.
    public Optional<Member> member(String code) {
        return members.stream().filter(m -> m.code().equals(code)).findFirst();
    }

    /// The mission with this id.
    public Optional<Mission> mission(String missionId) {
        return missions.stream().filter(m -> m.id().equals(missionId)).findFirst();
    }

    /// The key with this id.
    public Optional<Key> key(String keyId) {
        return keys.stream().filter(k -> k.id().equals(keyId)).findFirst();
    }

    /// The key that applies to the mission: its own, else the alliance's.
    public Optional<Key> keyOf(Mission mission) {
        return mission.key().or(() -> defaultKey).flatMap(this::key);
    }

    /// The pool with this id.
    public Optional<Pool> pool(String poolId) {
        return pools.stream().filter(p -> p.id().equals(poolId)).findFirst();
    }

    /// The pledge with this id.
    public Optional<Pledge> pledge(String pledgeId) {
        return pledges.stream().filter(p -> p.id().equals(pledgeId)).findFirst();
    }

    /// The capability with this code.
    public Optional<Capability> capability(String code) {
        return capabilities.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /// The record of an operation: who took part in it and who did not, where the folder knows.
    public Optional<OperationRecord> recordOf(String operation) {
        List<Participation> rows = participation.stream()
                .filter(one -> one.operation().equals(operation))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(OperationRecord.of(rows));
    }

    /// The codes of all members, in the folder's order.
    public Set<String> memberCodes() {
        Set<String> codes = new LinkedHashSet<>();
        members.forEach(member -> codes.add(member.code()));
        return codes;
    }

    /// The member's stance on a mission; willing where it has none.
    public Stance.Position positionOf(String member, String missionId) {
        return stances.stream()
                .filter(s -> s.member().equals(member) && s.mission().equals(missionId))
                .map(Stance::position)
                .findFirst()
                .orElse(Stance.Position.WILLING);
    }
}
