package org.muster.report.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.lab.Measure;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.LabAnswer;
import org.muster.report.write.Html;

/// A comparison as one page that loads nothing: the sentence with its doubt, measures by reforms with intervals,
/// regret, who goes, how far the model can be believed, what is invented.
public final class LabPage {
    /// The style that it adds to that of all pages.
    public static final String CSS = Html.resource(LabPage.class, "lab.css");
    private static final double WIDTH = 220;

    private final LabAnswer answer;
    private final LabWords words;
    private final StringBuilder out = new StringBuilder();

    private LabPage(LabAnswer answer) {
        this.answer = answer;
        this.words = new LabWords(answer);
    }

    /// The page; the same study gives the same bytes.
    public static String write(LabAnswer answer) {
        return new LabPage(answer).page();
    }

    /// What stands between head and foot, for a page of another frame that loads [#CSS].
    public static String body(LabAnswer answer) {
        return new LabPage(answer).body();
    }

    private String page() {
        String head =
                Html.head("Reforms of " + answer.results().question().alliance().title(), CSS);
        return head + body() + "</main>" + new LabSurface(answer, words).script() + "</body></html>\n";
    }

    private String body() {
        out.append("<h1>").append(Html.text(words.headline())).append("</h1>\n");
        out.append("<p class=\"hindcast\">").append(Html.text(words.hindcast())).append("</p>\n");
        paragraph(LabWords.NOT_A_FORECAST);
        heading("What was measured");
        paragraph("Each line is one measure, each mark a reform: the mean, and from low to high "
                + words.sure()
                + ". "
                + String.format(Locale.ROOT, "%,d", answer.results().futures().size()) + " futures.");
        if (!words.money().isEmpty()) {
            paragraph(words.money());
        }
        words.hours().ifPresent(this::paragraph);
        words.ranges().ifPresent(this::paragraph);
        for (Measure measure : Measure.values()) {
            multiple(measure);
        }
        heading("Regret: missions undone beyond the best reform in the same future");
        regret();
        heading("In which futures a reform falls short");
        List<String> thresholds = answer.results().question().setting().thresholds().stream()
                .map(one -> one.measure()
                        + (one.least() ? " at least " : " at most ")
                        + one.value().toPlainString())
                .toList();
        paragraph((thresholds.isEmpty() ? "" : "Thresholds: " + String.join(", ", thresholds) + ". ")
                + "Each strip is all futures, those in the box of the sentence first (underlined); the darker, the more of"
                + " them fall short.");
        out.append(LabFutures.section(answer));
        heading("What if: the factors that matter most");
        out.append(new LabSurface(answer, words).section());
        heading("Doubt and thresholds");
        scroll(LabText.doubts(answer, words, Optional.empty()).html());
        words.pareto().ifPresent(this::paragraph);
        heading("Who goes, in percent of missions that ran");
        joins();
        if (LabText.reacts(answer)) {
            heading(LabText.thresholdsTitle(words));
            scroll(LabText.thresholds(answer, words).html());
            heading(LabText.STANDING);
            scroll(LabText.standing(answer).html());
            heading(LabText.FOUND);
            scroll(LabText.found(answer).html());
        }
        heading("What is invented");
        out.append("<ul>\n");
        answer.invented()
                .forEach(one -> out.append("<li>").append(Html.text(one)).append("</li>\n"));
        out.append("</ul>\n");
        answer.results().question().alliance().attributions().forEach(this::paragraph);
        return out.toString();
    }

    private void heading(String title) {
        out.append("<h2>").append(Html.text(title)).append("</h2>\n");
    }

    private void paragraph(String text) {
        out.append("<p>").append(Html.text(text)).append("</p>\n");
    }

    private void scroll(String table) {
        out.append("<div class=\"wide\">").append(table).append("</div>\n");
    }

