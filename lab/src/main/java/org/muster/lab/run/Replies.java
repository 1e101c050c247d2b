package org.muster.lab.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.lab.Reform;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.sharing.Sharing;
import org.muster.input.Refusal;
import org.muster.lab.join.BestReplies;
import org.muster.lab.join.ParticipationGame;
import org.muster.lab.join.SelfEnforcing;
import org.muster.lab.join.Settle;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.solve.SolveOptions;

/// Members that reply to what the others do: the plan is the best out of those that are available, each member is left
/// with its part of the lines that are covered less what the rule makes it bear, and comes or goes where that leaves it
/// with more.
///
/// Where a mission is collective and somebody would be left with less than nothing, that member objects, and those who
/// go decide.
final class Replies {
    /// Members that matter up to which all coalitions are planned.
    private static final int MOST_PLANNED = 8;

    private static final int MOST_PLAYERS = 62;

    private final Question question;
    private final Settler settler;
    private final SolveOptions options;
    private final Map<Key, List<Outcome>> known = new ConcurrentHashMap<>();
    private final Map<PlansOf, Map<Long, Settlement>> plans = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder worked = new LongAdder();

    private record Key(String reforms, Circumstances circumstances, double benefit) {}

    /// What settlements of coalitions hang on beside these.
    private record PlansOf(String reforms, Circumstances circumstances) {}

    Replies(Question question, Settler settler, SolveOptions options) {
        this.question = question;
        this.settler = settler;
        this.options = options.silentlyOn(1);
        if (question.reaction() == Question.Reaction.REPLY) {
            requireBenefits(question);
        }
    }

    /// The alliance with what missions are worth that only `futures.yaml` says.
    static Alliance staked(Alliance alliance, Stakes stakes) {
        if (stakes.worth().isEmpty()) {
            return alliance;
        }
        List<MissionTerms> terms = new ArrayList<>();
        for (MissionTerms worth : stakes.worth()) {
            MissionTerms agreed = alliance.sharing().termsOf(worth.mission());
            terms.add(new MissionTerms(
                    worth.mission(),
                    worth.benefits(),
                    worth.worth(),
                    worth.lines(),
                    agreed.optOuts(),
                    agreed.credits(),
                    agreed.creditCapPercent(),
                    agreed.agreements()));
        }
        Set<String> told = terms.stream().map(MissionTerms::mission).collect(Collectors.toSet());
        alliance.sharing().missions().stream()
                .filter(one -> !told.contains(one.mission()))
                .forEach(terms::add);
        return alliance.withOffers(
                alliance.offers(), new Sharing(terms, alliance.sharing().rules()));
    }

    private static void requireBenefits(Question question) {
        Alliance staked = staked(question.alliance(), question.setting().stakes());
        List<String> silent = question.setting().templates().stream()
                .map(one -> one.mission())
                .filter(mission -> {
                    MissionTerms terms = staked.sharing().termsOf(mission);
                    return !terms.hasBenefits() || terms.worth().isEmpty();
                })
                .toList();
        if (!silent.isEmpty()) {
            throw new Refusal("members can only reply where it is declared what missions are worth to whom: "
                    + String.join(", ", silent)
                    + " have no worth or no benefits in sharing.yaml or futures.yaml. Declare them, or leave the missions out of"
                    + " futures.yaml, or ask with --reaction none");
        }
    }

    long asked() {
        return asked.sum();
    }

    long worked() {
        return worked.sum();
    }

    List<Outcome> outcomes(Reformed reformed, Circumstances circumstances, double benefit) {
        asked.increment();
        Key key = new Key(reformed.name(), circumstances, benefit);
        List<Outcome> there = known.get(key);
        if (there == null) {
            worked.increment();
            there = work(reformed, circumstances, benefit);
            known.put(key, there);
        }
        return there;
    }

