package org.muster.alliance.folder;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text.get())) {
            for (NamedCsvRecord row : rows) {
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
        } catch (de.siegmar.fastcsv.reader.CsvParseException wrong) {
            findings.add(Place.startOf(name), "the table is not CSV", "Check its quotes.");
        }
        return new Incoming(events, skipped, findings.inOrder());
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
        String column = stage + "_" + kind + "_eur_bn";
        Place place = new Place(file, Math.toIntExact(row.getStartingLineNumber()), 1);
        Optional<String> cell = row.findField(column);
        if (cell.isEmpty()) {
            findings.add(place, "there is no column " + column, "Name a table of support by donor and kind.");
            return Optional.empty();
        }
        if (cell.get().isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal euros =
                    new BigDecimal(cell.get()).movePointRight(9).setScale(2, java.math.RoundingMode.HALF_EVEN);
            if (euros.signum() <= 0) {
                return Optional.empty();
            }
            String donor = row.findField("iso3").orElse("");
            String promise = "kiel-" + donor + "-" + kind;
            return Optional.of(new LedgerEvent(
                    promise + "-" + stage,
                    promise,
                    event,
                    donor,
                    beneficiary,
                    "Support, " + kind,
                    euros,
                    "EUR",
                    Optional.empty(),
                    on,
                    on,
                    Optional.empty(),
                    new Provenance(Status.PUBLISHED, "Kiel Institute, Ukraine Support Tracker, via " + file)));
        } catch (NumberFormatException notANumber) {
            findings.add(
                    place,
                    "%s is \"%s\", not a number".formatted(column, Values.shortened(cell.get())),
                    "Write billions of euros with a point before decimals.");
            return Optional.empty();
        }
    }
}
