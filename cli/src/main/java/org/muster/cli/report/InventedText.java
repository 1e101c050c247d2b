package org.muster.cli.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How much of a plan is invented, by kind and count.
final class InventedText {
    private static final String WHOLE = " as a whole";

    private InventedText() {}

    /// @param illustrative what rests on invented figures, each a kind and then a name (see `Plan.illustrative`)
    static String write(List<String> illustrative, Screen screen) {
        if (illustrative.isEmpty()) {
            return "";
        }
        Map<String, Long> byKind = illustrative.stream()
                .collect(Collectors.groupingBy(InventedText::kind, TreeMap::new, Collectors.counting()));
        return screen.wrapped(
                "Invented (illustrative), not published: "
                        + byKind.entrySet().stream()
                                .map(kind -> counted(kind.getKey(), kind.getValue()))
                                .collect(Collectors.joining(", "))
                        + ".",
                "  ");
    }

    private static String kind(String line) {
        if (line.endsWith(WHOLE)) {
            return "the mission" + WHOLE;
        }
        int name = line.lastIndexOf(' ');
        return name < 0 ? line : line.substring(0, name);
    }

    /// "quantity of offer" as "quantities of 35 offers".
    private static String counted(String kind, long count) {
        String[] words = kind.split(" of ", 2);
        return words.length < 2 ? kind : plural(words[0], count) + " of " + count + " " + plural(words[1], count);
    }

    private static String plural(String noun, long count) {
        if (count == 1 || noun.endsWith("s")) {
            return noun;
        }
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
