package org.muster.web.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.folder.TableImport;
import org.muster.folder.TableView;
import org.muster.input.Counted;
import org.muster.input.Problem;
import org.muster.report.write.Html;
import org.muster.report.write.Table;
import org.muster.web.ask.TableAsked;
import org.muster.web.http.Code;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.shelf.Held;

/// The tables of a folder: shown, filled in row by row, pasted into, and taken in from a file.
public final class TablePages {
    private static final int ROWS = 200;

    private final Held held;
    private final boolean writes;
    private final Markup page = new Markup();

    private TablePages(Held held, boolean writes) {
        this.held = held;
        this.writes = writes;
    }

    private String at() {
        return Frame.address(held) + "/tables";
    }

    private String at(TableView table) {
        return at() + "/" + Query.encoded(table.name());
    }

    /// All tables.
    ///
    /// @param writes whether rows may be saved
    public static Reply all(Held held, List<TableView> tables, boolean writes) {
        TablePages pages = new TablePages(held, writes);
        pages.page.element("h1", "Tables of " + held.alliance().title());
        pages.page.raw("<div class=\"wide\"><table><thead><tr><th>Table</th><th>What a row is</th><th>Rows</th>"
                + "<th>CSV</th></tr></thead><tbody>");
        for (TableView table : tables) {
            pages.page
                    .open("tr")
                    .open("th")
                    .link(pages.at(table), table.name())
                    .close("th")
                    .element("td", table.title())
                    .element("td", table.rows().size() + (table.whole() ? "" : ", and some that cannot be read"))
                    .open("td")
                    .link(pages.at(table) + ".csv", table.file())
                    .close("td")
                    .close("tr");
        }
        pages.page.raw("</tbody></table></div>");
        pages.page
                .open("p")
                .link(pages.at() + ".xlsx", "All tables as a workbook")
                .text(": change it in a spreadsheet, and bring it back here.")
                .close("p");
        pages.bring(Optional.empty(), "");
        return Frame.of(held, "Tables")
                .under(pages.at(), "Tables")
                .form(pages.at() + ".xlsx", "a workbook")
                .command("muster export " + Frame.folder(held) + " --xlsx tables.xlsx")
                .around(pages.page);
    }

    /// One table.
    ///
    /// @param from the first row that is shown, from 0
    public static Reply one(Held held, TableView table, int from, boolean writes) {
        TablePages pages = new TablePages(held, writes);
        pages.page
                .element("h1", table.name())
                .element("p", table.title() + ": " + Counted.of(table.rows().size(), "rows") + ".");
        if (!table.whole()) {
            pages.page
                    .open("p", "class", "notice broken")
                    .text("Some rows cannot be read and are not shown. ")
                    .link(Frame.address(held) + "/problems", "What is wrong")
                    .close("p");
        }
        pages.page
                .open("p")
                .link(pages.at(table) + "?add=1", "Add a row")
                .text(", ")
                .link("#bring", "bring rows from a spreadsheet")
                .text(", or open a row by its name to change it.")
                .close("p");
        pages.rows(table, from);
        pages.bring(Optional.of(table), "");
        return pages.framed(table).around(pages.page);
    }

    private Frame framed(TableView table) {
        return Frame.of(held, table.name())
                .under(at(), "Tables")
                .under(at(table), table.name())
                .form(at(table) + ".csv", "CSV")
                .form(at() + ".xlsx", "a workbook of all tables")
                .command("muster import " + Frame.folder(held) + " FILE --table " + table.name() + " --dry-run");
    }

