package org.muster.report.bill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.muster.alliance.Member;
import org.muster.alliance.sharing.RuleName;
import org.muster.answer.PlanAnswer;
import org.muster.report.write.Html;
import org.muster.report.write.Json;
import org.muster.share.WhoPays;

/// Who pays, on a page: bars of one rule, two against each other, the matrix, and why an amount is what it is.
public final class WhoPaysSection {
    private final PlanAnswer report;
    private final List<WhoPays.Column> columns;
    private final StringBuilder out = new StringBuilder();

    private final Optional<BiFunction<String, String, String>> whyAt;

    private WhoPaysSection(PlanAnswer report, Optional<BiFunction<String, String, String>> whyAt) {
        this.report = report;
        this.whyAt = whyAt;
        this.columns = report.whoPays().columns();
    }

    /// The section of a page that stands by itself: it holds the explanation of every amount.
    public static String write(PlanAnswer report) {
        return new WhoPaysSection(report, Optional.empty()).section();
    }

    /// The section of a page that is served: amounts lead to where they are explained.
    ///
    /// @param whyAt address of the explanation of an amount, by the ids of its rule and its member
    public static String served(PlanAnswer report, BiFunction<String, String, String> whyAt) {
        return new WhoPaysSection(report, Optional.of(whyAt)).section();
    }

    private String section() {
        bars();
        pair();
        matrix();
        return out.toString();
    }

    private void bars() {
        out.append("<p><label for=\"rule\">Rule</label> ");
        select("rule", 0);
        out.append("</p><p id=\"rule-says\"></p><div id=\"chart\"></div>")
                .append("<script type=\"application/json\" id=\"data\">")
                .append(Html.script(chartData()))
                .append("</script>");
    }

    private void select(String id, int chosen) {
        out.append("<select id=\"").append(id).append("\">");
        for (int c = 0; c < columns.size(); c++) {
            out.append("<option value=\"")
                    .append(Html.text(columns.get(c).rule().id()))
                    .append(c == chosen ? "\" selected>" : "\">")
                    .append(Html.text(columns.get(c).rule().title()))
                    .append("</option>");
        }
        out.append("</select>");
    }

    private void pair() {
        if (columns.size() < 2) {
            return;
        }
        out.append("<h3>One rule against another</h3><p class=\"pair\"><label>Rule ");
        select("pair-from", 0);
        out.append("</label> <label>against ");
        select("pair-to", contrast());
        out.append("</label></p><div class=\"wide\"><svg id=\"dumbbell\" role=\"img\" ")
                .append(
                        "aria-label=\"What each member pays under two rules; the table below says the same\"></svg></div>")
                .append("<p class=\"saves\"><button type=\"button\" data-save=\"svg\" hidden>SVG</button>")
                .append("<button type=\"button\" data-save=\"png\" hidden>PNG</button>")
                .append("<button type=\"button\" data-save=\"csv\" hidden>Data of the chart</button></p>");
    }

    /// The rule that the first is set against: the Shapley value where there is one, else the last.
    private int contrast() {
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).rule().id().equals(RuleName.SHAPLEY.word())) {
                return c;
            }
        }
        return columns.size() - 1;
    }

    private String chartData() {
        ObjectNode root = Json.object();
        root.put("currency", report.alliance().currency());
        ObjectNode names = root.putObject("names");
        report.alliance().members().forEach(m -> names.put(m.code(), m.name()));
        report.plan().coalition().forEach(root.putArray("coalition")::add);
        ObjectNode rules = root.putObject("rules");
        for (WhoPays.Column column : columns) {
            ObjectNode rule = rules.putObject(column.rule().id());
            rule.put("title", column.rule().title());
            rule.put("says", column.rule().description());
            ObjectNode amounts = rule.putObject("amounts");
            ObjectNode why = rule.putObject("why");
            column.amounts().forEach((member, minor) -> {
                if (minor != 0) {
                    amounts.put(member, report.decimal(minor));
                    if (whyAt.isEmpty()) {
                        why.set(member, ExplanationJson.tree(column.why().apply(member)));
                    }
                }
            });
        }
        return Json.compact(root);
    }

    private void matrix() {
        out.append("<h3>All rules</h3><div class=\"wide\"><table id=\"matrix\"><caption>Members by rules, ")
                .append(report.alliance().currency())
                .append("; choose an amount to see why</caption><thead><tr><th>Member</th>");
        columns.forEach(
                c -> out.append("<th>").append(Html.text(c.rule().title())).append("</th>"));
        out.append("</tr></thead><tbody>");
        for (Member member : report.alliance().members()) {
            out.append("<tr><th>")
                    .append(Html.text(member.name()))
                    .append(report.plan().coalition().contains(member.code()) ? " <small>goes</small>" : "")
                    .append("</th>");
            columns.forEach(c -> amount(c, member.code()));
            out.append("</tr>");
        }
        out.append("</tbody><tfoot><tr><th>Those who go</th>");
        columns.forEach(c -> cell(report.grouped(c.participantsTotal())));
        out.append("</tr><tr><th>The others</th>");
        columns.forEach(c -> cell(report.grouped(c.nonParticipantsTotal())));
        out.append("</tr><tr><th>Total</th>");
        columns.forEach(c -> cell(report.grouped(report.whoPays().netMinor())));
        out.append("</tr></tfoot></table></div><div id=\"why\" aria-live=\"polite\"></div>");
        if (report.whoPays().receivedMinor() != 0) {
            out.append("<p>Received for released hours, under every rule, and taken off in the amounts: ")
                    .append(Html.text(String.join(
                            ", ",
                            report.whoPays().received().entrySet().stream()
                                    .map(e -> report.nameOf(e.getKey()) + " " + report.grouped(e.getValue()))
                                    .toList())))
                    .append(".</p>");
        }
    }

    private void amount(WhoPays.Column column, String member) {
        long minor = column.amounts().getOrDefault(member, 0L);
        if (minor == 0) {
            cell(report.grouped(minor));
        } else {
            String rule = column.rule().id();
            String element = whyAt.isPresent() ? "a" : "button";
            out.append("<td><").append(element);
            whyAt.ifPresentOrElse(
                    at -> out.append(" href=\"")
                            .append(Html.text(at.apply(rule, member)))
                            .append("\" rel=\"nofollow\""),
                    () -> out.append(" type=\"button\""));
            out.append(" data-rule=\"")
                    .append(Html.text(rule))
                    .append("\" data-member=\"")
                    .append(Html.text(member))
                    .append("\">")
                    .append(report.grouped(minor))
                    .append("</")
                    .append(element)
                    .append("></td>");
        }
    }

    private void cell(String value) {
        out.append("<td>").append(value).append("</td>");
    }
}
