package org.muster.folder;

import java.util.Locale;
import org.muster.input.Findings;
import org.muster.input.Place;

/// Half of a character: one of the two surrogates that only together are one. An escape such as `\ud800` in YAML or
/// JSON can write it alone; no file in UTF-8 can then hold the text, so neither a page nor a table could.
final class HalfCharacter {
    private HalfCharacter() {}

    /// Reports the first half character in a text.
    static void report(String text, Place place, Findings findings) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                findings.add(
                        place,
                        String.format(Locale.ROOT, "here stands half of a character, \\u%04x", character),
                        "Write both halves, or the character itself.");
                return;
            }
        }
    }
}