    private void rows(TableView table, int from) {
        int to = Math.min(table.rows().size(), from + ROWS);
        page.open("div", "class", "wide").open("table", "id", "rows").raw("<thead><tr>");
        table.columns().forEach(column -> page.element("th", column.name(), "title", column.description()));
        page.raw("</tr></thead><tbody>");
        for (List<String> row : table.rows().subList(Math.min(from, to), to)) {
            page.open("tr")
                    .open("th")
                    .link(at(table) + rowQuery(table.keyOf(row)).text(), row.getFirst());
            page.close("th");
            row.stream().skip(1).forEach(field -> page.element("td", field));
            page.close("tr");
        }
        page.raw("</tbody></table></div>");
        if (table.rows().size() > ROWS) {
            page.open("p")
                    .text("Rows " + (from + 1) + " to " + to + " of "
                            + table.rows().size() + ". ");
            if (from > 0) {
                page.link(at(table) + "?from=" + Math.max(0, from - ROWS), "Earlier rows")
                        .text(" ");
            }
            if (to < table.rows().size()) {
                page.link(at(table) + "?from=" + to, "Later rows");
            }
            page.close("p");
        }
    }

    private static Query rowQuery(List<String> key) {
        return new Query(Map.of("row", key));
    }

    /// The form for a file or pasted rows.
    private void bring(Optional<TableView> table, String pasted) {
        page.element("h2", "Bring rows from a spreadsheet");
        page.open("form", "method", "post", "action", at(), "enctype", "multipart/form-data", "id", "bring");
        hidden("revision", String.valueOf(held.revision()));
        table.ifPresent(one -> hidden("table", one.name()));
        page.open("p")
                .open("label")
                .text(
                        table.isPresent()
                                ? "A CSV file or a workbook: "
                                : "A workbook, or a CSV file called after its table: ")
                .open("input", "type", "file", "name", "file", "accept", ".csv,.tsv,.txt,.xlsx")
                .close("label")
                .close("p");
        table.ifPresent(one -> page.open("p")
                .open("label")
                .text("or rows pasted from a spreadsheet, their header first (")
                .text(String.join(
                        ", ", one.columns().stream().map(TableView.Column::name).toList()))
                .text("):")
                .close("label")
                .open("textarea", "name", "rows", "rows", "6", "aria-label", "pasted rows")
                .raw(pasted.isEmpty() ? "" : Html.text(pasted))
                .close("textarea")
                .close("p"));
        page.open("p", "class", "row");
        choice("decimal", "Numbers", Map.of("point", "1,234.5", "comma", "1.234,5"), List.of("point", "comma"));
        choice(
                "dates",
                "Days",
                Map.of("day_first", "5.9.2014", "month_first", "9/5/2014"),
                List.of("day_first", "month_first"));
        page.close("p");
        buttons();
        page.close("form");
    }

    private void choice(String name, String label, Map<String, String> shown, List<String> words) {
        page.open("label").text(label + " ").open("select", "name", name);
        page.element("option", "as found out", "value", "");
        words.forEach(word -> page.element("option", "like " + shown.get(word), "value", word));
        page.close("select").close("label").raw(" ");
    }

    private void hidden(String name, String value) {
        page.open("input", "type", "hidden", "name", name, "value", value);
    }

    private void buttons() {
        page.open("p", "class", "row").element("button", "Try: say what would change", "name", "do", "value", "try");
        if (writes) {
            page.raw(" ").element("button", "Save", "name", "do", "value", "save");
        } else {
            page.element("span", "Nothing is saved here: the room was opened without --write.", "class", "where");
        }
        page.close("p");
    }

    /// One row, to be filled in.
    ///
    /// @param fields what stands in its fields, by column
    /// @param tried  what came of trying it; empty where it was not tried
    public static Reply row(
            Held held, TableView table, Map<String, String> fields, Optional<TableImport> tried, boolean writes) {
        TablePages pages = new TablePages(held, writes);
        Markup page = pages.page;
        page.element("h1", table.title() + ": one row of " + table.name());
        Map<Integer, Problem> wrong = new HashMap<>();
        tried.ifPresent(asked -> asked.problems().stream()
                .filter(problem -> problem.place().line() == 2)
                .forEach(problem -> wrong.putIfAbsent(problem.place().column() - 1, problem)));
        tried.ifPresent(
                asked -> pages.came(asked, asked.problems().isEmpty() ? "It can be saved." : "It cannot be saved."));
        page.open("form", "method", "post", "action", pages.at(table), "id", "row");
        pages.hidden("revision", String.valueOf(held.revision()));
        page.open("div", "class", "fields");
        for (int c = 0; c < table.columns().size(); c++) {
            pages.field(table, c, fields, Optional.ofNullable(wrong.get(c)));
        }
        page.close("div");
        pages.buttons();
        page.close("form");
        Reply reply = pages.framed(table).around(page);
        return wrong.isEmpty() && tried.map(asked -> asked.problems().isEmpty()).orElse(true)
                ? reply
                : reply.with(Code.REFUSED.status());
    }

