package org.muster.alliance.figure;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a figure is counted in: a scale times a currency at the prices of some year, or times anything else.
///
/// `million EUR`, `EUR million`, `Mio. €` and `eur m` are the same unit; `billion USD (2021 prices)` and
/// `billion USD 2021` too, and neither of them is US dollars of the day.
///
/// @param exponent of ten: 6 where the figure counts millions
/// @param counted  what is counted: an ISO 4217 code, with its prices in parentheses where they are not those of the
///                 day, or the text as it stands
/// @param money    whether it is money
public record Unit(int exponent, String counted, boolean money) {
    private static final Map<String, Integer> SCALES = Map.ofEntries(
            Map.entry("thousand", 3),
            Map.entry("thousands", 3),
            Map.entry("k", 3),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("m", 6),
            Map.entry("mn", 6),
            Map.entry("mln", 6),
            Map.entry("mio", 6),
            Map.entry("billion", 9),
            Map.entry("billions", 9),
            Map.entry("bn", 9),
            Map.entry("trillion", 12),
            Map.entry("trillions", 12));

    /// Signs that stand for one currency alone; `$` and `¥` do not.
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "US$", "USD", "₺", "TRY");

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    public Unit {
        Objects.requireNonNull(counted);
    }

    /// The unit that a text means. Whatever is not a scale and a currency is a thing that is counted one by one.
    public static Unit of(String text) {
        return money(text).orElseGet(() -> things(text));
    }

    private static Unit things(String text) {
        String[] words = text.strip().split("\\s+", 2);
        Integer scale = words[0].length() < 7 ? null : SCALES.get(words[0].toLowerCase(Locale.ROOT));
        return scale == null || words.length < 2 ? new Unit(0, text, false) : new Unit(scale, words[1], false);
    }

    /// The unit of money that a text means; empty where it means none.
    public static Optional<Unit> money(String text) {
        int exponent = 0;
        String currency = "";
        String year = "";
        boolean scaled = false;
        for (String sign : new String[] {"US$", "€", "£", "₺"}) {
            text = text.replace(sign, " " + sign + " ");
        }
        for (String word : text.replaceAll("[(),]", " ").strip().split("\\s+", -1)) {
            Optional<String> code = currencyOf(word);
            Integer scale = SCALES.get(word.toLowerCase(Locale.ROOT).replaceAll("\\.$", ""));
            if (code.isPresent() && currency.isEmpty()) {
                currency = code.get();
            } else if (scale != null && !scaled) {
                exponent = scale;
                scaled = true;
            } else if (word.matches("[0-9]{4}") && year.isEmpty()) {
                year = word;
            } else if (year.isEmpty() || !word.toLowerCase(Locale.ROOT).matches("prices?")) {
                return Optional.empty();
            }
        }
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Unit(exponent, year.isEmpty() ? currency : currency + " (" + year + " prices)", true));
    }

    private static Optional<String> currencyOf(String word) {
        String code = SIGNS.getOrDefault(word, word.toUpperCase(Locale.ROOT));
        return CODES.contains(code) ? Optional.of(code) : Optional.empty();
    }

    /// Whether it is no money, or money at the prices of the day.
    boolean isOfTheDay() {
        return !money || counted.length() == 3;
    }

    /// The value of a figure in this unit, counted one by one.
    public BigDecimal oneByOne(BigDecimal value) {
        return exponent == 0
                ? value
                : new BigDecimal(value.movePointRight(exponent).toPlainString());
    }
}
