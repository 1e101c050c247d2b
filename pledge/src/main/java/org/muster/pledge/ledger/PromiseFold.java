package org.muster.pledge.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.bill.Money;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.pledge.LedgerEvent;

/// One promise, event after event. Every event has a meaning whatever is known before it, so that a reader whose
/// knowledge has holes still sees stages that add up.
final class PromiseFold {
    private final String currency;
    private BigDecimal promised = BigDecimal.ZERO;
    private BigDecimal allocated = BigDecimal.ZERO;
    private BigDecimal delivered = BigDecimal.ZERO;
    private BigDecimal lapsed = BigDecimal.ZERO;
    private BigDecimal open = BigDecimal.ZERO;
    private BigDecimal lowered = BigDecimal.ZERO;
    private BigDecimal beyond = BigDecimal.ZERO;
    private BigDecimal unmatched = BigDecimal.ZERO;
    private Optional<LocalDate> due = Optional.empty();
    private int redated;

    private PromiseFold(String currency) {
        this.currency = currency;
    }

    /// @param events   of one promise, in the order of their dates; at least one
    /// @param currency of the alliance
    static PromiseState of(List<LedgerEvent> events, String currency) {
        PromiseFold fold = new PromiseFold(currency);
        events.forEach(fold::apply);
        return fold.state(events);
    }

    private void apply(LedgerEvent event) {
        BigDecimal amount = event.amount();
        switch (event.kind()) {
            case PROMISED -> {
                // What came before its promise was known to be one is promised by it, not once more.
                BigDecimal known = amount.min(beyond);
                beyond = beyond.subtract(known);
                promised = promised.add(amount.subtract(known));
                open = open.add(amount.subtract(known));
            }
            case ALLOCATED -> {
                BigDecimal fromOpen = takeOpen(amount);
                allocated = allocated.add(amount);
                withoutPromise(amount.subtract(fromOpen));
            }
            case RELEASED -> {
                BigDecimal back = takeAllocated(amount);
                open = open.add(back);
                unmatched = unmatched.add(amount.subtract(back));
            }
            case DELIVERED -> {
                BigDecimal fromAllocated = takeAllocated(amount);
                BigDecimal fromOpen = takeOpen(amount.subtract(fromAllocated));
                delivered = delivered.add(amount);
                withoutPromise(amount.subtract(fromAllocated).subtract(fromOpen));
            }
            case RETURNED -> {
                BigDecimal back = amount.min(delivered);
                delivered = delivered.subtract(back);
                open = open.add(back);
                unmatched = unmatched.add(amount.subtract(back));
            }
            case LAPSED -> lapsed = lapsed.add(takeOpenThenAllocated(amount));
            case LOWERED -> {
                BigDecimal taken = takeOpenThenAllocated(amount);
                promised = promised.subtract(taken);
                lowered = lowered.add(taken);
            }
            case REDATED -> redated++;
        }
        if (event.due().isPresent()) {
            due = event.due();
        }
    }

    /// What happened without a promise known for it is promised by happening.
    private void withoutPromise(BigDecimal amount) {
        promised = promised.add(amount);
        beyond = beyond.add(amount);
    }

    private BigDecimal takeOpen(BigDecimal wanted) {
        BigDecimal taken = wanted.min(open);
        open = open.subtract(taken);
        return taken;
    }

    private BigDecimal takeAllocated(BigDecimal wanted) {
        BigDecimal taken = wanted.min(allocated);
        allocated = allocated.subtract(taken);
        return taken;
    }

    private BigDecimal takeOpenThenAllocated(BigDecimal wanted) {
        BigDecimal fromOpen = takeOpen(wanted);
        BigDecimal taken = fromOpen.add(takeAllocated(wanted.subtract(fromOpen)));
        unmatched = unmatched.add(wanted.subtract(taken));
        return taken;
    }

    private PromiseState state(List<LedgerEvent> events) {
        LedgerEvent first = events.getFirst();
        return new PromiseState(
                new PromiseState.Parties(first.promise(), first.giver(), first.receiver(), first.title()),
                new PromiseState.Stages(first.unit(), promised, allocated, delivered, lapsed, open),
                new PromiseState.Corrections(lowered, beyond, unmatched),
                new PromiseState.Deadline(due, redated),
                values(events),
                events);
    }

    private Optional<PromiseState.Values> values(List<LedgerEvent> events) {
        Optional<BigDecimal> rate =
                events.stream().flatMap(event -> rateOf(event).stream()).findFirst();
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        long whole = whole(events, rate.get());
        List<Long> parts = promised.signum() == 0
                ? List.of(0L, 0L, 0L, 0L)
                : Apportionment.byLargestRemainder(whole, List.of(allocated, delivered, lapsed, open));
        long atOwnRates = events.stream()
                .filter(event ->
                        event.kind() == LedgerEvent.Kind.DELIVERED || event.kind() == LedgerEvent.Kind.RETURNED)
                .mapToLong(event -> (event.kind() == LedgerEvent.Kind.RETURNED ? -1 : 1)
                        * minor(event.amount(), rateOf(event).orElse(rate.get())))
                .sum();
        return Optional.of(
                new PromiseState.Values(whole, parts.get(0), parts.get(1), parts.get(2), parts.get(3), atOwnRates));
    }

    /// The value of what is promised: every promise at its own rate, and what was lowered since at the mean of them. A
    /// promise without a rate, and what came without one, count at the first rate that is known.
    private long whole(List<LedgerEvent> events, BigDecimal first) {
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (LedgerEvent event : events) {
            if (event.kind() == LedgerEvent.Kind.PROMISED) {
                amount = amount.add(event.amount());
                value = value.add(event.amount().multiply(rateOf(event).orElse(first)));
            }
        }
        if (amount.signum() == 0) {
            return minor(promised, first);
        }
        return value.add(promised.subtract(amount).max(BigDecimal.ZERO).multiply(first))
                .multiply(promised.min(amount))
                .movePointRight(Money.digits(currency))
                .divide(amount, 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private Optional<BigDecimal> rateOf(LedgerEvent event) {
        return event.unit().equals(currency)
                ? Optional.of(BigDecimal.ONE)
                : event.value().map(LedgerEvent.UnitValue::rate);
    }

    private long minor(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate)
                .movePointRight(Money.digits(currency))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /// The order in which events of one promise are read: by date; on one day what gives before what takes; then by
    /// name.
    static List<LedgerEvent> inOrder(List<LedgerEvent> events) {
        List<LedgerEvent> sorted = new ArrayList<>(events);
        sorted.sort(java.util.Comparator.comparing(LedgerEvent::date)
                .thenComparing(LedgerEvent::kind)
                .thenComparing(LedgerEvent::id));
        return sorted;
    }
}
