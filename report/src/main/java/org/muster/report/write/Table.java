package org.muster.report.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table, whatever it is then written as: text for a screen, CSV for programs, HTML for a page.
///
/// @param header what each column says
/// @param texts  how many columns, from the first on, hold words; the others hold numbers
/// @param rows   a cell for each column
public record Table(List<String> header, int texts, List<List<String>> rows) {
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + header.size() + " heads");
            }
        }
    }

    /// A table whose rows come one by one.
    public static Draft of(int texts, String... header) {
        return new Draft(texts, List.of(header));
    }

    /// A table while its rows come.
    public static final class Draft {
        private final int texts;
        private final List<String> header;
        private final List<List<String>> rows = new ArrayList<>();

        private Draft(int texts, List<String> header) {
            this.texts = texts;
            this.header = header;
        }

        /// Adds a row.
        public Draft row(String... cells) {
            rows.add(Arrays.asList(cells));
            return this;
        }

        /// The table.
        public Table table() {
            return new Table(header, texts, rows);
        }
    }

    /// As text, no line of it wider than the screen.
    public String text(Screen screen) {
        return screen.table(header, texts, rows);
    }

    /// As CSV, the header first.
    public String csv() {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        return Csv.table(all);
    }

    /// As a table of a page, wider than the page where it has to be.
    public String html() {
        return html("");
    }

    /// The same with a caption above it, where that says something.
    public String html(String caption) {
        StringBuilder out = new StringBuilder("<div class=\"wide\"><table class=\"t")
                .append(texts)
                .append("\">");
        if (!caption.isEmpty()) {
            out.append("<caption>").append(Html.text(caption)).append("</caption>");
        }
        out.append("<thead><tr>");
        header.forEach(cell -> out.append("<th>").append(Html.text(cell)).append("</th>"));
        out.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            out.append("<tr><th>").append(Html.text(row.getFirst())).append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(cell -> out.append("<td>").append(Html.text(cell)).append("</td>"));
            out.append("</tr>");
        }
        return out.append("</tbody></table></div>").toString();
    }
}
