package org.muster.alliance.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.muster.alliance.source.Provenance;

/// One move of a promised contribution, with its document and its two dates.
///
/// @param id         its name
/// @param promise    the contribution that it moves; events with the same name belong together
/// @param kind       what happened
/// @param giver      a member, or a fund that passes on
/// @param receiver   a fund, or a beneficiary
/// @param title      what it is about, in words
/// @param amount     how much moves, in `unit`; zero for a new date
/// @param unit       currency code, or what is counted (persons, vehicles): the unit stays what the document says
/// @param value      what a unit is worth in the alliance's currency; empty where nobody has valued it
/// @param date       for when
/// @param knownFrom  the first day on which a reader can have known it
/// @param revises    the event that this one takes the place of for readers who know it; the earlier one stays for
/// those who do not
/// @param due        by when the rest should be delivered, from this event on
/// @param provenance document and status
public record LedgerEvent(
        String id,
        String promise,
        Kind kind,
        String giver,
        String receiver,
        String title,
        BigDecimal amount,
        String unit,
        Optional<UnitValue> value,
        LocalDate date,
        LocalDate knownFrom,
        Optional<String> revises,
        Optional<LocalDate> due,
        Provenance provenance) {
    /// What can happen to a promised contribution.
    public enum Kind {
        /// More is promised.
        PROMISED,
        /// Set aside for a named use: from open to allocated.
        ALLOCATED,
        /// Back from allocated to open.
        RELEASED,
        /// Handed over: from allocated, and where that is not enough from open.
        DELIVERED,
        /// Given back by who received it: from delivered to open again. What will not come again lapses by an event
        /// of its own.
        RETURNED,
        /// Will not come: from open, and where that is not enough from allocated.
        LAPSED,
        /// The promise itself is made smaller: from open, and where that is not enough from allocated.
        LOWERED,
        /// Another date by which it is due; nothing moves.
        REDATED;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a unit is worth: a rate of exchange, or the valuation of something in kind.
    ///
    /// @param rate   units of the alliance's currency for one unit of the amount, above zero
    /// @param on     the day for which the rate holds
    /// @param source where it was found
    public record UnitValue(BigDecimal rate, LocalDate on, String source) {}

    /// An event that takes no other's place.
    public LedgerEvent(
            String id,
            String promise,
            Kind kind,
            String giver,
            String receiver,
            String title,
            BigDecimal amount,
            String unit,
            Optional<UnitValue> value,
            LocalDate date,
            LocalDate knownFrom,
            Optional<LocalDate> due,
            Provenance provenance) {
        this(
                id,
                promise,
                kind,
                giver,
                receiver,
                title,
                amount,
                unit,
                value,
                date,
                knownFrom,
                Optional.empty(),
                due,
                provenance);
    }

    /// The same event under another name.
    public LedgerEvent named(String other) {
        return revision(other, revises);
    }

    /// The same event under another name, in the place of an earlier one.
    public LedgerEvent revising(String earlier, String other) {
        return revision(other, Optional.of(earlier));
    }

    /// The event that was there first: the one it takes the place of, or itself.
    public String original() {
        return revises.orElse(id);
    }

    /// Whether two events say the same, whatever they are called and whichever they take the place of.
    public boolean saysTheSame(LedgerEvent other) {
        return revision("", Optional.empty()).equals(other.revision("", Optional.empty()));
    }

    private LedgerEvent revision(String other, Optional<String> earlier) {
        return new LedgerEvent(
                other,
                promise,
                kind,
                giver,
                receiver,
                title,
                amount,
                unit,
                value,
                date,
                knownFrom,
                earlier,
                due,
                provenance);
    }

    public LedgerEvent {
        Objects.requireNonNull(id);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an event moves an amount that is not negative: " + amount);
        }
    }
}
