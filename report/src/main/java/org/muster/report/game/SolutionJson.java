package org.muster.report.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.muster.gamefile.GameProblem;

/// Solutions of a game as one JSON object on a line.
public final class SolutionJson {
    private SolutionJson() {}

    /// The solutions, in their order.
    public static String of(GameProblem problem, List<Solution> solutions) {
        return with(GameHead.of(problem), solutions);
    }

    /// Indices of power, with the names of the voters.
    public static String ofPower(GameProblem problem, List<Solution> solutions) {
        ObjectNode node = GameHead.of(problem);
        ArrayNode names = node.putArray("players");
        problem.players().forEach(names::add);
        return with(node, solutions);
    }

    private static String with(ObjectNode node, List<Solution> solutions) {
        ArrayNode list = node.putArray("solutions");
        solutions.forEach(solution -> list.add(solution.json()));
        return node.toString();
    }
}
