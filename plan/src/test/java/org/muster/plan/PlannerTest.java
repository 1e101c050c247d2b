package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.alliance.mission.Mission;
import org.muster.plan.hunt.Enumeration;
import org.muster.plan.model.Levels;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.Choice;
import org.muster.solve.Lexicographic;
import org.muster.solve.SolveOptions;

class PlannerTest {
    /// Up to 5 members, 8 offers, 2 pools, 3 phases: small enough to enumerate.
    static RandomWorld.World small(long seed) {
        int n = (int) (seed % 5);
        return RandomWorld.of(
                new RandomWorld.Size(
                        2 + n % 4,
                        3 + (int) (seed % 6),
                        2 + (int) (seed % 4),
                        1 + (int) (seed % 3),
                        (int) (seed % 3),
                        2,
                        (int) (seed % 5),
                        (int) (seed % 4),
                        3,
                        3,
                        true),
                seed);
    }

    private static Plan plan(RandomWorld.World world, Choice choice, boolean relaxation) {
        SolveOptions solve = SolveOptions.defaults().with(choice, relaxation);
        return Planner.plan(world.alliance(), world.mission(), new PlanOptions(solve, Optional.empty()));
    }

    private static long[] levels(Plan plan) {
        return plan.proof().stream()
                .filter(p -> !p.level().startsWith("tie-break"))
                .mapToLong(Lexicographic.Proof::value)
                .toArray();
    }

    @Nested
    class AgainstEnumeration {
        /// Worlds of some billions of plans, which plain enumeration takes half a minute for.
        private static final Set<Long> LARGE = Set.of(515L, 590L, 935L);

        static LongStream seeds() {
            return LongStream.range(0, 1_000 + LARGE.size()).filter(seed -> !LARGE.contains(seed));
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void everyLevelEqualsThatOfPlainEnumeration(long seed) {
            RandomWorld.World world = small(seed);
            Plan plan = plan(world, Choice.AUTO, true);
            Optional<long[]> best = Enumeration.best(world.alliance(), world.mission(), Optional.empty());
            assertThat(plan.proven()).isTrue();
            if (best.isEmpty()) {
                assertThat(plan.status()).isEqualTo(Plan.Status.REFUSED);
                assertThat(plan.proof()).isEmpty();
            } else {
                long[] b = best.get();
                assertThat(levels(plan)).containsExactly(b[0], b[1], b[2]);
            }
        }
    }

    @Nested
    class CloseToAnEarlierPlan {
        static LongStream seeds() {
            return LongStream.range(0, 150);
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void distanceEqualsThatOfPlainEnumeration(long seed) {
            RandomWorld.World world = small(seed);
            Plan first = plan(world, Choice.AUTO, true);
            if (first.coalition().isEmpty()) {
                return; // nothing to stay close to
            }
            Mission without = without(world.mission(), first.coalition().getFirst());
            Plan second = Planner.plan(
                    world.alliance(), without, PlanOptions.defaults().closeTo(SavedPlan.of(first)));
            Optional<long[]> best = Enumeration.best(world.alliance(), without, Optional.of(first));
            assertThat(best.isPresent()).isEqualTo(!second.proof().isEmpty());
            best.ifPresent(values -> assertThat(levels(second)).containsExactly(values));
        }

        private static Mission without(Mission m, String member) {
            Set<String> mustNot = new LinkedHashSet<>(m.pins().mustNot());
            mustNot.add(member);
            return m.with(
                    new Mission.Pins(m.pins().mustJoin(), mustNot, m.pins().assignments()));
        }
    }

    @Nested
    class SamePlan {
        static LongStream seeds() {
            return LongStream.range(0, 60);
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void withAnySolverAndWithoutTheRelaxation(long seed) {
            RandomWorld.World world = RandomWorld.of(new RandomWorld.Size(8, 20, 10, 3, 2, 4, 8, 8, 6, 8, true), seed);
            Plan plan = plan(world, Choice.AUTO, true);
            for (Choice choice : List.of(Choice.CP_SAT, Choice.HIGHS, Choice.SCIP)) {
                Plan other = plan(world, choice, false);
                assertThat(other.proven()).as("%s on seed %d", choice, seed).isTrue();
                assertThat(other.assignments())
                        .as("%s on seed %d", choice, seed)
                        .isEqualTo(plan.assignments());
                assertThat(other.coalition()).isEqualTo(plan.coalition());
                assertThat(other.bill()).isEqualTo(plan.bill());
                assertThat(other.gaps()).isEqualTo(plan.gaps());
            }
        }
    }

    /// Worlds of the size at which branching does most of the work: what it proves, others have to find too.
    @Nested
    class SamePlanAtFullSize {
        static LongStream seeds() {
            return LongStream.of(1, 2, 5, 9);
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void withOneThreadOrTwoOrAnotherSolver(long seed) {
            RandomWorld.World world = RandomWorld.of(RandomWorld.Size.ALLIANCE, seed);
            Plan plan = plan(world, Choice.AUTO, true);
            Plan bare = plan(world, Choice.CP_SAT, false);
            SolveOptions d = SolveOptions.defaults();
            Plan one = Planner.plan(
                    world.alliance(),
                    world.mission(),
                    new PlanOptions(
                            new SolveOptions(d.choice(), true, 1, d.deadline(), d.stop(), d.listener(), d.check()),
                            Optional.empty()));
            for (Plan other : List.of(bare, one)) {
                assertThat(other.proven()).isTrue();
                assertThat(levels(other)).containsExactly(levels(plan));
                assertThat(other.assignments()).isEqualTo(plan.assignments());
                assertThat(other.coalition()).isEqualTo(plan.coalition());
            }
        }
    }

    @Nested
    class Levelled {
        static LongStream seeds() {
            return LongStream.range(0, 100);
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void theCostLevelIsWhatTheAssignmentsCost(long seed) {
            RandomWorld.World world = small(seed);
            Plan plan = plan(world, Choice.AUTO, true);
            plan.proof().stream()
                    .filter(p -> p.level().equals(Levels.Aim.COST.title()))
                    .forEach(p -> assertThat(plan.incrementalCostMinor()).isEqualTo(p.value()));
            assertThat(plan.bill().totalMinor()).isEqualTo(plan.incrementalCostMinor());
        }
    }
}
