package org.muster.folder;

import java.util.List;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.input.Problem;

/// What came out of a table of events that is to come into a ledger.
///
/// @param events   rows without a mistake
/// @param skipped  rows with one, or that are about nobody here
/// @param problems by file, line and column
public record Incoming(List<LedgerEvent> events, int skipped, List<Problem> problems) {
    public Incoming {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }
}
