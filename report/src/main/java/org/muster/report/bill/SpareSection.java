package org.muster.report.bill;

import java.util.List;
import org.muster.answer.ShareAnswer;
import org.muster.report.write.Html;

/// Who can be spared, who gains and who would rather do its own, on a page.
public final class SpareSection {
    private SpareSection() {}

    /// The section of a page.
    public static String write(ShareAnswer share) {
        StringBuilder out = new StringBuilder();
        SpareWords spare = new SpareWords(share);
        out.append("<section id=\"spared\"><h2>Who can be spared, and at what price</h2>");
        paragraph(out, String.join(" ", spare.answer()));
        if (!spare.rows().isEmpty()) {
            table(out, spare.header(), spare.rows());
        }
        list(out, spare.pairs());
        list(out, spare.construction());
        out.append("</section>\n<section id=\"gains\"><h2>Who gains</h2>");
        GainWords gain = new GainWords(share.plan());
        if (gain.isDeclared()) {
            out.append(
                    "<div class=\"wide\"><table><thead><tr><th>Rule</th><th>At what worth members gain</th></tr></thead><tbody>");
            gain.gains()
                    .forEach((rule, words) -> out.append("<tr><th>")
                            .append(Html.text(rule))
                            .append("</th><td>")
                            .append(Html.text(words))
                            .append("</td></tr>"));
            out.append("</tbody></table></div>");
            list(out, gain.leavers());
        } else {
            paragraph(out, GainWords.UNDECLARED);
        }
        return out.append("</section>\n").toString();
    }

    private static void paragraph(StringBuilder out, String text) {
        out.append("<p>").append(Html.text(text)).append("</p>");
    }

    private static void list(StringBuilder out, List<String> items) {
        if (!items.isEmpty()) {
            out.append("<ul>");
            items.forEach(item -> out.append("<li>").append(Html.text(item)).append("</li>"));
            out.append("</ul>");
        }
    }

    private static void table(StringBuilder out, List<String> header, List<List<String>> rows) {
        out.append("<div class=\"wide\"><table><thead><tr>");
        header.forEach(cell -> out.append("<th>").append(Html.text(cell)).append("</th>"));
        out.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (int c = 0; c < row.size(); c++) {
                out.append(c == 0 ? "<th>" : "<td>")
                        .append(Html.text(row.get(c)))
                        .append(c == 0 ? "</th>" : "</td>");
            }
            out.append("</tr>");
        }
        out.append("</tbody></table></div>");
    }
}
