package org.muster.folder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.alliance.source.Provenance;
import org.muster.alliance.source.Status;
import org.muster.input.Findings;
import org.muster.input.Place;

/// A table of support by donor, with commitments and allocations, as events of a ledger.
///
/// Columns `iso3`, `commit_KIND_eur_bn` and `alloc_KIND_eur_bn` for the kinds financial, humanitarian and military: the
/// shape into which the Ukraine Support Tracker of the Kiel Institute has been brought. A commitment is a promise, an
/// allocation is set aside; nothing in the table says what was delivered. The table is not part of this program.
public final class KielTable {
    /// Decimals, also those that spreadsheets write with a small exponent (`5.2e-05`).
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.][0-9]+)?([eE][-+]?[0-9]{1,2})?");
    private static final List<String> KINDS = List.of("financial", "humanitarian", "military");

    private KielTable() {}

    /// Reads the table. Donors that are no members are skipped and counted.
    ///
    /// @param file        the table
    /// @param beneficiary a beneficiary of the ledger
    /// @param on          the day of the release: for when, and known from when
    public static Incoming read(Path file, Alliance alliance, String beneficiary, LocalDate on) {
        Findings findings = new Findings();
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        String name = String.valueOf(whole.getFileName());
        List<LedgerEvent> events = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        int skipped = 0;
        Optional<String> text =
                folder == null ? Optional.empty() : new FolderFiles(folder, findings).text(name, Limits.TABLE_BYTES);
        if (!alliance.currency().equals("EUR")) {
            findings.add(
                    Place.startOf(name),
                    "the table is in EUR, and the alliance counts in " + alliance.currency(),
                    "Bring it into the form of ledger.csv, with rates.");
        }
        if (text.isEmpty() || !findings.isEmpty()) {
            return new Incoming(List.of(), 0, findings.inOrder());
        }
        boolean hasRows = false;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(text.get())) {
            for (NamedCsvRecord row : rows) {
                hasRows = true;
                if (!hasColumns(row, name, findings)) {
                    break;
                }
                if (row.getFieldCount() != row.getHeader().size()) {
                    findings.add(
                            new Place(name, Math.toIntExact(row.getStartingLineNumber()), 1),
                            String.format(
                                    Locale.ROOT,
                                    "the row has %d fields, the header %d",
                                    row.getFieldCount(),
                                    row.getHeader().size()),
                            "Write every comma, also where fields are empty.");
                    continue;
                }
                String donor = row.findField("iso3").orElse("");
                if (!LedgerFile.isMember(alliance, donor)) {
                    skipped++;
                    continue;
                }
                Place place = new Place(name, Math.toIntExact(row.getStartingLineNumber()), 1);
                Place earlier = seen.putIfAbsent(donor, place);
                if (earlier != null) {
                    findings.add(
                            place,
                            "donor \"%s\" stands here a second time, first at %s"
                                    .formatted(donor, earlier.fileAndLine()),
                            "Keep one of the two rows.");
                    continue;
                }
                for (String kind : KINDS) {
                    event(row, name, "commit", kind, LedgerEvent.Kind.PROMISED, beneficiary, on, findings)
                            .ifPresent(events::add);
                    event(row, name, "alloc", kind, LedgerEvent.Kind.ALLOCATED, beneficiary, on, findings)
                            .ifPresent(events::add);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a text", impossible);
        } catch (CsvParseException | IllegalStateException wrong) {
            findings.add(
                    Place.startOf(name),
                    "the table is not CSV with a column of each name",
                    "Check its quotes, and that no column is there twice.");
            return new Incoming(List.of(), 0, findings.inOrder());
        }
        if (!hasRows) {
            findings.add(Place.startOf(name), "the table has no rows", "Name a table of support by donor and kind.");
        }
        return new Incoming(events, skipped, findings.inOrder());
    }

    /// Whether the table has the columns that it is read by; each that it has not is a problem of its header.
    private static boolean hasColumns(NamedCsvRecord row, String file, Findings findings) {
        List<String> missing = Stream.concat(
                        Stream.of("iso3"),
                        KINDS.stream().flatMap(kind -> Stream.of(column("commit", kind), column("alloc", kind))))
                .filter(column -> !row.getHeader().contains(column))
                .toList();
        for (String column : missing) {
            findings.add(
                    Place.startOf(file), "there is no column " + column, "Name a table of support by donor and kind.");
        }
        return missing.isEmpty();
    }

    private static String column(String stage, String kind) {
        return stage + "_" + kind + "_eur_bn";
    }

    private static Optional<LedgerEvent> event(
            NamedCsvRecord row,
            String file,
            String stage,
            String kind,
            LedgerEvent.Kind event,
            String beneficiary,
            LocalDate on,
            Findings findings) {
        String column = column(stage, kind);
        Place place = new Place(
                file,
                Math.toIntExact(row.getStartingLineNumber()),
                row.getHeader().indexOf(column) + 1);
        String cell = row.getField(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> read = billions(cell, column, place, findings);
        if (read.isEmpty() || read.get().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal euros = read.get();
        String donor = row.getField("iso3");
        String promise = "kiel-" + donor + "-" + kind;
        return Optional.of(new LedgerEvent(
                promise + "-" + stage,
                promise,
                event,
                new LedgerEvent.Between(donor, beneficiary),
                new LedgerEvent.Moved("Support, " + kind, euros, "EUR", Optional.empty()),
                new LedgerEvent.When(on, on, Optional.empty()),
                Optional.empty(),
                new Provenance(Status.PUBLISHED, "Kiel Institute, Ukraine Support Tracker, via " + file)));
    }

    /// Billions of euros as euros; empty where a cell holds none (reported).
    private static Optional<BigDecimal> billions(String cell, String column, Place place, Findings findings) {
        if (cell.length() > 2 * Limits.DIGITS || !NUMBER.matcher(cell).matches()) {
            findings.add(
                    place,
                    "%s is \"%s\", not a number from 0 up".formatted(column, Values.shortened(cell)),
                    "Write billions of euros in digits, with a point before decimals.");
            return Optional.empty();
        }
        BigDecimal euros = new BigDecimal(cell).movePointRight(9).setScale(2, RoundingMode.HALF_EVEN);
        if (euros.movePointRight(2).compareTo(BigDecimal.valueOf(Limits.AMOUNT_MINOR)) > 0) {
            findings.add(
                    place,
                    "%s is %s billion, more than the limit of %s"
                            .formatted(
                                    column,
                                    Values.shortened(cell),
                                    BigDecimal.valueOf(Limits.AMOUNT_MINOR, 11).toPlainString()),
                    "Check its unit: the column is in billions of euros.");
            return Optional.empty();
        }
        return Optional.of(euros);
    }
}
