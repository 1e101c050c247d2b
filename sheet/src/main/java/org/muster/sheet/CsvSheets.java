package org.muster.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.input.Findings;
import org.muster.input.Place;

/// Reads CSV files as spreadsheets of any language write them.
public final class CsvSheets {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Pattern SEPARATOR = Pattern.compile("(sep=(.))\\r?\\n");
    private static final char MARK = '\uFEFF';

    private CsvSheets() {}

    /// A file that is written as it is said to be.
    ///
    /// @param file     its name, for messages
    /// @param findings takes up what is wrong with it
    /// @return         the sheet; empty where it cannot be read (reported)
    public static Optional<Sheet> read(String file, byte[] bytes, Dialect dialect, Findings findings) {
        return decoded(bytes, dialect.encoding())
                .map(text -> without(MARK, text))
                .map(text -> read(file, text, dialect, List.of(), findings))
                .orElseGet(() -> {
                    findings.add(
                            Place.startOf(file),
                            "the file is not in %s".formatted(name(dialect.encoding())),
                            "Save it in that encoding, or say the one that it has.");
                    return Optional.empty();
                });
    }

    /// A file of which nothing is known but some columns: encoding and delimiter are found out, and said.
    ///
    /// @param file     its name, for messages
    /// @param columns  columns that it may have; the delimiter is the one by which most of them are found
    /// @param findings takes up what is wrong with it
    /// @return         the sheet; empty where it cannot be read (reported)
    public static Optional<Sheet> detect(String file, byte[] bytes, Collection<String> columns, Findings findings) {
        Charset encoding = encodingOf(bytes);
        Optional<String> text = decoded(bytes, encoding);
        if (text.isEmpty()) {
            findings.add(
                    Place.startOf(file),
                    "the file is not a text",
                    "Save it as CSV in UTF-8, or as a workbook (.xlsx).");
            return Optional.empty();
        }
        String whole = without(MARK, text.get());
        if (whole.indexOf('\0') >= 0) {
            findings.add(
                    Place.startOf(file),
                    "the file is not a text",
                    "Save it as CSV in UTF-8, or as a workbook (.xlsx).");
            return Optional.empty();
        }
        List<String> readAs = new ArrayList<>();
        Matcher said = SEPARATOR.matcher(whole);
        if (said.lookingAt()) {
            // The line that spreadsheets write and read for one another; it stays, empty, so that lines keep their
            // numbers.
            whole = whole.substring(said.end(1));
        }
        if (!encoding.equals(StandardCharsets.UTF_8)) {
            readAs.add("texts in " + name(encoding));
        }
        char delimiter = said.lookingAt() ? said.group(2).charAt(0) : delimiterOf(whole, columns);
        if (delimiter != ',') {
            readAs.add("fields separated by " + word(delimiter));
        }
        return read(file, whole, Dialect.PLAIN.with(delimiter), readAs, findings);
    }

    private static Optional<Sheet> read(
            String file, String text, Dialect dialect, List<String> readAs, Findings findings) {
        List<Sheet.Line> lines = new ArrayList<>();
        var builder = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
        if (dialect.comment() != '\0') {
            builder = builder.commentCharacter(dialect.comment()).commentStrategy(CommentStrategy.SKIP);
        }
        try (CsvReader<CsvRecord> reader = builder.ofCsvRecord(text);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            while (records.hasNext()) {
                CsvRecord next = records.next();
                List<Cell> cells = next.getFields().stream()
                        .map(field -> dialect.skipsBlanks() ? field.stripLeading() : field)
                        .<Cell>map(Cell.Text::new)
                        .toList();
                if (cells.stream().anyMatch(cell -> !cell.equals(Cell.EMPTY))) {
                    lines.add(new Sheet.Line(Math.toIntExact(next.getStartingLineNumber()), cells));
                }
            }
        } catch (CsvParseException wrong) {
            int after = lines.isEmpty() ? 0 : lines.getLast().number();
            findings.add(
                    new Place(file, after + 1, 1),
                    "a quote is opened and not closed, or something follows a closing quote",
                    "Put the whole field in double quotes, and write a quote inside it twice (\"\").");
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a text", impossible);
        }
        return Optional.of(new Sheet(file, Optional.empty(), lines, readAs));
    }

    /// By its mark; else UTF-8 where it can be read so; else the encoding of spreadsheets in western Europe.
    private static Charset encodingOf(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return decoded(bytes, StandardCharsets.UTF_8).isPresent() ? StandardCharsets.UTF_8 : WESTERN;
    }

    private static Optional<String> decoded(byte[] bytes, Charset encoding) {
        try {
            return Optional.of(encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /// The one that parts the first line into most of the columns; the comma among equals.
    private static char delimiterOf(String text, Collection<String> columns) {
        Set<String> known = new HashSet<>();
        columns.forEach(column -> known.add(column.toLowerCase(Locale.ROOT)));
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = DELIMITERS[0];
        long most = 0;
        for (char delimiter : DELIMITERS) {
            long found = List.of(header.split(Pattern.quote(String.valueOf(delimiter)), -1)).stream()
                    .map(field -> field.strip().replace("\"", "").toLowerCase(Locale.ROOT))
                    .filter(known::contains)
                    .distinct()
                    .count();
            if (found > most) {
                best = delimiter;
                most = found;
            }
        }
        return best;
    }

    private static String word(char delimiter) {
        return switch (delimiter) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "upright bars";
            default -> "commas";
        };
    }

    private static String name(Charset encoding) {
        return encoding.name();
    }

    private static String without(char mark, String text) {
        return !text.isEmpty() && text.charAt(0) == mark ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
