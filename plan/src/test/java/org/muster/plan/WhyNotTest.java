package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Levels;
import org.muster.plan.model.PlanningModel;
import org.muster.plan.model.Rule;
import org.muster.plan.whynot.Change;
import org.muster.plan.whynot.Conflict;
import org.muster.plan.whynot.WhyNot;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.Choice;
import org.muster.solve.Lexicographic;
import org.muster.solve.ModelDraft;
import org.muster.solve.SolveOptions;

class WhyNotTest {
    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    /// Whether the demanded lines can all be covered when exactly the rules of `kept` hold, asked of another solver.
    private static boolean isPossible(RandomWorld.World world, Set<String> kept, Set<String> lines) {
        PlanningModel model = PlanningModel.of(
                world.alliance(),
                world.mission(),
                Eligibility.of(world.alliance(), world.mission()),
                new PlanningModel.Purpose(id -> !kept.contains(id), false, PlanningModel.Bringing.AND_SOMEBODY));
        ModelDraft.Sum missing = new ModelDraft.Sum();
        lines.forEach(line -> missing.plus(1, model.shortfalls().get(line)));
        Lexicographic.Answer answer = Lexicographic.solve(
                model.model(),
                List.of(ModelDraft.level("missing", missing)),
                Optional.empty(),
                SolveOptions.defaults().with(Choice.CP_SAT, false));
        return answer.values().isPresent() && answer.proofs().getFirst().value() == 0;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyConflictIsInfeasibleAndMinimal(long seed) {
        RandomWorld.World world = PlannerTest.small(seed);
        WhyNot.Answer answer = WhyNot.mission(world.alliance(), world.mission(), SolveOptions.defaults());
        for (Conflict conflict : answer.conflicts()) {
            Set<String> kept = new HashSet<>();
            Set<String> lines = new HashSet<>();
            for (Rule rule : conflict.rules()) {
                (rule.kind() == Rule.Kind.LINE ? lines : kept)
                        .add(rule.kind() == Rule.Kind.LINE ? rule.subject() : rule.id());
            }
            assertThat(isPossible(world, kept, lines))
                    .as("infeasible: %s", conflict)
                    .isFalse();
            for (Rule rule : conflict.rules()) {
                Set<String> fewer = new HashSet<>(kept);
                Set<String> fewerLines = new HashSet<>(lines);
                fewer.remove(rule.id());
                fewerLines.remove(rule.subject());
                assertThat(isPossible(
                                world,
                                rule.kind() == Rule.Kind.LINE ? kept : fewer,
                                rule.kind() == Rule.Kind.LINE ? fewerLines : lines))
                        .as("minimal: %s without %s", conflict, rule)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSingleChangeIsCheaperThanTheOneNamed(long seed) {
        RandomWorld.World world = PlannerTest.small(seed);
        WhyNot.Answer answer = WhyNot.mission(world.alliance(), world.mission(), SolveOptions.defaults());
        boolean missing = !answer.conflicts().isEmpty();
        assertThat(answer.smallest().isPresent()).isEqualTo(missing);
        if (!missing) {
            return;
        }
        Change smallest = answer.smallest().orElseThrow();
        List<List<Long>> singles = new ArrayList<>();
        PlanningModel all = PlanningModel.of(
                world.alliance(),
                world.mission(),
                Eligibility.of(world.alliance(), world.mission()),
                new PlanningModel.Purpose(id -> false, true, PlanningModel.Bringing.AND_SOMEBODY));
        for (Rule rule : all.rules().values()) {
            if (rule.kind() == Rule.Kind.BRINGS) {
                continue;
            }
            String id = rule.id();
            PlanningModel lifted = PlanningModel.of(
                    world.alliance(),
                    world.mission(),
                    Eligibility.of(world.alliance(), world.mission()),
                    new PlanningModel.Purpose(id::equals, false, PlanningModel.Bringing.AND_SOMEBODY));
            Levels cover = Levels.cover(lifted, line -> line.requirement().isEssential());
            Levels levels = cover.only(Levels.Aim.ESSENTIAL)
                    .then(Levels.invented(lifted))
                    .then(Levels.coverThenCost(lifted, Map.of()).only(Levels.Aim.OTHER, Levels.Aim.COST));
            Lexicographic.Answer solved = Lexicographic.solve(
                    lifted.model(),
                    levels.levels(),
                    Optional.empty(),
                    SolveOptions.defaults().with(Choice.CP_SAT, false));
            solved.values()
                    .filter(values -> levels.valueOf(Levels.Aim.ESSENTIAL, values) == 0)
                    .ifPresent(values -> singles.add(List.of(
                            levels.valueOf(Levels.Aim.INVENTED, values),
                            levels.valueOf(Levels.Aim.OTHER, values),
                            levels.valueOf(Levels.Aim.COST, values))));
        }
        Optional<List<Long>> cheapest = singles.stream()
                .min(Comparator.comparing((List<Long> s) -> s.get(0))
                        .thenComparing(s -> s.get(1))
                        .thenComparing(s -> s.get(2)));
        assertThat(answer.single().map(c -> List.of(c.invented(), c.others(), c.costMinor())))
                .isEqualTo(cheapest);
        // A set of several concessions comes before one that needs units which nobody offers.
        boolean isSingle = cheapest.isPresent() && cheapest.get().get(0) == smallest.invented();
        assertThat(smallest.lifts().size() == 1).isEqualTo(isSingle);
        if (isSingle) {
            assertThat(List.of(smallest.invented(), smallest.others(), smallest.costMinor()))
                    .isEqualTo(cheapest.get());
        }
    }
}