    private void field(TableView table, int c, Map<String, String> fields, Optional<Problem> wrong) {
        TableView.Column column = table.columns().get(c);
        String id = "c-" + column.name();
        String value = fields.getOrDefault(column.name(), "");
        page.open("p").open("label", "for", id).element("strong", column.name()).text(": " + column.description());
        page.text(column.required() ? "" : " (may be empty)").close("label");
        String says = wrong.isPresent() ? id + "-wrong" : "";
        if (column.words().isEmpty()) {
            page.open("input", "id", id, "name", "c." + column.name(), "value", value, "aria-describedby", says);
        } else {
            page.open("select", "id", id, "name", "c." + column.name(), "aria-describedby", says);
            page.element("option", "", "value", "");
            column.words().forEach(word -> {
                if (word.equals(value)) {
                    page.element("option", word, "selected", "");
                } else {
                    page.element("option", word);
                }
            });
            page.close("select");
        }
        wrong.ifPresent(problem -> page.element(
                "span", problem.wrong() + ". " + problem.right(), "class", "wrong", "id", says, "role", "alert"));
        page.close("p");
    }

    /// What came of a file or of pasted rows.
    ///
    /// @param saved whether it was written
    public static Reply tried(Held held, TableAsked asked, TableImport came, boolean saved, boolean writes) {
        TablePages pages = new TablePages(held, writes);
        boolean good = came.problems().isEmpty();
        pages.page.element("h1", saved ? "Saved" : good ? "What would change" : "This cannot be taken in");
        pages.came(came, saved ? "Saved." : good ? "Nothing is wrong with the rows." : "Nothing was saved.");
        pages.page.open("p").link(pages.at(), "To the tables").close("p");
        asked.table()
                .flatMap(name -> TableView.of(Path.of(held.folder()), name))
                .ifPresent(table -> pages.bring(
                        Optional.of(table),
                        asked.file().equals("pasted rows")
                                ? new String(asked.bytes().toArray(), StandardCharsets.UTF_8)
                                : ""));
        Reply reply = Frame.of(held, "Rows").under(pages.at(), "Tables").around(pages.page);
        return good ? reply : reply.with(Code.REFUSED.status());
    }

    private void came(TableImport came, String verdict) {
        boolean good = came.problems().isEmpty();
        page.open("p", "class", "verdict " + (good ? "covered" : "refused"), "id", "verdict", "role", "status")
                .element("strong", verdict)
                .close("p");
        if (!came.changes().isEmpty()) {
            Table.Draft changes =
                    Table.of(3, "Table", "From", "Read with", "New", "Changed", "As they are", "Not sent");
            came.changes()
                    .forEach(change -> changes.row(
                            change.table(),
                            change.from(),
                            String.join(", ", change.readAs()),
                            String.valueOf(change.created()),
                            String.valueOf(change.updated()),
                            String.valueOf(change.unchanged()),
                            String.valueOf(change.kept())));
            page.raw(changes.table().html());
        }
        if (!came.left().isEmpty()) {
            page.open("ul", "class", "lines");
            came.left().forEach(line -> page.element("li", line + "."));
            page.close("ul");
        }
        if (!good) {
            Table.Draft wrong = Table.of(3, "Where", "Row", "Field", "What is wrong", "What would be right");
            came.problems()
                    .forEach(problem -> wrong.row(
                            problem.place().file(),
                            String.valueOf(problem.place().line()),
                            String.valueOf(problem.place().column()),
                            problem.wrong(),
                            problem.right()));
            page.raw(wrong.table().html());
        }
    }
}
