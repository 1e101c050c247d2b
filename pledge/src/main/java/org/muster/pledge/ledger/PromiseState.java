package org.muster.pledge.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.pledge.LedgerEvent;

/// Where one promised contribution stands.
///
/// The four stages are what is left in each, so they add up: `promised = allocated + delivered + lapsed + open`, at
/// every moment and with whatever was known then.
///
/// @param promise   its name
/// @param giver     a member or a fund
/// @param receiver  a fund or a beneficiary
/// @param title     what it is about
/// @param unit      of all amounts
/// @param promised  what has been promised, less what has been taken back by name
/// @param allocated set aside and not yet handed over
/// @param delivered handed over
/// @param lapsed    will not come
/// @param open      neither of these
/// @param lowered   how much the promise has been made smaller; already taken off `promised`
/// @param beyond    how much was allocated or delivered without a promise known for it; already part of `promised`
/// @param unmatched how much lapsed, was released or lowered beyond what was there; counted nowhere
/// @param due       by when the rest is due, by the last event that names a day
/// @param redated   how often the day was changed
/// @param values    its stages in the alliance's currency; empty where nobody has valued the unit
/// @param events    that brought it here, in the order of their dates
public record PromiseState(
        String promise,
        String giver,
        String receiver,
        String title,
        String unit,
        BigDecimal promised,
        BigDecimal allocated,
        BigDecimal delivered,
        BigDecimal lapsed,
        BigDecimal open,
        BigDecimal lowered,
        BigDecimal beyond,
        BigDecimal unmatched,
        Optional<LocalDate> due,
        int redated,
        Optional<Values> values,
        List<LedgerEvent> events) {
    public PromiseState {
        events = List.copyOf(events);
    }

    /// Stages in minor units of the alliance's currency; the four add up to `promised` to the minor unit.
    ///
    /// All at the rate of the promise, the one at which it was made. What was delivered is also given at the rates
    /// of its own days: the difference is a gain or loss on exchange, and no promise kept or broken.
    ///
    /// @param promised         of which
    /// @param allocated        is set aside,
    /// @param delivered        handed over,
    /// @param lapsed           lapsed and
    /// @param open             open
    /// @param deliveredAtOwnRates what was delivered, each event at its own rate
    public record Values(
            long promised, long allocated, long delivered, long lapsed, long open, long deliveredAtOwnRates) {}

    /// Whether the rest is late on a day.
    public boolean isOverdue(LocalDate day) {
        return due.isPresent() && due.get().isBefore(day) && open.add(allocated).signum() > 0;
    }
}
