package org.muster.report.game;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.muster.gamefile.GameProblem;

/// How a game's answer begins in JSON.
final class GameHead {
    private GameHead() {}

    /// What stands first in the JSON of every answer on a game.
    public static ObjectNode of(GameProblem problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", problem.file());
        node.put("id", problem.id());
        node.put("n", problem.n());
        return node;
    }
}
