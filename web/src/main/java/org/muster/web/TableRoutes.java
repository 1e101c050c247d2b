package org.muster.web;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.folder.TableExport;
import org.muster.folder.TableImport;
import org.muster.folder.TableView;
import org.muster.input.Problem;
import org.muster.input.Shown;
import org.muster.web.ask.Found;
import org.muster.web.ask.TableAsked;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.page.TableJson;
import org.muster.web.page.TablePages;
import org.muster.web.shelf.Held;
import org.muster.web.shelf.Shelf;

/// The tables of a folder: as pages with forms, and for programs.
final class TableRoutes {
    private static final String TABLES = "/a/{alliance}/tables";
    private static final String API = "/api/v1/alliances/{alliance}";

    private final Routes routes;
    private final Shelf shelf;
    private final boolean writes;

    /// @param writes whether tables may be saved
    TableRoutes(Routes routes, Shelf shelf, boolean writes) {
        this.routes = routes;
        this.shelf = shelf;
        this.writes = writes;
    }

    void all() {
        pages();
        programs();
    }

    private void pages() {
        routes.folder(TABLES + ".xlsx", held -> Reply.workbook("tables.xlsx", TableExport.workbook(folderOf(held))));
        routes.folder(TABLES, held -> TablePages.all(held, TableView.of(folderOf(held)), writes));
        routes.post(TABLES, ask -> {
            Held held = Found.held(shelf, ask);
            TableAsked asked = TableAsked.sent(ask);
            TableImport came = came(held, asked);
            return TablePages.tried(
                    Found.held(shelf, ask),
                    asked,
                    came,
                    asked.saves() && came.problems().isEmpty(),
                    writes);
        });
        routes.get(TABLES + "/{table}.csv", ask -> {
            ask.query().only();
            TableView table = TableAsked.table(Found.held(shelf, ask), ask.named("table"));
            return Reply.csv(table.file(), table.csv());
        });
        routes.get(TABLES + "/{table}", this::table);
        routes.post(TABLES + "/{table}", ask -> {
            Held held = Found.held(shelf, ask);
            TableView table = TableAsked.table(held, ask.named("table"));
            TableAsked asked = TableAsked.row(ask, table);
            TableImport came = came(held, asked);
            if (asked.saves() && came.problems().isEmpty()) {
                return Reply.see("/a/" + Query.encoded(held.id()) + "/tables/" + Query.encoded(table.name()));
            }
            Map<String, String> fields = new LinkedHashMap<>();
            table.columns()
                    .forEach(column -> fields.put(
                            column.name(), ask.form().one("c." + column.name()).orElse("")));
            return TablePages.row(held, table, fields, Optional.of(came), writes);
        });
    }

    private void programs() {
        routes.get(API + "/tables", ask -> {
            ask.query().only();
            Held held = Found.held(shelf, ask);
            return TableJson.all(held, TableView.of(folderOf(held)));
        });
        routes.get(API + "/tables/{table}", ask -> {
            ask.query().only();
            Held held = Found.held(shelf, ask);
            return TableJson.one(held, TableAsked.table(held, ask.named("table")));
        });
        routes.put(API + "/tables/{table}/{row}", ask -> {
            Held held = Found.held(shelf, ask);
            TableView table = TableAsked.table(held, ask.named("table"));
            return saved(ask, came(held, TableAsked.put(ask, table)));
        });
        routes.post(API + "/import", ask -> {
            Held held = Found.held(shelf, ask);
            TableAsked asked = TableAsked.imported(ask);
            TableImport came = came(held, asked);
            return asked.saves() ? saved(ask, came) : TableJson.tried(held, came);
        });
    }

    /// @throws Fault where rows have problems: nothing was written then
    private Reply saved(Ask ask, TableImport came) {
        if (!came.problems().isEmpty()) {
            throw new Fault(
                    Code.REFUSED,
                    came.problems().stream().map(Problem::sentence).toList(),
                    "nothing was saved: the rows have mistakes");
        }
        return TableJson.saved(Found.held(shelf, ask), came);
    }

    private static Path folderOf(Held held) {
        return Path.of(held.folder());
    }

    private Reply table(Ask ask) {
        Held held = Found.held(shelf, ask);
        TableView table = TableAsked.table(held, ask.named("table"));
        Query query = ask.query().only("from", "row", "add");
        List<String> key = query.values().getOrDefault("row", List.of());
        Map<String, String> fields = new LinkedHashMap<>();
        if (!key.isEmpty()) {
            List<String> row = table.row(key)
                    .orElseThrow(() -> new Fault(
                            Code.NOT_KNOWN,
                            "no row of " + table.name() + " is called \"" + Shown.plain(String.join(", ", key))
                                    + "\". See the table"));
            for (int c = 0; c < row.size(); c++) {
                fields.put(table.columns().get(c).name(), row.get(c));
            }
        }
        return key.isEmpty() && query.one("add").isEmpty()
                ? TablePages.one(held, table, query.number("from", 0, 250_000).orElse(0), writes)
                : TablePages.row(held, table, fields, Optional.empty(), writes);
    }

    private TableImport came(Held held, TableAsked asked) {
        if (!asked.saves()) {
            return asked.read(folderOf(held));
        }
        if (!writes) {
            throw new Fault(Code.READ_ONLY, "nothing is saved here. End the server, and start it with --write");
        }
        return shelf.save(held, asked.revision(), asked::read);
    }
}
