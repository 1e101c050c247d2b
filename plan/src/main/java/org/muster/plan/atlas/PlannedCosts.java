package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.plan.OutOfTime;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Levels;
import org.muster.plan.model.Line;
import org.muster.plan.model.PlanningModel;
import org.muster.plan.model.Source;
import org.muster.solve.Lexicographic;
import org.muster.solve.LinearModel;
import org.muster.solve.SolveOptions;

/// What a mission costs every coalition, by the planner: cover first, then cost, with everybody else kept out.
///
/// Only members that bring something, own or crew a pool in question, or are named in somebody's conditions matter;
/// coalitions that hold the same of these share one answer.
final class PlannedCosts implements Game {
    private final Mission mission;
    private final PlanningModel planning;
    private final Map<String, Long> gapPrices;
    private final List<String> players;
    private final List<String> relevant;
    private final Set<String> interested;
    private final SolveOptions options;
    private final Map<Set<String>, Long> known = new ConcurrentHashMap<>();
    private final double bound;

    PlannedCosts(Alliance alliance, Mission mission, Set<String> interested, SolveOptions options) {
        this.mission = mission;
        this.options = options;
        Mission alone = StandAlone.of(mission);
        Eligibility eligibility = Eligibility.of(alliance, alone);
        this.planning = PlanningModel.of(alliance, alone, eligibility, PlanningModel.Purpose.COALITION);
        this.gapPrices = StandAlone.gapPrices(eligibility);
        this.players = alliance.members().stream()
                .filter(Member::isAlly)
                .map(Member::code)
                .toList();
        Set<String> matter = mattering(alliance, mission, planning);
        this.relevant = players.stream().filter(matter::contains).toList();
        this.interested = Set.copyOf(interested);
        this.bound = boundOf(eligibility);
    }

    private double boundOf(Eligibility eligibility) {
        double sum = StandAlone.fixedCost(mission);
        for (Line line : eligibility.lines()) {
            sum += (double) gapPrices.getOrDefault(line.key(), 0L)
                    * line.requirement().quantity();
        }
        for (PlanningModel.Released released : planning.released()) {
            sum += (double) released.compensationMinor()
                    * planning.model().variables().get(released.variable()).upper();
        }
        return sum;
    }

    /// Members that tell coalitions apart in what they cost: those that bring something, own or crew a pool that may
    /// serve, or are named in somebody's conditions.
    static Set<String> mattering(Alliance alliance, Mission mission, PlanningModel planning) {
        Set<String> matter = new TreeSet<>();
        planning.used().forEach(used -> {
            switch (used.candidate().source()) {
                case Source.OfMember source -> matter.add(source.offer().member());
                case Source.OfMarket source -> {}
                case Source.OfPool source -> {
                    matter.addAll(source.pool().entitlements().keySet());
                    matter.addAll(source.pool().crews().keySet());
                    matter.addAll(source.pool().neededCrews());
                }
            }
        });
        matter.retainAll(planning.joins().keySet());
        alliance.policies().stream()
                .filter(policy -> policy.isAbout(mission.id()))
                .forEach(policy -> Company.companyOf(policy.condition()).stream()
                        .filter(planning.joins()::containsKey)
                        .forEach(matter::add));
        return matter;
    }

    /// Members that matter, in the alliance's order.
    List<String> relevant() {
        return relevant;
    }

    /// Bit `i` of a coalition is the `i`-th of these.
    List<String> playerCodes() {
        return players;
    }

    /// Lines whose missing units have no price.
    List<String> unpriced() {
        return StandAlone.unpriced(gapPrices);
    }

    @Override
    public int players() {
        return players.size();
    }

    @Override
    public double wholeBound() {
        return bound;
    }

    @Override
    public double value(long coalition) {
        Set<String> present = new HashSet<>();
        for (int i = 0; i < players.size(); i++) {
            if (Coalitions.has(coalition, i)) {
                present.add(players.get(i));
            }
        }
        return cost(present);
    }

    /// What the mission costs these members on their own, in minor units; any number of players.
    ///
    /// @throws OutOfTime where it was not proven in the time allowed
    long cost(Set<String> present) {
        if (present.stream().noneMatch(interested::contains)) {
            return 0;
        }
        Set<String> matter = new HashSet<>(relevant);
        matter.retainAll(present);
        return planned(Set.copyOf(matter));
    }

    private long planned(Set<String> matter) {
        return known.computeIfAbsent(matter, this::plan);
    }

    /// The same game with the planner asked beforehand for every coalition of the members that matter, and the
    /// answers in a table.
    ///
    /// O(2^relevant) plans.
    Game tabulated() {
        long[] table = new long[1 << relevant.size()];
        for (int pattern = 0; pattern < table.length; pattern++) {
            Set<String> present = new HashSet<>();
            for (int r = 0; r < relevant.size(); r++) {
                if (Coalitions.has(pattern, r)) {
                    present.add(relevant.get(r));
                }
            }
            table[pattern] = planned(Set.copyOf(present));
        }
        if (players.size() > Coalitions.MOST_PLAYERS) {
            return this;
        }
        long interesting = mask(interested);
        long matters = mask(relevant);
        return Game.streamedWhole(
                players.size(),
                bound,
                mask -> (mask & interesting) == 0 ? 0 : table[(int) Long.compress(mask, matters)]);
    }

    private long mask(Collection<String> members) {
        long mask = 0;
        for (int i = 0; i < players.size(); i++) {
            mask |= members.contains(players.get(i)) ? 1L << i : 0;
        }
        return mask;
    }

    private long plan(Set<String> coalition) {
        if (options.isOver()) {
            throw new OutOfTime("what a coalition costs on its own");
        }
        List<LinearModel.Variable> variables = new ArrayList<>(planning.model().variables());
        for (String player : players) {
            Integer join = planning.joins().get(player);
            if (join != null && !coalition.contains(player)) {
                variables.set(join, new LinearModel.Variable(variables.get(join).name(), 0, 0, true));
            }
        }
        LinearModel model = new LinearModel(variables, planning.model().rows());
        Lexicographic.Answer answer = Lexicographic.solve(
                model, Levels.coverThenCost(planning, gapPrices).levels(), Optional.of(planning.nobodyGoes()), options);
        if (!answer.isProven()) {
            throw new OutOfTime("what a coalition costs on its own");
        }
        return Math.addExact(
                StandAlone.fixedCost(mission), costOf(answer.values().orElseThrow()));
    }

    private long costOf(long[] values) {
        long cost = 0;
        for (PlanningModel.Used used : planning.used()) {
            long unit = used.candidate().source().unitCostMinor(used.candidate().line());
            cost = Math.addExact(cost, Math.multiplyExact(unit, values[used.variable()]));
        }
        for (PlanningModel.Released released : planning.released()) {
            cost = Math.addExact(cost, Math.multiplyExact(released.compensationMinor(), values[released.variable()]));
        }
        for (Map.Entry<String, Integer> shortfall : planning.shortfalls().entrySet()) {
            long price = gapPrices.getOrDefault(shortfall.getKey(), 0L);
            cost = Math.addExact(cost, Math.multiplyExact(price, values[shortfall.getValue()]));
        }
        return cost;
    }
}