    private List<Outcome> work(Reformed reformed, Circumstances circumstances, double benefit) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Settle> starts =
                question.settle() == Settle.BOTH ? List.of(Settle.TOP, Settle.BOTTOM) : List.of(question.settle());
        for (Settle start : starts) {
            outcomes.add(settled(reformed, circumstances, benefit, start).weighing(1.0 / starts.size()));
        }
        return outcomes;
    }

    private Outcome settled(Reformed reformed, Circumstances circumstances, double benefit, Settle start) {
        Game game = new Game(reformed, circumstances, benefit);
        Outcome outcome = settled(game, start, 0);
        boolean collective = reformed.alliance()
                .mission(circumstances.mission())
                .filter(mission -> mission.mode() == Mission.Mode.COLLECTIVE)
                .isPresent();
        if (!collective || !outcome.isSettled()) {
            return outcome;
        }
        long available = game.of(outcome.joins());
        int vetoes = game.vetoes(available);
        if (vetoes == 0) {
            return outcome;
        }
        Mission mission = reformed.alliance().mission(circumstances.mission()).orElseThrow();
        List<Mission> missions = new ArrayList<>(reformed.alliance().missions());
        missions.replaceAll(one ->
                one.equals(mission) ? MissionOf.with(one, Mission.Mode.COALITION, one.fund(), one.phases()) : one);
        Reformed vetoed = new Reformed(
                reformed.name() + Reform.STACKED + "vetoed:" + mission.id(),
                reformed.means() + Reform.STACKED + "vetoed:" + mission.id(),
                reformed.alliance().withMissions(missions),
                reformed.rules(),
                reformed.held(),
                reformed.firm());
        return settled(new Game(vetoed, circumstances, benefit), start, vetoes);
    }

    private static Outcome settled(Game game, Settle start, int vetoes) {
        List<Long> holding = game.players() <= MOST_PLANNED ? game.holding() : List.of();
        Optional<Long> holds = Game.extreme(holding, start);
        BestReplies.End end = holds.map(one -> new BestReplies.End(one, List.of()))
                .orElseGet(() -> BestReplies.from(
                        game,
                        game.start(start),
                        IntStream.range(0, game.players()).toArray()));
        Settlement settlement = game.settlement(end.coalition());
        boolean runs = end.isRest() && settlement.covers();
        int hung = 0;
        for (int i = 0; runs && i < game.players(); i++) {
            boolean in = ((end.coalition() >>> i) & 1) != 0;
            hung += in && !game.settlement(end.coalition() & ~(1L << i)).covers() ? 1 : 0;
        }
        // Pairs and triples of so many would be thousands of plans: beyond, rest says that nobody gains alone.
        boolean pairsAsked = game.players() <= MOST_PLANNED;
        if (runs && !pairsAsked) {
            holding = List.of(end.coalition());
        }
        return new Outcome(
                1,
                settlement,
                runs ? 1 : 0,
                hung,
                vetoes,
                end.isRest(),
                game.names(end.coalition()),
                end.isRest() ? game.lacking(end.coalition()) : Map.of(),
                holding.stream().map(game::names).toList());
    }

    private final class Game implements ParticipationGame {
        private final Reformed reformed;
        private final double benefit;
        private final Alliance alliance;
        private final Mission mission;
        private final List<String> members;
        private final List<String> players;
        private final MissionTerms terms;
        private final Stakes stakes;
        private final long forced;
        private final Map<Long, Settlement> settled;

        Game(Reformed reformed, Circumstances circumstances, double benefit) {
            this.reformed = reformed;
            this.benefit = benefit;
            this.stakes = question.setting().stakes();
            this.alliance = staked(circumstances.in(reformed.alliance()), stakes);
            this.mission = alliance.mission(circumstances.mission()).orElseThrow();
            this.members = List.copyOf(alliance.memberCodes());
            this.players = AskedCoalitions.mattering(alliance, mission);
            this.terms = alliance.sharing().termsOf(mission.id());
            this.settled = plans.computeIfAbsent(
                    new PlansOf(reformed.name(), circumstances), key -> new ConcurrentHashMap<>());
            this.forced = of(List.copyOf(mission.pins().mustJoin()));
            if (players.size() > MOST_PLAYERS) {
                throw new Refusal(players.size() + " members matter for mission " + mission.id() + ", more than "
                        + MOST_PLAYERS + " that can reply to one another");
            }
        }

        @Override
        public int players() {
            return players.size();
        }

        @Override
        public boolean runs(long available) {
            return settlement(available).covers();
        }

        @Override
        public long payoff(long available, int player) {
            return left(available, players.get(player));
        }

        /// What a member is left with, whether it matters for the mission or not.
        private long left(long available, String name) {
            Settlement settled = settlement(available);
            if (!settled.covers()) {
                return 0;
            }
            int member = members.indexOf(name);
            return worthOfCovered(settled.plan(), name)
                    - settled.pays().get(member)
                    + (settled.goes().get(member)
                            ? stakes.goingOf(name).map(Stakes.Going::worthMinor).orElse(0L)
                            : 0);
        }

        /// How many would lose more than an objection costs them: also those whom nothing asks to go.
        int vetoes(long available) {
            return (int) alliance.members().stream()
                    .filter(Member::isAlly)
                    .map(Member::code)
                    .filter(code -> left(available, code)
                            < -stakes.goingOf(code).map(Stakes.Going::vetoMinor).orElse(0L))
                    .count();
        }

        /// What going would have to be worth more to each that is not available, for it to come. Whom the plan would
        /// not take, or with whom nothing would run, no worth of going brings.
        Map<String, Long> lacking(long available) {
            Map<String, Long> lacking = new LinkedHashMap<>();
            for (int i = 0; i < players.size(); i++) {
                long with = available | (1L << i);
                Settlement settled = settlement(with);
                boolean taken = settled.covers() && settled.goes().get(members.indexOf(players.get(i)));
                if (with != available && taken) {
                    lacking.put(players.get(i), BestReplies.threshold(this, available, i));
                }
            }
            return lacking;
        }

        /// A member's part of the lines that are covered; of the whole where benefits are not declared by line.
        private long worthOfCovered(Plan plan, String member) {
            long worth = terms.worth().map(MissionTerms.Worth::amountMinor).orElse(0L);
            BigDecimal part = BigDecimal.ZERO;
            if (terms.lines().isEmpty()) {
                part = terms.benefitOf(member);
            } else {
                Set<String> open = plan.gaps().stream().map(Plan.Gap::lineKey).collect(Collectors.toSet());
                for (MissionTerms.LineWorth line : terms.lines()) {
                    part = open.contains(line.line())
                            ? part
                            : part.add(line.benefits()
                                    .getOrDefault(member, BigDecimal.ZERO)
                                    .multiply(line.sharePercent())
                                    .movePointLeft(2));
                }
            }
            return part.multiply(BigDecimal.valueOf(worth))
                    .multiply(BigDecimal.valueOf(benefit))
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }

        Settlement settlement(long available) {
            Settlement there = settled.get(available);
            if (there == null) {
                there = fromMore(available).orElseGet(() -> planned(available));
                settled.put(available, there);
            }
            return there;
        }

        /// The best out of more members is the best out of fewer where it takes none but these: a member that is not
        /// available is one that does not join, and says nothing by it. Who has to join is told otherwise.
        private Optional<Settlement> fromMore(long available) {
            return settled.entrySet().stream()
                    .filter(one -> (available & ~one.getKey()) == 0 && (forced & one.getKey() & ~available) == 0)
                    .filter(one -> (going(one.getValue()) & ~available) == 0)
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        private long going(Settlement settlement) {
            long going = 0;
            for (int i = 0; i < players.size(); i++) {
                going |= settlement.goes().get(members.indexOf(players.get(i))) ? 1L << i : 0;
            }
            return going;
        }

        private Settlement planned(long available) {
            Set<String> not = new TreeSet<>(mission.pins().mustNot());
            Set<String> join = new TreeSet<>(mission.pins().mustJoin());
            for (int i = 0; i < players.size(); i++) {
                if (((available >>> i) & 1) == 0) {
                    not.add(players.get(i));
                    join.remove(players.get(i));
                }
            }
            Mission tried =
                    mission.with(new Mission.Pins(join, not, mission.pins().assignments()));
            Plan plan = Planner.plan(alliance, tried, new PlanOptions(options, Optional.empty()));
            return settler.of(alliance, tried, Ability.NOBODY, plan, reformed.ruleOf(mission));
        }

        long start(Settle settle) {
            long everybody = (1L << players.size()) - 1;
            return switch (settle) {
                case TOP, BOTH -> everybody;
                case BOTTOM -> 0;
                case STATED -> {
                    long stated = 0;
                    for (int i = 0; i < players.size(); i++) {
                        stated |= alliance.positionOf(players.get(i), mission.id())
                                        .mayJoin()
                                ? 1L << i
                                : 0;
                    }
                    yield stated;
                }
            };
        }

        /// All coalitions that enforce themselves and run.
        List<Long> holding() {
            return SelfEnforcing.all(this).stream().filter(this::runs).toList();
        }

        /// The largest of those that hold and run, or the smallest; empty where only idle ones hold, or members start
        /// from what they have stated.
        static Optional<Long> extreme(List<Long> holding, Settle settle) {
            Comparator<Long> bySize = Comparator.comparingInt(Long::bitCount);
            return switch (settle) {
                case STATED -> Optional.empty();
                case BOTTOM -> holding.stream().min(bySize);
                // the first of those that are largest
                case TOP, BOTH -> holding.stream().reduce((one, other) -> bySize.compare(other, one) > 0 ? other : one);
            };
        }

        List<String> names(long available) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < players.size(); i++) {
                if (((available >>> i) & 1) != 0) {
                    names.add(players.get(i));
                }
            }
            return names;
        }

        long of(List<String> names) {
            long available = 0;
            for (int i = 0; i < players.size(); i++) {
                available |= names.contains(players.get(i)) ? 1L << i : 0;
            }
            return available;
        }
    }
}
