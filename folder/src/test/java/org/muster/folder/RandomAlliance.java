package org.muster.folder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.OutsideFigure;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.offer.Stage;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Participation;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.sharing.RuleComposition;
import org.muster.alliance.sharing.RuleName;
import org.muster.alliance.sharing.Sharing;
import org.muster.alliance.source.Provenance;
import org.muster.alliance.source.Status;

/// An alliance drawn from a seed: consistent, and with texts that try the file formats.
final class RandomAlliance {
    private static final List<String> TEXTS = List.of(
            "plain",
            "two words",
            "with, comma",
            "with \"quotes\" and 'others'",
            "colon: space",
            "hash # sign",
            "- dash",
            "yes",
            "null",
            "2014-09-05",
            "12.50",
            "0x1F",
            "1_000",
            "~",
            "{brace}",
            "[bracket]",
            "*star",
            "&and",
            "!bang",
            "%percent",
            "@at",
            "trailing colon:",
            "ümlaut, Türkiye, 日本, \uD83D\uDE92",
            "line\nbreak",
            "tab\tinside",
            "back\\slash",
            "long " + "word ".repeat(60) + "end",
            "=",
            "<<",
            "?",
            "| pipe");

    private final Random random;
    private final int size;
    private final List<Member> members = new ArrayList<>();
    private final List<Capability> capabilities = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<String> missionIds = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();

    RandomAlliance(Random random, int size) {
        this.random = random;
        this.size = size;
    }

