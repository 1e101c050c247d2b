package org.muster.report.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.muster.alliance.lab.Measure;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.analysis.Surface;
import org.muster.report.write.Html;
import org.muster.report.write.Json;
import org.muster.report.write.Table;

/// What a measure would be at values of the factors that matter most: sliders over a grid that is worked out
/// before, and the same as a table for readers without script.
final class LabSurface {
    private final LabAnswer answer;
    private final LabWords words;
    private final Surface surface;

    LabSurface(LabAnswer answer, LabWords words) {
        this.answer = answer;
        this.words = words;
        this.surface = Surface.of(answer.results(), Measure.FAILED);
    }

    /// Without script: the sentence, what it is off by, the grid and the runs that lie nearest.
    String section() {
        if (surface.axes().isEmpty()) {
            return "<p>So few futures tell of no factor what hangs on it.</p>\n";
        }
        StringBuilder out = new StringBuilder("<p>");
        out.append(Html.text(String.format(
                        Locale.ROOT,
                        "Missions that did not run, at values of the factors that tell most of it (%s): the mean of the %d"
                                + " nearest of %,d runs. Told so from all others, a run is off by so much (beside it, what"
                                + " the mean of all is off by):",
                        String.join(
                                ", ",
                                surface.axes().stream().map(Surface.Axis::name).toList()),
                        surface.nearest(),
                        surface.runs())))
                .append("</p>\n");
        Table.Draft errors = Table.of(1, "Reform", "Off by", "Mean of all off by");
        for (int r = 0; r < surface.reforms().size(); r++) {
            errors.row(
                    surface.reforms().get(r),
                    number(surface.error().get(r)),
                    number(surface.spread().get(r)));
        }
        out.append("<div class=\"wide\">").append(errors.table().html()).append("</div>\n");
        out.append("<div id=\"sliders\" hidden></div>\n");
        out.append("<details><summary>The whole grid as a table</summary>\n<div class=\"wide\">")
                .append(grid())
                .append("</div></details>\n");
        out.append("<details id=\"nearest\"><summary>The real runs that lie nearest</summary>\n");
        out.append("<p>Any of them is shown step by step with <code>muster lab show STUDY --future N --reform"
                + " NAME</code>.</p>\n<div class=\"wide\">");
        out.append(runs()).append("</div></details>\n");
        return out.toString();
    }

    private String number(double value) {
        return words.number(Measure.FAILED, value);
    }

    private static String level(double value) {
        return String.format(Locale.ROOT, "%.4g", value)
                .replaceAll("(\\.[0-9]*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }

    private String grid() {
        List<String> header = new ArrayList<>();
        surface.axes().forEach(axis -> header.add(axis.name()));
        header.addAll(surface.reforms());
        header.add("Nearest run");
        Table.Draft table = Table.of(0, header.toArray(String[]::new));
        for (Surface.Cell cell : surface.cells()) {
            List<String> row = new ArrayList<>();
            for (int a = 0; a < surface.axes().size(); a++) {
                row.add(level(surface.axes().get(a).levels().get(cell.levels().get(a))));
            }
            cell.values().forEach(value -> row.add(number(value)));
            row.add("future " + cell.nearest());
            table.row(row.toArray(String[]::new));
        }
        return table.table().html();
    }

    /// Rows with a name of their own each, so that they can be linked to.
    private String runs() {
        StringBuilder out = new StringBuilder("<table><thead><tr><th scope=\"col\">Future</th>");
        surface.axes()
                .forEach(axis -> out.append("<th scope=\"col\">")
                        .append(Html.text(axis.name()))
                        .append("</th>"));
        surface.reforms()
                .forEach(reform -> out.append("<th scope=\"col\">")
                        .append(Html.text(reform))
                        .append("</th>"));
        out.append("</tr></thead><tbody>\n");
        TreeSet<Integer> futures = new TreeSet<>();
        surface.cells().forEach(cell -> futures.add(cell.nearest()));
        for (int future : futures) {
            out.append("<tr id=\"run-")
                    .append(future)
                    .append("\"><th scope=\"row\">")
                    .append(future)
                    .append("</th>");
            surface.axes()
                    .forEach(axis -> cell(out, level(answer.results().futures().get(future)[axis.column()])));
            surface.reforms()
                    .forEach(reform -> cell(out, number(answer.results().values(reform, Measure.FAILED)[future])));
            out.append("</tr>\n");
        }
        return out.append("</tbody></table>\n").toString();
    }

    private static void cell(StringBuilder out, String text) {
        out.append("<td class=\"number\">").append(Html.text(text)).append("</td>");
    }

    /// The grid and what moves on it; empty where there is none.
    String script() {
        if (surface.axes().isEmpty()) {
            return "";
        }
        ObjectNode root = Json.object();
        ArrayNode axes = root.putArray("axes");
        surface.axes().forEach(axis -> {
            ObjectNode node = axes.addObject();
            node.put("name", axis.name());
            axis.levels().forEach(value -> node.withArray("levels").add(level(value)));
        });
        surface.reforms().forEach(root.putArray("reforms")::add);
        surface.error().forEach(error -> root.withArray("error").add(number(error)));
        ArrayNode cells = root.putArray("cells");
        surface.cells().forEach(cell -> {
            ObjectNode node = cells.addObject();
            cell.values().forEach(value -> node.withArray("values").add(Json.rounded(value)));
            node.put("nearest", cell.nearest());
        });
        return "<script type=\"application/json\" id=\"surface\">" + Html.script(Json.text(root)) + "</script><script>"
                + Html.resource(LabSurface.class, "lab.js") + "</script>";
    }
}
