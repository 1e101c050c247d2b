package org.muster.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.input.Findings;
import org.muster.input.Nearest;
import org.muster.input.Place;
import org.muster.input.Problem;
import org.muster.sheet.CsvSheets;
import org.muster.sheet.Sheet;
import org.muster.sheet.Workbooks;

/// Rows of other programs' tables that are to come into the tables of a folder: what they would change, what is wrong
/// with them, and, where nothing is, the change itself.
///
/// A row changes the row that has the same key, or is added behind the last one; rows that do not come in stay as they
/// are. Where a sheet does without a column, rows keep what they say there. The folder as it would be is read by the
/// same reader as any folder, so that nothing comes in that `check` would refuse.
public final class TableImport {
    /// What would happen to one table.
    ///
    /// @param table     the table's name
    /// @param from      the file, and sheet, that the rows come from
    /// @param readAs    how it was read, in words; empty where it is written as tables of folders are
    /// @param created   rows that the table does not have
    /// @param updated   rows that it has with other content
    /// @param unchanged rows that it has as they are
    /// @param kept      rows that it has and that do not come in
    public record Change(
            String table, String from, List<String> readAs, int created, int updated, int unchanged, int kept) {
        /// Whether the table would be another.
        public boolean changes() {
            return created + updated > 0;
        }
    }

    private static final String LEDGER =
            "events of a ledger come in by \"muster pledge ledger import\", which keeps what was known before";
    private static final String LEDGER_ADVICE = "E" + LEDGER.substring(1) + ".";

    private final Path folder;
    private final Findings findings = new Findings();
    private final Documents documents;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, TableForm> forms = new HashMap<>();
    private final Map<TableSchema, TableSchema> shown = new LinkedHashMap<>();
    /// Rows that come in, by the file and line that they would stand at.
    private final Map<Place, Incomer> incomers = new HashMap<>();

    private record Incomer(SheetRows rows, Sheet.Line line) {}

    private TableImport(Path folder) {
        this.folder = folder;
        this.documents = new Documents(new FolderFiles(folder, new Findings()), new Findings());
    }

    /// Reads a CSV file or a workbook, and says what it would change.
    ///
    /// @param folder the folder of an alliance
    /// @param file   the file's name, for messages
    /// @param bytes  what stands in it
    /// @param table  the table that the rows are for; where it is empty, the one that the file or sheet is called after
    /// @param told   how numbers and days are written, where somebody said so
    public static TableImport of(Path folder, String file, byte[] bytes, Optional<String> table, Conventions told) {
        TableImport asked = new TableImport(folder);
        asked.take(file, bytes, table, told);
        asked.judge();
        return asked;
    }

    /// The names of the tables that rows can come into.
    public static List<String> tables() {
        return TableSchema.ALL.stream()
                .filter(schema -> !schema.equals(TableSchema.LEDGER))
                .map(TableSchema::name)
                .toList();
    }

    /// What would happen, table by table.
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /// Sheets of a workbook that are not taken, each in a sentence with its reason.
    public List<String> left() {
        return List.copyOf(left);
    }

    /// What is wrong with the rows, by file, line and column; nothing is written while there is anything.
    public List<Problem> problems() {
        return findings.inOrder();
    }

    /// Writes the tables that change, each whole or not at all, with their descriptions in the data package where they
    /// are new or have a new column.
    ///
    /// @throws IOException           where the folder cannot be written
    /// @throws IllegalStateException where there are problems
    public void write() throws IOException {
        if (!findings.isEmpty()) {
            throw new IllegalStateException("rows with problems are not written");
        }
        for (Map.Entry<String, String> changed : texts.entrySet()) {
            TableForm form = forms.getOrDefault(changed.getKey(), TableForm.PLAIN);
            WholeFile.write(
                    folder.resolve(changed.getKey()),
                    changed.getValue().getBytes(form.dialect().encoding()));
        }
    }

    /// Writes them as [#write] does, with each earlier file kept beside the new one, hidden, until the next time.
    ///
    /// @throws IOException where the folder cannot be written
    public void writeKeeping() throws IOException {
        if (findings.isEmpty()) {
            for (String changed : texts.keySet()) {
                Path file = folder.resolve(changed);
                if (Files.exists(file)) {
                    WholeFile.write(folder.resolve("." + changed + ".before"), Files.readAllBytes(file));
                }
            }
        }
        write();
    }

