package org.muster.input;

import java.util.Locale;

/// Texts of others as a terminal may show them.
public final class Shown {
    private Shown() {}

    /// The text with what a terminal acts on, or what turns or hides what stands beside it, or cannot be seen, written
    /// as `\\u001b`. Line breaks are characters like these.
    public static String plain(String given) {
        StringBuilder shown = new StringBuilder();
        given.codePoints().forEach(c -> {
            if (isShown(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, c > 0xffff ? "\\u{%x}" : "\\u%04x", c));
            }
        });
        return shown.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
