package org.muster.report.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.forecast.Learned;
import org.muster.pledge.forecast.MemberForecast;
import org.muster.pledge.forecast.Outlook;
import org.muster.pledge.standing.Standing;
import org.muster.pledge.standing.Standings;
import org.muster.report.write.Json;

/// A pledge as JSON (docs/schema/pledge.schema.json).
public final class PledgeJson {
    static final double[] QUANTILES = {0.1, 0.25, 0.5, 0.75, 0.9};

    private PledgeJson() {}

    /// The JSON, ending in a line end.
    ///
    /// @param only the only member to be told of
    public static String write(PledgeReport report, Optional<String> only) {
        ObjectNode root = Json.head("muster-pledge", "1");
        Pledge pledge = report.pledge();
        root.put("alliance", report.alliance().id());
        root.put("pledge", pledge.id());
        root.put("title", pledge.title());
        root.put("measure", pledge.measure());
        root.put("comparison", pledge.comparison().word());
        root.put("target", pledge.target());
        root.put("unit", pledge.unit());
        root.put("dueYear", pledge.dueYear());
        pledge.reviewYear().ifPresent(year -> root.put("reviewYear", year));
        root.put("year", report.standings().year());
        root.put("knownAt", report.knowledge().day().toString());
        Standings.Counts counts = report.standings().counts();
        root.putObject("counts")
                .put("met", counts.met())
                .put("notMet", counts.notMet())
                .put("notKnown", counts.notKnown());
        report.sizeAndShare()
                .ifPresent(size -> root.putObject("sizeAndShare")
                        .put("members", size.ranks().count())
                        .put("spearman", Json.rounded(size.ranks().rho()))
                        .put("pValue", Json.rounded(size.ranks().pValue()))
                        .put("kendall", Json.rounded(size.ranks().kendall()))
                        .put("together", Json.rounded(size.together()))
                        .put("withoutLargest", Json.rounded(size.withoutLargest())));
        learned(root.putObject("forecastModel"), report.forecasts().learned());
        report.forecasts()
                .count()
                .ifPresent(count -> root.putObject("expectedInDueYear")
                        .put("year", count.year())
                        .put("expected", Json.rounded(count.expected()))
                        .put("low", count.low())
                        .put("high", count.high())
                        .put("of", count.of()));
        ArrayNode standIns = root.putArray("standIns");
        report.forecasts().standIns().forEach(standIn -> standIn(standIns.addObject(), standIn));
        ArrayNode members = root.putArray("members");
        for (Standing standing : report.standings().members()) {
            if (only.isEmpty() || only.get().equals(standing.member())) {
                member(members.addObject(), report, standing);
            }
        }
        root.put("source", pledge.provenance().source());
        return Json.text(root);
    }

    private static void learned(ObjectNode node, Learned learned) {
        node.put("common", Json.rounded(learned.common()));
        node.put("pull", Json.rounded(learned.pull()));
        node.put("widthFactor", Json.rounded(learned.factor()));
        node.put("widthOfAYear", Json.rounded(learned.width()));
        node.put("shared", Json.rounded(learned.shared()));
    }

    private static void standIn(ObjectNode node, StandIn standIn) {
        node.put("vintage", standIn.vintage());
        node.put("measure", standIn.measure());
        node.put("knownFrom", standIn.knownFrom().toString());
        node.put("upTo", standIn.upTo());
        node.put("source", standIn.provenance().source());
    }

    private static void member(ObjectNode node, PledgeReport report, Standing standing) {
        node.put("member", standing.member());
        node.put(
                "name",
                report.alliance().member(standing.member()).orElseThrow().name());
        Json.put(node, "value", standing.figure().map(Figure::value));
        node.put("vintage", standing.figure().map(Figure::vintage).orElse(null));
        node.put("status", standing.status());
        Json.put(node, "met", standing.met());
        verdicts(node.putObject("verdicts"), standing);
        standing.exempt().ifPresent(exempt -> node.put("exempt", exempt.reason()));
        standing.optOut().ifPresent(optOut -> {
            ObjectNode declined = node.putObject("optOut");
            declined.put("since", optOut.on().toString());
            Json.put(declined, "instead", optOut.instead());
            declined.put("reason", optOut.reason());
        });
        forecast(node, report.forecast(standing.member()));
        money(node, "missingMoney", standing.missing());
        money(node, "expectedMissingMoney", report.expectedMissing(standing.member()));
    }

    private static void money(ObjectNode node, String name, Optional<Standing.MissingMoney> missing) {
        if (missing.isEmpty()) {
            node.putNull(name);
            return;
        }
        node.putObject(name)
                .put("amount", missing.get().amount())
                .put("unit", missing.get().unit())
                .put("basis", missing.get().basis());
    }

    private static void verdicts(ObjectNode node, Standing standing) {
        Standing.Verdicts verdicts = standing.verdicts();
        Json.put(node, "met", standing.met());
        Json.put(node, "metUnrounded", verdicts.metUnrounded());
        Json.put(node, "declining", verdicts.declining());
        Json.put(node, "risingInReal", verdicts.risingInReal());
        Json.put(node, "gapClosing", verdicts.gapClosing());
        Json.put(node, "onTrack", verdicts.onTrack());
        Json.put(node, "metTogether", verdicts.metTogether());
        Json.put(node, "realChangePercent", verdicts.realChange());
        Json.put(node, "needed", verdicts.needed());
    }

    private static void forecast(ObjectNode node, Optional<MemberForecast> forecast) {
        ObjectNode everReachedBy = node.putObject("probabilityEverReachedBy");
        ObjectNode metIn = node.putObject("probabilityMetIn");
        ObjectNode crossing = node.putObject("yearOfCrossing");
        forecast.ifPresent(one -> {
            probabilities(everReachedBy, one.everReachedBy());
            probabilities(metIn, one.metIn());
        });
        Json.put(crossing, "median", forecast.flatMap(one -> one.crossing().median()));
        Json.put(crossing, "low", forecast.flatMap(one -> one.crossing().low()));
        Json.put(crossing, "high", forecast.flatMap(one -> one.crossing().high()));
        if (forecast.isEmpty()) {
            node.putNull("forecast");
            return;
        }
        ObjectNode ahead = node.putObject("forecast");
        ahead.put("lastYear", forecast.get().lastYear());
        ahead.put("last", forecast.get().last());
        ahead.put("standsIn", forecast.get().standsIn());
        ArrayNode fan = ahead.putArray("fan");
        for (Outlook outlook : forecast.get().fan()) {
            ObjectNode year = fan.addObject();
            year.put("year", outlook.year());
            for (double q : QUANTILES) {
                year.put("q" + Math.round(100 * q), Json.rounded(outlook.quantile(q)));
            }
        }
    }

    private static void probabilities(ObjectNode node, Map<Integer, Double> byYear) {
        byYear.forEach((year, probability) -> node.put(String.valueOf(year), Json.rounded(probability)));
    }
}
