package org.muster.pledge.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.pledge.LedgerEvent;

/// Events that come into a ledger: what they would change, and the ledger afterwards.
///
/// What was known on a day stays as it was: an event that the ledger has with other content comes in as a revision
/// of it, under a name of its own, and takes its place for readers from the day from which the revision is known.
///
/// @param created   names of new events
/// @param revised   names of events that the ledger has otherwise
/// @param unchanged names of events that the ledger has exactly so
/// @param events    all events afterwards: those of before in their order, then the new ones in theirs
public record LedgerImport(
        List<String> created, List<String> revised, List<String> unchanged, List<LedgerEvent> events) {
    public LedgerImport {
        created = List.copyOf(created);
        revised = List.copyOf(revised);
        unchanged = List.copyOf(unchanged);
        events = List.copyOf(events);
    }

    /// Merges by name. A dry run and a real one both come here; what differs is only whether the result is written.
    ///
    /// @param before   the ledger
    /// @param incoming checked against it: revisions are known later than what they revise
    public static LedgerImport of(Ledger before, List<LedgerEvent> incoming) {
        List<LedgerEvent> events = new ArrayList<>(before.events());
        Map<String, LedgerEvent> latest = new HashMap<>(before.latest());
        List<String> created = new ArrayList<>();
        List<String> revised = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (LedgerEvent event : incoming) {
            LedgerEvent known = latest.get(event.id());
            if (known == null) {
                created.add(event.id());
                events.add(event);
                latest.put(event.id(), event);
            } else if (known.saysTheSame(event)) {
                unchanged.add(event.id());
            } else {
                revised.add(event.id());
                String original = known.original();
                LedgerEvent revision = event.revising(original, freeName(latest.keySet(), original));
                events.add(revision);
                latest.put(revision.id(), revision);
                latest.put(event.id(), revision);
            }
        }
        return new LedgerImport(created, revised, unchanged, events);
    }

    /// `NAME-r2`, or with the next number that is free.
    private static String freeName(Set<String> taken, String original) {
        int number = 2;
        while (taken.contains(original + "-r" + number)) {
            number++;
        }
        return original + "-r" + number;
    }
}
