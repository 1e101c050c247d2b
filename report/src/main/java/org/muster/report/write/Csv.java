package org.muster.report.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// Tables as CSV: commas, quotes where they are needed, lines that end in a line feed.
///
/// Source: RFC 4180, but for the line ends.
public final class Csv {
    private Csv() {}

    /// A table as text.
    ///
    /// @param rows the head first
    public static String table(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
