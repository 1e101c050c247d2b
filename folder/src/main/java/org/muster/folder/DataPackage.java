package org.muster.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.input.Findings;
import org.muster.input.Nearest;
import org.muster.input.Place;

/// `datapackage.json`: made from the tables' schemas, and checked against them.
///
/// Source: Frictionless Data, *Tabular Data Package*, *Table Schema* (specs.frictionlessdata.io).
final class DataPackage {
    static final String FILE = "datapackage.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// What an author words, or says in a way of his own: how the file is written is read from there.
    private static final Set<String> NOT_COMPARED = Set.of("title", "description", "profile", "encoding");

    private DataPackage() {}

    /// The text of the file.
    ///
    /// @param name   the alliance's id
    /// @param title  its title
    /// @param tables the tables that stand beside it
    static String text(String name, String title, List<TableSchema> tables) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("profile", "tabular-data-package");
        root.put("name", name);
        root.put("title", title);
        ArrayNode resources = root.putArray("resources");
        tables.forEach(table -> resources.add(resource(table)));
        try {
            return text(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers", impossible);
        }
    }

    private static String text(ObjectNode root) throws JsonProcessingException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return MAPPER.writer(printer).writeValueAsString(root) + "\n";
    }

    /// An author's own data package with one table more, or with the columns that the table has now; all else in it
    /// stays.
    ///
    /// @param described a text that has passed [#check]
    static String withResource(String described, TableSchema table) {
        try {
            ObjectNode root = (ObjectNode) MAPPER.readerFor(ObjectNode.class)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(described);
            ObjectNode resource = resource(table);
            for (JsonNode known : root.withArray("resources")) {
                if (known.path("path").asText().equals(table.file())) {
                    ((ObjectNode) known.path("schema"))
                            .set("fields", resource.path("schema").path("fields"));
                    return text(root);
                }
            }
            root.withArray("resources").add(resource);
            return text(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a data package that was read before", impossible);
        }
    }

    private static ObjectNode resource(TableSchema table) {
        ObjectNode resource = MAPPER.createObjectNode();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", table.name());
        resource.put("title", table.title());
        resource.put("path", table.file());
        resource.put("format", "csv");
        resource.put("encoding", "utf-8");
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (TableSchema.Column column : table.columns()) {
            ObjectNode field = fields.addObject();
            field.put("name", column.name());
            field.put("type", column.type().word());
            field.put("description", column.description());
            if (column.required() || !column.words().isEmpty()) {
                ObjectNode constraints = field.putObject("constraints");
                if (column.required()) {
                    constraints.put("required", true);
                }
                if (!column.words().isEmpty()) {
                    ArrayNode words = constraints.putArray("enum");
                    column.words().forEach(words::add);
                }
            }
        }
        ArrayNode primaryKey = schema.putArray("primaryKey");
        table.primaryKey().forEach(primaryKey::add);
        if (!table.foreignKeys().isEmpty()) {
            ArrayNode foreignKeys = schema.putArray("foreignKeys");
            for (TableSchema.ForeignKey key : table.foreignKeys()) {
                ObjectNode foreign = foreignKeys.addObject();
                foreign.putArray("fields").add(key.column());
                ObjectNode reference = foreign.putObject("reference");
                reference.put("resource", key.resource());
                reference.putArray("fields").add(key.target());
            }
        }
        schema.putArray("missingValues").add("");
        return resource;
    }

    /// Reports where the file says something else than the tables' schemas and the files that are there.
    ///
    /// Titles, descriptions, licences and other additions are the author's own.
    ///
    /// @param present the tables of the folder, by file
    static void check(Tree document, Map<String, Table> present, Findings findings) {
        Block.of(
                        "the data package",
                        document,
                        findings,
                        "profile",
                        "name",
                        "id",
                        "title",
                        "description",
                        "homepage",
                        "version",
                        "created",
                        "keywords",
                        "licenses",
                        "sources",
                        "contributors",
                        "resources")
                .ifPresent(root -> resources(root, (Tree.Fields) document, present, findings));
    }

    /// How the files of the tables are written, by file; those in the plain form are left out.
    static Map<String, TableForm> forms(Tree document, Findings findings) {
        Map<String, TableForm> forms = new HashMap<>();
        if (document instanceof Tree.Fields root
                && root.field("resources").map(Tree.Field::value).orElse(document) instanceof Tree.Items resources) {
            for (Tree resource : resources.items()) {
                TableSchema.ALL.stream()
                        .filter(table -> table.file().equals(textOf(resource, "path")))
                        .forEach(table -> {
                            TableForm form = TableForm.of(resource, table, findings);
                            if (!form.isPlain()) {
                                forms.put(table.file(), form);
                            }
                        });
            }
        }
        return forms;
    }

    private static void resources(Block root, Tree.Fields document, Map<String, Table> present, Findings findings) {
        root.required("name", "my-alliance");
        Tree list = document.field("resources").map(Tree.Field::value).orElse(new Tree.Nothing(document.place()));
        if (!(list instanceof Tree.Items items)) {
            findings.add(list.place(), "\"resources\" is not a list", "List the CSV tables of the folder.");
            return;
        }
        List<String> listed = new ArrayList<>();
        for (Tree item : items.items()) {
            resource(item, listed, present, findings);
        }
        for (TableSchema table : TableSchema.ALL) {
            if (present.containsKey(table.file()) && !listed.contains(table.file())) {
                findings.add(
                        list.place(),
                        "%s is in the folder, and not among the resources".formatted(table.file()),
                        "Add the resource \"%s\".".formatted(table.name()));
            }
        }
    }

    private static void resource(Tree item, List<String> listed, Map<String, Table> present, Findings findings) {
        String path = textOf(item, "path");
        Place place = placeOf(item, "path");
        TableSchema table = TableSchema.ALL.stream()
                .filter(t -> t.file().equals(path))
                .findFirst()
                .orElse(null);
        if (table == null) {
            List<String> files = TableSchema.ALL.stream().map(TableSchema::file).toList();
            findings.add(
                    place,
                    "path is \"%s\", not a table of an alliance folder".formatted(Values.shortened(path)),
                    Nearest.advice(path, files));
            return;
        }
        if (listed.contains(path)) {
            findings.add(place, "%s is listed a second time".formatted(path), "Remove one of the two resources.");
            return;
        }
        listed.add(path);
        Table there = present.get(path);
        if (there == null) {
            findings.add(
                    place,
                    "%s is listed, and not in the folder".formatted(path),
                    "Put it there, or remove the resource.");
        }
        List<String> named = fieldNames(item);
        compare(resource(table.with(named)), item, table.name(), findings);
        if (there != null && there.complete()) {
            compareColumns(table, there.schema().header(), named, place, findings);
        }
    }

    /// Columns that a table need not have stand in it and in its schema, or in neither.
    private static void compareColumns(
            TableSchema table, List<String> header, List<String> named, Place place, Findings findings) {
        for (TableSchema.Column column : table.columns()) {
            boolean there = header.contains(column.name());
            if (!column.dispensable() || there == named.contains(column.name())) {
                continue;
            }
            if (there) {
                findings.add(
                        place,
                        "%s has a column \"%s\", and its schema does not".formatted(table.file(), column.name()),
                        "Add {\"name\": \"%s\", \"type\": \"%s\"} to its fields."
                                .formatted(column.name(), column.type().word()));
            } else {
                findings.add(
                        place,
                        "the schema of %s names \"%s\", a column that the table does not have"
                                .formatted(table.file(), column.name()),
                        "Remove the field, or add the column.");
            }
        }
    }

    /// The columns that a resource says it has.
    private static List<String> fieldNames(Tree resource) {
        List<String> names = new ArrayList<>();
        if (resource instanceof Tree.Fields described
                && described.field("schema").map(Tree.Field::value).orElse(resource) instanceof Tree.Fields schema
                && schema.field("fields").map(Tree.Field::value).orElse(schema) instanceof Tree.Items columns) {
            columns.items().forEach(column -> names.add(textOf(column, "name")));
        }
        return names;
    }

    /// Everything that the schema says must stand in the document in the same way.
    private static void compare(JsonNode expected, Tree found, String path, Findings findings) {
        if (expected.isObject()) {
            expected.properties().forEach(entry -> {
                String key = entry.getKey();
                if (NOT_COMPARED.contains(key)) {
                    return;
                }
                Tree value = found instanceof Tree.Fields fields
                        ? fields.field(key).map(Tree.Field::value).orElse(null)
                        : null;
                if (value == null) {
                    findings.add(
                            found.place(),
                            "%s has no \"%s\"".formatted(path, key),
                            "Write \"%s\": %s"
                                    .formatted(
                                            key,
                                            Values.shortened(entry.getValue().toString())));
                } else {
                    compare(entry.getValue(), value, path + "." + key, findings);
                }
            });
        } else if (path.endsWith(".enum") && isPartOf(expected, found)) {
            return; // a folder of earlier days, or one that has no use for some of the words
        } else if (expected.isArray()) {
            List<Tree> items = found instanceof Tree.Items list ? list.items() : List.of();
            if (items.size() != expected.size()) {
                findings.add(
                        found.place(),
                        String.format(
                                Locale.ROOT, "%s has %d entries, where %d belong", path, items.size(), expected.size()),
                        "Write %s".formatted(Values.shortened(expected.toString())));
                return;
            }
            for (int i = 0; i < items.size(); i++) {
                String name = expected.get(i).path("name").asText();
                compare(expected.get(i), items.get(i), path + (name.isEmpty() ? "[" + i + "]" : "." + name), findings);
            }
        } else if (!(found instanceof Tree.Text text) || !text.value().equals(expected.asText())) {
            String is = found instanceof Tree.Text text ? "\"" + Values.shortened(text.value()) + "\"" : found.noun();
            findings.add(found.place(), "%s is %s".formatted(path, is), "Write %s.".formatted(expected.toString()));
        }
    }

    /// Whether all words of a list are among those expected, and there are some.
    private static boolean isPartOf(JsonNode expected, Tree found) {
        Set<String> words = new HashSet<>();
        expected.forEach(word -> words.add(word.asText()));
        return found instanceof Tree.Items list
                && !list.items().isEmpty()
                && list.items().stream()
                        .allMatch(item -> item instanceof Tree.Text text && words.contains(text.value()));
    }

    private static String textOf(Tree item, String key) {
        return item instanceof Tree.Fields fields
                        && fields.field(key).map(Tree.Field::value).orElse(item) instanceof Tree.Text text
                ? text.value()
                : "";
    }

    private static Place placeOf(Tree item, String key) {
        return item instanceof Tree.Fields fields
                ? fields.field(key).map(f -> f.value().place()).orElse(fields.place())
                : item.place();
    }
}
