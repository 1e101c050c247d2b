package org.muster.report.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.bill.Money;
import org.muster.alliance.lab.Measure;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.run.Hindcast;
import org.muster.lab.run.Hindcasts;
import org.muster.lab.run.WhoseMoney;
import org.muster.report.write.Json;

/// A comparison as JSON, by `docs/schema/lab.schema.json`; money is in major units.
public final class LabJson {
    /// The version of the format that is written.
    public static final String VERSION = "1";

    private final LabAnswer answer;
    private final double major;

    private LabJson(LabAnswer answer) {
        this.answer = answer;
        this.major = Money.minor("1", answer.results().question().alliance().currency());
    }

    /// The comparison as JSON text, ending in a line end; the same study gives the same bytes.
    public static String write(LabAnswer answer) {
        return Json.text(new LabJson(answer).tree());
    }

    private ObjectNode tree() {
        ObjectNode root = Json.object();
        root.put("format", "muster-lab");
        root.put("version", VERSION);
        root.put("headline", new LabWords(answer).headline());
        ObjectNode study = root.putObject("study");
        study.put("alliance", answer.results().question().alliance().id());
        study.put("currency", answer.results().question().alliance().currency());
        study.put("seed", answer.results().question().seed());
        study.put("design", answer.results().question().design().word());
        study.put("futures", answer.results().futures().size());
        study.put("reaction", answer.results().question().reaction().word());
        answer.results().reforms().forEach(study.putArray("reforms")::add);
        WhoseMoney whose = WhoseMoney.of(answer.results().question());
        ObjectNode money = study.putObject("money");
        whose.means().forEach(money.putArray("means")::add);
        whose.bestPlan().forEach(money.putArray("bestPlan")::add);
        ArrayNode hours = study.putArray("hours");
        answer.hours()
                .forEach(one -> hours.addObject()
                        .put("pool", one.pool())
                        .put("worth", Json.rounded(one.worthMinor() / major))
                        .put("declared", one.isDeclared()));
        ObjectNode hashes = study.putObject("hashes");
        answer.manifest().forEach((field, value) -> {
            if (field.endsWith("_sha256")) {
                hashes.put(field.substring(0, field.length() - "_sha256".length()), value);
            }
        });
        hashes.put("files", answer.hash());
        hindcast(root.putObject("hindcast"), answer.hindcast());
        ArrayNode reforms = root.putArray("reforms");
        answer.comparison().reforms().forEach(one -> reform(one, reforms.addObject()));
        ArrayNode pairs = root.putArray("pairs");
        answer.comparison().pairs().forEach(pair -> {
            ObjectNode node = pairs.addObject();
            node.put("a", pair.a());
            node.put("b", pair.b());
            node.put("measure", pair.measure().word());
            node.put("difference", number(pair.measure(), pair.difference()));
            node.put("low", number(pair.measure(), pair.low()));
            node.put("high", number(pair.measure(), pair.high()));
            node.put("better", Json.rounded(pair.better()));
            node.put("flips", Json.rounded(pair.flips()));
        });
        ArrayNode pareto = root.putArray("pareto");
        answer.comparison().pareto().reforms().forEach(one -> {
            ObjectNode node = pareto.addObject();
            node.put("reform", one.reform());
            Json.put(node, "dominatedBy", one.dominatedBy());
        });
        ObjectNode epsilon = root.putObject("epsilon");
        answer.comparison()
                .pareto()
                .epsilon()
                .forEach((measure, value) -> epsilon.put(measure.word(), number(measure, value)));
        ArrayNode joins = root.putArray("joins");
        answer.comparison().joins().forEach(one -> {
            ObjectNode node = joins.addObject();
            node.put("member", one.member());
            node.put("reform", one.reform());
            node.put("rate", Json.rounded(one.rate()));
            Json.put(node, "threshold", one.threshold().map(minor -> Json.rounded(minor / major)));
        });
        ArrayNode coalitions = root.putArray("coalitions");
        answer.comparison().standing().forEach(one -> {
            ObjectNode node = coalitions.addObject();
            node.put("mission", one.mission());
            one.members().forEach(node.putArray("members")::add);
            ObjectNode shares = node.putObject("stableShare");
            one.shares().forEach((reform, share) -> shares.put(reform, Json.rounded(share)));
        });
        ArrayNode settlements = root.putArray("settlements");
        answer.comparison().found().forEach(one -> {
            ObjectNode node = settlements.addObject();
            node.put("mission", one.mission());
            node.put("found", one.found().word());
            ObjectNode shares = node.putObject("share");
            one.shares().forEach((reform, share) -> shares.put(reform, Json.rounded(share)));
        });
        answer.invented().forEach(root.putArray("illustrative")::add);
        answer.results().question().alliance().attributions().forEach(root.putArray("attributions")::add);
        return root;
    }

    private java.math.BigDecimal number(Measure measure, double value) {
        return Json.rounded(measure.unit() == Measure.Unit.MONEY ? value / major : value);
    }

    /// How well the model tells who went on what happened.
    static void hindcast(ObjectNode node, Hindcasts asked) {
        List<Hindcast> all = asked.missions();
        Json.put(node, "brier", all.isEmpty() ? Optional.empty() : Optional.of(Json.rounded(asked.brier())));
        boolean known = !all.isEmpty() && !Double.isNaN(asked.common());
        Json.put(node, "common", known ? Optional.of(Json.rounded(asked.common())) : Optional.empty());
        ArrayNode missions = node.putArray("missions");
        all.forEach(one -> {
            ObjectNode mission = missions.addObject();
            mission.put("mission", one.mission());
            mission.put("members", one.members());
            mission.put("brier", Json.rounded(one.brier()));
            Json.put(mission, "common", one.common().map(Json::rounded));
            Json.put(mission, "skill", one.skill().map(Json::rounded));
        });
    }

    private void reform(Comparison.OfReform one, ObjectNode node) {
        node.put("id", one.reform());
        node.put("satisficing", Json.rounded(one.satisficing()));
        node.put("satisficingLow", Json.rounded(one.satisficingLow()));
        node.put("satisficingHigh", Json.rounded(one.satisficingHigh()));
        ObjectNode measures = node.putObject("measures");
        for (Measure measure : Measure.values()) {
            Comparison.Stats stats = one.of(measure);
            ObjectNode of = measures.putObject(measure.word());
            of.put("mean", number(measure, stats.mean()));
            of.put("low", number(measure, stats.low()));
            of.put("high", number(measure, stats.high()));
            of.put("median", number(measure, stats.median()));
            of.put("worstDecile", number(measure, stats.worstDecile()));
            Json.put(of, "regret90", stats.regret90().map(value -> number(measure, value)));
            Json.put(of, "regretMax", stats.regretMax().map(value -> number(measure, value)));
            Json.put(of, "bestShare", stats.bestShare().map(Json::rounded));
            of.put("satisficing", Json.rounded(one.satisficing()));
            stats.between().ifPresent(range -> {
                ObjectNode stable = of.putObject("stable");
                stable.put("low", number(measure, range.low()));
                stable.put("high", number(measure, range.high()));
                stable.put("atLeast", Json.rounded(range.part()));
            });
        }
    }
}
