package org.muster.report.bill;

import java.util.List;
import org.muster.answer.ShareAnswer;
import org.muster.report.write.Html;
import org.muster.report.write.Table;

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
            out.append(new Table(spare.header(), SpareWords.TEXTS, spare.rows()).html());
        }
        list(out, spare.pairs());
        list(out, spare.construction());
        out.append("</section>\n<section id=\"gains\"><h2>Who gains</h2>");
        GainWords gain = new GainWords(share.plan());
        if (gain.isDeclared()) {
            Table.Draft gains = Table.of(2, "Rule", "At what worth members gain");
            gain.gains().forEach(gains::row);
            out.append(gains.table().html());
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
}
