package org.muster.alliance.folder;

import java.util.Locale;

/// Texts of others as a terminal may show them.
public final class Shown {
    private Shown() {}

    /// The text with every character that a terminal acts on, or that turns or hides what stands beside it, as
    /// `\\u` and its number. Line breaks are characters like these.
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isActive(text, i)) {
                plain.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean isActive(String text, int at) {
        char c = text.charAt(at);
        boolean lowAfterHigh = Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        boolean highBeforeLow =
                Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        if (lowAfterHigh || highBeforeLow) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