    /// One measure: reforms below one another on one scale.
    private void multiple(Measure measure) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Comparison.OfReform one : answer.comparison().reforms()) {
            least = Math.min(least, one.of(measure).low());
            most = Math.max(most, one.of(measure).high());
        }
        if (most == least) {
            return;
        }
        out.append("<section class=\"multiple\"><h3>")
                .append(Html.text(measure.title() + " (" + words.unit(measure) + ")"))
                .append("</h3><table><tbody>\n");
        for (Comparison.OfReform one : answer.comparison().reforms()) {
            Comparison.Stats stats = one.of(measure);
            out.append("<tr><th scope=\"row\">")
                    .append(Html.text(one.reform()))
                    .append("</th><td>")
                    .append(interval(stats, least, most))
                    .append("</td><td class=\"number\">")
                    .append(Html.text(words.meanWithRange(measure, stats)))
                    .append("</td></tr>\n");
        }
        out.append("</tbody></table></section>\n");
    }

    private String interval(Comparison.Stats stats, double least, double most) {
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %.0f 12\" role=\"img\" aria-label=\"interval\"><line x1=\"%.1f\" x2=\"%.1f\" y1=\"6\""
                        + " y2=\"6\"/><circle cx=\"%.1f\" cy=\"6\" r=\"4\"/></svg>",
                WIDTH,
                at(stats.low(), least, most),
                at(stats.high(), least, most),
                at(stats.mean(), least, most));
    }

    private static double at(double value, double least, double most) {
        return 5 + (WIDTH - 10) * (value - least) / (most - least);
    }

    private void regret() {
        double most = answer.comparison().reforms().stream()
                .mapToDouble(one -> one.of(Measure.FAILED).regretMax().orElse(0.0))
                .max()
                .orElse(0);
        out.append("<table class=\"regret\"><tbody>\n");
        for (Comparison.OfReform one : answer.comparison().reforms()) {
            double regret = one.of(Measure.FAILED).regret90().orElse(0.0);
            double max = one.of(Measure.FAILED).regretMax().orElse(0.0);
            out.append("<tr><th scope=\"row\">")
                    .append(Html.text(one.reform()))
                    .append("</th><td>")
                    .append(String.format(
                            Locale.ROOT,
                            "<svg viewBox=\"0 0 %.0f 12\" role=\"img\" aria-label=\"regret\"><rect class=\"max\" x=\"0\""
                                    + " y=\"4\" width=\"%.1f\" height=\"4\"/><rect x=\"0\" y=\"1\" width=\"%.1f\""
                                    + " height=\"10\"/></svg>",
                            WIDTH,
                            most == 0 ? 0 : WIDTH * max / most,
                            most == 0 ? 0 : WIDTH * regret / most))
                    .append("</td><td class=\"number\">")
                    .append(Html.text(String.format(
                            Locale.ROOT,
                            "%s in nine of ten, %s at most",
                            words.number(Measure.FAILED, regret),
                            words.number(Measure.FAILED, max))))
                    .append("</td></tr>\n");
        }
        out.append("</tbody></table>\n");
    }

    /// Members by reforms, the darker the more often they go.
    private void joins() {
        List<String> reforms = answer.results().reforms();
        out.append("<div class=\"wide\"><table class=\"joins\"><thead><tr><th scope=\"col\">Member</th>");
        reforms.forEach(reform ->
                out.append("<th scope=\"col\">").append(Html.text(reform)).append("</th>"));
        out.append("</tr></thead><tbody>\n");
        Map<String, List<Comparison.Join>> rows = new LinkedHashMap<>();
        answer.comparison()
                .joins()
                .forEach(one -> rows.computeIfAbsent(one.member(), k -> new ArrayList<>())
                        .add(one));
        rows.forEach((member, row) -> {
            out.append("<tr><th scope=\"row\">").append(Html.text(member)).append("</th>");
            row.forEach(one -> out.append(String.format(
                    Locale.ROOT,
                    "<td class=\"number j%d\">%s</td>",
                    Math.clamp(Math.round(5 * one.rate()), 0, 5),
                    LabWords.percent(one.rate()))));
            out.append("</tr>\n");
        });
        out.append("</tbody></table></div>\n");
    }
}
