package org.muster.pledge.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.pledge.LedgerEvent;

/// Events that come into a ledger: what they would change, and the ledger afterwards.
///
/// @param created   names of new events
/// @param updated   names of events that the ledger has otherwise
/// @param unchanged names of events that the ledger has exactly so
/// @param events    all events afterwards: those of before in their order, then the new ones in theirs
public record LedgerImport(
        List<String> created, List<String> updated, List<String> unchanged, List<LedgerEvent> events) {
    public LedgerImport {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
        unchanged = List.copyOf(unchanged);
        events = List.copyOf(events);
    }

    /// Merges by name. A dry run and a real one both come here; what differs is only whether the result is written.
    public static LedgerImport of(List<LedgerEvent> before, List<LedgerEvent> incoming) {
        Map<String, LedgerEvent> merged = new LinkedHashMap<>();
        before.forEach(event -> merged.put(event.id(), event));
        List<String> created = new ArrayList<>();
        List<String> updated = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (LedgerEvent event : incoming) {
            LedgerEvent earlier = merged.put(event.id(), event);
            List<String> to = earlier == null ? created : earlier.equals(event) ? unchanged : updated;
            to.add(event.id());
        }
        return new LedgerImport(created, updated, unchanged, new ArrayList<>(merged.values()));
    }
}
