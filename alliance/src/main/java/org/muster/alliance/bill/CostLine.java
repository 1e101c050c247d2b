package org.muster.alliance.bill;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/// One line of a bill.
///
/// @param id           its name, unique in the bill
/// @param date         when it falls due
/// @param category     its category, see [Category]
/// @param text         what it is for
/// @param amountMinor  minor units of the bill's currency, not negative
/// @param incurredBy   who runs up the cost
/// @param fund         the fund it is eligible for; empty where none
/// @param illustrative whether an invented figure went into it
public record CostLine(
        String id,
        LocalDate date,
        String category,
        String text,
        long amountMinor,
        Incurrer incurredBy,
        Optional<String> fund,
        boolean illustrative) {
    public CostLine {
        Objects.requireNonNull(id);
        if (amountMinor < 0) {
            throw new IllegalArgumentException("cost line " + id + " is below zero");
        }
    }

    /// The same line for another amount.
    public CostLine of(long otherAmountMinor) {
        return new CostLine(id, date, category, text, otherAmountMinor, incurredBy, fund, illustrative);
    }

    /// Who runs up a cost.
    public sealed interface Incurrer {
        /// One member.
        record OfMember(String member) implements Incurrer {}

        /// A pool, on behalf of those who drew; `shares` says for whom, in whole weights.
        record OfPool(String pool, java.util.Map<String, Long> shares) implements Incurrer {
            public OfPool {
                shares = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(shares));
            }
        }

        /// The coalition or the alliance as a whole: nobody's own.
        record OfAll() implements Incurrer {}
    }
}
