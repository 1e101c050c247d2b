package org.muster.folder;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.muster.alliance.source.Provenance;
import org.muster.alliance.source.Status;
import org.muster.input.Findings;
import org.muster.input.Nearest;

/// What single values mean.
///
/// Never fails: where a text cannot be meant, that is reported and some harmless value stands in for it, so that all
/// mistakes of a folder come up in one reading. An alliance is only made of values where nothing was reported.
final class Values {
    /// The constants of an enum by their lower-case names: asked for twice in each row of a table.
    private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> constants = new HashMap<>();
            for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
                constants.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
            }
            return Map.copyOf(constants);
        }
    };

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern EXPONENT = Pattern.compile("[-+]?[0-9.]+[eE][-+]?[0-9]+");
    private static final Pattern SEPARATED = Pattern.compile("-?[0-9]+([.,' \u00a0\u202f_][0-9]+)+");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Findings findings;

    Values(Findings findings) {
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    /// A text in which something can be read: a letter or a digit at least.
    String words(Scalar value) {
        String text = text(value);
        if (value.present() && text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            report(value, "%s says nothing".formatted(value.name()), "Write it in words.");
        }
        return text;
    }

    /// A text without control characters, of bounded length, with no blanks around it.
    String text(Scalar value) {
        String text = value.text();
        if (text.length() > Limits.TEXT) {
            report(
                    value,
                    String.format(
                            Locale.ROOT,
                            "%s has %d characters, more than %d",
                            value.name(),
                            text.length(),
                            Limits.TEXT),
                    "Shorten it.");
            return "";
        }
        text.chars()
                .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
                .findFirst()
                .ifPresent(c -> report(
                        value,
                        String.format(Locale.ROOT, "%s holds the control character U+%04X", value.name(), c),
                        "Remove it."));
        return text;
    }

    /// A name that can be part of a file name and of a command line.
    String id(Scalar value) {
        if (value.present() && !isId(value.text())) {
            report(
                    value,
                    "%s is \"%s\", which is not a name".formatted(value.name(), shortened(value.text())),
                    String.format(
                            Locale.ROOT,
                            "Write letters, digits, dots, hyphens and underscores, at most %d, a letter or digit first.",
                            Limits.ID));
        }
        return value.text();
    }

    static boolean isId(String text) {
        return text.length() <= Limits.ID && ID.matcher(text).matches();
    }

    /// Whether a text is a whole number of bearable length.
    static boolean isWhole(String text) {
        return text.length() <= 2 * Limits.DIGITS && WHOLE.matcher(text).matches();
    }

    long whole(Scalar value, long least, long most) {
        if (!value.present()) {
            return least;
        }
        if (!WHOLE.matcher(value.text()).matches()) {
            if (DECIMAL.matcher(value.text()).matches()) {
                report(
                        value,
                        "%s is %s, not a whole number".formatted(value.name(), shortened(value.text())),
                        "Write digits only, for example 12.");
            } else {
                notANumber(value);
            }
            return least;
        }
        if (value.text().length() > 2 * Limits.DIGITS) {
            report(
                    value,
                    String.format(Locale.ROOT, "%s has more than %d digits", value.name(), 2 * Limits.DIGITS),
                    String.format(Locale.ROOT, "Write a number from %d to %d.", least, most));
            return least;
        }
        BigDecimal number = new BigDecimal(value.text());
        return inRange(value, number, BigDecimal.valueOf(least), BigDecimal.valueOf(most))
                ? number.longValueExact()
                : least;
    }

    int days(Scalar value) {
        return (int) whole(value, 0, Limits.DAYS);
    }

    BigDecimal decimal(Scalar value) {
        if (!value.present()) {
            return BigDecimal.ZERO;
        }
        if (!DECIMAL.matcher(value.text()).matches()) {
            notANumber(value);
            return BigDecimal.ZERO;
        }
        int point = value.text().indexOf('.');
        int before = point < 0 ? value.text().length() : point;
        int after = point < 0 ? 0 : value.text().length() - point - 1;
        if (before > Limits.DIGITS + 1 || after > Limits.DIGITS) {
            report(
                    value,
                    String.format(
                            Locale.ROOT,
                            "%s has more than %d digits before or after the point",
                            value.name(),
                            Limits.DIGITS),
                    "Write it with fewer digits, or in a larger unit.");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(value.text());
    }

    /// A percentage from 0 to 100.
    BigDecimal percent(Scalar value) {
        BigDecimal percent = decimal(value, 0, 100);
        if (percent.stripTrailingZeros().scale() > Limits.PERCENT_DECIMALS) {
            report(
                    value,
                    String.format(Locale.ROOT, "%s has more than %d decimals", value.name(), Limits.PERCENT_DECIMALS),
                    "Round it; shares of a key still sum to exactly 100.");
            return BigDecimal.ZERO;
        }
        return percent;
    }

    /// A decimal within bounds.
    BigDecimal decimal(Scalar value, long least, long most) {
        BigDecimal number = decimal(value);
        return inRange(value, number, BigDecimal.valueOf(least), BigDecimal.valueOf(most))
                ? number
                : BigDecimal.valueOf(least);
    }

    /// An amount in major units, not negative, as minor units of the currency.
    long money(Scalar value, Currency currency) {
        BigDecimal amount = decimal(value);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.signum() < 0) {
            report(value, "%s is %s, below zero".formatted(value.name(), value.text()), "Write an amount from 0 up.");
            return 0;
        }
        BigDecimal minor = amount.movePointRight(digits);
        if (minor.stripTrailingZeros().scale() > 0) {
            report(
                    value,
                    "%s is %s, with more decimals than %s has"
                            .formatted(value.name(), value.text(), currency.getCurrencyCode()),
                    digits == 0
                            ? "Write a whole amount."
                            : String.format(Locale.ROOT, "Write at most %d decimals.", digits));
            return 0;
        }
        if (minor.compareTo(BigDecimal.valueOf(Limits.AMOUNT_MINOR)) > 0) {
            report(
                    value,
                    "%s is %s, more than the limit of %s"
                            .formatted(
                                    value.name(),
                                    value.text(),
                                    BigDecimal.valueOf(Limits.AMOUNT_MINOR, digits)
                                            .toPlainString()),
                    "Split the amount.");
            return 0;
        }
        return minor.longValueExact();
    }

    /// Whether a day stands there; where none does, [#date] gives another that means nothing.
    static boolean isDay(Scalar value) {
        if (!value.present() || !DATE.matcher(value.text()).matches()) {
            return false;
        }
        try {
            LocalDate.parse(value.text());
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    LocalDate date(Scalar value) {
        if (!value.present()) {
            return LocalDate.EPOCH;
        }
        if (DATE.matcher(value.text()).matches()) {
            try {
                return LocalDate.parse(value.text());
            } catch (DateTimeException noSuchDay) {
                report(
                        value,
                        "%s is %s, a day that does not exist".formatted(value.name(), value.text()),
                        "Write a day of the calendar as YYYY-MM-DD.");
                return LocalDate.EPOCH;
            }
        }
        report(
                value,
                "%s is \"%s\", not a date".formatted(value.name(), shortened(value.text())),
                "Write it as YYYY-MM-DD, for example 2014-09-05.");
        return LocalDate.EPOCH;
    }

    boolean truth(Scalar value) {
        return choice(value, Map.of("true", true, "false", false), false);
    }

    Month month(Scalar value) {
        return choice(value, words(Month.class, m -> m.name().toLowerCase(Locale.ROOT)), Month.JANUARY);
    }

    /// One of an enum's constants by its lower-case name.
    <E extends Enum<E>> E choice(Scalar value, Class<E> type) {
        E meant = type.cast(CONSTANTS.get(type).get(value.text()));
        if (value.present() && meant != null) {
            return meant;
        }
        Map<String, E> words = words(type, constant -> constant.name().toLowerCase(Locale.ROOT));
        return choice(value, words, words.values().iterator().next());
    }

    <T> T choice(Scalar value, Map<String, T> words, T standIn) {
        if (!value.present()) {
            return standIn;
        }
        T meant = words.get(value.text());
        if (meant == null) {
            report(
                    value,
                    "%s is \"%s\", not a word known here".formatted(value.name(), shortened(value.text())),
                    oneOf(value.text(), words.keySet()));
            return standIn;
        }
        return meant;
    }

    /// The words of an enum, in its order.
    static <E extends Enum<E>> Map<String, E> words(Class<E> type, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : EnumSet.allOf(type)) {
            words.put(word.apply(constant), constant);
        }
        return words;
    }

    private static String oneOf(String text, Collection<String> words) {
        String all = "One of: " + String.join(", ", words.stream().sorted().toList()) + ".";
        return Nearest.among(text, words)
                .map(word -> "Did you mean \"%s\"? %s".formatted(word, all))
                .orElse(all);
    }

    /// A name that is defined elsewhere in the folder.
    String reference(Scalar value, Register register) {
        register.check(value, findings);
        return value.text();
    }

    /// Source and status of a statement.
    Provenance provenance(Scalar status, Scalar source) {
        Status trusted = choice(status, Status.class);
        String text = text(source).strip();
        if (!status.present() || !CONSTANTS.get(Status.class).containsKey(status.text())) {
            return Provenance.illustrative("");
        }
        if (text.isEmpty() && trusted != Status.ILLUSTRATIVE) {
            report(
                    source.present() ? source : Scalar.of(source.place(), source.name(), ""),
                    "%s is missing, though %s is %s".formatted(source.name(), status.name(), trusted.word()),
                    "Name the document, page or rule that it comes from, or write illustrative as status.");
            return Provenance.illustrative("");
        }
        return new Provenance(trusted, text);
    }

    private boolean inRange(Scalar value, BigDecimal number, BigDecimal least, BigDecimal most) {
        if (!value.present() || (number.compareTo(least) >= 0 && number.compareTo(most) <= 0)) {
            return true;
        }
        boolean below = number.compareTo(least) < 0;
        report(
                value,
                "%s is %s, %s %s"
                        .formatted(
                                value.name(),
                                shortened(value.text()),
                                below ? "below" : "above",
                                (below ? least : most).toPlainString()),
                "Write a number from %s to %s.".formatted(least.toPlainString(), most.toPlainString()));
        return false;
    }

    private void notANumber(Scalar value) {
        String text = value.text();
        String right;
        if (EXPONENT.matcher(text).matches()) {
            right = "Write it in full, without an exponent.";
        } else if (SEPARATED.matcher(text).matches()) {
            right = "Write it as %s: a point before the decimals and no thousands separators."
                    .formatted(unseparated(text));
        } else {
            right = "Write digits, with a point before decimals, for example 12500.00.";
        }
        report(
                value,
                "%s is \"%s\", not a number in the format of this folder".formatted(value.name(), shortened(text)),
                right);
    }

    /// What a number with separators most likely means: the last of two kinds, or a single comma, is the decimal point.
    private static String unseparated(String text) {
        int last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
        boolean decimals = last >= 0
                && text.indexOf(text.charAt(last)) == last
                && !(text.charAt(last) == ',' && text.length() - last == 4 && text.indexOf('.') < 0);
        String whole = decimals ? text.substring(0, last) : text;
        String rest = decimals ? "." + text.substring(last + 1) : "";
        return whole.replaceAll("[^-0-9]", "") + rest;
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    void report(Scalar value, String wrong, String right) {
        findings.add(value.place(), wrong, right);
    }
}
