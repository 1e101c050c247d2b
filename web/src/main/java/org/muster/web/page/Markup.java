package org.muster.web.page;

import java.util.stream.Collectors;
import org.muster.input.Shown;
import org.muster.report.write.Html;

/// A page as it is written, piece by piece. Whatever is text is escaped here, and what turns or hides what stands
/// beside it is shown as its number.
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final boolean alone;

    /// A page of the room.
    Markup() {
        this(false);
    }

    private Markup(boolean alone) {
        this.alone = alone;
    }

    /// A page that is kept or sent: what it would link to is not there.
    static Markup alone() {
        return new Markup(true);
    }

    /// Whether it is read outside the room, where nothing can be asked.
    boolean isAlone() {
        return alone;
    }

    /// Markup as it is: of this program, or escaped by whoever wrote it.
    Markup raw(String html) {
        out.append(html);
        return this;
    }

    /// Text.
    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /// A start tag.
    ///
    /// @param attributes names and values in turn; one without a value where that is empty
    Markup open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int at = 0; at < attributes.length; at += 2) {
            out.append(' ').append(attributes[at]);
            if (!attributes[at + 1].isEmpty()) {
                out.append("=\"").append(inLines(attributes[at + 1])).append('"');
            }
        }
        out.append('>');
        return this;
    }

    /// An end tag.
    Markup close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /// An element that holds text.
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /// A link; its words alone where the page is read outside the room.
    Markup link(String address, String text) {
        return alone ? text(text) : element("a", text, "href", address);
    }

    /// What a form sends back has its lines again.
    private static String inLines(String text) {
        return text.lines().map(Markup::escaped).collect(Collectors.joining("&#10;"));
    }

    private static String escaped(String text) {
        return Html.text(Shown.plain(text.replace('\n', ' ').replace('\t', ' ')));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
