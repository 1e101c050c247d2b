package org.muster.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.input.Findings;
import org.muster.input.Nearest;
import org.muster.input.Place;
import org.muster.sheet.Cell;
import org.muster.sheet.Sheet;

/// A sheet understood as rows of a table: its columns found by their names, in any order, numbers and days in the form
/// that folders have.
///
/// @param schema  the table
/// @param sheet   where they stand
/// @param columns which column of the sheet, from 0, holds each column of the table; those that it does without are
///                left out
/// @param lines   its rows
/// @param readAs  how it was read, in words
record SheetRows(
        TableSchema schema,
        Sheet sheet,
        Map<String, Integer> columns,
        List<Sheet.Line> lines,
        FieldForm form,
        List<String> readAs) {
    /// The rows of a sheet; nothing where its header cannot be read (reported).
    ///
    /// @param told how numbers and days are written, where somebody said so
    static Optional<SheetRows> of(Sheet sheet, TableSchema schema, Conventions told, Findings findings) {
        if (sheet.lines().isEmpty()) {
            findings.add(
                    Place.startOf(sheet.place()),
                    "there is nothing in it",
                    "The first line names columns: %s.".formatted(String.join(", ", schema.header())));
            return Optional.empty();
        }
        Findings own = new Findings();
        Map<String, Integer> columns = columns(sheet, schema, own);
        own.inOrder().forEach(problem -> findings.add(problem.place(), problem.wrong(), problem.right()));
        if (!own.isEmpty()) {
            return Optional.empty();
        }
        List<Sheet.Line> lines = sheet.lines().subList(1, sheet.lines().size());
        Conventions.Found found = told.of(sheet, schema, columns, lines, findings);
        List<String> readAs = new ArrayList<>(sheet.readAs());
        readAs.addAll(found.words());
        return Optional.of(new SheetRows(schema, sheet, columns, lines, found.form(), readAs));
    }

    private static Map<String, Integer> columns(Sheet sheet, TableSchema schema, Findings findings) {
        Map<String, Integer> columns = new HashMap<>();
        Sheet.Line header = sheet.lines().getFirst();
        Set<Integer> used = used(sheet);
        for (int c = 0; c < header.cells().size(); c++) {
            String name = FieldForm.PLAIN.plain(header.cell(c), TableSchema.Type.STRING);
            Place place = new Place(sheet.place(), header.number(), c + 1);
            String lower = name.toLowerCase(Locale.ROOT).replace(' ', '_');
            if (schema.indexOf(lower) >= 0) {
                if (columns.putIfAbsent(lower, c) != null) {
                    findings.add(
                            place,
                            "column \"%s\" stands here a second time".formatted(lower),
                            "Remove one of the two.");
                }
            } else if (!name.isEmpty() || used.contains(c)) {
                List<String> free = schema.header().stream()
                        .filter(column -> !columns.containsKey(column))
                        .toList();
                findings.add(
                        place,
                        "%s has no column \"%s\"".formatted(schema.file(), Values.shortened(name)),
                        Nearest.advice(lower, free));
            }
        }
        for (String key : schema.primaryKey()) {
            if (!columns.containsKey(key)) {
                findings.add(
                        new Place(sheet.place(), header.number(), 1),
                        "there is no column \"%s\", which says what a row is about".formatted(key),
                        "Add it: the columns are %s.".formatted(String.join(", ", schema.header())));
            }
        }
        return columns;
    }

    /// Columns below the header in which something stands.
    private static Set<Integer> used(Sheet sheet) {
        Set<Integer> used = new HashSet<>();
        for (Sheet.Line line : sheet.lines().subList(1, sheet.lines().size())) {
            for (int c = 0; c < line.cells().size(); c++) {
                if (!line.cell(c).equals(Cell.EMPTY)) {
                    used.add(c);
                }
            }
        }
        return used;
    }

    /// Whether the sheet has this column of the table.
    boolean has(String column) {
        return columns.containsKey(column);
    }

    /// What a row says in a column of the table; empty where the sheet does not have it.
    String text(Sheet.Line line, TableSchema.Column column) {
        Integer at = columns.get(column.name());
        return at == null ? "" : form.plain(line.cell(at), column.type());
    }

    /// Where a row says it; where the row begins if the sheet does not have the column.
    Place place(Sheet.Line line, String column) {
        return new Place(sheet.place(), line.number(), 1 + columns.getOrDefault(column, 0));
    }
}
