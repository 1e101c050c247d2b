package org.muster.lab.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.answer.ShareAnswer;
import org.muster.answer.Telling;
import org.muster.input.Refusal;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.share.WhoPays;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingCase;
import org.muster.share.rule.SharingRule;
import org.muster.solve.SolveOptions;

/// Settles missions on the planner and the sharing rules, and remembers: circumstances that are equal are settled once.
///
/// Safe for several threads: a settlement is a function of its circumstances.
final class Settler {
    /// Settlements and plans that are remembered at most; one takes some ten kilobytes.
    private static final int MOST_REMEMBERED = 10_000;

    /// Diagrams of coalitions that are remembered at most; one takes some hundred kilobytes.
    private static final int MOST_ABILITIES = 2_000;

    private static final int MOST_CHANCES = 100_000;

    private final Stakes stakes;
    private final SolveOptions options;
    private final Map<Key, Settlement> known = new ConcurrentHashMap<>();
    private final Map<Key, Plan> plans = new ConcurrentHashMap<>();
    private final Map<Key, Ability> abilities = new ConcurrentHashMap<>();
    private final Map<Asked, Ability.Chance> chances = new ConcurrentHashMap<>();
    private final Map<String, SharingCase> cases = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder settled = new LongAdder();
    private final LongAdder nanosAsking = new LongAdder();

    private record Key(String reforms, Circumstances circumstances) {}

    /// Both are their own: two are the same where they are one.
    private record Asked(Ability ability, Willingness willing) {}

    /// @param stakes what units of pools are worth outside missions
    Settler(Stakes stakes, SolveOptions options) {
        this.stakes = stakes;
        this.options = options.silentlyOn(1);
    }

    /// How many settlements were asked for.
    long asked() {
        return asked.sum();
    }

    /// Counts a settlement that whoever asked had remembered.
    void askedAgain() {
        asked.increment();
    }

    /// How many of them had to be worked out.
    long settled() {
        return settled.sum();
    }

    /// Nanoseconds by the clock that the planner and the fold took of it, all threads together.
    long nanosAsking() {
        return nanosAsking.sum();
    }

    /// Asks the planner or the fold.
    <T> T asking(Supplier<T> question) {
        long start = System.nanoTime();
        T answer = question.get();
        nanosAsking.add(System.nanoTime() - start);
        return answer;
    }

    Settlement settle(Reformed reformed, Circumstances circumstances) {
        asked.increment();
        return remembered(known, MOST_REMEMBERED, new Key(reformed.name(), circumstances), () -> {
            settled.increment();
            return work(reformed, circumstances);
        });
    }

    /// Asks the planner and the fold again for what is remembered of them, and does nothing else.
    ///
    /// @param means the alliance under each reform, by what the reform's means are called
    /// @return      how many questions that were
    long askAgain(Map<String, Alliance> means) {
        for (Key key : plans.keySet()) {
            Alliance alliance = key.circumstances().in(Objects.requireNonNull(means.get(key.reforms())));
            Mission mission = alliance.mission(key.circumstances().mission()).orElseThrow();
            Planner.plan(alliance, mission, new PlanOptions(options, Optional.empty()));
        }
        for (Key key : abilities.keySet()) {
            Alliance alliance = key.circumstances().in(Objects.requireNonNull(means.get(key.reforms())));
            Ability.of(alliance, alliance.mission(key.circumstances().mission()).orElseThrow(), options);
        }
        chances.keySet().forEach(one -> one.ability().chance(one.willing().chances()));
        return plans.size() + (long) abilities.size() + chances.size();
    }

    /// Shares again every bill that is remembered, and does nothing else.
    ///
    /// @param reforms by what they are called
    /// @return        how many bills that were
    long shareAgain(Map<String, Reformed> reforms) {
        long shared = 0;
        for (Map.Entry<Key, Settlement> one : known.entrySet()) {
            if (one.getValue().covers()) {
                Reformed reformed =
                        Objects.requireNonNull(reforms.get(one.getKey().reforms()));
                Alliance alliance = reformed.alliance();
                Mission mission =
                        alliance.mission(one.getKey().circumstances().mission()).orElseThrow();
                pays(alliance, mission, one.getValue().plan(), reformed.ruleOf(mission));
                shared++;
            }
        }
        return shared;
    }

    /// The chance that a mission runs: reforms that change no means ask for the same one in the same future.
    Ability.Chance chance(Ability who, Willingness willing) {
        Asked key = new Asked(who, willing);
        Ability.Chance there = chances.get(key);
        if (there == null) {
            there = asking(() -> who.chance(willing.chances()));
            if (chances.size() >= MOST_CHANCES) {
                chances.clear();
            }
            chances.put(key, there);
        }
        return there;
    }

    private Settlement work(Reformed reformed, Circumstances circumstances) {
        Alliance alliance = circumstances.in(reformed.alliance());
        Mission mission = alliance.mission(circumstances.mission()).orElseThrow();
        Ability who = remembered(
                abilities,
                MOST_ABILITIES,
                new Key(reformed.means(), circumstances.atAnyPrice()),
                () -> asking(() -> Ability.of(alliance, mission, options)));
        Plan plan = remembered(
                plans,
                MOST_REMEMBERED,
                new Key(reformed.means(), circumstances),
                () -> asking(() -> Planner.plan(alliance, mission, new PlanOptions(options, Optional.empty()))));
        return of(alliance, mission, who, funded(plan, mission), reformed.ruleOf(mission));
    }

