package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.Check;
import org.muster.solve.Choice;
import org.muster.solve.Deadline;
import org.muster.solve.Lexicographic;
import org.muster.solve.Progress;
import org.muster.solve.SolveOptions;
import org.muster.solve.Stop;
import org.muster.solve.Sureness;

class StoppedPlanTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesTheBestSoFarWithABoundAndDoesNotCallItProven(long seed) {
        RandomWorld.World world = RandomWorld.of(RandomWorld.Size.ALLIANCE, seed);
        Stop stop = new Stop();
        stop.request();
        SolveOptions solve = new SolveOptions(
                Choice.AUTO, false, 2, Deadline.in(60), stop, Progress.Listener.none(), Check.CERTIFIED);
        Plan stopped = Planner.plan(world.alliance(), world.mission(), new PlanOptions(solve, Optional.empty()));
        Plan best = Planner.plan(world.alliance(), world.mission(), PlanOptions.defaults());
        assertThat(stopped.proven()).isFalse();
        assertThat(stopped.proof()).isNotEmpty().noneMatch(Lexicographic.Proof::proven);
        assertThat(stopped.proof().getFirst().bound())
                .isLessThanOrEqualTo(best.proof().getFirst().value());
        assertThat(stopped.proof().getFirst().value())
                .isGreaterThanOrEqualTo(best.proof().getFirst().value());
        assertThat(best.sureness()).as("%s", best.proof()).isEqualTo(Sureness.PROVEN);
        assertThat(best.proof()).allMatch(p -> p.value() == p.bound());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePlanIsTheSameFromOneThreadAndFromEight(long seed) {
        RandomWorld.World world = RandomWorld.of(RandomWorld.Size.ALLIANCE, seed);
        Plan one = with(world, 1);
        Plan eight = with(world, 8);
        assertThat(eight.assignments()).isEqualTo(one.assignments());
        assertThat(eight.coalition()).isEqualTo(one.coalition());
        assertThat(eight.bill()).isEqualTo(one.bill());
    }

    private static Plan with(RandomWorld.World world, int threads) {
        SolveOptions solve = new SolveOptions(
                Choice.AUTO, true, threads, Deadline.in(60), new Stop(), Progress.Listener.none(), Check.CERTIFIED);
        return Planner.plan(world.alliance(), world.mission(), new PlanOptions(solve, Optional.empty()));
    }
}
