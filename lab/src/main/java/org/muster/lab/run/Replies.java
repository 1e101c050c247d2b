package org.muster.lab.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
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
import org.muster.alliance.lab.Reform;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
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
    private final Map<PlanKey, Settlement> plans = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder worked = new LongAdder();

    private record Key(String reforms, Circumstances circumstances, double benefit) {}

    private record PlanKey(String reforms, Circumstances circumstances, long available) {}

    Replies(Question question, Settler settler, SolveOptions options) {
        this.question = question;
        this.settler = settler;
        this.options = options.silentlyOn(1);
        if (question.reaction() == Question.Reaction.REPLY) {
            requireBenefits(question);
        }
    }

    private static void requireBenefits(Question question) {
        List<String> silent = question.setting().templates().stream()
                .map(one -> one.mission())
                .filter(mission -> {
                    MissionTerms terms = question.alliance().sharing().termsOf(mission);
                    return !terms.hasBenefits() || terms.worth().isEmpty();
                })
                .toList();
        if (!silent.isEmpty()) {
            throw new Refusal("members can only reply where it is declared what missions are worth to whom: "
                    + String.join(", ", silent)
                    + " have no worth or no benefits in sharing.yaml. Declare them, or leave the missions out of"
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
        int vetoes = (int) IntStream.range(0, game.players())
                .filter(i -> game.payoff(available, i) < 0)
                .count();
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
        Optional<Long> holds = game.players() <= MOST_PLANNED ? game.extreme(start) : Optional.empty();
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
        return new Outcome(1, settlement, runs ? 1 : 0, hung, vetoes, end.isRest(), game.names(end.coalition()));
    }

    private final class Game implements ParticipationGame {
        private final Reformed reformed;
        private final Circumstances circumstances;
        private final double benefit;
        private final Alliance alliance;
        private final Mission mission;
        private final List<String> members;
        private final List<String> players;
        private final MissionTerms terms;

        Game(Reformed reformed, Circumstances circumstances, double benefit) {
            this.reformed = reformed;
            this.circumstances = circumstances;
            this.benefit = benefit;
            this.alliance = circumstances.in(reformed.alliance());
            this.mission = alliance.mission(circumstances.mission()).orElseThrow();
            this.members = List.copyOf(alliance.memberCodes());
            this.players = AskedCoalitions.mattering(alliance, mission);
            this.terms = alliance.sharing().termsOf(mission.id());
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
            Settlement settled = settlement(available);
            if (!settled.covers()) {
                return 0;
            }
            int member = members.indexOf(players.get(player));
            return worthOfCovered(settled.plan(), players.get(player))
                    - settled.pays().get(member);
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
            return plans.computeIfAbsent(
                    new PlanKey(reformed.name(), circumstances, available), key -> planned(available));
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

        /// The largest of all coalitions that hold and run, or the smallest; empty where only idle ones hold, or
        /// members start from what they have stated.
        Optional<Long> extreme(Settle settle) {
            if (settle == Settle.STATED) {
                return Optional.empty();
            }
            Map<Long, Integer> sizes = new LinkedHashMap<>();
            SelfEnforcing.all(this).stream().filter(this::runs).forEach(one -> sizes.put(one, Long.bitCount(one)));
            return sizes.entrySet().stream()
                    .reduce((a, b) -> {
                        boolean larger = b.getValue() > a.getValue();
                        boolean smaller = b.getValue() < a.getValue();
                        return settle == Settle.BOTTOM ? (smaller ? b : a) : (larger ? b : a);
                    })
                    .map(Map.Entry::getKey);
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
