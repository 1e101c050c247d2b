package org.muster.report.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.alliance.bill.Money;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.PledgeStory;
import org.muster.pledge.forecast.MemberForecast;
import org.muster.pledge.forecast.Outlook;
import org.muster.pledge.ledger.Consolidated;
import org.muster.pledge.standing.Standing;
import org.muster.pledge.standing.Standings;
import org.muster.report.write.Html;
import org.muster.report.write.Json;
import org.muster.report.write.Table;

/// A pledge as one self-contained page: no network, light and dark, printable.
public final class PledgePage {
    private final PledgeStory story;
    private final PledgeReport report;
    private final StringBuilder out = new StringBuilder();

    private PledgePage(PledgeStory story) {
        this.story = story;
        this.report = story.asked();
    }

    /// The page.
    public static String write(PledgeStory story) {
        PledgePage page = new PledgePage(story);
        page.head();
        page.members();
        page.ledger();
        page.verdicts();
        page.notes();
        return page.out.toString();
    }

    private void head() {
        Pledge pledge = report.pledge();
        Standings.Counts counts = report.standings().counts();
        out.append(Html.head(pledge.title(), Html.resource(PledgePage.class, "pledge.css")))
                .append("<header><p class=\"where\">")
                .append(Html.text(report.alliance().title()))
                .append("</p><h1>")
                .append(Html.text(pledge.title()))
                .append("</h1><p class=\"verdict\"><strong>")
                .append(counts.met())
                .append(" of ")
                .append(report.standings().members().size())
                .append("</strong> met it in ")
                .append(report.standings().year())
                .append(", ")
                .append(counts.notMet())
                .append(" did not, of ")
                .append(counts.notKnown())
                .append(" it is not known; figures as known on ")
                .append(report.knowledge().day())
                .append("</p></header>\n");
    }

    private void members() {
        section("Every member, and what could be known when");
        List<PledgeReport> moments = story.moments();
        out.append(
                        "<p class=\"slider\"><label for=\"day\">Known on</label> <input id=\"day\" type=\"range\" min=\"0\" max=\"")
                .append(moments.size() - 1)
                .append("\" value=\"")
                .append(story.askedAt())
                .append("\"> <output id=\"shown-day\" for=\"day\"></output></p>")
                .append(
                        "<p id=\"count\"></p><p><label><input type=\"checkbox\" id=\"came\" checked> show what came</label></p>")
                .append("<p class=\"legend\"><span class=\"key line\">figures known</span> <span class=\"key fan50\">")
                .append(
                        "50 percent</span> <span class=\"key fan80\">80 percent</span> <span class=\"key target\">target")
                .append("</span> <span class=\"key came\">what came, as known on ")
                .append(story.truth().day())
                .append("</span></p><div id=\"multiples\" class=\"multiples\"></div>")
                .append("<noscript><p>The small charts need JavaScript; the table below does not.</p></noscript>")
                .append("<script type=\"application/json\" id=\"data\">")
                .append(Html.script(data()))
                .append("</script></section>\n");
    }

    private String data() {
        ObjectNode root = Json.object();
        Pledge pledge = report.pledge();
        root.put("target", pledge.target());
        root.put("unit", pledge.unit());
        root.put("decimals", pledge.decimals());
        root.put("from", pledge.startYear() - 2);
        root.put("due", pledge.dueYear());
        root.put("to", report.forecasts().lastYear());
        ArrayNode members = root.putArray("members");
        for (Pledge.Party party : pledge.who()) {
            if (pledge.exemptionOf(party.member()).isEmpty()) {
                ObjectNode node = members.addObject();
                node.put("code", party.member());
                node.put(
                        "name",
                        report.alliance().member(party.member()).orElseThrow().name());
                values(node.putArray("came"), story.truth().published()::latest, party.member());
            }
        }
        ArrayNode moments = root.putArray("moments");
        story.moments().forEach(moment -> moment(moments.addObject(), moment));
        contributions(root);
        return Json.compact(root);
    }

    private void moment(ObjectNode node, PledgeReport moment) {
        node.put("day", moment.knowledge().day().toString());
        node.put("year", moment.standings().year());
        Standings.Counts counts = moment.standings().counts();
        node.put("met", counts.met());
        node.put("notMet", counts.notMet());
        node.put("notKnown", counts.notKnown());
        node.put("standIns", moment.forecasts().standIns().size());
        ObjectNode members = node.putObject("members");
        for (Pledge.Party party : moment.pledge().partiesOn(moment.knowledge().day())) {
            ObjectNode member = members.putObject(party.member());
            values(member.putArray("known"), moment.knowledge().forForecasts()::latest, party.member());
            moment.forecast(party.member()).ifPresent(forecast -> forecast(member, forecast));
        }
    }

    /// Where a year's newest figure is found.
    private interface Latest {
        Optional<Figure> of(String member, String measure, int year);
    }

    private void values(ArrayNode node, Latest latest, String member) {
        for (int year = report.pledge().startYear() - 2;
                year <= report.forecasts().lastYear();
                year++) {
            Optional<Figure> figure = latest.of(member, report.pledge().measure(), year);
            if (figure.isPresent()) {
                node.addArray().add(year).add(rounded(figure.get()));
            }
        }
    }

