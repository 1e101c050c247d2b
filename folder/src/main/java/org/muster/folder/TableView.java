package org.muster.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muster.input.Findings;

/// A table of a folder as it stands in its file, for showing it.
///
/// @param name    its name
/// @param title   what a row is
/// @param file    the file
/// @param columns in the order of the table
/// @param key     columns whose values together occur once
/// @param rows    texts of the plain form, one per column
/// @param whole   false where rows are missing because they cannot be read
public record TableView(
        String name,
        String title,
        String file,
        List<Column> columns,
        List<String> key,
        List<List<String>> rows,
        boolean whole) {
    /// What a column is.
    ///
    /// @param name        its name in the header
    /// @param description what it says, with units
    /// @param required    whether it must say something
    /// @param words       the words that it may hold; empty where it is open
    public record Column(String name, String description, boolean required, List<String> words) {}

    public TableView {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        rows = List.copyOf(rows);
    }

    /// The tables that a folder has, in the order of the data package; those that cannot be read at all have no rows.
    public static List<TableView> of(Path folder) {
        FolderFiles files = new FolderFiles(folder, new Findings());
        Documents documents = new Documents(files, new Findings());
        return TableSchema.ALL.stream()
                .filter(schema -> files.has(schema.file()))
                .map(schema -> of(documents.table(schema)))
                .toList();
    }

    /// One table of a folder; empty where it has none of this name.
    public static Optional<TableView> of(Path folder, String name) {
        return of(folder).stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private static TableView of(Table table) {
        TableSchema schema = table.schema();
        return new TableView(
                schema.name(),
                schema.title(),
                schema.file(),
                schema.columns().stream()
                        .map(column ->
                                new Column(column.name(), column.description(), column.required(), column.words()))
                        .toList(),
                schema.primaryKey(),
                table.rows().stream().map(Row::fields).toList(),
                table.complete());
    }

    /// What a row says in the columns of the key.
    public List<String> keyOf(List<String> row) {
        return key.stream().map(column -> row.get(indexOf(column))).toList();
    }

    /// The row with this key; empty where there is none.
    public Optional<List<String>> row(List<String> keys) {
        return rows.stream().filter(row -> keyOf(row).equals(keys)).findFirst();
    }

    /// The table as CSV in the plain form.
    public String csv() {
        return TableForm.PLAIN.text(
                TableSchema.ALL.stream()
                        .filter(schema -> schema.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .with(columns.stream().map(Column::name).toList()),
                rows);
    }

    private int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }
}
