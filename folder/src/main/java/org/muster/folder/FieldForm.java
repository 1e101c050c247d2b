package org.muster.folder;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.sheet.Cell;

/// How numbers and days are written in a field of a table, and what they are in the form that a folder has them in:
/// a decimal point, no mark between thousands, days as year-month-day.
///
/// Source: Frictionless Data, *Table Schema* (`decimalChar`, `groupChar`, `format` of a date).
///
/// @param decimal the character before the decimals
/// @param groups  the characters that may stand between thousands; empty where none may
/// @param days    how days are written
record FieldForm(char decimal, String groups, Days days) {
    /// As folders have it.
    static final FieldForm PLAIN = new FieldForm('.', "", Days.ISO);

    /// How a day is written: the order of its parts, and what stands between them.
    ///
    /// @param order `d`, `m` and `y`, each once
    /// @param mark  what stands between two of them; empty where any of `.`, `/` and `-` may
    record Days(String order, String mark) {
        static final Days ISO = new Days("ymd", "-");

        private static final Pattern PARTS = Pattern.compile("(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})");

        /// The pattern in the way of Frictionless, for example `%d.%m.%Y`.
        static Optional<Days> ofPattern(String pattern) {
            Matcher parts =
                    Pattern.compile("%([dmY])([./-])%([dmY])\\2%([dmY])").matcher(pattern);
            if (!parts.matches()) {
                return Optional.empty();
            }
            String order = (parts.group(1) + parts.group(3) + parts.group(4)).toLowerCase(Locale.ROOT);
            return order.chars().distinct().count() == 3
                    ? Optional.of(new Days(order, parts.group(2)))
                    : Optional.empty();
        }

        /// The day that a text means; nothing where it is none.
        Optional<LocalDate> day(String text) {
            Matcher parts = PARTS.matcher(text);
            if (!parts.matches() || !(mark.isEmpty() || mark.equals(parts.group(2)))) {
                return Optional.empty();
            }
            String[] found = {parts.group(1), parts.group(3), parts.group(4)};
            if (found[order.indexOf('y')].length() != 4
                    || found[order.indexOf('d')].length() > 2
                    || found[order.indexOf('m')].length() > 2) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(found[order.indexOf('y')]),
                        Integer.parseInt(found[order.indexOf('m')]),
                        Integer.parseInt(found[order.indexOf('d')])));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }

        /// The day as it is written.
        String text(LocalDate day) {
            List<String> parts = order.chars()
                    .mapToObj(part -> switch (part) {
                        case 'd' -> String.format(Locale.ROOT, "%02d", day.getDayOfMonth());
                        case 'm' -> String.format(Locale.ROOT, "%02d", day.getMonthValue());
                        default -> String.format(Locale.ROOT, "%04d", day.getYear());
                    })
                    .toList();
            return String.join(mark.isEmpty() ? "-" : mark, parts);
        }
    }

    FieldForm with(Days other) {
        return new FieldForm(decimal, groups, other);
    }

    /// The number that a text means; nothing where it is none in this form.
    Optional<BigDecimal> number(String text) {
        String bare = text;
        if (!groups.isEmpty()) {
            String mark = "[" + Pattern.quote(groups) + "]";
            if (bare.matches("-?\\d{1,3}(" + mark + "\\d{3})+(" + Pattern.quote(String.valueOf(decimal)) + "\\d+)?")) {
                bare = bare.replaceAll(mark, "");
            }
        }
        return bare.matches("-?\\d+(" + Pattern.quote(String.valueOf(decimal)) + "\\d+)?")
                ? Optional.of(new BigDecimal(bare.replace(decimal, '.')))
                : Optional.empty();
    }

    /// The text of a cell as a folder has it. What is no number or day in this form stays as it stands, for the reader
    /// of the table to say what is wrong with it.
    String plain(Cell cell, TableSchema.Type type) {
        return switch (cell) {
            case Cell.Text text -> plain(text.text().strip(), type);
            case Cell.Numeric number -> number.value().toPlainString();
            case Cell.Day day -> day.day().toString();
            case Cell.Broken broken -> broken.shown();
        };
    }

    private String plain(String text, TableSchema.Type type) {
        return switch (type) {
            case NUMBER, INTEGER -> number(text).map(BigDecimal::toPlainString).orElse(text);
            case DATE ->
                Days.ISO
                        .day(text)
                        .or(() -> days.day(text))
                        .map(LocalDate::toString)
                        .orElse(text);
            case STRING, YEAR -> text;
        };
    }

    /// A text of a folder as it is written in this form.
    String written(String plain, TableSchema.Type type) {
        return switch (type) {
            case NUMBER -> PLAIN.number(plain).isPresent() ? plain.replace('.', decimal) : plain;
            case DATE -> Days.ISO.day(plain).map(days::text).orElse(plain);
            case STRING, INTEGER, YEAR -> plain;
        };
    }
}
