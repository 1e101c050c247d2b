package org.muster.input;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The known name that a mistyped one comes closest to.
///
/// Distance: optimal string alignment (insertions, deletions, substitutions and swaps of neighbours, each 1), letter
/// case ignored. Suggested up to one third of the longer length, at least 1. O(n m) per pair.
///
/// Source: F. J. Damerau, *A technique for computer detection and correction of spelling errors*, CACM 7(3), 1964.
public final class Nearest {
    private static final int SHOWN = 8;

    /// Longer names are not compared.
    private static final int LONGEST = 64;

    private Nearest() {}

    /// A sentence that names the nearest known name, or lists what is known.
    public static String advice(String text, Collection<String> known) {
        if (known.isEmpty()) {
            return "None is defined here.";
        }
        return among(text, known).map(name -> "Did you mean \"" + name + "\"?").orElseGet(() -> listing(known));
    }

    /// The same for a command or an address, whose one mistake may take room: always with all that is known, and
    /// without a full stop.
    public static String adviceWithAll(String text, Collection<String> known) {
        if (known.isEmpty()) {
            return "None is defined here";
        }
        return among(text, known).map(name -> "Did you mean \"" + name + "\"? ").orElse("")
                + "Known: "
                + String.join(", ", known);
    }

    /// The nearest known name, where one is near.
    public static Optional<String> among(String text, Collection<String> known) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String name : known) {
            int allowed = Math.max(1, Math.max(name.length(), text.length()) / 3);
            if (Math.abs(name.length() - text.length()) > allowed || name.length() > LONGEST) {
                continue;
            }
            int distance = distance(text.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance <= allowed && distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String listing(Collection<String> known) {
        List<String> shown = known.stream().limit(SHOWN).toList();
        String more = known.size() > SHOWN ? " and " + (known.size() - SHOWN) + " more" : "";
        return "Known here: " + shown.stream().collect(Collectors.joining(", ")) + more + ".";
    }

    /// How many insertions, deletions, substitutions and swaps of neighbours make the one text the other.
    public static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, beforeLast[j - 2] + 1);
                }
                row[j] = least;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
