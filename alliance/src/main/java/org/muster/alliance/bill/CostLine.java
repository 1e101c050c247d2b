package org.muster.alliance.bill;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.muster.alliance.source.Status;

/// One line of a bill.
///
/// @param id           its name, unique in the bill
/// @param date         when it falls due
/// @param category     its category, see [Category]
/// @param text         what it is for
/// @param amountMinor  minor units of the bill's currency, not negative
/// @param incurredBy   who runs up the cost
/// @param fund         the fund it is eligible for; empty where none
/// @param illustrative whether an invented figure went into it, a quantity or a price
/// @param price        how far its price can be trusted
public record CostLine(
        String id,
        LocalDate date,
        String category,
        String text,
        long amountMinor,
        Incurrer incurredBy,
        Optional<String> fund,
        boolean illustrative,
        Status price) {
    public CostLine {
        Objects.requireNonNull(id);
        Objects.requireNonNull(price);
        if (amountMinor < 0) {
            throw new IllegalArgumentException("cost line " + id + " is below zero");
        }
    }

    /// A line whose price is as invented, or as published, as the whole of it.
    public CostLine(
            String id,
            LocalDate date,
            String category,
            String text,
            long amountMinor,
            Incurrer incurredBy,
            Optional<String> fund,
            boolean illustrative) {
        this(
                id,
                date,
                category,
                text,
                amountMinor,
                incurredBy,
                fund,
                illustrative,
                illustrative ? Status.ILLUSTRATIVE : Status.PUBLISHED);
    }

    /// The same line for another amount.
    public CostLine of(long otherAmountMinor) {
        return new CostLine(id, date, category, text, otherAmountMinor, incurredBy, fund, illustrative, price);
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
