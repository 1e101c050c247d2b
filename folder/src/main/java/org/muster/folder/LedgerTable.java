package org.muster.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.figure.Unit;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.input.Findings;
import org.muster.input.Place;

/// `ledger.csv`: the events, each checked on its own and against the others of its promise.
final class LedgerTable {
    private final Known known;
    private final Values values;
    private final Currency currency;
    private final Register givers;

    LedgerTable(Known known, Values values, Currency currency) {
        this.known = known;
        this.values = values;
        this.currency = currency;
        this.givers = known.givers();
    }

    List<LedgerEvent> read(Table table) {
        List<LedgerEvent> events = new ArrayList<>();
        Map<String, Row> firstOfPromise = new HashMap<>();
        Map<LedgerEvent, Row> same = new HashMap<>();
        for (Row row : table.rows()) {
            LedgerEvent event = event(row);
            events.add(event);
            Row twin = same.putIfAbsent(event.named(""), row);
            if (twin != null) {
                values.report(
                        row.cell("id"),
                        "event %s is event %s at %s under another name, and would count twice"
                                .formatted(
                                        event.id(),
                                        twin.cell("id").text(),
                                        new Place(row.schema().file(), twin.line(), 1).fileAndLine()),
                        "Remove one of the two, or write in title what makes them two.");
            }
            Row first = firstOfPromise.putIfAbsent(row.cell("promise").text(), row);
            if (first != null) {
                for (String column : List.of("giver", "receiver", "unit")) {
                    reportChange(first, row, column);
                }
            }
        }
        reportRevisions(table.rows(), events);
        reportTotal(new Place(TableSchema.LEDGER.file(), 1, 1), events, values.findings());
        return events;
    }

