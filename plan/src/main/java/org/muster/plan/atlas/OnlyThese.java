package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muster.games.Coalitions;
import org.muster.plan.model.PlanningModel;
import org.muster.solve.LinearModel;

/// The planner's model in which nobody may join but one coalition.
final class OnlyThese {
    private OnlyThese() {}

    /// @param players   who might join at all; those that do not matter stay out
    /// @param matter    those that matter, by their numbers in the coalition
    /// @param coalition who of them may join
    static LinearModel join(PlanningModel planning, Iterable<String> players, List<String> matter, int coalition) {
        Set<String> present = new HashSet<>();
        for (int i = 0; i < matter.size(); i++) {
            if (Coalitions.has(coalition, i)) {
                present.add(matter.get(i));
            }
        }
        return join(planning, players, present);
    }

    /// @param players who might join at all
    /// @param present who of them may join
    static LinearModel join(PlanningModel planning, Iterable<String> players, Set<String> present) {
        List<LinearModel.Variable> variables = new ArrayList<>(planning.model().variables());
        for (String player : players) {
            Integer join = planning.joins().get(player);
            if (join != null && !present.contains(player)) {
                variables.set(join, new LinearModel.Variable(variables.get(join).name(), 0, 0, true));
            }
        }
        return new LinearModel(variables, planning.model().rows());
    }
}
