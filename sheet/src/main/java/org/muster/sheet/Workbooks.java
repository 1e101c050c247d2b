package org.muster.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.muster.input.Findings;
import org.muster.input.Place;

/// Reads workbooks (XLSX).
///
/// A workbook is a ZIP file: what it unpacks to is counted before anything is built of it, so that a small file cannot
/// take all memory.
public final class Workbooks {
    /// Files inside one workbook.
    static final int ENTRIES = 1_000;
    /// Bytes that all of them may unpack to.
    static final long BYTES = 256L << 20;
    /// Times the packed size that they may unpack to, once they are larger than [#SMALL].
    static final long RATIO = 200;

    private static final long SMALL = 8L << 20;
    private static final int ROWS = 250_001;
    private static final int COLUMNS = 200;
    /// Decimal digits that a spreadsheet holds and shows; what lies beyond is noise of its binary numbers.
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private Workbooks() {}

    /// Whether a file is a workbook, by its first bytes.
    public static boolean isWorkbook(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /// The sheets of a workbook that can be seen, in its order.
    ///
    /// @param file     its name, for messages
    /// @param findings takes up what is wrong with it
    /// @return         its sheets; nothing where it cannot be read (reported)
    public static Optional<List<Sheet>> read(String file, byte[] bytes, Findings findings) {
        try {
            Optional<String> tooMuch = tooMuch(bytes);
            if (tooMuch.isPresent()) {
                findings.add(Place.startOf(file), tooMuch.get(), "Save the tables alone, in a workbook of their own.");
                return Optional.empty();
            }
            List<Sheet> sheets = new ArrayList<>();
            // with formats, as it is by its format that a number is a day
            try (ReadableWorkbook book =
                    new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
                for (var sheet : book.getSheets().toList()) {
                    sheets.add(sheet(file, sheet, findings));
                }
            }
            return Optional.of(sheets);
        } catch (IOException | RuntimeException broken) {
            findings.add(
                    Place.startOf(file),
                    "this is not a workbook that can be read",
                    "Save it again as a workbook (.xlsx) or as CSV in UTF-8.");
            return Optional.empty();
        }
    }

    private static Sheet sheet(String file, org.dhatim.fastexcel.reader.Sheet sheet, Findings findings)
            throws IOException {
        List<Sheet.Line> lines = new ArrayList<>();
        Sheet empty = new Sheet(file, Optional.of(sheet.getName()), List.of(), List.of());
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                List<Cell> cells = cells(row);
                if (cells.stream().allMatch(Cell.EMPTY::equals)) {
                    continue;
                }
                if (lines.size() == ROWS || cells.size() > COLUMNS) {
                    findings.add(
                            new Place(empty.place(), row.getRowNum(), 1),
                            lines.size() == ROWS
                                    ? String.format(Locale.ROOT, "the sheet has more than %d rows", ROWS - 1)
                                    : String.format(Locale.ROOT, "the row has more than %d fields", COLUMNS),
                            "Leave out what is not needed.");
                    break;
                }
                lines.add(new Sheet.Line(row.getRowNum(), cells));
            }
        }
        return new Sheet(file, empty.name(), lines, List.of());
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), COLUMNS + 1); i++) {
            cells.add(row.getOptionalCell(i).map(Workbooks::cell).orElse(Cell.EMPTY));
        }
        while (!cells.isEmpty() && cells.getLast().equals(Cell.EMPTY)) {
            cells.removeLast();
        }
        return cells;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        CellType type = cell.getType();
        return switch (type) {
            case EMPTY -> Cell.EMPTY;
            case NUMBER -> number(cell);
            case BOOLEAN -> new Cell.Text(cell.asBoolean() ? "true" : "false");
            case ERROR -> new Cell.Broken(cell.getText());
            case STRING, FORMULA -> new Cell.Text(cell.getText() == null ? "" : cell.getText());
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        BigDecimal value = cell.asNumber();
        String format = cell.getDataFormatString();
        if (format != null && isDay(format)) {
            LocalDateTime moment = cell.asDate();
            LocalDate day = moment.toLocalDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? new Cell.Day(day)
                    : new Cell.Broken(moment.toString());
        }
        BigDecimal shown = value.round(SHOWN);
        return new Cell.Numeric(shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros());
    }

    /// Whether a number format shows a day: one with a year or a day in it, outside quotes and brackets.
    static boolean isDay(String format) {
        String bare = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", "").toLowerCase(Locale.ROOT);
        return !bare.equals("general") && (bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0);
    }

    private static Optional<String> tooMuch(byte[] packed) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = unpacked(packed)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > ENTRIES) {
                return Optional.of(String.format(Locale.ROOT, "the workbook holds more than %d files", ENTRIES));
            }
            for (ZipArchiveEntry entry : entries) {
                try (InputStream from = zip.getInputStream(entry)) {
                    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                        bytes += read;
                        if (bytes > BYTES || (bytes > SMALL && bytes / RATIO > packed.length)) {
                            return Optional.of(String.format(
                                    Locale.ROOT,
                                    "the workbook unpacks to more than %d MB, or to more than %d times its size",
                                    BYTES >> 20,
                                    RATIO));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The files in a ZIP file. The JDK's own reader refuses workbooks whose sizes stand behind the data.
    static ZipFile unpacked(byte[] packed) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get();
    }
}
