package org.muster.folder;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muster.input.Findings;
import org.muster.sheet.Cell;
import org.muster.sheet.WorkbookText;

/// The tables of a folder as a workbook, one sheet each.
public final class TableExport {
    /// Digits that a spreadsheet's number holds.
    private static final int DIGITS = 15;

    private TableExport() {}

    /// The bytes of the workbook. Importing it again changes nothing.
    ///
    /// @param folder a folder without problems
    public static byte[] workbook(Path folder) {
        FolderFiles files = new FolderFiles(folder, new Findings());
        Documents documents = new Documents(files, new Findings());
        List<WorkbookText.Written> sheets = new ArrayList<>();
        for (TableSchema schema : TableSchema.ALL) {
            if (files.has(schema.file())) {
                sheets.add(sheet(documents.table(schema)));
            }
        }
        return WorkbookText.of(sheets);
    }

    private static WorkbookText.Written sheet(Table table) {
        TableSchema schema = table.schema();
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < schema.columns().size(); c++) {
                cells.add(cell(row.fields().get(c), schema.columns().get(c).type()));
            }
            rows.add(List.copyOf(cells));
        }
        return new WorkbookText.Written(schema.name(), schema.header(), rows);
    }

    /// A number that a spreadsheet cannot hold as it is stays a text.
    private static Cell cell(String text, TableSchema.Type type) {
        return switch (type) {
            case NUMBER, INTEGER, YEAR ->
                FieldForm.PLAIN
                        .number(text)
                        .filter(number -> number.precision() <= DIGITS)
                        .filter(number -> type == TableSchema.Type.NUMBER
                                || number.toPlainString().equals(text))
                        .<Cell>map(Cell.Numeric::new)
                        .orElseGet(() -> new Cell.Text(text));
            case DATE ->
                FieldForm.Days.ISO
                        .day(text)
                        .map(LocalDate::toString)
                        .filter(text::equals)
                        .<Cell>map(day -> new Cell.Day(LocalDate.parse(day)))
                        .orElseGet(() -> new Cell.Text(text));
            case STRING -> new Cell.Text(text);
        };
    }
}
