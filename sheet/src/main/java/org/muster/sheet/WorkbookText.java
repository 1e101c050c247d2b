package org.muster.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes workbooks (XLSX): the same tables give the same bytes, on any day.
public final class WorkbookText {
    private static final int WIDEST = 60;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// One table of a workbook.
    ///
    /// @param name   the sheet's name, at most 31 characters
    /// @param header the names of its columns
    /// @param rows   as many cells each as the header has
    public record Written(String name, List<String> header, List<List<Cell>> rows) {}

    private WorkbookText() {}

    /// The bytes of a workbook.
    public static byte[] of(List<Written> tables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            // the version is written only in the form XX.YYYY
            try (Workbook book = new Workbook(out, "Muster", "00.0001")) {
                for (Written table : tables) {
                    write(table, book.newWorksheet(table.name()));
                }
            }
            return timeless(out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
    }

    private static void write(Written table, Worksheet sheet) throws IOException {
        int columns = table.header().size();
        for (int c = 0; c < columns; c++) {
            sheet.value(0, c, table.header().get(c));
            sheet.width(c, Math.min(WIDEST, 2 + widest(table, c)));
        }
        sheet.range(0, 0, 0, columns - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (int r = 0; r < table.rows().size(); r++) {
            for (int c = 0; c < columns; c++) {
                write(sheet, r + 1, c, table.rows().get(r).get(c));
            }
        }
        sheet.finish();
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Text text -> {
                if (!text.text().isEmpty()) {
                    sheet.value(row, column, text.text());
                }
            }
            case Cell.Numeric number -> sheet.value(row, column, number.value());
            case Cell.Day day -> {
                sheet.value(row, column, day.day());
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Broken broken -> sheet.value(row, column, broken.shown());
        }
    }

    private static int widest(Written table, int column) {
        int widest = table.header().get(column).length();
        for (List<Cell> row : table.rows()) {
            widest = Math.max(
                    widest,
                    switch (row.get(column)) {
                        case Cell.Text text -> text.text().length();
                        case Cell.Numeric number ->
                            number.value().toPlainString().length();
                        case Cell.Day day -> day.day().toString().length();
                        case Cell.Broken broken -> broken.shown().length();
                    });
        }
        return widest;
    }

    /// The same workbook without the moment at which it was written.
    private static byte[] timeless(byte[] written) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile from = Workbooks.unpacked(written);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                byte[] bytes = bytes(from, entry);
                if (entry.getName().equals("docProps/core.xml")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                            .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                to.write(bytes);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(ZipFile file, ZipArchiveEntry entry) throws IOException {
        try (InputStream from = file.getInputStream(entry)) {
            return from.readAllBytes();
        }
    }
}
