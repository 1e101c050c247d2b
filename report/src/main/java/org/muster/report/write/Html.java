package org.muster.report.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.muster.input.Shown;

/// The pieces of a page: escaped text, and the resources that are written into it.
public final class Html {
    /// A page loads nothing from anywhere and sends nothing: what it needs stands in it.
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            + "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">";

    private static final String DOCTYPE = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">";

    private Html() {}

    /// Text as it may stand between tags and in quoted attributes.
    public static String text(String raw) {
        return shown(raw, "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// A text as it may stand in a script element.
    public static String script(String raw) {
        return shown(raw, "\\").replace("<", "\\u003c");
    }

    /// What turns or hides what stands beside it as its number; line breaks and tabs stay.
    private static String shown(String raw, String before) {
        StringBuilder out = new StringBuilder();
        raw.codePoints().forEach(c -> {
            String one = Character.toString(c);
            if (c == '\n' || c == '\t' || c == '\r') {
                out.append(one);
            } else {
                String plain = Shown.plain(one);
                out.append(plain.equals(one) ? "" : before).append(plain);
            }
        });
        return out.toString();
    }

    /// The beginning of a page, up to and with the opening of its main part.
    ///
    /// @param css what the page adds to the style that all pages share
    public static String head(String title, String css) {
        return DOCTYPE
                + POLICY
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + text(title)
                + "</title><style>"
                + resource(Html.class, "page.css")
                + css
                + "</style></head><body><main>\n";
    }

    /// The beginning of a page that is served: it loads its styles from where it came from, and its policy comes
    /// with it as a header.
    ///
    /// @param styles addresses of its styles
    public static String servedHead(String title, String... styles) {
        // without an icon of its own every page makes the browser ask for one that is not there
        StringBuilder links = new StringBuilder("<link rel=\"icon\" href=\"data:,\">");
        for (String style : styles) {
            links.append("<link rel=\"stylesheet\" href=\"").append(text(style)).append("\">");
        }
        return DOCTYPE
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + text(title)
                + "</title>"
                + links
                + "</head><body>\n";
    }

    /// The end of a page, with the script that all pages of missions share.
    public static String foot() {
        return "</main><script>" + resource(Html.class, "page.js") + "</script></body></html>\n";
    }

    /// A resource beside a class as text.
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