    private void take(String file, byte[] bytes, Optional<String> table, Conventions told) {
        if (table.isPresent() && named(table.get()).isEmpty()) {
            findings.add(
                    Place.startOf(file),
                    "there is no table \"%s\" to import into".formatted(Values.shortened(table.get())),
                    table.get().equals(TableSchema.LEDGER.name())
                            ? LEDGER_ADVICE
                            : Nearest.advice(table.get(), tables()));
            return;
        }
        if (Workbooks.isWorkbook(bytes)) {
            Workbooks.read(file, bytes, findings).ifPresent(sheets -> takeBook(file, sheets, table, told));
            return;
        }
        Optional<TableSchema> schema = table.isPresent() ? named(table.get()) : named(stem(file));
        if (schema.isEmpty()) {
            findings.add(
                    Place.startOf(file),
                    "it is not said which table this is",
                    "Name the table: one of %s.".formatted(String.join(", ", tables())));
            return;
        }
        CsvSheets.detect(file, bytes, schema.get().header(), findings)
                .ifPresent(sheet -> takeSheet(sheet, schema.get(), told));
    }

    /// With a table named, the sheet of that name, or the only one; else every sheet that is called after a table.
    private void takeBook(String file, List<Sheet> sheets, Optional<String> table, Conventions told) {
        boolean any = false;
        for (Sheet sheet : sheets) {
            String name = sheet.name().orElse("").strip().toLowerCase(Locale.ROOT);
            Optional<TableSchema> schema = table.isEmpty() ? named(name) : named(table.get());
            if (schema.isPresent() && (table.isEmpty() || name.equals(table.get()) || sheets.size() == 1)) {
                any = true;
                takeSheet(sheet, schema.get(), told);
            } else if (table.isEmpty()) {
                left.add(
                        name.equals(TableSchema.LEDGER.name())
                                ? sheet.place() + " is not taken: " + LEDGER
                                : sheet.place() + " is not taken: it is not called after a table");
            }
        }
        if (!any) {
            String names = sheets.stream().map(sheet -> sheet.name().orElse("")).collect(Collectors.joining(", "));
            findings.add(
                    Place.startOf(file),
                    "no sheet is called %s: there are %s"
                            .formatted(table.isPresent() ? "\"" + table.get() + "\"" : "after a table", names),
                    "Call the sheet by the name of its table: %s.".formatted(String.join(", ", tables())));
        }
    }

    private void takeSheet(Sheet sheet, TableSchema schema, Conventions told) {
        Table before = documents.table(schema);
        if (!before.complete()) {
            findings.add(
                    Place.startOf(schema.file()),
                    "the table that the rows are to come into cannot be read",
                    "Run \"muster check\" and mend it first.");
            return;
        }
        SheetRows.of(sheet, schema, told, findings).ifPresent(rows -> merge(rows, before));
    }

    private void merge(SheetRows rows, Table before) {
        TableSchema whole = rows.schema();
        List<String> header = new ArrayList<>(
                before.rows().isEmpty() ? List.of() : before.schema().header());
        header.addAll(rows.columns().keySet());
        TableSchema schema = whole.with(header);
        Map<List<String>, Integer> at = new HashMap<>();
        List<List<String>> merged = new ArrayList<>();
        for (Row row : before.rows()) {
            at.put(row.texts(schema.primaryKey()), merged.size());
            merged.add(schema.columns().stream()
                    .map(column -> row.optional(column.name()).map(Scalar::text).orElse(""))
                    .toList());
        }
        int had = merged.size();
        Set<Integer> updated = new HashSet<>();
        Map<Integer, Sheet.Line> came = new HashMap<>();
        int created = 0;
        int unchanged = 0;
        for (Sheet.Line line : rows.lines()) {
            List<String> key = schema.primaryKey().stream()
                    .map(column -> rows.text(line, whole.columns().get(whole.indexOf(column))))
                    .toList();
            Integer there = at.get(key);
            if (there != null && came.containsKey(there)) {
                findings.add(
                        rows.place(line, schema.primaryKey().getFirst()),
                        String.format(
                                Locale.ROOT,
                                "%s \"%s\" stands here a second time, first at line %d",
                                String.join(", ", schema.primaryKey()),
                                Values.shortened(String.join(", ", key)),
                                came.get(there).number()),
                        "Remove one of the two rows, or correct it.");
                continue;
            }
            Optional<List<String>> old = Optional.ofNullable(there).map(merged::get);
            List<String> now = row(rows, line, schema, old);
            if (there == null) {
                there = merged.size();
                at.put(key, there);
                merged.add(now);
                created++;
            } else if (old.orElseThrow().equals(now)) {
                unchanged++;
            } else {
                merged.set(there, now);
                updated.add(there);
            }
            came.put(there, line);
        }
        changes.add(new Change(
                whole.name(),
                rows.sheet().place(),
                rows.readAs(),
                created,
                updated.size(),
                unchanged,
                had - unchanged - updated.size()));
        if (created + updated.size() > 0) {
            keep(rows, schema, merged, came);
        }
    }

