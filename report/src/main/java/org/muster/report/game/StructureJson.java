package org.muster.report.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.muster.games.structure.Structure;

/// A coalition structure as JSON.
final class StructureJson {
    /// What no partition is worth more than.
    public static final String UPPER_BOUND = "upper_bound";

    /// What no partition costs less than.
    public static final String LOWER_BOUND = "lower_bound";

    private StructureJson() {}

    /// @param unit what one of the structure's values stands for, below 0 where they are costs
    static ObjectNode of(Structure structure, double unit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode parts = node.putArray("parts");
        structure.parts().forEach(part -> parts.add(Proofs.coalition(part)));
        ArrayNode masks = node.putArray("masks");
        structure.parts().forEach(masks::add);
        node.put(unit < 0 ? LOWER_BOUND : UPPER_BOUND, structure.bound() * unit);
        node.put("proven_optimal", structure.proven());
        node.put("stable", structure.isStable(1e-9 * Math.max(1, Math.abs(structure.bound()))));
        node.put("cost_of_stability", structure.costOfStability() * Math.abs(unit));
        node.set(
                "prices",
                Solution.numbers(structure.prices().stream().map(p -> p * unit).toList()));
        node.put("columns", structure.columns());
        node.put("method", structure.method());
        return node;
    }
}