    private static void forecast(ObjectNode node, MemberForecast forecast) {
        ArrayNode fan = node.putArray("fan");
        for (Outlook outlook : forecast.fan()) {
            ArrayNode year = fan.addArray().add(outlook.year());
            for (double quantile : PledgeJson.QUANTILES) {
                year.add(Json.hundredths(outlook.quantile(quantile)));
            }
        }
        ObjectNode metIn = node.putObject("in");
        forecast.metIn().forEach((year, p) -> metIn.put(String.valueOf(year), Json.hundredths(p)));
    }

    private java.math.BigDecimal rounded(Figure figure) {
        return figure.value().setScale(report.pledge().decimals(), RoundingMode.HALF_UP);
    }

    private void contributions(ObjectNode root) {
        ArrayNode steps = root.putArray("contributions");
        long minorUnits =
                BigInteger.TEN.pow(Money.digits(report.alliance().currency())).longValueExact();
        for (PledgeStory.Contributions step : story.contributions()) {
            Consolidated.Stages stages = step.total();
            steps.addArray()
                    .add(step.day().toString())
                    .add(stages.promised() / minorUnits)
                    .add(stages.allocated() / minorUnits)
                    .add(stages.delivered() / minorUnits)
                    .add(stages.lapsed() / minorUnits);
        }
    }

    private void ledger() {
        if (story.contributions().isEmpty()) {
            return;
        }
        boolean illustrative = report.alliance().ledger().events().stream()
                .map(LedgerEvent::provenance)
                .anyMatch(provenance -> provenance.isIllustrative());
        section("Contributions, promised against delivered");
        LocalDate last = story.contributions().getLast().day();
        out.append("<p>")
                .append(Html.text(report.alliance().currency()))
                .append(", each amount once where it leaves a member, to ")
                .append(last)
                .append(illustrative ? "; some events are <strong>illustrative</strong>: invented" : "")
                .append(".</p><div id=\"contributions\" class=\"wide\"></div></section>\n");
    }

    private void verdicts() {
        section("Verdicts for " + report.standings().year());
        int due = report.pledge().dueYear();
        Table.Draft table = Table.of(
                12,
                "Member",
                "Value",
                "Release",
                "Met",
                "Declining",
                "Rising in real terms",
                "Gap closing",
                "Path asks",
                "On track",
                "Met in " + due,
                "Crossing",
                "Money missing");
        for (Standing standing : report.standings().members()) {
            Standing.Verdicts verdicts = standing.verdicts();
            Optional<MemberForecast> forecast = report.forecast(standing.member());
            table.row(
                    report.alliance().member(standing.member()).orElseThrow().name()
                            + standing.exempt()
                                    .map(e -> " (" + e.reason() + ")")
                                    .orElse("")
                            + standing.optOut().map(o -> " (declined)").orElse(""),
                    standing.figure().map(f -> rounded(f).toPlainString()).orElse("not known"),
                    standing.figure()
                            .map(f -> f.vintage() + ", " + standing.status())
                            .orElse(""),
                    Standing.word(standing.met()),
                    Standing.word(verdicts.declining()),
                    Standing.word(verdicts.risingInReal()),
                    Standing.word(verdicts.gapClosing()),
                    verdicts.needed().map(n -> n.toPlainString()).orElse(""),
                    Standing.word(verdicts.onTrack()),
                    forecast.map(f -> PledgeText.percent(f.metIn(), due)).orElse(""),
                    forecast.map(f -> PledgeText.crossing(f.crossing())).orElse(""),
                    standing.missing()
                            .map(m -> m.amount().toPlainString() + " " + m.unit())
                            .orElse(""));
        }
        out.append(table.table().html("As known on " + report.knowledge().day()))
                .append("</section>\n");
    }

    private void notes() {
        section("What a forecast cannot know");
        out.append("<p>It carries on where members are heading, as wide as such figures move. It cannot know a war,")
                .append(
                        " a crisis or a change of government. How good it has been: <code>muster pledge score</code>.</p>");
        List<StandIn> standIns = story.standIns();
        if (!standIns.isEmpty()) {
            out.append(
                            "<p>Where no release of the time is at hand, a later one stands in, cut off at the last year that the")
                    .append(" missing one can have held:</p><ul>");
            standIns.forEach(standIn -> out.append("<li>")
                    .append(Html.text(String.format(
                            Locale.ROOT,
                            "%s of %s up to %d, as if known from %s: %s",
                            standIn.measure(),
                            standIn.vintage(),
                            standIn.upTo(),
                            standIn.knownFrom(),
                            standIn.provenance().source())))
                    .append("</li>"));
            out.append("</ul>");
        }
        out.append("</section>\n");
        section("Sources");
        out.append("<ul><li>")
                .append(Html.text(report.pledge().provenance().source()))
                .append("</li>");
        report.alliance()
                .attributions()
                .forEach(line -> out.append("<li>").append(Html.text(line)).append("</li>"));
        out.append("</ul></section>\n</main><script>")
                .append(Html.resource(PledgePage.class, "pledge.js"))
                .append("</script></body></html>\n");
    }

    private void section(String title) {
        out.append("<section><h2>").append(Html.text(title)).append("</h2>");
    }
}
