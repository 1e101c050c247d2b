package org.muster.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.input.Findings;

class WorkbooksTest {
    private final Findings findings = new Findings();

    private static Cell random(Random random) {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Cell.Numeric(BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(5))
                        .stripTrailingZeros());
            case 1 -> new Cell.Day(LocalDate.of(1950, 1, 1).plusDays(random.nextInt(60_000)));
            case 2 -> Cell.EMPTY;
            default -> new Cell.Text("<&\"' ü " + random.nextInt(100));
        };
    }

    private static boolean same(Cell one, Cell other) {
        return one instanceof Cell.Numeric a && other instanceof Cell.Numeric b
                ? a.value().compareTo(b.value()) == 0
                : one.equals(other);
    }

    @Test
    void whatIsWrittenIsRead() {
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            List<List<Cell>> rows = new ArrayList<>();
            for (int r = 0; r < random.nextInt(20); r++) {
                // a first cell that is there, as lines in which nothing stands are left out
                List<Cell> row = new ArrayList<>(List.of(new Cell.Text("row " + r)));
                for (int c = 0; c < 4; c++) {
                    row.add(random(random));
                }
                rows.add(row);
            }
            byte[] bytes =
                    WorkbookText.of(List.of(new WorkbookText.Written("one", List.of("key", "a", "b", "c", "d"), rows)));

            assertThat(Workbooks.isWorkbook(bytes)).isTrue();
            Sheet sheet =
                    Workbooks.read("t.xlsx", bytes, findings).orElseThrow().getFirst();

            assertThat(findings.inOrder()).isEmpty();
            assertThat(sheet.place()).isEqualTo("t.xlsx[one]");
            assertThat(sheet.lines()).hasSize(rows.size() + 1);
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < 5; c++) {
                    Cell read = sheet.lines().get(r + 1).cell(c);
                    assertThat(same(rows.get(r).get(c), read))
                            .as("%s is read as %s", rows.get(r).get(c), read)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theSameTablesGiveTheSameBytes() throws InterruptedException {
        List<WorkbookText.Written> tables =
                List.of(new WorkbookText.Written("one", List.of("a"), List.of(List.of(new Cell.Text("b")))));
        byte[] first = WorkbookText.of(tables);
        // times in a ZIP file have steps of two seconds
        Thread.sleep(2_100);

        assertThat(WorkbookText.of(tables)).isEqualTo(first);
    }

    @Test
    void binaryNoiseIsNotShown() throws IOException {
        Sheet sheet = read(sheetOf -> sheetOf.value(0, 0, 0.1 + 0.2));

        assertThat(sheet.lines().getFirst().cell(0)).isEqualTo(new Cell.Numeric(new BigDecimal("0.3")));
    }

    @Test
    void aMomentIsNoDay() throws IOException {
        Sheet sheet = read(sheetOf -> {
            sheetOf.value(0, 0, LocalDateTime.of(2014, 9, 5, 12, 0));
            sheetOf.style(0, 0).format("yyyy-mm-dd hh:mm").set();
        });

        assertThat(sheet.lines().getFirst().cell(0)).isEqualTo(new Cell.Broken("2014-09-05T12:00"));
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private Sheet read(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Office", "01.0000")) {
            filling.fill(book.newWorksheet("one"));
        }
        return Workbooks.read("t.xlsx", out.toByteArray(), findings)
                .orElseThrow()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-mm-dd, true",
        "dd.mm.yyyy, true",
        "m/d/yy, true",
        "General, false",
        "'#,##0.00', false",
        "'0.0 \"days\"', false",
        "[Red]0, false",
        "0.00E+00, false",
        "hh:mm, false"
    })
    void aDayIsKnownByItsFormat(String format, boolean day) {
        assertThat(Workbooks.isDay(format)).isEqualTo(day);
    }

    @Test
    void whatIsNoWorkbookIsTold() {
        assertThat(Workbooks.read("t.xlsx", "PK\3\4 and so on".getBytes(StandardCharsets.UTF_8), findings))
                .isEmpty();
        assertThat(findings.inOrder().getFirst().sentence())
                .isEqualTo("t.xlsx:1:1: this is not a workbook that can be read."
                        + " Save it again as a workbook (.xlsx) or as CSV in UTF-8.");
    }

    @Test
    void aSmallFileThatUnpacksToMuchIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[64 << 20]);
            zip.closeEntry();
        }

        assertThat(Workbooks.read("t.xlsx", out.toByteArray(), findings)).isEmpty();
        assertThat(findings.inOrder().getFirst().wrong())
                .isEqualTo("the workbook unpacks to more than 256 MB, or to more than 200 times its size");
    }

    @Test
    void aWorkbookOfManyFilesIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i <= Workbooks.ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("f" + i));
                zip.closeEntry();
            }
        }

        assertThat(Workbooks.read("t.xlsx", out.toByteArray(), findings)).isEmpty();
        assertThat(findings.inOrder().getFirst().wrong()).isEqualTo("the workbook holds more than 1000 files");
    }
}
