package org.muster.report.folder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.input.Shown;
import org.muster.report.write.Json;
import org.muster.report.write.Screen;

/// Things of one kind that a folder holds, in the folder's order: a table for people, and the same as JSON.
///
/// @param what    the word for things of this kind, such as `offers`
/// @param columns what is said of each
/// @param rows    a value for each column: a text, a whole number, or null where the folder says nothing
public record Listing(String what, List<Column> columns, List<List<@Nullable Object>> rows) {
    /// @param key   its name in JSON; empty where it stands in text only
    /// @param title its head in text; empty where it stands in JSON only
    record Column(String key, String title) {}

    public Listing {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// The table, no wider than the screen; a column in which nothing stands is left out.
    public String text(Screen screen) {
        if (rows.isEmpty()) {
            return "No " + what + ".\n";
        }
        List<Integer> told = IntStream.range(0, columns.size())
                .filter(c -> !columns.get(c).title().isEmpty())
                .filter(c -> rows.stream().anyMatch(row -> !shown(row.get(c)).isEmpty()))
                .boxed()
                .toList();
        return screen.table(
                told.stream().map(c -> columns.get(c).title()).toList(),
                told.size(),
                rows.stream()
                        .map(row -> told.stream().map(c -> shown(row.get(c))).toList())
                        .toList());
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "" : Shown.plain(value.toString()).strip();
    }

    /// The same as JSON, by `docs/schema/show.schema.json`, ending in a line end.
    public String json(String alliance) {
        ObjectNode root = Json.head("muster-show", "1");
        root.put("alliance", alliance);
        root.put("what", what);
        ArrayNode entries = root.putArray("entries");
        for (List<@Nullable Object> row : rows) {
            ObjectNode entry = entries.addObject();
            for (int c = 0; c < columns.size(); c++) {
                Object value = row.get(c);
                String key = columns.get(c).key();
                if (key.isEmpty()) {
                    continue;
                }
                if (value instanceof Number number) {
                    entry.put(key, number.longValue());
                } else {
                    entry.put(key, value == null ? null : value.toString());
                }
            }
        }
        return Json.text(root);
    }
}
