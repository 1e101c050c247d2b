package org.muster.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.input.Findings;

class CsvSheetsTest {
    private static final List<String> COLUMNS = List.of("id", "name", "quantity");

    private final Findings findings = new Findings();

    private static List<List<String>> texts(Sheet sheet) {
        return sheet.lines().stream()
                .map(line -> line.cells().stream()
                        .map(cell -> ((Cell.Text) cell).text())
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ';', true, 'fields separated by semicolons'",
        "UTF-8, ',', true, ''",
        "UTF-8, '|', false, 'fields separated by upright bars'",
        "windows-1252, ';', false, 'texts in windows-1252; fields separated by semicolons'",
        "UTF-16LE, ';', true, 'texts in UTF-16LE; fields separated by semicolons'",
        "UTF-16BE, ',', true, 'texts in UTF-16BE'"
    })
    void findsOutHowItIsWritten(String encoding, String delimiter, boolean mark, String said) {
        String text = (mark ? "\uFEFF" : "") + "id,name,quantity\r\na,Zürich,3\r\n".replace(",", delimiter);

        Optional<Sheet> sheet = CsvSheets.detect("t.csv", text.getBytes(Charset.forName(encoding)), COLUMNS, findings);

        assertThat(findings.inOrder()).isEmpty();
        assertThat(texts(sheet.orElseThrow()))
                .containsExactly(List.of("id", "name", "quantity"), List.of("a", "Zürich", "3"));
        assertThat(String.join("; ", sheet.orElseThrow().readAs())).isEqualTo(said);
    }

    @Test
    void aLineThatNamesTheSeparatorIsNoRow() {
        Optional<Sheet> sheet = CsvSheets.detect(
                "t.csv", "sep=\t\r\nid\tname\r\na\t\"b\tc\"\r\n".getBytes(StandardCharsets.UTF_8), COLUMNS, findings);

        assertThat(texts(sheet.orElseThrow())).containsExactly(List.of("id", "name"), List.of("a", "b\tc"));
        assertThat(sheet.orElseThrow().lines().getFirst().number()).isEqualTo(2);
    }

    @Test
    void linesKeepTheirNumbers() {
        Optional<Sheet> sheet = CsvSheets.detect(
                "t.csv", "id,name\n\n,\n\"a\nb\",c\nd,e\n".getBytes(StandardCharsets.UTF_8), COLUMNS, findings);

        assertThat(sheet.orElseThrow().lines()).extracting(Sheet.Line::number).containsExactly(1, 4, 6);
    }

    @Test
    void whatIsNoTextIsTold() {
        assertThat(CsvSheets.detect("t.csv", new byte[] {'i', 0, 'd', 0}, COLUMNS, findings))
                .isEmpty();
        assertThat(findings.inOrder().getFirst().sentence())
                .isEqualTo("t.csv:1:1: the file is not a text. Save it as CSV in UTF-8, or as a workbook (.xlsx).");
    }

    @Test
    void aQuoteThatIsNotClosedIsTold() {
        assertThat(CsvSheets.detect("t.csv", "id,name\na,\"b\n".getBytes(StandardCharsets.UTF_8), COLUMNS, findings))
                .isEmpty();
        assertThat(findings.inOrder().getFirst().sentence()).startsWith("t.csv:2:1: a quote is opened and not closed");
    }

    @Test
    void aFileInAnotherEncodingThanSaidIsTold() {
        byte[] western = "id\nZürich\n".getBytes(Charset.forName("windows-1252"));

        assertThat(CsvSheets.read("t.csv", western, Dialect.PLAIN, findings)).isEmpty();
        assertThat(findings.inOrder().getFirst().sentence())
                .isEqualTo(
                        "t.csv:1:1: the file is not in UTF-8. Save it in that encoding, or say the one that it has.");
    }

    @Test
    void commentsAndBlanksAsTheDialectSays() {
        Dialect dialect = new Dialect(StandardCharsets.UTF_8, ';', '\'', true, '#');

        Optional<Sheet> sheet = CsvSheets.read(
                "t.csv",
                "# of the office\nid; name\na; b\nc;'d;e'\n".getBytes(StandardCharsets.UTF_8),
                dialect,
                findings);

        assertThat(texts(sheet.orElseThrow()))
                .containsExactly(List.of("id", "name"), List.of("a", "b"), List.of("c", "d;e"));
    }
}
