package org.muster.cli.game;

import java.util.Locale;

/// Text from a file as it may be shown on a terminal.
final class Escaped {
    private Escaped() {}

    /// The text with what would steer a terminal, or cannot be seen, written as `\\u001b`.
    static String text(String given) {
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