    /// Whoever asks for what another thread is just working out waits for it.
    private static <T> T remembered(Map<Key, T> known, int most, Key key, Supplier<T> work) {
        T there = known.get(key);
        if (there != null) {
            return there;
        }
        return known.size() < most ? known.computeIfAbsent(key, k -> work.get()) : work.get();
    }

    /// A plan of the same means with the fund that the mission has under this reform: a fund carries lines of the bill
    /// and changes no plan.
    private static Plan funded(Plan plan, Mission mission) {
        List<CostLine> lines = new ArrayList<>();
        for (CostLine line : plan.bill().lines()) {
            Optional<String> fund = mission.fund()
                    .filter(one -> one.categories().contains(line.category()))
                    .map(Mission.CommonFund::id);
            lines.add(new CostLine(
                    line.id(),
                    line.date(),
                    line.category(),
                    line.text(),
                    line.amountMinor(),
                    line.incurredBy(),
                    fund,
                    line.illustrative(),
                    line.price()));
        }
        return new Plan(
                plan.alliance(),
                plan.mission(),
                plan.verdict(),
                plan.consent(),
                plan.certainty(),
                plan.going(),
                plan.supply(),
                new Bill(plan.bill().currency(), lines, plan.bill().receipts()),
                plan.illustrative());
    }

    /// What a plan comes to under a rule.
    Settlement of(Alliance alliance, Mission mission, Ability who, Plan plan, String rule) {
        boolean covers = plan.status() == Plan.Status.COVERED || plan.status() == Plan.Status.WAIVED;
        List<String> members = List.copyOf(alliance.memberCodes());
        Map<String, Long> pays = covers ? pays(alliance, mission, plan, rule) : Map.of();
        Set<String> going = Set.copyOf(plan.coalition());
        PlanUse use = new PlanUse(alliance, mission, plan);
        return new Settlement(
                who,
                plan,
                covers,
                use.openDays(),
                covers ? plan.bill().netMinor() : 0,
                members.stream().map(one -> pays.getOrDefault(one, 0L)).toList(),
                members.stream().map(going::contains).toList(),
                covers
                        ? benefits(alliance, mission, members)
                        : members.stream().map(one -> 0L).toList(),
                covers ? use.gives(stakes) : Collections.nCopies(members.size(), 0L),
                covers ? use.draws(true) : Map.of(),
                covers ? use.draws(false) : Map.of(),
                covers ? use.holds() : Map.of(),
                use.refused());
    }

    private Map<String, Long> pays(Alliance alliance, Mission mission, Plan plan, String named) {
        SharingRule rule = Rules.of(alliance.sharing()).stream()
                .filter(one -> one.id().equals(named))
                .findFirst()
                .orElseThrow(() -> new Refusal("no rule is called " + named));
        if (rule.basis() == SharingRule.Basis.GAME) {
            WhoPays whoPays = ShareAnswer.of(
                            alliance, mission, List.of(rule), Optional.empty(), options, Telling.nobody())
                    .plan()
                    .whoPays();
            if (whoPays.columns().isEmpty()) {
                throw notApplicable(
                        mission, named, String.valueOf(whoPays.notApplicable().get(named)));
            }
            return whoPays.columns().getFirst().amounts();
        }
        // Income and population are looked up once a mission: they hang on the day it was decided, which no
        // reform moves.
        SharingCase figures = cases.computeIfAbsent(
                mission.id(),
                id -> WhoPays.caseOf(alliance, mission, plan.coalition(), plan.bill(), Optional.empty(), 1));
        SharingCase sharing = SharingCase.of(
                alliance,
                mission,
                plan.coalition(),
                plan.bill(),
                figures.income(),
                figures.population(),
                Optional.empty(),
                1);
        return switch (rule.share(sharing)) {
            case SharingRule.Outcome.Shared shared ->
                shared.lessReceiptsOf(plan.bill()).amounts();
            case SharingRule.Outcome.NotApplicable not -> throw notApplicable(mission, named, not.reason());
        };
    }

    private static Refusal notApplicable(Mission mission, String rule, String reason) {
        return new Refusal("rule " + rule + " cannot share the bill of " + mission.id() + ": " + reason);
    }

    private static List<Long> benefits(Alliance alliance, Mission mission, List<String> members) {
        MissionTerms terms = alliance.sharing().termsOf(mission.id());
        long worth = terms.worth().map(MissionTerms.Worth::amountMinor).orElse(0L);
        return members.stream()
                .map(one -> terms.benefitOf(one)
                        .multiply(BigDecimal.valueOf(worth))
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact())
                .toList();
    }

    /// Codes of all allies, in the alliance's order.
    static List<String> allies(Alliance alliance) {
        List<String> allies = new ArrayList<>();
        alliance.members().stream().filter(Member::isAlly).map(Member::code).forEach(allies::add);
        return allies;
    }
}
