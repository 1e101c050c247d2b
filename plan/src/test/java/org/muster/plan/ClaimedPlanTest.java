package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.Check;
import org.muster.solve.Choice;
import org.muster.solve.SolveOptions;
import org.muster.solve.Sureness;

/// A solver's word alone is told as a claim, by its name, and is no proof.
class ClaimedPlanTest {
    @ParameterizedTest
    @EnumSource(value = Choice.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void aWordThatNobodyChecksIsAClaim(Choice choice) {
        RandomWorld.World world = RandomWorld.of(RandomWorld.Size.ALLIANCE, 1);
        SolveOptions bare = SolveOptions.defaults().with(choice, false).with(Check.NONE);
        Plan claimed = Planner.plan(world.alliance(), world.mission(), new PlanOptions(bare, Optional.empty()));
        Plan proven = Planner.plan(world.alliance(), world.mission(), PlanOptions.defaults());
        assertThat(claimed.sureness()).isEqualTo(Sureness.CLAIMED);
        assertThat(claimed.proven()).isFalse();
        assertThat(claimed.assignments()).isEqualTo(proven.assignments());
    }
}
