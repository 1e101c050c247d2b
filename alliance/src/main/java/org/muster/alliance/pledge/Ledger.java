package org.muster.alliance.pledge;

import java.util.List;

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

    /// The same accounts with other events.
    public Ledger withEvents(List<LedgerEvent> others) {
        return new Ledger(funds, beneficiaries, others);
    }
}
