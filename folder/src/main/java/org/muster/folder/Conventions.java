package org.muster.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muster.input.Findings;
import org.muster.input.Place;
import org.muster.sheet.Cell;
import org.muster.sheet.Sheet;

/// How numbers and days are written in a sheet: told, or found out from all that stands in it. What can be read in two
/// ways is read in neither.
///
/// @param decimals the mark before decimals, where somebody said so
/// @param days     the order of a day's parts, where somebody said so
public record Conventions(Optional<Decimals> decimals, Optional<Order> days) {
    /// Nothing is told.
    public static final Conventions UNTOLD = new Conventions(Optional.empty(), Optional.empty());

    /// The mark before decimals.
    public enum Decimals {
        /// 1,234.5
        POINT,
        /// 1.234,5
        COMMA;

        private FieldForm form() {
            return this == POINT
                    ? new FieldForm('.', ",", FieldForm.Days.ISO)
                    : new FieldForm(',', ". '\u00a0\u202f\u2019", FieldForm.Days.ISO);
        }
    }

    /// The order of a day's parts; year-month-day is read in any case.
    public enum Order {
        /// 5.9.2014, 5/9/2014
        DAY_FIRST("dmy"),
        /// 9/5/2014
        MONTH_FIRST("mdy");

        private final String parts;

        Order(String parts) {
            this.parts = parts;
        }

        private FieldForm.Days days() {
            return new FieldForm.Days(parts, "");
        }
    }

    /// What was found out.
    ///
    /// @param form  how numbers and days are read
    /// @param words the same in words, where it is not the form of a folder
    record Found(FieldForm form, List<String> words) {}

    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");

    /// One cell of a column, with its text.
    private record Said(String text, Place place, String column) {}

    Found of(Sheet sheet, TableSchema schema, Map<String, Integer> columns, List<Sheet.Line> lines, Findings findings) {
        List<Said> numbers = new ArrayList<>();
        List<Said> dates = new ArrayList<>();
        for (TableSchema.Column column : schema.columns()) {
            Integer at = columns.get(column.name());
            boolean number = column.type() == TableSchema.Type.NUMBER || column.type() == TableSchema.Type.INTEGER;
            if (at == null || !(number || column.type() == TableSchema.Type.DATE)) {
                continue;
            }
            for (Sheet.Line line : lines) {
                if (line.cell(at) instanceof Cell.Text said && !said.text().isBlank()) {
                    Place place = new Place(sheet.place(), line.number(), at + 1);
                    (number ? numbers : dates).add(new Said(said.text().strip(), place, column.name()));
                }
            }
        }
        List<String> words = new ArrayList<>();
        Decimals mark = decimals.orElseGet(() -> decimalsOf(numbers, isPlain(sheet), findings));
        Order order = days.orElseGet(() -> orderOf(dates, findings));
        if (mark == Decimals.COMMA
                && numbers.stream().anyMatch(said -> !WHOLE.matcher(said.text()).matches())) {
            words.add("numbers with a decimal comma");
        }
        if (dates.stream().anyMatch(said -> FieldForm.Days.ISO.day(said.text()).isEmpty())) {
            words.add(order == Order.DAY_FIRST ? "days with the day first" : "days with the month first");
        }
        return new Found(mark.form().with(order.days()), words);
    }

    /// Whether a sheet is written as the tables of folders are: there a point is a decimal point.
    private static boolean isPlain(Sheet sheet) {
        return sheet.name().isEmpty() && sheet.readAs().isEmpty();
    }

    /// The mark by which all numbers can be read; the point among equals, unless a mark may as well stand between
    /// thousands.
    private static Decimals decimalsOf(List<Said> numbers, boolean plain, Findings findings) {
        boolean point = true;
        boolean comma = true;
        Optional<Said> unsure = Optional.empty();
        for (Said said : numbers) {
            if (WHOLE.matcher(said.text()).matches()) {
                continue;
            }
            boolean asPoint = Decimals.POINT.form().number(said.text()).isPresent();
            boolean asComma = Decimals.COMMA.form().number(said.text()).isPresent();
            point &= asPoint || !asComma;
            comma &= asComma || !asPoint;
            if (asPoint && asComma && unsure.isEmpty() && !(plain && said.text().contains("."))) {
                unsure = Optional.of(said);
            }
        }
        if (point && comma && unsure.isPresent()) {
            String text = unsure.get().text();
            findings.add(
                    unsure.get().place(),
                    String.format(
                            Locale.ROOT,
                            "%s is \"%s\", which can be %s or %s",
                            unsure.get().column(),
                            Values.shortened(text),
                            Decimals.POINT.form().number(text).orElseThrow().toPlainString(),
                            Decimals.COMMA.form().number(text).orElseThrow().toPlainString()),
                    "Say which: --decimal point, or --decimal comma.");
        }
        return point ? Decimals.POINT : Decimals.COMMA;
    }

    /// The order in which all days can be read; the day first where they are written with points.
    private static Order orderOf(List<Said> dates, Findings findings) {
        boolean dayFirst = true;
        boolean monthFirst = true;
        Optional<Said> unsure = Optional.empty();
        for (Said said : dates) {
            if (FieldForm.Days.ISO.day(said.text()).isPresent()) {
                continue;
            }
            boolean asDay = Order.DAY_FIRST.days().day(said.text()).isPresent();
            boolean asMonth = Order.MONTH_FIRST.days().day(said.text()).isPresent();
            dayFirst &= asDay || !asMonth;
            monthFirst &= (asMonth && !DOTTED.matcher(said.text()).matches()) || !asDay;
            if (asDay && asMonth && unsure.isEmpty()) {
                unsure = Optional.of(said);
            }
        }
        if (dayFirst && monthFirst && unsure.isPresent()) {
            String text = unsure.get().text();
            findings.add(
                    unsure.get().place(),
                    "%s is \"%s\", which can be %s or %s"
                            .formatted(
                                    unsure.get().column(),
                                    Values.shortened(text),
                                    Order.DAY_FIRST.days().day(text).orElseThrow(),
                                    Order.MONTH_FIRST.days().day(text).orElseThrow()),
                    "Say which: --dates day-first, or --dates month-first.");
        }
        return dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }
}