    Alliance alliance() {
        for (int i = 0; i < 2 + size; i++) {
            members.add(new Member("M" + i, text(), pick(List.of(Member.Kind.values()))));
        }
        for (int i = 0; i < 1 + random.nextInt(size + 1); i++) {
            capabilities.add(new Capability("cap-" + i, text(), text()));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            missionIds.add("mission-" + i);
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            keys.add(key("key-" + i));
        }
        several(() -> offers.add(offer("offer-" + offers.size())));
        List<Vintage> vintages =
                List.of(new Vintage("v1", text(), day(), text()), new Vintage("v2.b", text(), day(), text()));
        List<Pool> pools = new ArrayList<>();
        several(() -> pools.add(pool("pool-" + pools.size())));
        List<MarketOffer> market = new ArrayList<>();
        several(() -> market.add(new MarketOffer(
                "charter-" + market.size(), capability(), units(), days(), money(), money(), provenance())));
        List<Figure> figures = new ArrayList<>();
        several(() -> figures.add(new Figure(
                member(),
                "measure-" + figures.size(),
                2000 + random.nextInt(30),
                decimal().multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)),
                text(),
                random.nextBoolean() ? "v1" : "v2.b",
                provenance())));
        List<Policy> policies = new ArrayList<>();
        several(() -> policies.add(new Policy(
                "policy-" + policies.size(),
                members.get(policies.size() % members.size()).code(),
                someMissions(),
                condition(policies.size()),
                provenance())));
        List<Caveat> caveats = new ArrayList<>();
        several(() -> caveats.add(caveat("caveat-" + caveats.size())));
        List<Stance> stances = new ArrayList<>();
        for (String mission : missionIds) {
            for (Member member : members) {
                if (random.nextInt(3) == 0) {
                    stances.add(
                            new Stance(member.code(), mission, pick(List.of(Stance.Position.values())), provenance()));
                }
            }
        }
        List<Pledge> pledges = new ArrayList<>();
        several(() -> pledges.add(pledge("pledge-" + pledges.size())));
        List<StandIn> standIns = new ArrayList<>();
        several(() -> standIns.add(new StandIn("v1", "measure", day(), 2000 + random.nextInt(30), provenance())));
        List<Participation> participation = new ArrayList<>();
        several(() -> participation.add(new Participation(
                "operation-" + participation.size(),
                "kind",
                2000 + random.nextInt(30),
                member(),
                pick(List.of(Participation.Part.values())),
                provenance())));
        return new Alliance(
                new Alliance.Identity(
                        "alliance-" + random.nextInt(10),
                        text(),
                        random.nextBoolean() ? "" : text(),
                        pick(List.of("EUR", "JPY", "KWD")),
                        List.of(text(), text())),
                new Alliance.Agreements(
                        keys,
                        keys.isEmpty()
                                ? Optional.empty()
                                : maybe(() -> pick(keys).id()),
                        sharing(),
                        pledges),
                new Alliance.People(members, policies, stances, participation),
                new Alliance.Evidence(vintages, figures, standIns, outside(), ledger()),
                new Alliance.Supply(capabilities, offers, market, pools, caveats),
                missionIds.stream().map(this::mission).toList(),
                Alliance.Proposals.NONE);
    }

    private List<OutsideFigure> outside() {
        List<OutsideFigure> outside = new ArrayList<>();
        several(() -> outside.add(new OutsideFigure(
                "series-" + outside.size(), "measure", 1960 + random.nextInt(60), decimal(), provenance())));
        return outside;
    }

    private Pledge pledge(String id) {
        int start = 2000 + random.nextInt(20);
        List<Pledge.Party> who = new ArrayList<>();
        for (Member member : members) {
            if (who.isEmpty() || random.nextBoolean()) {
                who.add(new Pledge.Party(member.code(), Optional.empty()));
            }
        }
        // In a file those of the first day come first.
        int last = who.size() - 1;
        who.set(last, new Pledge.Party(who.get(last).member(), maybe(this::day)));
        return new Pledge(
                id,
                text(),
                new Pledge.Aim(
                        "measure", pick(List.of(Pledge.Comparison.values())), decimal(), text(), random.nextInt(5)),
                new Pledge.Course(
                        day(),
                        start,
                        start + 1 + random.nextInt(20),
                        maybe(() -> start + 3),
                        pick(List.of(Pledge.Path.values()))),
                new Pledge.Reckoning(
                        maybe(() -> new Pledge.Ratio("amount", "base", "growth")),
                        maybe(() -> new Pledge.Addition("addition", decimal(), decimal()))),
                new Pledge.Roll(
                        who,
                        random.nextBoolean()
                                ? List.of()
                                : List.of(new Pledge.Exemption(who.getFirst().member(), text())),
                        random.nextBoolean()
                                ? List.of()
                                : List.of(new Pledge.OptOut(
                                        who.getLast().member(), day(), maybe(this::decimal), text()))),
                provenance());
    }

    private Ledger ledger() {
        List<LedgerEvent> events = new ArrayList<>();
        several(() -> {
            LedgerEvent.Kind kind = pick(List.of(LedgerEvent.Kind.values()));
            boolean moves = kind != LedgerEvent.Kind.REDATED;
            events.add(new LedgerEvent(
                    "event-" + events.size(),
                    "promise-" + events.size(),
                    kind,
                    new LedgerEvent.Between(
                            random.nextBoolean() ? member() : "fund-1", random.nextBoolean() ? "fund-2" : "abroad"),
                    new LedgerEvent.Moved(
                            text(),
                            moves ? decimal() : BigDecimal.ZERO,
                            "units",
                            maybe(() -> new LedgerEvent.UnitValue(rate(), day(), text()))),
                    new LedgerEvent.When(day(), day(), moves ? maybe(this::day) : Optional.of(day())),
                    Optional.empty(),
                    provenance()));
        });
        return new Ledger(
                List.of(new Ledger.Account("fund-1", text()), new Ledger.Account("fund-2", text())),
                List.of(new Ledger.Account("abroad", text())),
                events);
    }

    private Sharing sharing() {
        List<MissionTerms> terms = new ArrayList<>();
        for (String mission : missionIds) {
            if (random.nextBoolean()) {
                terms.add(terms(mission));
            }
        }
        List<RuleComposition> rules = new ArrayList<>();
        several(() -> rules.add(new RuleComposition(
                "rule-" + rules.size(), text(), text(), text(), List.of(step(), step()), provenance())));
        return new Sharing(terms, rules);
    }

    private RuleComposition.Step step() {
        RuleComposition.By by = keys.isEmpty() || random.nextBoolean()
                ? new RuleComposition.By.OfRule(pick(List.of(RuleName.values())))
                : new RuleComposition.By.OfKey(pick(keys).id());
        return new RuleComposition.Step(
                random.nextBoolean() ? Set.of() : Set.of("headquarters", "running"), by, maybe(this::money));
    }

    private MissionTerms terms(String mission) {
        List<MissionTerms.Benefit> benefits = random.nextBoolean()
                ? List.of()
                : List.of(
                        new MissionTerms.Benefit(members.getFirst().code(), new BigDecimal("62.5"), provenance()),
                        new MissionTerms.Benefit(members.getLast().code(), new BigDecimal("37.5"), provenance()));
        List<MissionTerms.OptOut> optOuts = new ArrayList<>();
        several(() -> optOuts.add(new MissionTerms.OptOut(member(), Set.of("running", "charter"), provenance())));
        List<MissionTerms.Credit> credits = new ArrayList<>();
        several(() -> credits.add(new MissionTerms.Credit(member(), text(), money(), provenance())));
        List<MissionTerms.Agreement> agreements = new ArrayList<>();
        if (!keys.isEmpty()) {
            several(() -> agreements.add(new MissionTerms.Agreement(
                    "agreement-" + agreements.size(),
                    day(),
                    Set.of("headquarters"),
                    List.of(pick(keys).id()),
                    provenance())));
        }
        return new MissionTerms(
                mission,
                benefits,
                maybe(() -> new MissionTerms.Worth(money(), provenance())),
                List.of(),
                optOuts,
                credits,
                BigDecimal.valueOf(random.nextInt(101)),
                agreements);
    }

    private Key key(String id) {
        List<BigDecimal> weights = members.stream()
                .map(member -> BigDecimal.valueOf(1 + random.nextInt(1000)))
                .toList();
        List<Long> parts = Apportionment.byLargestRemainder(1_000_000, weights);
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            shares.put(members.get(i).code(), BigDecimal.valueOf(parts.get(i), 4));
        }
        Provenance provenance = provenance();
        return new Key(id, text(), day(), shares, provenance, differing(shares.keySet(), provenance));
    }

    private Map<String, Provenance> differing(Set<String> names, Provenance from) {
        Map<String, Provenance> differing = new LinkedHashMap<>();
        for (String name : names) {
            Provenance other = provenance();
            if (random.nextInt(3) == 0 && !other.equals(from)) {
                differing.put(name, other);
            }
        }
        return differing;
    }

    private Offer offer(String id) {
        Optional<LocalDate> from = maybe(this::day);
        return new Offer(
                id,
                member(),
                capability(),
                units(),
                pick(List.of(Stage.values())),
                days(),
                money(),
                money(),
                missionIds.isEmpty() ? Optional.empty() : maybe(() -> pick(missionIds)),
                from,
                maybe(() -> from.orElseGet(this::day).plusDays(random.nextInt(300))),
                provenance(),
                provenance());
    }

    private Pool pool(String id) {
        Map<String, Long> entitlements = new LinkedHashMap<>();
        Map<String, Long> crews = new LinkedHashMap<>();
        for (Member member : members) {
            if (random.nextInt(3) > 0) {
                entitlements.put(member.code(), (long) random.nextInt(1000));
            }
            if (random.nextInt(3) == 0) {
                crews.put(member.code(), (long) random.nextInt(1000));
            }
        }
        long sum = entitlements.values().stream().mapToLong(Long::longValue).sum();
        Access access = switch (random.nextInt(5)) {
            case 0 -> new Access.Open();
            case 1 -> new Access.Owners();
            case 2 -> new Access.OwnersPlusReleased(random.nextBoolean() ? Set.of() : entitlements.keySet(), money());
            case 3 -> new Access.WeightedVote(BigDecimal.valueOf(random.nextInt(1001), 1));
            default -> new Access.Consensus();
        };
        Provenance provenance = provenance();
        return new Pool(
                id,
                text(),
                capability(),
                new Pool.Size(
                        pick(List.of(Pool.Period.values())),
                        sum + random.nextInt(50),
                        BigDecimal.valueOf(random.nextInt(100))),
                new Pool.Shares(entitlements, random.nextBoolean() ? Optional.of(sum) : Optional.empty(), access),
                new Pool.Crewing(crews, someMembers()),
                new Pool.Draw(days(), money(), missionIds.isEmpty() ? Optional.empty() : maybe(() -> pick(missionIds))),
                new Pool.Sources(
                        provenance,
                        provenance(),
                        access instanceof Access.OwnersPlusReleased && random.nextBoolean()
                                ? Optional.of(provenance())
                                : Optional.empty(),
                        differing(entitlements.keySet(), provenance),
                        differing(crews.keySet(), provenance)));
    }

    /// Never a circle: only members further down the list are waited for, and each has one policy a round.
    private Condition condition(int round) {
        int self = round % members.size();
        Set<String> later = new LinkedHashSet<>();
        for (int i = self + 1; i < members.size(); i++) {
            later.add(members.get(i).code());
        }
        if (later.isEmpty() || round >= members.size()) {
            return new Condition.DayAfterCovered();
        }
        return switch (random.nextInt(9)) {
            case 0 -> new Condition.NeedsMandate(new LinkedHashSet<>(List.of(text(), text())));
            case 1 -> new Condition.BesideAll(later);
            case 2 -> new Condition.BesideAny(later);
            case 3 -> new Condition.NotBeside(later);
            case 4 -> new Condition.DayAfterCovered();
            case 5 -> new Condition.NeverKinds(Set.of(text()));
            case 6 -> new Condition.OnlyKinds(new LinkedHashSet<>(List.of(text(), text())));
            case 7 -> new Condition.AtLeastMembers(1 + random.nextInt(members.size()));
            default -> new Condition.StaysOut();
        };
    }

    private Caveat caveat(String id) {
        Limit limit = switch (random.nextInt(8)) {
            case 0 -> new Limit.Always();
            case 1 -> new Limit.At(new LinkedHashSet<>(List.of(text(), text())));
            case 2 -> new Limit.OutsideOf(Set.of(text()));
            case 3 -> new Limit.OfKind(Set.of(text()));
            case 4 -> new Limit.NotOfKind(Set.of(text()));
            case 5 ->
                new Limit.During(
                        new LinkedHashSet<>(List.of(pick(List.of(Month.values())), pick(List.of(Month.values())))));
            case 6 -> new Limit.Beside(Set.of(member()));
            default -> new Limit.LongerThan(days());
        };
        Caveat.Form form =
                random.nextBoolean() ? new Caveat.Form.Prohibits() : new Caveat.Form.NeedsApproval(text(), days());
        Optional<Offer> offer = offers.isEmpty() ? Optional.empty() : maybe(() -> pick(offers));
        Optional<LocalDate> from = maybe(this::day);
        return new Caveat(
                id,
                offer.map(Offer::member).orElseGet(this::member),
                offer.map(Offer::id),
                limit,
                form,
                from,
                from.map(day -> day.plusDays(random.nextInt(100))),
                random.nextBoolean(),
                provenance());
    }

    private Mission mission(String id) {
        LocalDate decided = day();
        LocalDate next = decided.plusDays(random.nextInt(30));
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            List<Requirement> lines = new ArrayList<>();
            int most = Math.toIntExact(ChronoUnit.DAYS.between(decided, next));
            several(() -> lines.add(new Requirement(
                    "line-" + lines.size(),
                    capability(),
                    1 + units(),
                    text(),
                    text(),
                    random.nextInt(most + 1),
                    pick(List.of(Requirement.Priority.values())),
                    provenance())));
            LocalDate to = next.plusDays(random.nextInt(200));
            phases.add(new Phase("phase-" + i, text(), next, to, random.nextBoolean(), lines));
            next = to.plusDays(1 + random.nextInt(10));
        }
        List<Mission.FixedCost> costs = new ArrayList<>();
        several(() -> costs.add(new Mission.FixedCost(
                "cost-" + costs.size(), text(), day(), "category", money(), maybe(this::member), provenance())));
        List<Mission.PinnedAssignment> pins = new ArrayList<>();
        if (!offers.isEmpty() && !phases.getFirst().requirements().isEmpty()) {
            pins.add(new Mission.PinnedAssignment(
                    "phase-0", "line-0", pick(offers).id(), units()));
        }
        return new Mission(
                new Mission.Heading(id, text(), random.nextBoolean() ? "" : text(), provenance()),
                new Mission.Decision(
                        pick(List.of(Mission.Mode.values())),
                        random.nextBoolean() ? Set.of() : new LinkedHashSet<>(List.of(text(), text())),
                        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(9)),
                        decided,
                        maybe(() -> new Mission.Waiver(text(), decided, text()))),
                phases,
                new Mission.Company(
                        random.nextBoolean()
                                ? Mission.Floor.NONE
                                : new Mission.Floor(
                                        1 + random.nextInt(members.size()),
                                        BigDecimal.valueOf(random.nextInt(10_001), 2)),
                        random.nextBoolean() ? List.of() : List.of(member()),
                        random.nextBoolean() ? Mission.Pins.NONE : new Mission.Pins(Set.of(), someMembers(), pins)),
                new Mission.Finance(
                        costs,
                        keys.isEmpty()
                                ? Optional.empty()
                                : maybe(() -> new Mission.CommonFund(
                                        "fund",
                                        text(),
                                        pick(keys).id(),
                                        Set.of("headquarters", text()),
                                        maybe(this::money))),
                        keys.isEmpty()
                                ? Optional.empty()
                                : maybe(() -> pick(keys).id())));
    }

    private void several(Runnable add) {
        for (int i = random.nextInt(size + 2); i > 0; i--) {
            add.run();
        }
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Set<String> someMembers() {
        return random.nextBoolean()
                ? Set.of()
                : new LinkedHashSet<>(
                        List.of(members.getFirst().code(), members.getLast().code()));
    }

    private Set<String> someMissions() {
        return missionIds.isEmpty() || random.nextBoolean() ? Set.of() : Set.of(pick(missionIds));
    }

    private String member() {
        return pick(members).code();
    }

    private String capability() {
        return pick(capabilities).code();
    }

    private String text() {
        return pick(TEXTS) + random.nextInt(100) + pick(List.of("", "", ": x", " # x", "'", "\""));
    }

    private LocalDate day() {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9000));
    }

    private int days() {
        return random.nextInt(400);
    }

    private long units() {
        return random.nextInt(100);
    }

    private long money() {
        return random.nextLong(1_000_000_000_000L);
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextLong(1_000_000_000L), random.nextInt(6));
    }

    /// Above zero, and so small that a ledger of such events stays within its limit.
    private BigDecimal rate() {
        return BigDecimal.valueOf(1 + random.nextLong(100_000L), random.nextInt(6));
    }

    private Provenance provenance() {
        Status status = pick(List.of(Status.values()));
        return new Provenance(status, status == Status.ILLUSTRATIVE && random.nextBoolean() ? "" : text().strip());
    }
}
