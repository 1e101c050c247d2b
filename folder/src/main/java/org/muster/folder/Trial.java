package org.muster.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.input.Findings;
import org.muster.input.Nearest;
import org.muster.input.Place;

/// Settings that are put into the texts of a folder, one after the other.
final class Trial {
    private final FolderFiles files;
    private final Documents documents;
    private final String mission;
    private final Findings findings = new Findings();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<TableSchema, List<List<String>>> rows = new LinkedHashMap<>();

    /// @param files     of a folder in which nothing is wrong
    /// @param documents the same, parsed
    /// @param mission   the mission whose lines settings may name
    Trial(FolderFiles files, Documents documents, String mission) {
        this.files = files;
        this.documents = documents;
        this.mission = mission;
    }

    /// What the folder says with all that was taken.
    Reading read() {
        if (!findings.isEmpty()) {
            return new Reading(Optional.empty(), findings.inOrder(), List.of());
        }
        rows.forEach((schema, table) -> texts.put(
                schema.file(),
                documents.form(schema).text(documents.table(schema).schema(), table)));
        Findings found = new Findings();
        FolderFiles changed = files.with(texts, found);
        // a table that is described anew may be written otherwise: then all is read again
        return AllianceFolder.read(
                texts.containsKey(DataPackage.FILE)
                        ? new Documents(changed, found)
                        : new Documents(documents, changed, texts.keySet(), found),
                found);
    }

    void take(FolderSetting setting) {
        if (!setting.thing().fields().contains(setting.field())) {
            findings.add(
                    Place.startOf(setting.thing().word()),
                    "field \"%s\" cannot be tried".formatted(Values.shortened(setting.field())),
                    Nearest.advice(setting.field(), setting.thing().fields()));
            return;
        }
        switch (setting.thing()) {
            case LINE -> takeLine(setting);
            case POOL -> takePool(setting);
            case OFFER -> takeRow(TableSchema.OFFERS, setting);
            case CHARTER -> takeRow(TableSchema.MARKET, setting);
            case FOUND -> takeFound(setting);
            case SHARING -> takeRules(setting.value());
        }
    }

    private void refuse(String file, FolderSetting setting, List<String> known) {
        findings.add(
                Place.startOf(file),
                "there is no %s \"%s\"".formatted(setting.thing().word(), Values.shortened(setting.id())),
                Nearest.advice(setting.id(), known));
    }

    /// Rows of the table as they are tried so far.
    private List<List<String>> rows(TableSchema schema) {
        return rows.computeIfAbsent(schema, table -> {
            Table there = documents.table(table);
            List<List<String>> all = new ArrayList<>();
            there.rows()
                    .forEach(row -> all.add(there.schema().columns().stream()
                            .map(column -> row.optional(column.name())
                                    .map(Scalar::text)
                                    .orElse(""))
                            .toList()));
            return all;
        });
    }

    private void takeRow(TableSchema schema, FolderSetting setting) {
        TableSchema there = documents.table(schema).schema();
        int id = there.indexOf("id");
        int field = there.indexOf(setting.field());
        if (field < 0) {
            findings.add(
                    Place.startOf(schema.file()),
                    "the table has no column \"%s\"".formatted(setting.field()),
                    "Add the column to the table first.");
            return;
        }
        List<List<String>> all = rows(schema);
        for (int r = 0; r < all.size(); r++) {
            if (all.get(r).get(id).equals(setting.id())) {
                List<String> changed = new ArrayList<>(all.get(r));
                changed.set(field, setting.value());
                all.set(r, List.copyOf(changed));
                return;
            }
        }
        refuse(schema.file(), setting, all.stream().map(row -> row.get(id)).toList());
    }

    /// A charter of its own, made where it is not there yet.
    private void takeFound(FolderSetting setting) {
        Optional<Located> line = line(setting.id());
        if (line.isEmpty()) {
            refuse("missions", setting, lines());
            return;
        }
        TableSchema schema = documents.table(TableSchema.MARKET).schema();
        String id = "found-" + setting.id().replace('/', '-');
        List<List<String>> all = rows(TableSchema.MARKET);
        if (all.stream().noneMatch(row -> row.get(schema.indexOf("id")).equals(id))) {
            Map<String, String> fields = Map.of(
                    "id", id,
                    "capability", text(line.get().item(), "capability"),
                    "quantity", "1",
                    "unit", text(line.get().item(), "unit"),
                    "notice_days", "0",
                    "unit_cost", "0.00",
                    "daily_cost", "0.00",
                    "status", "illustrative",
                    "source", "tried: nobody offers it yet");
            all.add(schema.columns().stream()
                    .map(column -> fields.getOrDefault(column.name(), ""))
                    .toList());
            if (!files.has(TableSchema.MARKET.file())) {
                files.text(DataPackage.FILE, Limits.DOCUMENT_BYTES)
                        .ifPresent(described ->
                                texts.put(DataPackage.FILE, DataPackage.withResource(described, TableSchema.MARKET)));
            }
        }
        takeRow(
                TableSchema.MARKET,
                new FolderSetting(FolderSetting.Thing.CHARTER, id, setting.field(), setting.value()));
    }

