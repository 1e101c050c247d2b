package org.muster.input;

import java.util.List;
import java.util.Locale;

/// A count with its word: `1 crew`, `2 crews`, `0 crews`.
///
/// Digits are the same in every language, and not set apart by thousands but where that is asked for.
public final class Counted {
    /// Words that end in s and mean one, by their ends.
    private static final List<String> ONE = List.of("ss", "us", "is", "series", "species", "news", "means");

    /// Ends after which the plural takes `es`.
    private static final List<String> HISSING = List.of("sses", "ches", "shes", "xes", "zes");

    private static final int SHORT = 3;

    private Counted() {}

    /// The count with its word, which is given in the plural as English forms it; words that end in no plural `s`, such
    /// as `aircraft`, stay as they are.
    public static String of(long count, String plural) {
        return count + " " + (count == 1 ? singular(plural) : plural);
    }

    /// The count with its word, for words that are not formed regularly.
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /// The same with thousands set apart: `12,500 games`.
    public static String grouped(long count, String plural) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? singular(plural) : plural);
    }

    /// The singular of an English plural: `crews` gives `crew`, `policies` `policy`, `patches` `patch`.
    public static String singular(String plural) {
        if (!plural.endsWith("s")
                || plural.length() <= SHORT
                || ONE.stream().anyMatch(plural::endsWith)
                || !Character.isLowerCase(plural.charAt(plural.length() - 2))) {
            return plural;
        }
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        boolean hissing = HISSING.stream().anyMatch(plural::endsWith);
        return plural.substring(0, plural.length() - (hissing ? 2 : 1));
    }
}
