package org.muster.alliance.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.pledge.LedgerEvent;

/// Tables of ledger events beside a folder: read with the folder's names, and written into it.
public final class LedgerFile {
    private LedgerFile() {}

    /// Reads events from a table with the columns of `ledger.csv`.
    ///
    /// Never fails on what stands in it. Every row is checked by the same code as the folder's own table, and against
    /// the
    /// events that the ledger already has for the same promise.
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
        for (Row row : table.map(Table::rows).orElse(List.of())) {
            Findings own = new Findings();
            LedgerTable reader = new LedgerTable(known, new Values(own), currency);
            LedgerEvent event = reader.event(row);
            LedgerEvent first = before.putIfAbsent(event.promise(), event);
            if (first != null) {
                reader.reportChange(row, first);
            }
            own.inOrder().forEach(p -> findings.add(p.place(), p.wrong(), p.right()));
            if (own.isEmpty() && !hasProblem(findings, row.line())) {
                events.add(event);
            }
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
    /// package
    /// where the table is new. The table is there whole or as it was.
    ///
    /// @throws IOException where the folder cannot be written
    public static void write(Alliance alliance, Path folder) throws IOException {
        Map<String, String> files = FolderText.of(alliance);
        boolean isNew = !Files.exists(folder.resolve(TableSchema.LEDGER.file()));
        replace(folder, TableSchema.LEDGER.file(), files);
        if (isNew) {
            replace(folder, DataPackage.FILE, files);
        }
    }

    private static void replace(Path folder, String file, Map<String, String> files) throws IOException {
        String text = files.get(file);
        if (text == null) {
            return;
        }
        Path part = folder.resolve("." + file + ".part");
        Files.writeString(part, text);
        Files.move(part, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The members that a table of another origin may be about.
    static boolean isMember(Alliance alliance, String code) {
        return alliance.members().stream().map(Member::code).anyMatch(code::equals);
    }
}