    private void takePool(FolderSetting setting) {
        List<Tree.Fields> pools =
                tree(Documents.POOLS).map(tree -> items(tree, "pools")).orElse(List.of());
        pools.stream()
                .filter(pool -> text(pool, "id").equals(setting.id()))
                .findFirst()
                .ifPresentOrElse(
                        pool -> edit(new Located(Documents.POOLS, pool), setting),
                        () -> refuse(
                                Documents.POOLS,
                                setting,
                                pools.stream().map(pool -> text(pool, "id")).toList()));
    }

    private void takeLine(FolderSetting setting) {
        line(setting.id())
                .ifPresentOrElse(located -> edit(located, setting), () -> refuse("missions", setting, lines()));
    }

    /// A mapping of a file.
    private record Located(String file, Tree.Fields item) {}

    private Optional<Located> line(String key) {
        return missionFile()
                .flatMap(file -> tree(file)
                        .flatMap(tree -> items(tree, "phases").stream()
                                .flatMap(phase -> items(phase, "requirements").stream()
                                        .filter(line -> key(phase, line).equals(key)))
                                .findFirst()
                                .map(item -> new Located(file, item))));
    }

    private List<String> lines() {
        return missionFile().flatMap(this::tree).stream()
                .flatMap(tree -> items(tree, "phases").stream())
                .flatMap(phase -> items(phase, "requirements").stream().map(line -> key(phase, line)))
                .toList();
    }

    private static String key(Tree.Fields phase, Tree.Fields line) {
        return text(phase, "id") + "/" + text(line, "id");
    }

    private Optional<String> missionFile() {
        return documents.missionFiles().stream()
                .filter(file -> documents
                        .document(file)
                        .filter(tree -> tree instanceof Tree.Fields fields
                                && text(fields, "id").equals(mission))
                        .isPresent())
                .findFirst();
    }

    /// The rules stand first in the file, so that a mistake is told in the line in which it was typed.
    private void takeRules(String rules) {
        if (!rules.startsWith("rules:")) {
            findings.add(
                    new Place(Documents.SHARING, 1, 1),
                    "the rules do not begin with \"rules:\"",
                    "Write them as in the file, docs/sharing.md.");
            return;
        }
        texts.put(Documents.SHARING, rules + "\n" + withoutRules(textOf(Documents.SHARING)));
    }

    private String withoutRules(String text) {
        if (!(tree(Documents.SHARING).orElse(null) instanceof Tree.Fields file)) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        List<String> lines = text.lines().toList();
        List<Tree.Field> fields = file.fields();
        for (int f = 0; f < fields.size(); f++) {
            if (!fields.get(f).key().equals("rules")) {
                int from = fields.get(f).place().line() - 1;
                int to = f + 1 < fields.size() ? fields.get(f + 1).place().line() - 1 : lines.size();
                kept.addAll(lines.subList(from, to));
            }
        }
        return String.join("\n", kept) + "\n";
    }

    private void edit(Located located, FolderSetting setting) {
        Tree now = located.item()
                .field(setting.field())
                .map(Tree.Field::value)
                .orElse(new Tree.Text(located.item().place(), ""));
        if (now instanceof Tree.Text) {
            texts.put(
                    located.file(),
                    YamlEdit.with(textOf(located.file()), located.item(), setting.field(), setting.value()));
        } else {
            findings.add(
                    now.place(),
                    "\"%s\" is %s, and no single value".formatted(setting.field(), now.noun()),
                    "Change it in the folder.");
        }
    }

    private String textOf(String file) {
        return Optional.ofNullable(texts.get(file))
                .or(() -> files.text(file, Limits.DOCUMENT_BYTES))
                .orElse("");
    }

    /// What stands in a file as it is tried so far.
    private Optional<Tree> tree(String file) {
        return texts.containsKey(file) ? YamlTree.read(file, textOf(file), new Findings()) : documents.document(file);
    }

    private static List<Tree.Fields> items(Tree tree, String field) {
        if (tree instanceof Tree.Fields fields
                && fields.field(field).map(Tree.Field::value).orElse(null) instanceof Tree.Items list) {
            return list.items().stream()
                    .filter(Tree.Fields.class::isInstance)
                    .map(Tree.Fields.class::cast)
                    .toList();
        }
        return List.of();
    }

    private static String text(Tree.Fields item, String field) {
        return item.field(field).map(Tree.Field::value).orElse(null) instanceof Tree.Text text ? text.value() : "";
    }
}
