package org.muster.web.ask;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.folder.Conventions;
import org.muster.folder.TableImport;
import org.muster.folder.TableView;
import org.muster.input.Nearest;
import org.muster.input.Shown;
import org.muster.report.write.Csv;
import org.muster.web.http.Ask;
import org.muster.web.http.Bytes;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.shelf.Held;

/// Rows that are to come into the tables of a folder: a file, what was pasted, or one row that was filled in.
///
/// @param file     the file's name, or what stands for it
/// @param bytes    what stands in it
/// @param table    the table that it is for; empty where names of sheets say it
/// @param told     how numbers and days are written, where that was said
/// @param revision of the folder, when the form was shown
/// @param saves    whether they are to be saved, and not only looked at
public record TableAsked(
        String file, Bytes bytes, Optional<String> table, Conventions told, int revision, boolean saves) {
    private static final int MOST_REVISIONS = 1_000_000_000;

    /// A table of a folder.
    ///
    /// @throws Fault where it has none of this name
    public static TableView table(Held held, String name) {
        Path folder = Path.of(held.folder());
        return TableView.of(folder, name)
                .orElseThrow(() -> new Fault(
                        Code.NOT_KNOWN,
                        "there is no table \"" + Shown.plain(name) + "\" in " + held.id() + ". "
                                + Nearest.advice(
                                        name,
                                        TableView.of(folder).stream()
                                                .map(TableView::name)
                                                .toList())));
    }

    /// A file or pasted rows.
    ///
    /// @throws Fault where neither is there, or a field of the form cannot be read
    public static TableAsked sent(Ask ask) {
        ask.query().only();
        Query form = ask.form().only("rows", "table", "decimal", "dates", "revision", "do");
        Optional<String> table = form.one("table");
        Optional<Ask.Sent> file = ask.file();
        if (file.isEmpty() && form.one("rows").isEmpty()) {
            throw new Fault(Code.PARAMETER, "nothing was sent. Choose a file, or paste rows with their header");
        }
        return new TableAsked(
                file.map(Ask.Sent::name).orElse("pasted rows"),
                file.map(Ask.Sent::bytes)
                        .orElseGet(() -> Bytes.of(form.one("rows").orElse(""))),
                table,
                told(form),
                revision(form),
                saves(form));
    }

    private static Conventions told(Query query) {
        return new Conventions(
                query.one("decimal").map(word -> one(word, "decimal", Conventions.Decimals.class)),
                query.one("dates").map(word -> one(word, "dates", Conventions.Order.class)));
    }

    private static <E extends Enum<E>> E one(String word, String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new Fault(Code.PARAMETER, "\"" + name + "\" is \"" + Shown.plain(word) + "\", which is no word for it");
    }

    /// One row whose fields were filled in, by the names of the columns.
    ///
    /// @throws Fault where a field of the form cannot be read
    public static TableAsked row(Ask ask, TableView table) {
        ask.query().only();
        List<String> names = new ArrayList<>(List.of("revision", "do"));
        List<String> header = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (TableView.Column column : table.columns()) {
            names.add("c." + column.name());
            header.add(column.name());
            fields.add(ask.form().one("c." + column.name()).orElse(""));
        }
        Query form = ask.form().only(names.toArray(String[]::new));
        return new TableAsked(
                "this row",
                Bytes.of(Csv.table(List.of(header, fields))),
                Optional.of(table.name()),
                Conventions.UNTOLD,
                revision(form),
                saves(form));
    }

    /// One row that a program sends, by the names of the columns: the whole of it, with its key in the address.
    ///
    /// @throws Fault where it is no object of texts, or its key is another than the address says
    public static TableAsked put(Ask ask, TableView table) {
        ask.query().only();
        List<String> header =
                table.columns().stream().map(TableView.Column::name).toList();
        VariantAsked sent = VariantAsked.sent(ask, header.toArray(String[]::new));
        List<String> key = List.of(ask.named("row").split(",", -1));
        if (key.size() != table.key().size()) {
            throw new Fault(
                    Code.PARAMETER,
                    "a row of " + table.name() + " is named by " + String.join(",", table.key())
                            + ", with commas between them");
        }
        List<String> fields = new ArrayList<>();
        for (String column : header) {
            int part = table.key().indexOf(column);
            Optional<String> said = sent.text(column);
            if (part >= 0 && !said.orElse(key.get(part)).equals(key.get(part))) {
                throw new Fault(
                        Code.PARAMETER,
                        "\"" + column + "\" is \"" + Shown.plain(said.orElse("")) + "\", and the address says \""
                                + Shown.plain(key.get(part)) + "\". Say the same, or leave it out");
            }
            fields.add(part >= 0 ? key.get(part) : said.orElse(""));
        }
        return new TableAsked(
                "this row",
                Bytes.of(Csv.table(List.of(header, fields))),
                Optional.of(table.name()),
                Conventions.UNTOLD,
                seen(ask),
                true);
    }

    /// A file that a program sends, as it is or in a form.
    ///
    /// @throws Fault where there is none, or the address says how to read it in words that are none
    public static TableAsked imported(Ask ask) {
        Query query = ask.query().only("dryRun", "table", "decimal", "dates");
        String dryRun = query.one("dryRun").orElse("false");
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw new Fault(Code.PARAMETER, "\"dryRun\" is \"" + Shown.plain(dryRun) + "\". It is true or false");
        }
        Ask.Sent file = ask.file()
                .orElseThrow(
                        () -> new Fault(
                                Code.PARAMETER,
                                "nothing was sent. Send a CSV file (Content-Type: text/csv), a workbook, or a form with \"file\""));
        boolean saves = dryRun.equals("false");
        return new TableAsked(file.name(), file.bytes(), query.one("table"), told(query), saves ? seen(ask) : 0, saves);
    }

    /// The revision that a program has seen.
    private static int seen(Ask ask) {
        String tag = ask.seen()
                .orElseThrow(() -> new Fault(
                        Code.PARAMETER, "the header If-Match is missing: the ETag with which the table was read"));
        if (!tag.matches("\"[0-9]{1,9}\"")) {
            throw new Fault(
                    Code.STALE, "If-Match is not the folder's revision. Read the table again, and send its ETag");
        }
        return Integer.parseInt(tag.substring(1, tag.length() - 1));
    }

    private static int revision(Query form) {
        return form.number("revision", 1, MOST_REVISIONS)
                .orElseThrow(() -> new Fault(Code.PARAMETER, "\"revision\" is missing: the one of the page"));
    }

    private static boolean saves(Query form) {
        String word = form.one("do").orElse("try");
        if (!word.equals("try") && !word.equals("save")) {
            throw new Fault(Code.PARAMETER, "\"do\" is \"" + Shown.plain(word) + "\". It is try or save");
        }
        return word.equals("save");
    }

    /// Reads the rows for a folder; writes nothing.
    public TableImport read(Path folder) {
        return TableImport.of(folder, file, bytes.toArray(), table, told);
    }
}
