package org.muster.pledge.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.pledge.LedgerEvent;

/// The ledger on a day, as it was known on a day.
///
/// @param asOf     the day for which it holds
/// @param knownAt  the day of knowledge
/// @param currency of the alliance
/// @param ledger   the events it was made from, and the accounts
/// @param promises by name
public record LedgerView(
        LocalDate asOf, LocalDate knownAt, String currency, Ledger ledger, List<PromiseState> promises) {
    public LedgerView {
        Objects.requireNonNull(asOf);
        promises = List.copyOf(promises);
    }

    /// Reads the ledger: events with a date up to `asOf` that were known on `knownAt`, each in its latest revision by
    /// then.
    ///
    /// The order of events in the table means nothing. O(n log n).
    public static LedgerView of(Ledger ledger, String currency, LocalDate asOf, LocalDate knownAt) {
        List<LedgerEvent> seen = ledger.knownAt(knownAt).stream()
                .filter(event -> !event.date().isAfter(asOf))
                .toList();
        TreeMap<String, List<LedgerEvent>> byPromise = new TreeMap<>();
        for (LedgerEvent event : seen) {
            byPromise
                    .computeIfAbsent(event.promise(), promise -> new ArrayList<>())
                    .add(event);
        }
        return new LedgerView(
                asOf,
                knownAt,
                currency,
                ledger.withEvents(seen.stream()
                        .sorted(java.util.Comparator.comparing(LedgerEvent::date)
                                .thenComparing(LedgerEvent::id))
                        .toList()),
                byPromise.values().stream()
                        .map(events -> PromiseFold.of(PromiseFold.inOrder(events), currency))
                        .toList());
    }

    /// The days on which something happened that was known, in order: the moments at which stages can change.
    public List<LocalDate> moments() {
        return ledger.events().stream().map(LedgerEvent::date).distinct().toList();
    }

    /// Promises without a value in the alliance's currency; they are in no sum.
    public List<PromiseState> unvalued() {
        return promises.stream().filter(p -> p.values().isEmpty()).toList();
    }
}
