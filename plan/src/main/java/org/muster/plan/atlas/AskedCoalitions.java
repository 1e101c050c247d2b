package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Condition;
import org.muster.plan.OutOfTime;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Levels;
import org.muster.plan.model.Line;
import org.muster.plan.model.PlanningModel;
import org.muster.solve.Lexicographic;
import org.muster.solve.SolveOptions;

/// Which coalitions of the allies can do a mission, by the planner: some of their members, with floor and lead, cover
/// every essential line, the day after included. For missions that [WhoCan] cannot say in numbers.
///
/// Only members that matter tell coalitions apart. Whoever joins a coalition that can may stay at home, so that one
/// that can still can when others join: most coalitions are answered without asking.
///
/// @param players the allies, in the alliance's order
/// @param matter  those that matter, in the same order, at most [#MOST_MATTERING]
/// @param can     bit `c` says that the coalition `c` of those that matter can, bit `i` of `c` being the `i`-th of them
/// @param asked   how many coalitions the planner was asked for
public record AskedCoalitions(List<String> players, List<String> matter, BitSet can, int asked) {
    /// Members that matter at most.
    public static final int MOST_MATTERING = 20;

    public AskedCoalitions {
        players = List.copyOf(players);
        matter = List.copyOf(matter);
        can = (BitSet) can.clone();
    }

    @Override
    public BitSet can() {
        return (BitSet) can.clone();
    }

    /// What is known of the coalitions beforehand.
    ///
    /// @param can    coalitions that can for sure
    /// @param cannot coalitions that cannot for sure
    public record Before(List<String> matter, BitSet can, BitSet cannot) {}

    /// Who matters for a mission, at any number.
    public static List<String> mattering(Alliance alliance, Mission mission) {
        return new Asking(alliance, mission, SolveOptions.defaults()).matter;
    }

    /// Asks the planner.
    ///
    /// @param before what follows from harder or easier missions with the same members that matter; empty where nothing
    ///               is known, and passed over where others matter
    /// @throws OutOfTime                where it was not proven in the time allowed
    /// @throws IllegalArgumentException where more members matter than [#MOST_MATTERING]
    public static AskedCoalitions of(
            Alliance alliance, Mission mission, Optional<Before> before, SolveOptions options) {
        Asking asking = new Asking(alliance, mission, options);
        return asked(asking, before);
    }

    /// Asks for every coalition of those that matter that no other answers.
    ///
    /// @param before passed over where others matter
    /// @throws OutOfTime                where it was not proven in the time allowed
    /// @throws IllegalArgumentException where more members matter than [#MOST_MATTERING]
    public static AskedCoalitions asked(SingleCoalitions.Asker asker, Optional<Before> before) {
        List<String> players = asker.players();
        List<String> matter = asker.matter();
        if (matter.size() > MOST_MATTERING) {
            throw new IllegalArgumentException(
                    matter.size() + " members matter, of " + MOST_MATTERING + " whose coalitions are asked for");
        }
        AtomicInteger asked = new AtomicInteger();
        IntPredicate counting = coalition -> {
            asked.incrementAndGet();
            return asker.can(members(matter, coalition));
        };
        int all = 1 << matter.size();
        BitSet can = new BitSet(all);
        BitSet cannot = new BitSet(all);
        before.filter(one -> one.matter().equals(matter)).ifPresent(known -> {
            can.or(known.can());
            cannot.or(known.cannot());
        });
        List<Integer> needed = new ArrayList<>();
        if (!can.get(all - 1) && (cannot.get(all - 1) || !counting.test(all - 1))) {
            return new AskedCoalitions(players, matter, new BitSet(), asked.get());
        }
        can.set(all - 1);
        for (int i = 0; i < matter.size(); i++) {
            int rest = all - 1 - (1 << i);
            if (!can.get(rest) && (cannot.get(rest) || !counting.test(rest))) {
                needed.add(1 << i);
            } else {
                can.set(rest);
            }
        }
        for (int coalition = 0; coalition < all; coalition++) {
            if (can.get(coalition) || cannot.get(coalition)) {
                continue;
            }
            int here = coalition;
            if (needed.stream().anyMatch(bit -> (here & bit) == 0)) {
                continue;
            }
            if (subsetCan(can, coalition) || counting.test(coalition)) {
                can.set(coalition);
            }
        }
        return new AskedCoalitions(players, matter, can, asked.get());
    }

