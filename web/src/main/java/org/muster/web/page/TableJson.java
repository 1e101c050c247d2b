package org.muster.web.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.muster.folder.TableImport;
import org.muster.folder.TableView;
import org.muster.input.Problem;
import org.muster.report.write.Json;
import org.muster.web.http.Reply;
import org.muster.web.shelf.Held;

/// Tables for programs, and what becomes of rows that they send. The revision of the folder is the entity tag, which a
/// program that saves sends back as `If-Match`.
public final class TableJson {
    private TableJson() {}

    private static Reply reply(Held held, ObjectNode root) {
        root.put("revision", held.revision());
        return new Reply(
                200, "application/json; charset=utf-8", Json.text(root), Map.of("ETag", "\"" + held.revision() + "\""));
    }

    /// The tables that a folder has.
    public static Reply all(Held held, List<TableView> tables) {
        ObjectNode root = Json.object();
        ArrayNode all = root.putArray("tables");
        for (TableView table : tables) {
            all.addObject()
                    .put("table", table.name())
                    .put("title", table.title())
                    .put("file", table.file())
                    .put("rows", table.rows().size());
        }
        return reply(held, root);
    }

    /// A table with its columns and its rows, each field as it stands in the plain form.
    public static Reply one(Held held, TableView table) {
        ObjectNode root = Json.object();
        root.put("table", table.name());
        table.key().forEach(root.putArray("key")::add);
        ArrayNode columns = root.putArray("columns");
        for (TableView.Column column : table.columns()) {
            ObjectNode node = columns.addObject()
                    .put("column", column.name())
                    .put("description", column.description())
                    .put("required", column.required());
            column.words().forEach(node.putArray("words")::add);
        }
        ArrayNode rows = root.putArray("rows");
        for (List<String> row : table.rows()) {
            ObjectNode node = rows.addObject();
            for (int c = 0; c < row.size(); c++) {
                node.put(table.columns().get(c).name(), row.get(c));
            }
        }
        return reply(held, root);
    }

    /// What rows would change, and what is wrong with them; nothing was written.
    public static Reply tried(Held held, TableImport came) {
        ObjectNode root = came(came).put("saved", false);
        ArrayNode problems = root.putArray("problems");
        for (Problem problem : came.problems()) {
            problems.addObject()
                    .put("file", problem.place().file())
                    .put("line", problem.place().line())
                    .put("column", problem.place().column())
                    .put("wrong", problem.wrong())
                    .put("right", problem.right());
        }
        return reply(held, root);
    }

    /// What rows have changed.
    ///
    /// @param held the folder with them
    public static Reply saved(Held held, TableImport came) {
        ObjectNode root = came(came).put("saved", true);
        root.putArray("problems");
        return reply(held, root);
    }

    private static ObjectNode came(TableImport came) {
        ObjectNode root = Json.object();
        ArrayNode changes = root.putArray("changes");
        for (TableImport.Change change : came.changes()) {
            ObjectNode node = changes.addObject()
                    .put("table", change.table())
                    .put("from", change.from())
                    .put("created", change.created())
                    .put("updated", change.updated())
                    .put("unchanged", change.unchanged())
                    .put("kept", change.kept());
            change.readAs().forEach(node.putArray("readAs")::add);
        }
        came.left().forEach(root.putArray("left")::add);
        return root;
    }
}
