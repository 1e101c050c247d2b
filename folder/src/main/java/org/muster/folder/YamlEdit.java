package org.muster.folder;

import java.io.StringReader;
import java.util.Locale;
import org.muster.input.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/// Another value in a YAML text, with all the rest of it as it is.
final class YamlEdit {
    private YamlEdit() {}

    /// The text with another value in a field of a mapping, which is added where the mapping has none of the name.
    ///
    /// @param text  that was read into `item`
    /// @param item  a mapping of the text with a field `id`
    /// @param field whose value there is a single one
    static String with(String text, Tree.Fields item, String field, String value) {
        Tree.Field there = item.field(field).orElse(null);
        if (there != null) {
            int[] range = range(text, there.value().place());
            return text.substring(0, range[0]) + quoted(value) + text.substring(range[1]);
        }
        Tree.Field id = item.field("id").orElseThrow();
        int end = range(text, id.value().place())[1];
        String behind = text.substring(end).stripLeading();
        boolean flow = behind.startsWith(",") || behind.startsWith("}");
        String before = flow ? ", " : "\n" + " ".repeat(id.place().column() - 1);
        return text.substring(0, end) + before + field + ": " + quoted(value) + text.substring(end);
    }

    /// Where a single value begins and ends in the text.
    private static int[] range(String text, Place place) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit((int) Limits.DOCUMENT_BYTES);
        for (Event event : new Yaml(options).parse(new StringReader(text))) {
            Mark start = event.getStartMark();
            if (event instanceof ScalarEvent
                    && start.getLine() + 1 == place.line()
                    && start.getColumn() + 1 == place.column()) {
                return new int[] {
                    text.offsetByCodePoints(0, start.getIndex()),
                    text.offsetByCodePoints(0, event.getEndMark().getIndex())
                };
            }
        }
        throw new IllegalArgumentException("no single value at line " + place.line());
    }

    /// In double quotes, whatever it holds.
    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < ' ' || (c >= 0x7f && c < 0xa0) || Character.getType(c) == Character.SURROGATE) {
                out.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