    private static Set<String> members(List<String> matter, int coalition) {
        Set<String> members = new TreeSet<>();
        for (int i = 0; i < matter.size(); i++) {
            if ((coalition >>> i & 1) != 0) {
                members.add(matter.get(i));
            }
        }
        return members;
    }

    private static boolean subsetCan(BitSet can, int coalition) {
        for (int rest = coalition; rest != 0; rest &= rest - 1) {
            if (can.get(coalition & ~Integer.lowestOneBit(rest))) {
                return true;
            }
        }
        return false;
    }

    static final class Asking implements SingleCoalitions.Asker {
        private final PlanningModel planning;
        private final SolveOptions options;
        private final List<String> players;
        private final List<String> matter;

        Asking(Alliance alliance, Mission mission, SolveOptions options) {
            this.options = options;
            Mission free =
                    mission.with(new Mission.Pins(Set.of(), mission.pins().mustNot(), List.of()));
            this.planning =
                    PlanningModel.of(alliance, free, Eligibility.of(alliance, free), PlanningModel.Purpose.COALITION);
            this.players = alliance.members().stream()
                    .filter(Member::isAlly)
                    .map(Member::code)
                    .toList();
            Set<String> some = new TreeSet<>(PlannedCosts.mattering(alliance, mission, planning));
            some.addAll(mission.lead());
            if (!mission.floor().equals(Mission.Floor.NONE)
                    || alliance.policies().stream()
                            .anyMatch(policy -> policy.isAbout(mission.id())
                                    && policy.condition() instanceof Condition.AtLeastMembers)) {
                some.addAll(planning.joins().keySet());
            }
            some.retainAll(planning.joins().keySet());
            this.matter = players.stream().filter(some::contains).toList();
        }

        @Override
        public List<String> players() {
            return players;
        }

        @Override
        public List<String> matter() {
            return matter;
        }

        @Override
        public boolean can(Set<String> present) {
            return solved(present).isPresent();
        }

        @Override
        public Optional<Set<String>> enough(Set<String> present) {
            return solved(present).map(plan -> {
                Set<String> needed = new TreeSet<>();
                planning.joins().forEach((member, join) -> {
                    if (plan[join] != 0) {
                        plan[join] = 0;
                        if (!planning.model().isMetBy(plan)) {
                            plan[join] = 1;
                            needed.add(member);
                        }
                    }
                });
                return needed;
            });
        }

        /// A plan of those who may join that covers every essential line; empty where there is none.
        private Optional<long[]> solved(Set<String> present) {
            if (options.isOver()) {
                throw new OutOfTime("which coalitions can do the mission");
            }
            Levels cover = Levels.cover(planning, line -> line.requirement().isEssential());
            Levels essential = cover.only(Levels.Aim.ESSENTIAL);
            Lexicographic.Answer answer = Lexicographic.solve(
                    OnlyThese.join(planning, players, present),
                    (essential.steps().isEmpty() ? cover : essential).levels(),
                    Optional.of(planning.nobodyGoes()),
                    options);
            if (answer.feasibility() == Lexicographic.Feasibility.INFEASIBLE) {
                return Optional.empty();
            }
            if (!answer.isProven()) {
                throw new OutOfTime("which coalitions can do the mission");
            }
            long[] values = answer.values().orElseThrow();
            for (Line line : planning.eligibility().lines()) {
                if (line.requirement().isEssential() && values[planning.shortfallOf(line)] > 0) {
                    return Optional.empty();
                }
            }
            return Optional.of(values);
        }
    }
}