    /// What a row says after it has come in. A number that is the same stays written as it was.
    private static List<String> row(
            SheetRows rows, Sheet.Line line, TableSchema schema, Optional<List<String>> before) {
        List<String> row = new ArrayList<>();
        for (int c = 0; c < schema.columns().size(); c++) {
            TableSchema.Column column = schema.columns().get(c);
            String now = rows.text(line, column);
            if (before.isPresent()) {
                String old = before.get().get(c);
                boolean same = !rows.has(column.name())
                        || (column.type() == TableSchema.Type.NUMBER && isSameNumber(old, now));
                row.add(same ? old : now);
            } else {
                row.add(now);
            }
        }
        return List.copyOf(row);
    }

    private static boolean isSameNumber(String one, String other) {
        return FieldForm.PLAIN
                .number(one)
                .flatMap(a -> FieldForm.PLAIN.number(other).map(b -> a.compareTo(b) == 0))
                .orElse(false);
    }

    /// The text that the table would have, and where in it each row that comes in would stand.
    private void keep(SheetRows rows, TableSchema schema, List<List<String>> merged, Map<Integer, Sheet.Line> came) {
        TableForm form = documents.form(rows.schema());
        String text = form.text(schema, merged);
        texts.put(schema.file(), text);
        shown.put(rows.schema(), schema);
        forms.put(schema.file(), form);
        int line = 2;
        for (int r = 0; r < merged.size(); r++) {
            Sheet.Line from = came.get(r);
            if (from != null) {
                incomers.put(new Place(schema.file(), line, 0), new Incomer(rows, from));
            }
            line += 1 + merged.get(r).stream().mapToInt(TableImport::breaks).sum();
        }
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /// Reads the folder as it would be. What was wrong with it before is not held against the rows.
    private void judge() {
        if (texts.isEmpty()) {
            return;
        }
        describe();
        Set<String> before = AllianceFolder.read(folder).problems().stream()
                .map(Problem::sentence)
                .collect(Collectors.toSet());
        for (Problem problem : AllianceFolder.read(folder, texts).problems()) {
            Incomer incomer = incomers.get(
                    new Place(problem.place().file(), problem.place().line(), 0));
            if (incomer != null) {
                List<String> header = incomer.rows().schema().header();
                int column = Math.clamp(problem.place().column() - 1L, 0, header.size() - 1);
                Place place = incomer.rows().place(incomer.line(), header.get(column));
                findings.add(place, problem.wrong(), problem.right());
            } else if (!before.contains(problem.sentence())) {
                findings.add(problem.place(), problem.wrong(), problem.right());
            }
        }
    }

    /// The data package with the tables and columns that are new.
    private void describe() {
        Optional<String> described =
                new FolderFiles(folder, new Findings()).text(DataPackage.FILE, Limits.DOCUMENT_BYTES);
        if (described.isEmpty()) {
            return;
        }
        String whole = described.get();
        FolderFiles files = new FolderFiles(folder, new Findings());
        for (Map.Entry<TableSchema, TableSchema> table : shown.entrySet()) {
            boolean same = files.has(table.getKey().file())
                    && documents
                            .table(table.getKey())
                            .schema()
                            .header()
                            .equals(table.getValue().header());
            if (!same) {
                whole = DataPackage.withResource(whole, table.getValue());
            }
        }
        if (!whole.equals(described.get())) {
            texts.put(DataPackage.FILE, whole);
        }
    }

    private static Optional<TableSchema> named(String name) {
        return TableSchema.ALL.stream()
                .filter(schema ->
                        !schema.equals(TableSchema.LEDGER) && schema.name().equals(name))
                .findFirst();
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return (dot <= 0 ? file : file.substring(0, dot)).toLowerCase(Locale.ROOT);
    }
}
