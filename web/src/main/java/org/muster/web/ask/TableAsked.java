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
        Conventions told = new Conventions(
                form.one("decimal").map(word -> one(word, "decimal", Conventions.Decimals.class)),
                form.one("dates").map(word -> one(word, "dates", Conventions.Order.class)));
        Optional<Ask.Sent> file = ask.file();
        if (file.isEmpty() && form.one("rows").isEmpty()) {
            throw new Fault(Code.PARAMETER, "nothing was sent. Choose a file, or paste rows with their header");
        }
        return new TableAsked(
                file.map(Ask.Sent::name).orElse("pasted rows"),
                file.map(Ask.Sent::bytes)
                        .orElseGet(() -> Bytes.of(form.one("rows").orElse(""))),
                table,
                told,
                revision(form),
                saves(form));
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
