package org.muster.alliance;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
/// @param identity what it is called, and in what it counts
/// @param agreements what was agreed about sharing and spending
/// @param people who belongs to it, and how each stands to missions
/// @param evidence what is known about means and promises
/// @param supply what there is to go with
/// @param missions what it wants to do, or did
/// @param proposals  what it thinks of changing
public record Alliance(
        Identity identity,
        Agreements agreements,
        People people,
        Evidence evidence,
        Supply supply,
        List<Mission> missions,
        Proposals proposals) {
    /// What it is called, and in what it counts.
    ///
    /// @param id its name
    /// @param title what people call it
    /// @param description a paragraph for readers
    /// @param currency ISO 4217 code of every amount in it
    /// @param attributions lines of source and licence to be shown with its figures
    public record Identity(String id, String title, String description, String currency, List<String> attributions) {
        public Identity {
            Objects.requireNonNull(id);
            attributions = List.copyOf(attributions);
        }
    }

    /// Who belongs to it, and how each stands to missions.
    ///
    /// @param members allies and partners
    /// @param policies on which conditions members join
    /// @param stances what members have said about missions
    /// @param participation who took part in operations of the past
    public record People(
            List<Member> members, List<Policy> policies, List<Stance> stances, List<Participation> participation) {
        public People {
            members = List.copyOf(members);
            policies = List.copyOf(policies);
            stances = List.copyOf(stances);
            participation = List.copyOf(participation);
        }
    }

    /// What there is to go with.
    ///
    /// @param capabilities what can be asked for and offered, each in its unit
    /// @param offers what members would bring
    /// @param market what can be chartered
    /// @param pools assets held in common
    /// @param caveats what members do not do with what they bring
    public record Supply(
            List<Capability> capabilities,
            List<Offer> offers,
            List<MarketOffer> market,
            List<Pool> pools,
            List<Caveat> caveats) {
        public Supply {
            capabilities = List.copyOf(capabilities);
            offers = List.copyOf(offers);
            market = List.copyOf(market);
            caveats = List.copyOf(caveats);
            pools = List.copyOf(pools);
        }
    }

    /// What was agreed about sharing and spending.
    ///
    /// @param keys how money is shared among members
    /// @param defaultKey the key that applies where a mission names none, by id
    /// @param sharing what is agreed about sharing beyond the keys
    /// @param pledges what members have promised to spend
    public record Agreements(List<Key> keys, Optional<String> defaultKey, Sharing sharing, List<Pledge> pledges) {
        public Agreements {
            keys = List.copyOf(keys);
            Objects.requireNonNull(sharing);
            pledges = List.copyOf(pledges);
        }
    }

    /// What is known about means and promises.
    ///
    /// @param vintages releases of figures
    /// @param figures numbers about members, each of a release
    /// @param standIns releases that may stand in for missing ones, in forecasts
    /// @param outside how the measures of pledges moved elsewhere, for forecasts
    /// @param ledger promised contributions, event by event
    public record Evidence(
            List<Vintage> vintages,
            List<Figure> figures,
            List<StandIn> standIns,
            List<OutsideFigure> outside,
            Ledger ledger) {
        public Evidence {
            vintages = List.copyOf(vintages);
            figures = List.copyOf(figures);
            standIns = List.copyOf(standIns);
            Objects.requireNonNull(ledger);
            outside = List.copyOf(outside);
        }
    }

    /// What it thinks of changing.
    ///
    /// @param investments what it thinks of holding in common
    /// @param lab         reforms, and the futures in which they are tried
    public record Proposals(Investments investments, Lab lab) {
        /// Nothing.
        public static final Proposals NONE = new Proposals(Investments.NONE, Lab.NONE);
    }

    /// What it thinks of holding in common.
    public Investments investments() {
        return proposals.investments();
    }

    /// Reforms, and the futures in which they are tried.
    public Lab lab() {
        return proposals.lab();
    }

    /// Its name.
    public String id() {
        return identity.id();
    }

    /// What people call it.
    public String title() {
        return identity.title();
    }

    /// A paragraph for readers.
    public String description() {
        return identity.description();
    }

    /// ISO 4217 code of every amount in it.
    public String currency() {
        return identity.currency();
    }

    /// The key that applies where a mission names none, by id.
    public Optional<String> defaultKey() {
        return agreements.defaultKey();
    }

    /// Lines of source and licence to be shown with its figures.
    public List<String> attributions() {
        return identity.attributions();
    }

    /// Allies and partners.
    public List<Member> members() {
        return people.members();
    }

    /// Releases of figures.
    public List<Vintage> vintages() {
        return evidence.vintages();
    }

    /// Numbers about members, each of a release.
    public List<Figure> figures() {
        return evidence.figures();
    }

    /// How money is shared among members.
    public List<Key> keys() {
        return agreements.keys();
    }

    /// What is agreed about sharing beyond the keys.
    public Sharing sharing() {
        return agreements.sharing();
    }

    /// What can be asked for and offered, each in its unit.
    public List<Capability> capabilities() {
        return supply.capabilities();
    }

    /// What members would bring.
    public List<Offer> offers() {
        return supply.offers();
    }

    /// What can be chartered.
    public List<MarketOffer> market() {
        return supply.market();
    }

    /// What members do not do with what they bring.
    public List<Caveat> caveats() {
        return supply.caveats();
    }

    /// On which conditions members join.
    public List<Policy> policies() {
        return people.policies();
    }

    /// What members have said about missions.
    public List<Stance> stances() {
        return people.stances();
    }

    /// Assets held in common.
    public List<Pool> pools() {
        return supply.pools();
    }

    /// What members have promised to spend.
    public List<Pledge> pledges() {
        return agreements.pledges();
    }

    /// Releases that may stand in for missing ones, in forecasts.
    public List<StandIn> standIns() {
        return evidence.standIns();
    }

    /// Promised contributions, event by event.
    public Ledger ledger() {
        return evidence.ledger();
    }

    /// Who took part in operations of the past.
    public List<Participation> participation() {
        return people.participation();
    }

    /// How the measures of pledges moved elsewhere, for forecasts.
    public List<OutsideFigure> outside() {
        return evidence.outside();
    }

    public Alliance {
        missions = List.copyOf(missions);
        Objects.requireNonNull(proposals);
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
                new Alliance.Identity(id, title, "", currency, List.of()),
                new Alliance.Agreements(List.of(), Optional.empty(), Sharing.NONE, pledges),
                new Alliance.People(members, List.of(), List.of(), List.of()),
                new Alliance.Evidence(vintages, figures, List.of(), List.of(), Ledger.EMPTY),
                new Alliance.Supply(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                Proposals.NONE);
    }

    /// The same alliance with another ledger.
    public Alliance withLedger(Ledger other) {
        Evidence known = new Evidence(vintages(), figures(), standIns(), outside(), other);
        return new Alliance(identity, agreements, people, known, supply, missions, proposals);
    }

    /// The same alliance with the figures that had been published by a day, and no others.
    public Alliance knownAt(LocalDate day) {
        List<Vintage> published =
                vintages().stream().filter(vintage -> vintage.isKnownOn(day)).toList();
        Set<String> ids = published.stream().map(Vintage::id).collect(Collectors.toSet());
        List<Figure> known = figures().stream()
                .filter(figure -> ids.contains(figure.vintage()))
                .toList();
        Evidence then = new Evidence(published, known, standIns(), outside(), ledger());
        return new Alliance(identity, agreements, people, then, supply, missions, proposals);
    }

    /// The same alliance with other missions.
    public Alliance withMissions(List<Mission> others) {
        return new Alliance(identity, agreements, people, evidence, supply, others, proposals);
    }

    /// The same alliance that thinks of holding other things in common.
    public Alliance withInvestments(Investments others) {
        return new Alliance(identity, agreements, people, evidence, supply, missions, new Proposals(others, lab()));
    }

    /// The same alliance that thinks of changing other things.
    public Alliance withLab(Lab others) {
        return new Alliance(
                identity, agreements, people, evidence, supply, missions, new Proposals(investments(), others));
    }

    /// The same alliance with other offers and terms of sharing.
    public Alliance withOffers(List<Offer> otherOffers, Sharing otherSharing) {
        return new Alliance(
                identity,
                new Agreements(keys(), defaultKey(), otherSharing, pledges()),
                people,
                evidence,
                new Supply(capabilities(), otherOffers, market(), pools(), caveats()),
                missions,
                proposals);
    }

    /// The same alliance with other means and rules: charters, caveats, policies, pools and missions.
    public Alliance withMeans(
            List<MarketOffer> otherMarket,
            List<Caveat> otherCaveats,
            List<Policy> otherPolicies,
            List<Pool> otherPools,
            List<Mission> otherMissions) {
        return new Alliance(
                identity,
                agreements,
                new People(members(), otherPolicies, stances(), participation()),
                evidence,
                new Supply(capabilities(), offers(), otherMarket, otherPools, otherCaveats),
                otherMissions,
                proposals);
    }

    /// The member with this code.
    public Optional<Member> member(String code) {
        return members().stream().filter(m -> m.code().equals(code)).findFirst();
    }

    /// The mission with this id.
    public Optional<Mission> mission(String missionId) {
        return missions.stream().filter(m -> m.id().equals(missionId)).findFirst();
    }

    /// The key with this id.
    public Optional<Key> key(String keyId) {
        return keys().stream().filter(k -> k.id().equals(keyId)).findFirst();
    }

    /// The key that applies to the mission: its own, else the alliance's.
    public Optional<Key> keyOf(Mission mission) {
        return mission.key().or(this::defaultKey).flatMap(this::key);
    }

    /// The pool with this id.
    public Optional<Pool> pool(String poolId) {
        return pools().stream().filter(p -> p.id().equals(poolId)).findFirst();
    }

    /// The pledge with this id.
    public Optional<Pledge> pledge(String pledgeId) {
        return pledges().stream().filter(p -> p.id().equals(pledgeId)).findFirst();
    }

    /// The capability with this code.
    public Optional<Capability> capability(String code) {
        return capabilities().stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /// The record of an operation: who took part in it and who did not, where the folder knows.
    public Optional<OperationRecord> recordOf(String operation) {
        List<Participation> rows = participation().stream()
                .filter(one -> one.operation().equals(operation))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(OperationRecord.of(rows));
    }

    /// The codes of all members, in the folder's order.
    public Set<String> memberCodes() {
        Set<String> codes = new LinkedHashSet<>();
        members().forEach(member -> codes.add(member.code()));
        return codes;
    }

    /// The member's stance on a mission; willing where it has none.
    public Stance.Position positionOf(String member, String missionId) {
        return stances().stream()
                .filter(s -> s.member().equals(member) && s.mission().equals(missionId))
                .map(Stance::position)
                .findFirst()
                .orElse(Stance.Position.WILLING);
    }
}
