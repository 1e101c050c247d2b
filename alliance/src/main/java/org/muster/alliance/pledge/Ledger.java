package org.muster.alliance.pledge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Promised contributions as events, and those they go to.
///
/// @param funds         that take contributions in and pass them on, to others or to one another
/// @param beneficiaries whom contributions are for in the end
/// @param events        in the table's order, which means nothing
public record Ledger(List<Account> funds, List<Account> beneficiaries, List<LedgerEvent> events) {
    /// A ledger without anything in it.
    public static final Ledger EMPTY = new Ledger(List.of(), List.of(), List.of());

    /// Somebody beside the members who takes contributions.
    ///
    /// @param id    its name in the table
    /// @param title what people call it
    public record Account(String id, String title) {}

    public Ledger {
        funds = List.copyOf(funds);
        beneficiaries = List.copyOf(beneficiaries);
        events = List.copyOf(events);
    }

    /// Whether this is the name of a fund.
    public boolean isFund(String id) {
        return funds.stream().anyMatch(fund -> fund.id().equals(id));
    }

    /// By the name of every event what stands in its place once everything is known: its latest revision, or itself.
    public Map<String, LedgerEvent> latest() {
        Map<String, LedgerEvent> byOriginal = new HashMap<>();
        events.forEach(event -> byOriginal.merge(event.original(), event, Ledger::later));
        Map<String, LedgerEvent> byName = new HashMap<>();
        events.forEach(event -> byName.put(event.id(), byOriginal.getOrDefault(event.original(), event)));
        return byName;
    }

    private static LedgerEvent later(LedgerEvent a, LedgerEvent b) {
        return b.knownFrom().isAfter(a.knownFrom()) ? b : a;
    }

    /// The events as somebody knew them on a day: what was known by then, each in its latest revision by then.
    public List<LedgerEvent> knownAt(LocalDate day) {
        Map<String, LedgerEvent> latest = new LinkedHashMap<>();
        for (LedgerEvent event : events) {
            if (!event.knownFrom().isAfter(day)) {
                latest.merge(event.original(), event, Ledger::later);
            }
        }
        return List.copyOf(latest.values());
    }

    /// The same accounts with other events.
    public Ledger withEvents(List<LedgerEvent> others) {
        return new Ledger(funds, beneficiaries, others);
    }
}
