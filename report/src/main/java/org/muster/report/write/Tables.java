package org.muster.report.write;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muster.sheet.Cell;
import org.muster.sheet.WorkbookText;

/// The tables of one view: each as CSV, and all of them as the sheets of a workbook.
///
/// @param tables at least one; the first is the one that stands for the view
public record Tables(List<Named> tables) {
    /// Digits that a spreadsheet keeps of a number; a longer one is written as a text, so that no unit of it is lost.
    private static final int DIGITS = 15;

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /// A table with its name.
    ///
    /// @param name    of its sheet and its file, at most 31 characters
    /// @param numbers heads of the columns whose cells are numbers, written with a point for decimals
    /// @param days    heads of the columns whose cells are days, as 2014-09-05
    public record Named(String name, Table table, Set<String> numbers, Set<String> days) {
        public Named {
            numbers = Set.copyOf(numbers);
            days = Set.copyOf(days);
        }

        /// A table of texts, until it is said otherwise.
        public static Named of(String name, Table table) {
            return new Named(name, table, Set.of(), Set.of());
        }

        /// A table that was written as CSV.
        public static Named read(String name, String csv) {
            List<List<String>> rows = new ArrayList<>();
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
                reader.forEach(row -> rows.add(row.getFields()));
            } catch (java.io.IOException impossible) {
                throw new java.io.UncheckedIOException("reading a text", impossible);
            }
            return of(name, new Table(rows.getFirst(), 0, rows.subList(1, rows.size())));
        }

        /// The same with these columns as numbers.
        public Named numbers(String... heads) {
            return new Named(name, table, Set.of(heads), days);
        }

        /// The same with all columns as numbers but these.
        public Named numbersBut(String... heads) {
            List<String> texts = List.of(heads);
            List<String> others = table.header().stream()
                    .filter(head -> !texts.contains(head))
                    .distinct()
                    .toList();
            return numbers(others.toArray(String[]::new));
        }

        /// The same with these columns as days.
        public Named days(String... heads) {
            return new Named(name, table, numbers, Set.of(heads));
        }

        /// The same with a column before the others that says the same in every row.
        Named under(String head, String cell) {
            return new Named(
                    name,
                    new Table(
                            Stream.concat(Stream.of(head), table.header().stream())
                                    .toList(),
                            0,
                            table.rows().stream()
                                    .map(row -> Stream.concat(Stream.of(cell), row.stream())
                                            .toList())
                                    .toList()),
                    numbers,
                    days);
        }

        private WorkbookText.Written written() {
            List<List<Cell>> cells = new ArrayList<>();
            for (List<String> row : table.rows()) {
                List<Cell> line = new ArrayList<>();
                for (int at = 0; at < row.size(); at++) {
                    line.add(cell(table.header().get(at), row.get(at)));
                }
                cells.add(line);
            }
            return new WorkbookText.Written(name, table.header(), cells);
        }

        private Cell cell(String head, String text) {
            if (numbers.contains(head) && DECIMAL.matcher(text).matches()) {
                BigDecimal number = new BigDecimal(text);
                if (number.precision() <= DIGITS) {
                    return new Cell.Numeric(number);
                }
            }
            return days.contains(head) && DAY.matcher(text).matches()
                    ? new Cell.Day(LocalDate.parse(text))
                    : new Cell.Text(text);
        }
    }

    public Tables {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a view without a table");
        }
    }

    /// These tables.
    public static Tables of(Named... tables) {
        return new Tables(List.of(tables));
    }

    /// The tables of several answers, with a column that says whose each row is.
    ///
    /// @param answers the tables of each, by what it is called; where one has no table of a name its rows are missing
    public static List<Named> together(String head, Map<String, Tables> answers) {
        Map<String, Named> all = new LinkedHashMap<>();
        answers.forEach((whose, tables) -> tables.tables().forEach(table -> {
            Named more = table.under(head, whose);
            all.merge(
                    table.name(),
                    more,
                    (before, after) -> new Named(
                            before.name(),
                            new Table(
                                    before.table().header(),
                                    0,
                                    Stream.concat(before.table().rows().stream(), after.table().rows().stream())
                                            .toList()),
                            before.numbers(),
                            before.days()));
        }));
        return List.copyOf(all.values());
    }

    /// The names of the tables, the first first.
    public List<String> names() {
        return tables.stream().map(Named::name).toList();
    }

    /// Each table as CSV, by its name.
    public Map<String, String> csv() {
        Map<String, String> csv = new LinkedHashMap<>();
        tables.forEach(table -> csv.put(table.name(), table.table().csv()));
        return csv;
    }

    /// All of them as a workbook (XLSX): numbers as numbers, days as days, and a text is never a formula.
    public byte[] workbook() {
        return WorkbookText.of(tables.stream().map(Named::written).toList());
    }
}
