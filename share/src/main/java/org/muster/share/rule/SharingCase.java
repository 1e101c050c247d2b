package org.muster.share.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.bill.Money;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.share.game.BenefitGame;
import org.muster.share.game.MissionGame;

/// What a sharing rule may look at.
///
/// @param bill         the bill
/// @param members      every member's code, in the alliance's order
/// @param allies       those that belong to the alliance itself
/// @param participants those that take part
/// @param lead         members that may lead, in order of preference
/// @param key          the agreed key, where there is one
/// @param keys         every key by id
/// @param income       income of each member for which one is known, in one unit
/// @param population   people of each member for which a number is known
/// @param pools        the alliance's pools
/// @param fund         the common fund, where there is one
/// @param terms        what else is agreed about this mission
/// @param game         what the mission costs every coalition, where that is known
/// @param benefitGame  what coalitions gain by themselves, where worth and benefits are declared and it is known
/// @param noBenefitGame why there is none
/// @param threads      threads for passes over coalitions; no amount depends on it
public record SharingCase(
        Bill bill,
        List<String> members,
        List<String> allies,
        List<String> participants,
        List<String> lead,
        Optional<Key> key,
        Map<String, Key> keys,
        Map<String, Figure> income,
        Map<String, Figure> population,
        List<Pool> pools,
        Optional<Mission.CommonFund> fund,
        MissionTerms terms,
        Optional<MissionGame> game,
        Optional<BenefitGame> benefitGame,
        String noBenefitGame,
        int threads) {
    /// A case without a benefit game.
    public SharingCase(
            Bill bill,
            List<String> members,
            List<String> allies,
            List<String> participants,
            List<String> lead,
            Optional<Key> key,
            Map<String, Key> keys,
            Map<String, Figure> income,
            Map<String, Figure> population,
            List<Pool> pools,
            Optional<Mission.CommonFund> fund,
            MissionTerms terms,
            Optional<MissionGame> game,
            int threads) {
        this(
                bill,
                members,
                allies,
                participants,
                lead,
                key,
                keys,
                income,
                population,
                pools,
                fund,
                terms,
                game,
                Optional.empty(),
                "what the mission is worth to whom is not known",
                threads);
    }

    /// The measures of income and people in the figures table.
    public static final String INCOME = "gni";

    /// See [#INCOME].
    public static final String POPULATION = "population";

    public SharingCase {
        members = List.copyOf(members);
        allies = List.copyOf(allies);
        participants = List.copyOf(participants);
        lead = List.copyOf(lead);
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        income = Collections.unmodifiableMap(new LinkedHashMap<>(income));
        population = Collections.unmodifiableMap(new LinkedHashMap<>(population));
        pools = List.copyOf(pools);
    }

    /// The case of a mission's bill.
    ///
    /// @param income     per member, see [#INCOME]
    /// @param population per member, see [#POPULATION]
    public static SharingCase of(
            Alliance alliance,
            Mission mission,
            List<String> participants,
            Bill bill,
            Map<String, Figure> income,
            Map<String, Figure> population,
            Optional<MissionGame> game,
            int threads) {
        Map<String, Key> keys = new LinkedHashMap<>();
        alliance.keys().forEach(key -> keys.put(key.id(), key));
        return new SharingCase(
                bill,
                List.copyOf(alliance.memberCodes()),
                alliance.members().stream()
                        .filter(Member::isAlly)
                        .map(Member::code)
                        .toList(),
                participants,
                mission.lead(),
                alliance.keyOf(mission),
                keys,
                income,
                population,
                alliance.pools(),
                mission.fund(),
                alliance.sharing().termsOf(mission.id()),
                game,
                threads);
    }

    /// The same case for another bill.
    public SharingCase with(Bill other) {
        return with(participants, other);
    }

    /// The same case with the benefit game.
    public SharingCase with(BenefitGame other) {
        return with(bill, participants, Optional.of(other), "");
    }

    /// The same case without a benefit game, for a reason.
    public SharingCase withoutBenefitGame(String why) {
        return with(bill, participants, Optional.empty(), why);
    }

    /// The same case for other participants with their bill.
    public SharingCase with(List<String> others, Bill other) {
        return with(other, others, benefitGame, noBenefitGame);
    }

    private SharingCase with(Bill other, List<String> others, Optional<BenefitGame> benefits, String noBenefits) {
        return new SharingCase(
                other,
                members,
                allies,
                others,
                lead,
                key,
                keys,
                income,
                population,
                pools,
                fund,
                terms,
                game,
                benefits,
                noBenefits,
                threads);
    }

    /// The key that fills the common fund.
    Optional<Key> fundKey() {
        return fund.map(Mission.CommonFund::key).map(keys::get);
    }

    /// The pool of this id.
    Optional<Pool> pool(String id) {
        return pools.stream().filter(pool -> pool.id().equals(id)).findFirst();
    }

    /// Who bears what is nobody's own: those who take part, or the allies where nobody does, or all where there are
    /// none.
    List<String> bearers() {
        return !participants.isEmpty() ? participants : allies.isEmpty() ? members : allies;
    }

    /// An amount of the bill for people.
    String money(long minor) {
        return Money.words(minor, bill.currency());
    }
}
