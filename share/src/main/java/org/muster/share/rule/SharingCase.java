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
/// @param bill the bill
/// @param company who could pay: members, allies, those who take part
/// @param agreed keys that are agreed
/// @param means what members have, as far as it is known
/// @param setting pools, fund and terms of the mission
/// @param games what coalitions cost and gain by themselves
/// @param threads threads for passes over coalitions; no amount depends on it
public record SharingCase(
        Bill bill, Company company, AgreedKeys agreed, Means means, Setting setting, Games games, int threads) {
    /// Who could pay: members, allies, those who take part.
    ///
    /// @param members every member's code, in the alliance's order
    /// @param allies those that belong to the alliance itself
    /// @param participants those that take part
    /// @param lead members that may lead, in order of preference
    public record Company(List<String> members, List<String> allies, List<String> participants, List<String> lead) {
        public Company {
            members = List.copyOf(members);
            allies = List.copyOf(allies);
            participants = List.copyOf(participants);
            lead = List.copyOf(lead);
        }
    }

    /// Keys that are agreed.
    ///
    /// @param key the agreed key, where there is one
    /// @param keys every key by id
    public record AgreedKeys(Optional<Key> key, Map<String, Key> keys) {
        public AgreedKeys {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }
    }

    /// What members have, as far as it is known.
    ///
    /// @param income income of each member for which one is known, in one unit
    /// @param population people of each member for which a number is known
    public record Means(Map<String, Figure> income, Map<String, Figure> population) {
        public Means {
            income = Collections.unmodifiableMap(new LinkedHashMap<>(income));
            population = Collections.unmodifiableMap(new LinkedHashMap<>(population));
        }
    }

    /// Pools, fund and terms of the mission.
    ///
    /// @param pools the alliance's pools
    /// @param fund the common fund, where there is one
    /// @param terms what else is agreed about this mission
    public record Setting(List<Pool> pools, Optional<Mission.CommonFund> fund, MissionTerms terms) {
        public Setting {
            pools = List.copyOf(pools);
        }
    }

    /// What coalitions cost and gain by themselves.
    ///
    /// @param game what the mission costs every coalition, where that is known
    /// @param benefitGame what coalitions gain by themselves, where worth and benefits are declared and it is known
    /// @param noBenefitGame why there is none
    public record Games(Optional<MissionGame> game, Optional<BenefitGame> benefitGame, String noBenefitGame) {
        /// Costs alone: what the mission is worth to whom is not known.
        public Games(Optional<MissionGame> game) {
            this(game, Optional.empty(), "what the mission is worth to whom is not known");
        }
    }

    /// Every member's code, in the alliance's order.
    public List<String> members() {
        return company.members();
    }

    /// Those that belong to the alliance itself.
    public List<String> allies() {
        return company.allies();
    }

    /// Those that take part.
    public List<String> participants() {
        return company.participants();
    }

    /// Members that may lead, in order of preference.
    public List<String> lead() {
        return company.lead();
    }

    /// The agreed key, where there is one.
    public Optional<Key> key() {
        return agreed.key();
    }

    /// Every key by id.
    public Map<String, Key> keys() {
        return agreed.keys();
    }

    /// Income of each member for which one is known, in one unit.
    public Map<String, Figure> income() {
        return means.income();
    }

    /// People of each member for which a number is known.
    public Map<String, Figure> population() {
        return means.population();
    }

    /// The alliance's pools.
    public List<Pool> pools() {
        return setting.pools();
    }

    /// The common fund, where there is one.
    public Optional<Mission.CommonFund> fund() {
        return setting.fund();
    }

    /// What else is agreed about this mission.
    public MissionTerms terms() {
        return setting.terms();
    }

    /// What the mission costs every coalition, where that is known.
    public Optional<MissionGame> game() {
        return games.game();
    }

    /// What coalitions gain by themselves, where worth and benefits are declared and it is known.
    public Optional<BenefitGame> benefitGame() {
        return games.benefitGame();
    }

    /// Why there is none.
    public String noBenefitGame() {
        return games.noBenefitGame();
    }

    /// The measures of income and people in the figures table.
    public static final String INCOME = "gni";

    /// See [#INCOME].
    public static final String POPULATION = "population";

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
                new SharingCase.Company(
                        List.copyOf(alliance.memberCodes()),
                        alliance.members().stream()
                                .filter(Member::isAlly)
                                .map(Member::code)
                                .toList(),
                        participants,
                        mission.lead()),
                new SharingCase.AgreedKeys(alliance.keyOf(mission), keys),
                new SharingCase.Means(income, population),
                new SharingCase.Setting(
                        alliance.pools(), mission.fund(), alliance.sharing().termsOf(mission.id())),
                new SharingCase.Games(game),
                threads);
    }

    /// The same case for another bill.
    public SharingCase with(Bill other) {
        return new SharingCase(other, company, agreed, means, setting, games, threads);
    }

    /// The same case with the benefit game.
    public SharingCase with(BenefitGame other) {
        return with(new Games(game(), Optional.of(other), ""));
    }

    /// The same case without a benefit game, for a reason.
    public SharingCase withoutBenefitGame(String why) {
        return with(new Games(game(), Optional.empty(), why));
    }

    private SharingCase with(Games others) {
        return new SharingCase(bill, company, agreed, means, setting, others, threads);
    }

    /// The same case for other participants with their bill.
    public SharingCase with(List<String> others, Bill other) {
        return new SharingCase(
                other, new Company(members(), allies(), others, lead()), agreed, means, setting, games, threads);
    }

    /// The key that fills the common fund.
    Optional<Key> fundKey() {
        return fund().map(Mission.CommonFund::key).map(keys()::get);
    }

    /// The pool of this id.
    Optional<Pool> pool(String id) {
        return pools().stream().filter(pool -> pool.id().equals(id)).findFirst();
    }

    /// Who bears what is nobody's own: those who take part, or the allies where nobody does, or all where there are
    /// none.
    List<String> bearers() {
        return !participants().isEmpty() ? participants() : allies().isEmpty() ? members() : allies();
    }

    /// An amount of the bill for people.
    String money(long minor) {
        return Money.words(minor, bill.currency());
    }
}
