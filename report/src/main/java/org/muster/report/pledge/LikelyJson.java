package org.muster.report.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.muster.pledge.likely.Cohesion;
import org.muster.pledge.likely.LikelyCoalition;
import org.muster.report.write.Json;

/// Who is likely to go, as JSON.
public final class LikelyJson {
    private LikelyJson() {}

    private static void scores(ArrayNode array, List<LikelyCoalition.OperationScore> scores) {
        scores.forEach(s -> array.addObject()
                .put("operation", s.operation())
                .put("kind", s.kind())
                .put("year", s.year())
                .put("members", s.members())
                .put("tookPart", s.tookPart())
                .put("right", s.right())
                .put("brier", Json.rounded(s.brier()))
                .put("brierOfCommonShare", Json.rounded(s.brierCommon())));
    }

    private static void kinds(ArrayNode array, List<LikelyCoalition.OperationScore> scores) {
        LikelyCoalition.byKind(scores)
                .forEach(k -> array.addObject()
                        .put("kind", k.kind())
                        .put("operations", k.operations())
                        .put("members", k.members())
                        .put("better", k.better())
                        .put("right", k.right())
                        .put("brier", Json.rounded(k.brier()))
                        .put("brierOfCommonShare", Json.rounded(k.brierCommon())));
    }

    /// The JSON, ending in a line end.
    public static String write(LikelyCoalition likely, List<Cohesion> cohesion) {
        ObjectNode root = Json.head("muster-likely", "1");
        root.put("mission", likely.mission().id());
        root.put("kind", likely.kind());
        root.put("enoughData", likely.enough());
        root.put("verdict", LikelyText.verdict(likely));
        ArrayNode members = root.putArray("members");
        likely.members().forEach((member, chance) -> {
            ObjectNode node = members.addObject();
            node.put("member", member);
            Json.put(
                    node,
                    "probability",
                    likely.enough() || chance.word().isPresent()
                            ? Optional.of(chance.probability())
                            : Optional.empty());
            Json.put(node, "ownWord", chance.word());
        });
        ObjectNode weights = root.putObject("weights");
        likely.weights().forEach((name, weight) -> weights.put(name, Json.rounded(weight)));
        scores(root.putArray("leaveOneOut"), likely.score());
        scores(root.putArray("forwardInTime"), likely.forward());
        kinds(root.putArray("leaveOneOutByKind"), likely.score());
        kinds(root.putArray("forwardInTimeByKind"), likely.forward());
        ArrayNode opinions = root.putArray("opinion");
        cohesion.forEach(c -> {
            ObjectNode node = opinions.addObject();
            node.put("question", c.question());
            node.put("year", c.year());
            node.put("answers", c.answers().size());
            node.put("alliesWithoutAnswer", c.noAnswer().size());
            node.put("mean", Json.rounded(c.mean()));
            Json.put(node, "cohesion", c.cohesion());
        });
        return Json.text(root);
    }
}
