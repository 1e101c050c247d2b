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
/// @param parties which promise, and between whom
/// @param stages what is left in each stage
/// @param corrections what does not fit the promise
/// @param deadline by when the rest is due
/// @param values its stages in the alliance's currency; empty where nobody has valued the unit
/// @param events that brought it here, in the order of their dates
public record PromiseState(
        Parties parties,
        Stages stages,
        Corrections corrections,
        Deadline deadline,
        Optional<Values> values,
        List<LedgerEvent> events) {
    /// Which promise, and between whom.
    ///
    /// @param promise its name
    /// @param giver a member or a fund
    /// @param receiver a fund or a beneficiary
    /// @param title what it is about
    public record Parties(String promise, String giver, String receiver, String title) {}

    /// What is left in each stage.
    ///
    /// @param unit of all amounts
    /// @param promised what has been promised, less what has been taken back by name
    /// @param allocated set aside and not yet handed over
    /// @param delivered handed over
    /// @param lapsed will not come
    /// @param open neither of these
    public record Stages(
            String unit,
            BigDecimal promised,
            BigDecimal allocated,
            BigDecimal delivered,
            BigDecimal lapsed,
            BigDecimal open) {}

    /// What does not fit the promise.
    ///
    /// @param lowered how much the promise has been made smaller; already taken off `promised`
    /// @param beyond how much was allocated or delivered without a promise known for it; already part of `promised`
    /// @param unmatched how much lapsed, was released or lowered beyond what was there; counted nowhere
    public record Corrections(BigDecimal lowered, BigDecimal beyond, BigDecimal unmatched) {}

    /// By when the rest is due.
    ///
    /// @param due by when the rest is due, by the last event that names a day
    /// @param redated how often the day was changed
    public record Deadline(Optional<LocalDate> due, int redated) {}

    /// Its name.
    public String promise() {
        return parties.promise();
    }

    /// A member or a fund.
    public String giver() {
        return parties.giver();
    }

    /// A fund or a beneficiary.
    public String receiver() {
        return parties.receiver();
    }

    /// What it is about.
    public String title() {
        return parties.title();
    }

    /// Of all amounts.
    public String unit() {
        return stages.unit();
    }

    /// What has been promised, less what has been taken back by name.
    public BigDecimal promised() {
        return stages.promised();
    }

    /// Set aside and not yet handed over.
    public BigDecimal allocated() {
        return stages.allocated();
    }

    /// Handed over.
    public BigDecimal delivered() {
        return stages.delivered();
    }

    /// Will not come.
    public BigDecimal lapsed() {
        return stages.lapsed();
    }

    /// Neither of these.
    public BigDecimal open() {
        return stages.open();
    }

    /// How much the promise has been made smaller; already taken off `promised`.
    public BigDecimal lowered() {
        return corrections.lowered();
    }

    /// How much was allocated or delivered without a promise known for it; already part of `promised`.
    public BigDecimal beyond() {
        return corrections.beyond();
    }

    /// How much lapsed, was released or lowered beyond what was there; counted nowhere.
    public BigDecimal unmatched() {
        return corrections.unmatched();
    }

    /// By when the rest is due, by the last event that names a day.
    public Optional<LocalDate> due() {
        return deadline.due();
    }

    /// How often the day was changed.
    public int redated() {
        return deadline.redated();
    }

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
        return due().isPresent()
                && due().get().isBefore(day)
                && open().add(allocated()).signum() > 0;
    }
}
