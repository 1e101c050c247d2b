package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.alliance.Alliance;
import org.muster.plan.model.Levels;
import org.muster.plan.world.RandomWorld;

/// A written model means the same to solvers that read it afresh: its optimum is the plan's cost, to the minor unit.
class MpsFileTest {
    @BeforeAll
    static void load() {
        Loader.loadNativeLibraries();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOptimumOfTheFileIsTheCostOfThePlan(long seed) {
        RandomWorld.World world = RandomWorld.of(new RandomWorld.Size(6, 14, 6, 3, 2, 3, 6, 6, 5, 7, true), seed);
        Alliance unround = Changed.withUnroundCosts(world.alliance());
        Planner.Solved solved = Planner.solved(unround, world.mission(), PlanOptions.defaults());
        if (solved.answer().values().isEmpty()) {
            return; // nothing meets the mission's own conditions
        }
        long cost = solved.levels()
                .valueOf(Levels.Aim.COST, solved.answer().values().get());
        String mps = Planner.mps(solved);
        for (String solver : new String[] {"SCIP", "HIGHS"}) {
            ModelBuilder model = new ModelBuilder();
            assertThat(model.importFromMpsString(mps)).isTrue();
            ModelSolver run = new ModelSolver(solver);
            run.enableOutput(false);
            run.solve(model);
            assertThat(Math.round(run.getObjectiveValue()))
                    .as("%s on seed %d", solver, seed)
                    .isEqualTo(cost);
        }
    }
}
