package org.muster.folder;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.input.Findings;
import org.muster.input.Place;

/// Tables of ledger events beside a folder: read with the folder's names, and written into it.
public final class LedgerFile {
    private LedgerFile() {}

    /// Reads events from a table with the columns of `ledger.csv`.
    ///
    /// Never fails on what stands in it. Every row is checked by the same code as the folder's own table, and
    /// against the events that the ledger already has for the same promise.
    ///
    /// @param file  a CSV file
    /// @param alliance whose members, funds and beneficiaries the rows may name
    public static Incoming read(Path file, Alliance alliance) {
        Findings findings = new Findings();
        Path name = file.toAbsolutePath().normalize().getFileName();
        String called = name == null ? "/" : name.toString();
        TableSchema schema = TableSchema.LEDGER.inFile(called);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Optional<Table> table = folder == null
                ? Optional.empty()
                : new FolderFiles(folder, findings)
                        .text(called, Limits.TABLE_BYTES)
                        .map(text -> Table.read(schema, text, findings));
        List<LedgerEvent> events = new ArrayList<>();
        Known known = Known.of(alliance);
        Currency currency = Currency.getInstance(alliance.currency());
        Map<String, LedgerEvent> before = new HashMap<>();
        alliance.ledger().events().forEach(event -> before.putIfAbsent(event.promise(), event));
        Map<String, LedgerEvent> latestByName = alliance.ledger().latest();
        Register ids = Known.ofNames(
                "event",
                alliance.ledger().events().stream().map(LedgerEvent::id).toList(),
                true);
        for (Row row : table.map(Table::rows).orElse(List.of())) {
            Findings own = new Findings();
            LedgerTable reader = new LedgerTable(known, new Values(own), currency);
            LedgerEvent event = reader.event(row);
            LedgerEvent first = before.get(event.promise());
            if (first != null) {
                reader.reportChange(row, first);
            }
            LedgerEvent latest = latestByName.get(event.id());
            if (latest != null) {
                reader.reportRewriting(row, event, latest);
            }
            ids.refuseTwin(row.cell("id"), own);
            if (own.isEmpty() && !hasProblem(findings, row.line())) {
                before.putIfAbsent(event.promise(), event);
            }
            own.inOrder().forEach(p -> findings.add(p.place(), p.wrong(), p.right()));
            if (own.isEmpty() && !hasProblem(findings, row.line())) {
                events.add(event);
            }
        }
        Map<String, LedgerEvent> together = new LinkedHashMap<>();
        alliance.ledger().events().forEach(event -> together.put(event.id() + " " + event.knownFrom(), event));
        events.forEach(event -> together.put(event.id() + " " + event.knownFrom(), event));
        Findings ofAll = new Findings();
        new LedgerTable(known, new Values(ofAll), currency)
                .reportTotal(Place.startOf(called), List.copyOf(together.values()), ofAll);
        if (!ofAll.isEmpty()) {
            ofAll.inOrder().forEach(p -> findings.add(p.place(), p.wrong(), p.right()));
            events.clear();
        }
        TreeSet<Integer> wrongLines = new TreeSet<>();
        findings.inOrder().stream()
                .map(problem -> problem.place().line())
                .filter(line -> line > 1)
                .forEach(wrongLines::add);
        return new Incoming(events, wrongLines.size(), findings.inOrder());
    }

    private static boolean hasProblem(Findings findings, int line) {
        return findings.inOrder().stream().anyMatch(p -> p.place().line() == line);
    }

    /// Writes the ledger of an alliance into its folder; nothing else in the folder changes, apart from the data
    /// package where the table or a column of it is new. The table is there whole or as it was.
    ///
    /// @throws IOException where the folder cannot be written
    public static void write(Alliance alliance, Path folder) throws IOException {
        Map<String, String> files = FolderText.of(alliance);
        String table = files.get(TableSchema.LEDGER.file());
        if (table == null) {
            return;
        }
        Path at = folder.resolve(TableSchema.LEDGER.file());
        Path described = folder.resolve(DataPackage.FILE);
        String said = Files.readString(described);
        TableForm form = JsonTree.read(DataPackage.FILE, said, new Findings())
                .map(tree -> DataPackage.forms(tree, new Findings()))
                .map(forms -> forms.get(TableSchema.LEDGER.file()))
                .orElse(TableForm.PLAIN);
        Table rows = Table.read(TableSchema.LEDGER, table, new Findings());
        String text =
                form.text(rows.schema(), rows.rows().stream().map(Row::fields).toList());
        Charset encoding = form.dialect().encoding();
        String header = text.lines().findFirst().orElseThrow();
        boolean sameColumns = Files.exists(at)
                && new String(Files.readAllBytes(at), encoding)
                        .lines().findFirst().stream().anyMatch(header::equals);
        String whole = DataPackage.withResource(said, rows.schema());
        WholeFile.write(at, text.getBytes(encoding));
        if (!sameColumns) {
            WholeFile.write(described, whole);
        }
    }

    /// The members that a table of another origin may be about.
    static boolean isMember(Alliance alliance, String code) {
        return alliance.members().stream().map(Member::code).anyMatch(code::equals);
    }
}
