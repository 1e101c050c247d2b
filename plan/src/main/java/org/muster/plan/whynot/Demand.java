package org.muster.plan.whynot;

import java.util.Arrays;
import java.util.Optional;
import org.muster.plan.model.PlanningModel;
import org.muster.plan.model.Source;
import org.muster.solve.LinearModel;

/// Something that has to be so beyond the rules.
sealed interface Demand {
    /// The model with the demand as a row; empty where nothing in the model could meet it.
    Optional<LinearModel> in(PlanningModel planning);

    /// Nothing beyond the rules.
    record Nothing() implements Demand {
        @Override
        public Optional<LinearModel> in(PlanningModel planning) {
            return Optional.of(planning.model());
        }
    }

    /// A member takes part.
    record Joins(String member) implements Demand {
        @Override
        public Optional<LinearModel> in(PlanningModel planning) {
            return Optional.ofNullable(planning.joins().get(member)).map(join -> atLeastOne(planning, join));
        }
    }

    /// A pool is drawn on.
    record Draws(String pool) implements Demand {
        @Override
        public Optional<LinearModel> in(PlanningModel planning) {
            int[] draws = planning.used().stream()
                    .filter(u -> u.candidate().source() instanceof Source.OfPool source
                            && source.pool().id().equals(pool))
                    .mapToInt(PlanningModel.Used::variable)
                    .toArray();
            return draws.length == 0 ? Optional.empty() : Optional.of(atLeastOne(planning, draws));
        }
    }

    private static LinearModel atLeastOne(PlanningModel planning, int... variables) {
        long[] ones = new long[variables.length];
        Arrays.fill(ones, 1);
        return planning.model().with(new LinearModel.Row("demand", variables, ones, 1, LinearModel.NO_UPPER));
    }
}
