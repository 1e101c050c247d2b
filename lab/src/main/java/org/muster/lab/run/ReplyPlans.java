package org.muster.lab.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.input.Refusal;
import org.muster.plan.DayAfter;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.plan.atlas.WhoCan;
import org.muster.plan.fold.Fold;
import org.muster.solve.SolveOptions;

/// The best plan of a mission out of the members that are available, for any of them: what replies to it are made by,
/// whatever it is worth to whom.
///
/// Safe for several threads.
final class ReplyPlans {
    private static final int MOST_PLAYERS = 62;

    /// Beyond, asking a fold takes as long as a plan.
    private static final int MOST_STATES = 200_000;

    private final Alliance alliance;
    private final Mission mission;
    private final Reformed reformed;
    private final Settler settler;
    private final SolveOptions options;
    private final List<String> members;
    private final List<String> players;
    private final int[] memberOf;
    private final int[] allyOf;
    private final Optional<Fold> fold;
    private final long forced;
    private final boolean idleStaysIdle;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    /// What was planned, in the order in which it was: others are found from these.
    private final List<Planned> planned = new CopyOnWriteArrayList<>();

    /// What the fold says, by coalition.
    private final Map<Long, Boolean> able = new ConcurrentHashMap<>();

    private volatile boolean isTooMany;

    /// @param takes the players whom the plan takes
    private record Known(Settlement settlement, long takes) {}

    /// @param available out of whom
    private record Planned(long available, Known known) {}

    /// @param alliance with what the mission is worth to whom, under its circumstances
    ReplyPlans(Alliance alliance, Reformed reformed, String mission, Settler settler, SolveOptions options) {
        this.alliance = alliance;
        this.reformed = reformed;
        this.mission = alliance.mission(mission).orElseThrow();
        this.settler = settler;
        this.options = options;
        this.members = List.copyOf(alliance.memberCodes());
        this.players = AskedCoalitions.mattering(alliance, this.mission);
        if (players.size() > MOST_PLAYERS) {
            throw new Refusal(players.size() + " members matter for mission " + mission + ", more than " + MOST_PLAYERS
                    + " that can reply to one another");
        }
        this.memberOf = players.stream().mapToInt(members::indexOf).toArray();
        List<String> allies = Settler.allies(alliance);
        this.allyOf = players.stream().mapToInt(allies::indexOf).toArray();
        this.fold = fold(alliance, this.mission);
        this.forced = of(this.mission.pins().mustJoin());
        // What is short is as little as can be, so that more members never leave more of it. With a waiver it also
        // counts where it is short.
        this.idleStaysIdle = this.mission.waiver().isEmpty();
    }

    Alliance alliance() {
        return alliance;
    }

    Mission mission() {
        return mission;
    }

    /// The rule that shares the bill.
    String rule() {
        return reformed.ruleOf(mission);
    }

    /// Whose coming matters, in the alliance's order.
    List<String> players() {
        return players;
    }

    /// Whether a coalition that cannot do it has no part that can.
    boolean idleStaysIdle() {
        return idleStaysIdle;
    }

    /// Whether no plan hangs on a player of whom it would make no use.
    boolean isFree(int player) {
        return ((forced >>> player) & 1) == 0;
    }

    /// Whether all coalitions have been found to take more plans than are made.
    boolean isTooMany() {
        return isTooMany;
    }

    void setTooMany() {
        isTooMany = true;
    }

    /// What it comes to out of exactly these.
    Settlement settlement(long available) {
        return known(available).settlement();
    }

    /// Whom the best plan out of these takes.
    long takes(long available) {
        return known(available).takes();
    }

    /// Whether it is known without a plan that nothing runs out of these: they cannot do it by the fold, or a plan of
    /// more could not.
    boolean isKnownIdle(long available) {
        if (fold.isPresent()) {
            return !able.computeIfAbsent(available, some -> settler.asking(() -> can(fold.get(), some)));
        }
        if (idleStaysIdle) {
            for (Planned one : planned) {
                if (!one.known().settlement().covers() && isFreelyWithin(available, one.available())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What coalitions can do it, where a plan covers exactly what one of them can: not so where something is pinned, a
    /// waiver lets a mission run that does not cover its day after, or nobody has said what its day after needs.
    static Optional<Fold> fold(Alliance alliance, Mission mission) {
        Mission.Pins pins = mission.pins();
        boolean isPinned = !pins.mustJoin().isEmpty() || !pins.assignments().isEmpty();
        return isPinned
                        || mission.waiver().isPresent()
                        || DayAfter.firstGap(mission, Map.of()).isPresent()
                ? Optional.empty()
                : WhoCan.of(alliance, mission).ability().flatMap(ability -> Fold.of(ability, MOST_STATES));
    }

    /// Members that do not matter bring nothing, and are left out.
    private boolean can(Fold some, long available) {
        double[] sure = new double[some.players()];
        for (int i = 0; i < allyOf.length; i++) {
            sure[allyOf[i]] = (available >>> i) & 1;
        }
        return some.chances(sure).overall() > 0.5;
    }

    private Known known(long available) {
        Known there = known.get(available);
        if (there == null) {
            there = fromMore(available);
            if (there == null) {
                there = planned(available);
                planned.add(new Planned(available, there));
            }
            known.put(available, there);
        }
        return there;
    }

    /// Whether only players are missing that nobody has to take.
    private boolean isFreelyWithin(long available, long more) {
        return (available & ~more) == 0 && (forced & more & ~available) == 0;
    }

    /// The best out of more members is the best out of fewer where it takes none but these: a member that is not
    /// available is one that does not join, and says nothing by it. Who has to join is told otherwise.
    private @Nullable Known fromMore(long available) {
        for (Planned one : planned) {
            if ((one.known().takes() & ~available) == 0 && isFreelyWithin(available, one.available())) {
                return one.known();
            }
        }
        return null;
    }

    private Known planned(long available) {
        Set<String> not = new TreeSet<>(mission.pins().mustNot());
        Set<String> join = new TreeSet<>(mission.pins().mustJoin());
        for (int i = 0; i < players.size(); i++) {
            if (((available >>> i) & 1) == 0) {
                not.add(players.get(i));
                join.remove(players.get(i));
            }
        }
        Mission tried = mission.with(new Mission.Pins(join, not, mission.pins().assignments()));
        Plan plan = settler.asking(() -> Planner.plan(alliance, tried, new PlanOptions(options, Optional.empty())));
        Settlement settlement = settler.of(alliance, tried, Ability.NOBODY, plan, reformed.ruleOf(mission));
        long takes = 0;
        for (int i = 0; i < memberOf.length; i++) {
            takes |= settlement.goes().get(memberOf[i]) ? 1L << i : 0;
        }
        return new Known(settlement, takes);
    }

    /// Where a member stands in the alliance's order.
    int memberAt(String name) {
        return members.indexOf(name);
    }

    List<String> names(long available) {
        return IntStream.range(0, players.size())
                .filter(i -> ((available >>> i) & 1) != 0)
                .mapToObj(players::get)
                .toList();
    }

    long of(Iterable<String> names) {
        long available = 0;
        for (String name : names) {
            int at = players.indexOf(name);
            available |= at < 0 ? 0 : 1L << at;
        }
        return available;
    }
}
