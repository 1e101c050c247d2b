package org.muster.report.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.alliance.Member;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.bill.PriceBasis;
import org.muster.answer.PlanAnswer;
import org.muster.answer.ShareAnswer;
import org.muster.plan.Plan;
import org.muster.report.bill.SpareSection;
import org.muster.report.bill.WhoPaysSection;
import org.muster.report.write.Html;
import org.muster.report.write.Table;

/// A plan as one self-contained page: no network, light and dark, printable.
public final class PlanPage {
    private final PlanAnswer report;
    private final Plan plan;
    private final StringBuilder out = new StringBuilder();

    private PlanPage(PlanAnswer report) {
        this.report = report;
        this.plan = report.plan();
    }

    /// A shared bill as a page: the plan's, with who can be spared and who gains.
    public static String write(ShareAnswer share) {
        PlanPage page = new PlanPage(share.plan());
        page.head();
        page.verdict();
        page.whoGoes();
        page.timeline();
        page.whoPays();
        page.out.append(SpareSection.write(share));
        page.tables();
        page.notes();
        page.foot();
        return page.out.toString();
    }

    /// The report as a page.
    public static String write(PlanAnswer report) {
        PlanPage page = new PlanPage(report);
        page.head();
        page.verdict();
        page.whoGoes();
        page.timeline();
        page.whoPays();
        page.tables();
        page.notes();
        page.foot();
        return page.out.toString();
    }

    private void head() {
        out.append(Html.head(report.mission().title(), ""));
    }

    private void verdict() {
        out.append("<header><p class=\"where\">")
                .append(Html.text(report.alliance().title()))
                .append("</p><h1>")
                .append(Html.text(report.mission().title()))
                .append("</h1><p class=\"verdict ")
                .append(plan.status().word())
                .append("\"><strong>")
                .append(plan.status().word())
                .append("</strong> ")
                .append(Html.text(plan.reason()))
                .append(" \u00b7 ")
                .append(report.proofPhrase())
                .append("</p>");
        if (!report.illustrative().isEmpty()) {
            out.append("<p class=\"invented\"><a href=\"#illustrative\">Some of the figures are illustrative</a>:"
                    + " invented, not published.</p>");
        }
        report.alsoWantedInWords()
                .forEach(line ->
                        out.append("<p class=\"also\">").append(Html.text(line)).append("</p>"));
        report.record()
                .ifPresent(record -> out.append("<p class=\"record\">")
                        .append(Html.text(record.beside(plan.coalition())))
                        .append("</p>"));
        String basis = PriceBasis.sentence(plan.bill());
        if (!basis.isEmpty()) {
            out.append("<p class=\"basis\">").append(Html.text(basis)).append("</p>");
        }
        out.append("<p>").append(Html.text(report.mission().description())).append("</p><dl class=\"facts\">");
        fact("Members that go", String.valueOf(plan.coalition().size()));
        fact(
                "Bill",
                report.alliance().currency() + " " + report.grouped(plan.bill().totalMinor()));
        fact("Lines short", String.valueOf(plan.gaps().size()));
        fact("Lead", plan.lead().map(report::nameOf).orElse("none asked for"));
        out.append("</dl></header>\n");
    }

    private void fact(String name, String value) {
        out.append("<div><dt>")
                .append(Html.text(name))
                .append("</dt><dd>")
                .append(Html.text(value))
                .append("</dd></div>");
    }

    private void whoGoes() {
        section("Who goes");
        Map<String, String> styles = new LinkedHashMap<>();
        for (Member member : report.alliance().members()) {
            styles.put(
                    member.code(),
                    plan.coalition().contains(member.code()) ? "goes" : member.isAlly() ? "ally" : "partner");
        }
        new WorldMap()
                .svg(
                        styles,
                        code -> report.nameOf(code) + (plan.coalition().contains(code) ? ": goes" : ": does not go"))
                .ifPresent(out::append);
        out.append("<ul class=\"members\">");
        styles.forEach((code, style) -> out.append("<li class=\"")
                .append(style)
                .append("\">")
                .append(Html.text(report.nameOf(code)))
                .append("</li>"));
        out.append(
                        "</ul><p class=\"legend\"><span class=\"goes\">goes</span> <span class=\"ally\">member that does not")
                .append("</span> <span class=\"partner\">partner that does not</span></p></section>\n");
    }

    private void timeline() {
        section("Phases, covered and short");
        out.append(Timeline.html(report.mission().phases(), plan)).append("</section>\n");
    }

    private void whoPays() {
        section("Who pays");
        out.append(WhoPaysSection.write(report)).append("</section>\n");
    }

    private void tables() {
        section("Assignments");
        Table.Draft assignments = Table.of(3, "Phase", "Line", "From", "Units", "Cost");
        for (Plan.Assignment a : plan.assignments()) {
            assignments.row(
                    a.phase(),
                    a.requirement(),
                    a.member().map(report::nameOf).orElse(a.source().word()) + " (" + a.id() + ")",
                    String.valueOf(a.units()),
                    report.grouped(a.costMinor()));
        }
        out.append(assignments.table().html()).append("</section>\n");
        section("What is missing");
        out.append(plan.gaps().isEmpty() ? "<p>Nothing.</p>" : gaps().html()).append("</section>\n");
        section("Bill");
        out.append("<details><summary>")
                .append(plan.bill().lines().size())
                .append(" lines</summary>")
                .append(bill().html())
                .append("</details></section>\n");
    }

    private Table gaps() {
        Table.Draft gaps = Table.of(3, "From", "Line", "Capability", "Short", "Asked");
        for (Plan.Gap g : plan.gaps()) {
            gaps.row(
                    g.from().toString(),
                    g.lineKey() + (g.essential() ? "" : " (desirable)"),
                    g.capability(),
                    String.valueOf(g.missing()),
                    String.valueOf(g.quantity()));
        }
        return gaps.table();
    }

    private Table bill() {
        Table.Draft bill = Table.of(4, "Date", "Category", "What for", "Fund", "Amount");
        for (CostLine line : plan.bill().lines()) {
            bill.row(
                    line.date().toString(),
                    line.category(),
                    line.text() + (line.illustrative() ? " (illustrative)" : "") + ", price "
                            + line.price().word(),
                    line.fund().orElse(""),
                    report.grouped(line.amountMinor()));
        }
        return bill.table();
    }

    private void notes() {
        out.append("<section id=\"illustrative\"><h2>Illustrative</h2>");
        out.append("<p>Invented, not published: ")
                .append(Html.text(
                        report.illustrative().isEmpty() ? "nothing" : String.join("; ", report.illustrative())))
                .append(".</p></section>\n");
        section("Sources");
        out.append("<ul>");
        report.alliance()
                .attributions()
                .forEach(line -> out.append("<li>").append(Html.text(line)).append("</li>"));
        out.append("</ul><p>Map shapes: Natural Earth (public domain), world-atlas (ISC).</p></section>\n");
    }

    private void section(String title) {
        out.append("<section><h2>").append(Html.text(title)).append("</h2>");
    }

    private void foot() {
        out.append(Html.foot());
    }
}
