package org.muster.folder;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.input.Findings;
import org.muster.sheet.CsvSheets;

/// The files of a folder, parsed and not yet understood.
final class Documents {
    static final String ALLIANCE = "alliance.yaml";
    static final String POLICIES = "policies.yaml";
    static final String POOLS = "pools.yaml";
    static final String SHARING = "sharing.yaml";
    static final String PLEDGES = "pledges.yaml";
    static final String INVEST = "invest.yaml";
    static final String MISSIONS = "missions";
    static final String FUTURES = "futures.yaml";
    static final String REFORMS = "reforms";

    private final FolderFiles files;
    private final Findings findings;
    private final Map<String, TableForm> forms;
    private final Map<TableSchema, Table> tables = new LinkedHashMap<>();
    private final Map<String, Tree> trees = new LinkedHashMap<>();
    private final Set<String> incomplete = new LinkedHashSet<>();
    private final List<String> missionFiles;
    private final List<String> reformFiles;

    Documents(FolderFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
        Optional<Tree> described = files.text(DataPackage.FILE, Limits.DOCUMENT_BYTES)
                .flatMap(text -> JsonTree.read(DataPackage.FILE, text, findings));
        this.forms = described.map(tree -> DataPackage.forms(tree, findings)).orElse(Map.of());
        Map<String, Table> present = new LinkedHashMap<>();
        for (TableSchema schema : TableSchema.ALL) {
            boolean there = files.has(schema.file());
            Table table = there || TableSchema.REQUIRED.contains(schema) ? read(schema) : Table.empty(schema);
            if (there) {
                present.put(schema.file(), table);
            }
            tables.put(schema, table);
        }
        read(ALLIANCE, true);
        read(POLICIES, false);
        read(POOLS, false);
        read(SHARING, false);
        read(PLEDGES, false);
        read(INVEST, false);
        read(FUTURES, false);
        Optional<List<String>> missions = files.missionFiles();
        this.missionFiles = missions.orElse(List.of());
        missionFiles.forEach(file -> read(file, true));
        this.reformFiles = files.reformFiles().orElse(List.of());
        reformFiles.forEach(file -> read(file, true));
        if (missions.isEmpty()) {
            incomplete.add(MISSIONS);
        }
        files.reportNearNames(names());
        described.ifPresent(tree -> DataPackage.check(tree, present, findings));
    }

    /// The same files with other texts in some, or with some more documents: the others are not read again.
    ///
    /// @param files    with these texts
    /// @param changed  paths of tables and documents, the description of tables not among them
    /// @param findings takes what is wrong with these
    Documents(Documents others, FolderFiles files, Set<String> changed, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.forms = others.forms;
        this.missionFiles = others.missionFiles;
        this.reformFiles = others.reformFiles;
        tables.putAll(others.tables);
        trees.putAll(others.trees);
        incomplete.addAll(others.incomplete);
        for (TableSchema schema : TableSchema.ALL) {
            if (changed.contains(schema.file())) {
                tables.put(schema, read(schema));
            }
        }
        Set<String> documents = new TreeSet<>(changed);
        TableSchema.ALL.forEach(schema -> documents.remove(schema.file()));
        documents.forEach(file -> {
            trees.remove(file);
            read(file, true);
        });
    }

    /// Every name that a file or folder of an alliance can have.
    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(
                ALLIANCE, POLICIES, POOLS, SHARING, PLEDGES, INVEST, FUTURES, REFORMS, MISSIONS, DataPackage.FILE));
        TableSchema.ALL.forEach(schema -> names.add(schema.file()));
        return names;
    }

    private Table read(TableSchema schema) {
        TableForm form = form(schema);
        Optional<Table> table = form.isPlain()
                ? files.text(schema.file(), Limits.TABLE_BYTES).map(text -> Table.read(schema, text, findings))
                : files.bytes(schema.file(), Limits.TABLE_BYTES, form.dialect().encoding())
                        .flatMap(bytes -> CsvSheets.read(schema.file(), bytes, form.dialect(), findings))
                        .map(sheet -> Table.read(schema, sheet, form, findings));
        return table.orElse(Table.unreadable(schema));
    }

    /// How the file of a table is written.
    TableForm form(TableSchema schema) {
        return forms.getOrDefault(schema.file(), TableForm.PLAIN);
    }

    private void read(String file, boolean required) {
        if (!required && !files.has(file)) {
            return;
        }
        Optional<Tree> tree =
                files.text(file, Limits.DOCUMENT_BYTES).flatMap(text -> YamlTree.read(file, text, findings));
        if (tree.isEmpty()) {
            incomplete.add(file);
        } else if (tree.get() instanceof Tree.Nothing) {
            findings.add(
                    tree.get().place(),
                    "the file is empty",
                    required
                            ? "docs/alliance-folder.md says what it holds."
                            : "Remove it, or write what it holds; see docs/alliance-folder.md.");
            incomplete.add(file);
        } else {
            trees.put(file, tree.get());
        }
    }

    Table table(TableSchema schema) {
        Table table = tables.get(schema);
        if (table == null) {
            throw new IllegalArgumentException(schema.name());
        }
        return table;
    }

    Optional<Tree> alliance() {
        return document(ALLIANCE);
    }

    Optional<Tree> policies() {
        return document(POLICIES);
    }

    Optional<Tree> pools() {
        return document(POOLS);
    }

    Optional<Tree> pledges() {
        return document(PLEDGES);
    }

    Optional<Tree> document(String file) {
        return Optional.ofNullable(trees.get(file));
    }

    /// Mission files, in alphabetical order, those included that could not be read.
    List<String> missionFiles() {
        return missionFiles;
    }

    /// Reform files, in alphabetical order, those included that could not be read.
    List<String> reformFiles() {
        return reformFiles;
    }

    /// Whether the file could be read, or is not there and need not be.
    boolean isComplete(String file) {
        return !incomplete.contains(file);
    }
}
