package org.muster.folder;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

/// A CSV table as rows.
///
/// @param schema   what it should look like
/// @param complete false where a row is missing: it could not be read to its end, or rows have a wrong number of fields
/// @param rows     the rows that have the right number of fields
record Table(TableSchema schema, boolean complete, List<Row> rows) {
    Table {
        rows = List.copyOf(rows);
    }

    /// A table that the folder does not have and need not have.
    static Table empty(TableSchema schema) {
        return new Table(schema, true, List.of());
    }

    /// A table that cannot be read.
    static Table unreadable(TableSchema schema) {
        return new Table(schema, false, List.of());
    }

    static Table read(TableSchema whole, String text, Findings findings) {
        TableSchema schema = whole;
        List<Row> rows = new ArrayList<>();
        boolean complete = true;
        CsvRecord last = null;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            if (!records.hasNext()) {
                findings.add(Place.startOf(schema.file()), "the file is empty", headerAdvice(schema));
                return unreadable(schema);
            }
            last = records.next();
            schema = whole.with(last.getFields());
            if (!headerIsRight(schema, last.getFields(), findings)) {
                return unreadable(schema);
            }
            while (records.hasNext()) {
                last = records.next();
                int line = Math.toIntExact(last.getStartingLineNumber());
                if (rows.size() == Limits.ROWS) {
                    findings.add(
                            new Place(schema.file(), line, 1),
                            String.format(Locale.ROOT, "the table has more than %d rows", Limits.ROWS),
                            "Leave out what is not needed, or split the alliance.");
                    complete = false;
                    break;
                }
                Optional<Row> row = row(schema, line, last.getFields(), findings);
                row.ifPresent(rows::add);
                complete &= row.isPresent();
            }
        } catch (CsvParseException wrong) {
            complete = false;
            brokenQuote(schema, text, last, findings);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a text", impossible);
        }
        reportDuplicates(schema, rows, findings);
        return new Table(schema, complete, rows);
    }

    /// A table that is written in a form of its own, read as if it stood in the plain one.
    static Table read(TableSchema whole, Sheet sheet, TableForm form, Findings findings) {
        if (sheet.lines().isEmpty()) {
            findings.add(Place.startOf(whole.file()), "the file is empty", headerAdvice(whole));
            return unreadable(whole);
        }
        List<String> header = texts(sheet.lines().getFirst(), 0);
        TableSchema schema = whole.with(header);
        if (!headerIsRight(schema, header, findings)) {
            return unreadable(schema);
        }
        List<Row> rows = new ArrayList<>();
        boolean complete = true;
        for (Sheet.Line line : sheet.lines().subList(1, sheet.lines().size())) {
            List<String> fields = texts(line, header.size());
            Optional<Row> row = row(schema, line.number(), fields, findings)
                    .map(found -> new Row(schema, found.line(), plain(schema, form, found.fields())));
            row.ifPresent(rows::add);
            complete &= row.isPresent();
        }
        reportDuplicates(schema, rows, findings);
        return new Table(schema, complete, rows);
    }

    private static List<String> texts(Sheet.Line line, int least) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.max(least, line.cells().size()); i++) {
            texts.add(FieldForm.PLAIN.plain(line.cell(i), TableSchema.Type.STRING));
        }
        return texts;
    }

    private static List<String> plain(TableSchema schema, TableForm form, List<String> fields) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            TableSchema.Column column = schema.columns().get(i);
            plain.add(form.of(column.name()).plain(new Cell.Text(fields.get(i)), column.type()));
        }
        return plain;
    }

    /// fastcsv says that a quote is wrong but not where: it is in the record after the last good one.
    private static void brokenQuote(
            TableSchema schema, String text, @org.jspecify.annotations.Nullable CsvRecord last, Findings findings) {
        long line = last == null ? 1 : last.getStartingLineNumber() + linesOf(last);
        List<String> lines = text.lines().toList();
        while (line < lines.size() && lines.get((int) line - 1).isEmpty()) {
            line++;
        }
        String start = line <= lines.size() ? lines.get((int) line - 1) : "";
        int field = 1;
        boolean quoted = false;
        int opened = 1;
        for (int i = 0; i < start.length(); i++) {
            if (start.charAt(i) == '"') {
                quoted = !quoted;
                opened = field;
            } else if (start.charAt(i) == ',' && !quoted) {
                field++;
            }
        }
        findings.add(
                new Place(schema.file(), (int) line, opened),
                quoted ? "a quote is opened and not closed" : "something follows a closing quote",
                "Put the whole field in double quotes, and write a quote inside it twice (\"\").");
    }

    private static long linesOf(CsvRecord row) {
        return 1
                + row.getFields().stream()
                        .mapToLong(field -> field.chars().filter(c -> c == '\n').count())
                        .sum();
    }

    private static String headerAdvice(TableSchema schema) {
        return "The first line is: %s.".formatted(String.join(",", schema.header()));
    }

    private static boolean headerIsRight(TableSchema schema, List<String> found, Findings findings) {
        List<String> expected = schema.header();
        if (found.equals(expected)) {
            return true;
        }
        Place header = new Place(schema.file(), 1, 1);
        Set<String> seen = new LinkedHashSet<>();
        boolean named = false;
        for (int i = 0; i < found.size(); i++) {
            String column = found.get(i);
            Place place = new Place(schema.file(), 1, i + 1);
            if (!expected.contains(column)) {
                List<String> free =
                        expected.stream().filter(name -> !found.contains(name)).toList();
                String advice = Nearest.among(column, free)
                        .map(name -> "Did you mean \"" + name + "\"?")
                        .orElse(headerAdvice(schema));
                findings.add(
                        place, "there is no column \"%s\" in this table".formatted(Values.shortened(column)), advice);
                named = true;
            } else if (!seen.add(column)) {
                findings.add(
                        place, "column \"%s\" stands here a second time".formatted(column), "Remove one of the two.");
                named = true;
            }
        }
        for (String column : expected) {
            if (!found.contains(column)) {
                findings.add(header, "column \"%s\" is missing".formatted(column), headerAdvice(schema));
                named = true;
            }
        }
        if (!named) {
            findings.add(header, "the columns are in another order", headerAdvice(schema));
        }
        return false;
    }

    private static Optional<Row> row(TableSchema schema, int line, List<String> fields, Findings findings) {
        int expected = schema.columns().size();
        if (fields.size() != expected) {
            String hint = fields.size() > expected
                    ? "Put a field that holds a comma in double quotes."
                    : "Write every comma, also where fields are empty.";
            findings.add(
                    new Place(
                            schema.file(),
                            line,
                            Math.min(fields.size(), expected) + (fields.size() > expected ? 1 : 0)),
                    String.format(Locale.ROOT, "the row has %d fields, the header %d", fields.size(), expected),
                    hint);
            return Optional.empty();
        }
        for (int i = 0; i < expected; i++) {
            TableSchema.Column column = schema.columns().get(i);
            String name = column.name();
            String field = fields.get(i);
            if (field.isEmpty() && column.required()) {
                findings.add(
                        new Place(schema.file(), line, i + 1),
                        "%s is empty".formatted(name),
                        "It says: %s.".formatted(column.description()));
            } else if (!field.equals(field.strip())) {
                findings.add(
                        new Place(schema.file(), line, i + 1),
                        "%s is \"%s\", with blanks around it".formatted(name, Values.shortened(field)),
                        "Remove the blanks.");
            }
        }
        return Optional.of(new Row(schema, line, fields));
    }

    private static void reportDuplicates(TableSchema schema, List<Row> rows, Findings findings) {
        Map<List<String>, Row> first = new HashMap<>();
        for (Row row : rows) {
            List<String> key = row.texts(schema.primaryKey());
            if (key.contains("")) {
                continue;
            }
            Row earlier = first.putIfAbsent(
                    key.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList(), row);
            if (earlier != null && !earlier.texts(schema.primaryKey()).equals(key)) {
                findings.add(
                        row.cell(schema.primaryKey().getFirst()).place(),
                        "%s \"%s\" differs from \"%s\" at %s in capital letters only"
                                .formatted(
                                        String.join(", ", schema.primaryKey()),
                                        String.join(", ", key),
                                        String.join(", ", earlier.texts(schema.primaryKey())),
                                        new Place(schema.file(), earlier.line(), 1).fileAndLine()),
                        "Write both alike, or give one of the two another name.");
            } else if (earlier != null) {
                findings.add(
                        row.cell(schema.primaryKey().getFirst()).place(),
                        "%s \"%s\" stands here a second time, first at %s"
                                .formatted(
                                        String.join(", ", schema.primaryKey()),
                                        String.join(", ", key),
                                        new Place(schema.file(), earlier.line(), 1).fileAndLine()),
                        "Remove one of the two rows, or correct it.");
            }
        }
    }
}
