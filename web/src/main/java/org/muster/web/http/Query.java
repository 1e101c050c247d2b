package org.muster.web.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.input.Nearest;
import org.muster.input.Shown;

/// What stands behind the question mark of an address, or in a form: names with their values, in their order. Values
/// that are empty are left out, as forms send them for fields that nobody filled in.
///
/// @param values the values of each name
public record Query(Map<String, List<String>> values) {
    /// More pairs than any page asks for.
    private static final int MOST_PAIRS = 2_000;

    /// Nothing.
    public static final Query NONE = new Query(Map.of());

    public Query {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            List<String> said = all.stream().filter(value -> !value.isBlank()).toList();
            if (!said.isEmpty()) {
                kept.put(name, said);
            }
        });
        values = Collections.unmodifiableMap(kept);
    }

    /// Reads the text of a query or of a form (`application/x-www-form-urlencoded`).
    ///
    /// @throws Fault where it cannot be read
    public static Query of(@Nullable String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        String[] pairs = text.split("&", MOST_PAIRS + 1);
        if (pairs.length > MOST_PAIRS) {
            throw new Fault(Code.PARAMETER, "more than " + MOST_PAIRS + " parameters. Leave some out");
        }
        for (String pair : pairs) {
            int middle = pair.indexOf('=');
            String name = decoded(middle < 0 ? pair : pair.substring(0, middle));
            String value = middle < 0 ? "" : decoded(pair.substring(middle + 1));
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new Fault(
                    Code.PARAMETER, "\"" + Shown.plain(text) + "\" is not encoded as an address. Write % as %25");
        }
    }

    /// The same, where it has no other names than these.
    ///
    /// @throws Fault with the name that is likely meant
    public Query only(String... names) {
        for (String name : values.keySet()) {
            if (!Arrays.asList(names).contains(name)) {
                throw new Fault(
                        Code.PARAMETER,
                        "no parameter is called \"" + Shown.plain(name) + "\". "
                                + (names.length == 0
                                        ? "This page takes none"
                                        : Nearest.advice(name, Arrays.asList(names))));
            }
        }
        return this;
    }

    /// The value of a name that is given once at most.
    public Optional<String> one(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw new Fault(Code.PARAMETER, "\"" + name + "\" is given " + all.size() + " times. Give it once");
        }
        return all.stream().findFirst();
    }

    /// The values of a name, each once; several may stand in one with commas between them.
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /// A day.
    public Optional<LocalDate> day(String name) {
        return one(name).map(text -> {
            try {
                return LocalDate.parse(text.trim());
            } catch (DateTimeParseException broken) {
                throw new Fault(
                        Code.PARAMETER,
                        "\"" + name + "\" is \"" + Shown.plain(text) + "\", no day. Write it as 2014-09-05");
            }
        });
    }

    /// A whole number within bounds, both included.
    public Optional<Integer> number(String name, int least, int most) {
        return one(name).map(text -> {
            try {
                int number = Integer.parseInt(text.trim());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException broken) {
                // told below, with the numbers that it may be
            }
            throw new Fault(
                    Code.PARAMETER,
                    "\"" + name + "\" is \"" + Shown.plain(text) + "\". Give a whole number from " + least + " to "
                            + most);
        });
    }

    /// The same with other values of a name; without it where there are none.
    public Query with(String name, List<String> others) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(name, others);
        return new Query(changed);
    }

    /// As it stands in an address, with its question mark; nothing where it is empty.
    public String text() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, all) -> all.forEach(value -> text.append(text.isEmpty() ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value))));
        return text.toString();
    }

    /// A text as it may stand in a path or in a query.
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
