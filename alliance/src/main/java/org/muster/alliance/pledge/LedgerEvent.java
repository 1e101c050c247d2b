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
/// @param between    who gives and who receives
/// @param moved      what moves
/// @param when       its dates
/// @param revises    the event that this one takes the place of for readers who know it; the earlier one stays for
///                   those who do not
/// @param provenance document and status
public record LedgerEvent(
        String id,
        String promise,
        Kind kind,
        Between between,
        Moved moved,
        When when,
        Optional<String> revises,
        Provenance provenance) {
    /// The two sides.
    ///
    /// @param giver    a member, or a fund that passes on
    /// @param receiver a fund, or a beneficiary
    public record Between(String giver, String receiver) {}

    /// What moves.
    ///
    /// @param title  what it is about, in words
    /// @param amount how much moves, in `unit`; zero for a new date
    /// @param unit   currency code, or what is counted (persons, vehicles): the unit stays what the document says
    /// @param value  what a unit is worth in the alliance's currency; empty where nobody has valued it
    public record Moved(String title, BigDecimal amount, String unit, Optional<UnitValue> value) {
        public Moved {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("an event moves an amount that is not negative: " + amount);
            }
        }
    }

    /// The dates of a document, and of what it speaks about.
    ///
    /// @param date      for when
    /// @param knownFrom the first day on which a reader can have known it
    /// @param due       by when the rest should be delivered, from this event on
    public record When(LocalDate date, LocalDate knownFrom, Optional<LocalDate> due) {}

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

    /// Who gives.
    public String giver() {
        return between.giver();
    }

    /// Who receives.
    public String receiver() {
        return between.receiver();
    }

    /// What it is about, in words.
    public String title() {
        return moved.title();
    }

    /// How much moves, in `unit`.
    public BigDecimal amount() {
        return moved.amount();
    }

    /// Currency code, or what is counted.
    public String unit() {
        return moved.unit();
    }

    /// What a unit is worth in the alliance's currency.
    public Optional<UnitValue> value() {
        return moved.value();
    }

    /// For when.
    public LocalDate date() {
        return when.date();
    }

    /// The first day on which a reader can have known it.
    public LocalDate knownFrom() {
        return when.knownFrom();
    }

    /// By when the rest should be delivered.
    public Optional<LocalDate> due() {
        return when.due();
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
        return new LedgerEvent(other, promise, kind, between, moved, when, earlier, provenance);
    }

    public LedgerEvent {
        Objects.requireNonNull(id);
    }
}