    /// Reports where the events move more in all than sums in 64 bits can hold. An amount in a unit without a rate
    /// counts as it stands: it may be given one later.
    void reportTotal(Place place, List<LedgerEvent> events, Findings findings) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        BigDecimal total = BigDecimal.ZERO;
        for (LedgerEvent event : events) {
            BigDecimal rate = event.value()
                    .map(LedgerEvent.UnitValue::rate)
                    .orElse(BigDecimal.ONE)
                    .max(BigDecimal.ONE);
            total = total.add(event.amount().multiply(rate).movePointRight(digits));
        }
        if (total.compareTo(BigDecimal.valueOf(Limits.LEDGER_MINOR)) > 0) {
            findings.add(
                    place,
                    "all events together move %s %s, more than the limit of %s"
                            .formatted(
                                    total.movePointLeft(digits)
                                            .setScale(0, java.math.RoundingMode.UP)
                                            .toPlainString(),
                                    currency.getCurrencyCode(),
                                    BigDecimal.valueOf(Limits.LEDGER_MINOR, digits)
                                            .toPlainString()),
                    "Look for an amount or a rate with too many digits, or count in a larger unit.");
        }
    }

    private void reportRevisions(List<Row> rows, List<LedgerEvent> events) {
        Map<String, LedgerEvent> byId = new HashMap<>();
        events.forEach(event -> byId.putIfAbsent(event.id(), event));
        Set<String> days = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            LedgerEvent event = events.get(i);
            if (event.revises().isPresent()) {
                Optional<LedgerEvent> original = Optional.ofNullable(byId.get(event.original()))
                        .filter(named -> !named.id().equals(event.id()));
                boolean isNewDay = days.add(event.original() + " " + event.knownFrom());
                reportRevision(rows.get(i), event, original, isNewDay);
            }
        }
    }

    /// A revision names an event of the same promise that is none itself, and has a later day of knowledge of its own.
    private void reportRevision(Row row, LedgerEvent event, Optional<LedgerEvent> named, boolean isNewDay) {
        Scalar cell = row.cell("revises");
        if (named.isEmpty()) {
            values.report(
                    cell,
                    "revises is \"%s\", and there is no other event of this name".formatted(cell.text()),
                    "Write the name of the event whose place this one takes, or leave it empty.");
            return;
        }
        LedgerEvent original = named.get();
        if (original.revises().isPresent()) {
            values.report(
                    cell,
                    "revises is \"%s\", which is itself a revision of %s".formatted(cell.text(), original.original()),
                    "Write \"%s\".".formatted(original.original()));
        } else if (!original.promise().equals(event.promise())) {
            values.report(
                    cell,
                    "event %s is of promise %s, and %s, which it revises, is of promise %s"
                            .formatted(event.id(), event.promise(), original.id(), original.promise()),
                    "Revise an event of the same promise, or leave revises empty.");
        } else if (Values.isDay(row.cell("known_from"))
                && (!isNewDay || !event.knownFrom().isAfter(original.knownFrom()))) {
            values.report(
                    row.cell("known_from"),
                    isNewDay
                            ? "known_from is %s, and what it revises is known from %s"
                                    .formatted(event.knownFrom(), original.knownFrom())
                            : "known_from is %s, as in another revision of %s"
                                    .formatted(event.knownFrom(), original.id()),
                    "Write the later day from which this revision is known.");
        }
    }

    /// Reports where a row says something else than an event that the ledger has under its name, known no later:
    /// what was known on a day stays as it was.
    void reportRewriting(Row row, LedgerEvent event, LedgerEvent latest) {
        if (Values.isDay(row.cell("known_from"))
                && !event.saysTheSame(latest)
                && !event.knownFrom().isAfter(latest.knownFrom())) {
            values.report(
                    row.cell("known_from"),
                    "event %s is in the ledger with other content, known from %s, and this row is known from %s"
                            .formatted(event.id(), latest.knownFrom(), event.knownFrom()),
                    "Write the later day from which the revision is known, or give the event a name of its own.");
        }
    }

    /// Reports where a row says something else of its promise than an event that the ledger has.
    void reportChange(Row row, LedgerEvent first) {
        java.util.Map.of("giver", first.giver(), "receiver", first.receiver(), "unit", first.unit())
                .forEach((column, before) -> {
                    Scalar cell = row.cell(column);
                    if (cell.present() && !cell.text().equals(before)) {
                        values.report(
                                cell,
                                "%s is \"%s\", and \"%s\" in event %s of promise %s"
                                        .formatted(column, cell.text(), before, first.id(), first.promise()),
                                "Write \"%s\", or give the event a promise of its own.".formatted(before));
                    }
                });
    }

    /// All events of a promise are about the same thing between the same two.
    private void reportChange(Row first, Row row, String column) {
        Scalar cell = row.cell(column);
        String before = first.cell(column).text();
        if (cell.present() && !before.isEmpty() && !cell.text().equals(before)) {
            values.report(
                    cell,
                    "%s is \"%s\", and \"%s\" in the first row of promise %s at %s"
                            .formatted(
                                    column,
                                    cell.text(),
                                    before,
                                    row.cell("promise").text(),
                                    new Place(row.schema().file(), first.line(), 1).fileAndLine()),
                    "Write \"%s\", or give the event a promise of its own.".formatted(before));
        }
    }

    LedgerEvent event(Row row) {
        LedgerEvent.Kind kind = values.choice(row.cell("event"), LedgerEvent.Kind.class);
        Optional<java.time.LocalDate> due = row.optional("due").map(values::date);
        if (kind == LedgerEvent.Kind.REDATED
                && due.isEmpty()
                && row.cell("event").text().equals(kind.word())) {
            values.report(row.cell("event"), "the event is redated, and due is empty", "Write the new date in due.");
        }
        Scalar receiver = row.cell("receiver");
        if (receiver.present() && receiver.text().equals(row.cell("giver").text())) {
            values.report(receiver, "giver and receiver are the same", "Name the fund or beneficiary that receives.");
        }
        return new LedgerEvent(
                values.id(row.cell("id")),
                values.id(row.cell("promise")),
                kind,
                new LedgerEvent.Between(giver(row.cell("giver")), values.reference(receiver, known.accounts)),
                new LedgerEvent.Moved(
                        values.text(row.cell("title")),
                        amount(row.cell("amount"), kind),
                        unit(row.cell("unit")),
                        value(row)),
                new LedgerEvent.When(values.date(row.cell("date")), values.date(row.cell("known_from")), due),
                row.optional("revises").map(values::id),
                values.provenance(row.cell("status"), row.cell("source")));
    }

    /// Money counts where its unit is a currency's code as it is: `eur`, `€` and `million EUR` would count nowhere.
    private String unit(Scalar unit) {
        Unit.money(unit.text())
                .filter(meant -> unit.present() && !meant.counted().equals(unit.text()))
                .ifPresent(meant -> values.report(
                        unit,
                        "unit is \"%s\", not the code of a currency".formatted(Values.shortened(unit.text())),
                        "Write the amount in whole %s.".formatted(meant.counted())));
        return values.text(unit);
    }

    private String giver(Scalar giver) {
        return values.reference(giver, givers);
    }

    private BigDecimal amount(Scalar cell, LedgerEvent.Kind kind) {
        BigDecimal amount = values.decimal(cell);
        boolean moves = kind != LedgerEvent.Kind.REDATED;
        if (cell.present() && (moves ? amount.signum() < 0 : amount.signum() != 0)) {
            values.report(
                    cell,
                    "amount is %s".formatted(cell.text()),
                    moves
                            ? "Write how much moves, not below zero; what goes back is an event of its own"
                                    + " (returned, released, lapsed, lowered)."
                            : "A new date moves nothing: write 0, and what moves as an event of its own.");
        }
        if (amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                        .compareTo(BigDecimal.valueOf(Limits.AMOUNT_MINOR))
                > 0) {
            values.report(
                    cell,
                    "amount is %s, more than the limit of %s"
                            .formatted(
                                    Values.shortened(cell.text()),
                                    BigDecimal.valueOf(
                                                    Limits.AMOUNT_MINOR,
                                                    Math.max(0, currency.getDefaultFractionDigits()))
                                            .toPlainString()),
                    "Split the amount.");
            return BigDecimal.ZERO;
        }
        return amount.max(BigDecimal.ZERO);
    }

    /// Rate, day and source stand together or not at all. An amount in the alliance's own currency needs none.
    private Optional<LedgerEvent.UnitValue> value(Row row) {
        Optional<Scalar> rate = row.optional("rate");
        Optional<Scalar> date = row.optional("rate_date");
        Optional<Scalar> source = row.optional("rate_source");
        if (rate.isEmpty() && date.isEmpty() && source.isEmpty()) {
            return Optional.empty();
        }
        if (rate.isEmpty() || date.isEmpty() || source.isEmpty()) {
            values.report(
                    row.cell("rate"),
                    "of rate, rate_date and rate_source only a part is there",
                    "Write all three, or none of them.");
            return Optional.empty();
        }
        BigDecimal number = values.decimal(rate.get());
        if (number.signum() <= 0) {
            values.report(rate.get(), "rate is %s".formatted(rate.get().text()), "Write a rate above zero.");
            number = BigDecimal.ONE;
        }
        if (row.cell("unit").text().equals(currency.getCurrencyCode()) && number.compareTo(BigDecimal.ONE) != 0) {
            values.report(
                    rate.get(),
                    "rate is %s, and the unit is the alliance's own currency"
                            .formatted(rate.get().text()),
                    "Leave rate, rate_date and rate_source empty.");
        }
        return Optional.of(new LedgerEvent.UnitValue(number, values.date(date.get()), values.text(source.get())));
    }
}
