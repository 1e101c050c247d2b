package org.muster.report.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.muster.pledge.forecast.Count;
import org.muster.pledge.forecast.ForecastMethod;
import org.muster.pledge.score.ScoreCard;
import org.muster.report.write.Json;

/// How good the forecasts of a pledge would have been, as JSON.
public final class ScoreJson {
    private ScoreJson() {}

    /// The JSON, ending in a line end.
    public static String write(ScoreCard card) {
        ObjectNode root = Json.head("muster-pledge-score", "1");
        root.put("pledge", card.pledge().id());
        root.put("truthKnownAt", card.truthAt().toString());
        ArrayNode origins = root.putArray("origins");
        card.origins().forEach(day -> origins.add(day.toString()));
        root.put("standIns", card.standIns().size());
        marks(root.putObject("overall"), card.overall());
        ObjectNode byAhead = root.putObject("byYearsAhead");
        card.byAhead().forEach((ahead, marks) -> marks(byAhead.putObject(String.valueOf(ahead)), marks));
        ObjectNode byOrigin = root.putObject("byOrigin");
        card.byOrigin()
                .forEach((origin, m) -> byOrigin.putObject(origin.toString())
                        .put("trials", m.marks().trials())
                        .put("coverage50", Json.rounded(m.marks().coverage50()))
                        .put("coverage80", Json.rounded(m.marks().coverage80()))
                        .put(
                                "skill",
                                Json.rounded(m.marks().skill().getOrDefault(ForecastMethod.LAST_VALUE, Double.NaN)))
                        .put("crps", Json.rounded(m.marks().crps()))
                        .put("brier", Json.rounded(m.brier()))
                        .put("brierOfShareThen", Json.rounded(m.shareThen()))
                        .put("expectedMet", Json.rounded(m.expectedMet()))
                        .put("low", m.count().map(Count::low).orElse(null))
                        .put("high", m.count().map(Count::high).orElse(null))
                        .put("of", m.dueTrials())
                        .put("met", m.met()));
        ObjectNode due = root.putObject("metInDueYear");
        card.due().forEach((method, m) -> {
            ObjectNode node = due.putObject(method.name());
            node.put("trials", m.trials());
            node.put("brier", Json.rounded(m.brier()));
            node.put("brierOfShareThen", Json.rounded(m.shareThen()));
            node.put("brierOfOneHalf", 0.25);
            node.put("brierOfFinalShare", Json.rounded(m.baseRate()));
            ArrayNode bins = node.putArray("reliability");
            for (ScoreCard.DueMarks.Bin bin : m.reliability()) {
                ObjectNode one = bins.addObject();
                one.put("from", Json.rounded(bin.from()));
                one.put("to", Json.rounded(bin.to()));
                one.put("trials", bin.trials());
                Json.put(one, "said", bin.said());
                Json.put(one, "came", bin.came());
            }
        });
        return Json.text(root);
    }

    private static void marks(ObjectNode node, Map<ForecastMethod, ScoreCard.Marks> marks) {
        marks.forEach((method, m) -> {
            ObjectNode one = node.putObject(method.name());
            one.put("trials", m.trials());
            one.put("coverage50", Json.rounded(m.coverage50()));
            one.put("coverage80", Json.rounded(m.coverage80()));
            one.put("crps", Json.rounded(m.crps()));
            ObjectNode skill = one.putObject("skill");
            m.skill().forEach((baseline, value) -> skill.put(baseline.name(), Json.rounded(value)));
        });
    }
}
