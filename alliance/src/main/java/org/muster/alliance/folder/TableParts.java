package org.muster.alliance.folder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.offer.Stage;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.source.Provenance;

/// What stands in tables alone.
final class TableParts {
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    private final Documents documents;
    private final Known known;
    private final Values values;

    TableParts(Documents documents, Known known, Values values) {
        this.documents = documents;
        this.known = known;
        this.values = values;
    }

    List<Member> members() {
        Table table = documents.table(TableSchema.MEMBERS);
        if (table.complete() && table.rows().isEmpty()) {
            values.findings()
                    .add(Place.startOf(table.schema().file()), "there is no member", "Write one row a member.");
        }
        return table.rows().stream()
                .map(row -> new Member(
                        values.id(row.cell("code")),
                        values.text(row.cell("name")),
                        values.choice(row.cell("kind"), Member.Kind.class)))
                .toList();
    }

    List<Vintage> vintages() {
        return documents.table(TableSchema.VINTAGES).rows().stream()
                .map(row -> new Vintage(
                        values.id(row.cell("id")),
                        values.text(row.cell("title")),
                        values.date(row.cell("known_from")),
                        values.text(row.cell("source"))))
                .toList();
    }

    List<Figure> figures() {
        return documents.table(TableSchema.FIGURES).rows().stream()
                .map(row -> new Figure(
                        values.reference(row.cell("member"), known.members),
                        values.id(row.cell("measure")),
                        (int) values.whole(row.cell("year"), FIRST_YEAR, LAST_YEAR),
                        values.decimal(row.cell("value")),
                        values.text(row.cell("unit")),
                        values.reference(row.cell("vintage"), known.vintages),
                        provenance(row, "")))
                .toList();
    }

    List<Capability> capabilities() {
        return documents.table(TableSchema.CAPABILITIES).rows().stream()
                .map(row -> new Capability(
                        values.id(row.cell("code")), values.text(row.cell("name")), values.text(row.cell("unit"))))
                .toList();
    }

    List<Offer> offers(Currency currency) {
        List<Offer> offers = new ArrayList<>();
        for (Row row : documents.table(TableSchema.OFFERS).rows()) {
            Scalar capability = row.cell("capability");
            known.checkUnit(row.cell("unit"), capability);
            Optional<LocalDate> from = row.optional("available_from").map(values::date);
            Optional<LocalDate> to = row.optional("available_to").map(values::date);
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                values.report(
                        row.cell("available_to"),
                        "the offer ends on %s, before it starts on %s".formatted(to.get(), from.get()),
                        "Write a last day on or after the first.");
            }
            offers.add(new Offer(
                    values.id(row.cell("id")),
                    values.reference(row.cell("member"), known.members),
                    values.reference(capability, known.capabilities),
                    values.whole(row.cell("quantity"), 0, Limits.UNITS),
                    values.choice(row.cell("stage"), Stage.class),
                    values.days(row.cell("notice_days")),
                    values.money(row.cell("deployment_cost"), currency),
                    values.money(row.cell("running_cost_per_day"), currency),
                    row.optional("mission").map(mission -> values.reference(mission, known.missions)),
                    from,
                    to,
                    provenance(row, "quantity_"),
                    provenance(row, "cost_")));
        }
        return offers;
    }

    List<MarketOffer> market(Currency currency) {
        List<MarketOffer> charters = new ArrayList<>();
        for (Row row : documents.table(TableSchema.MARKET).rows()) {
            Scalar capability = row.cell("capability");
            known.checkUnit(row.cell("unit"), capability);
            charters.add(new MarketOffer(
                    values.id(row.cell("id")),
                    values.reference(capability, known.capabilities),
                    values.whole(row.cell("quantity"), 0, Limits.UNITS),
                    values.days(row.cell("notice_days")),
                    values.money(row.cell("unit_cost"), currency),
                    values.money(row.cell("daily_cost"), currency),
                    provenance(row, "")));
        }
        return charters;
    }

    List<Pledge> pledges() {
        List<Pledge> pledges = new ArrayList<>();
        for (Row row : documents.table(TableSchema.PLEDGES).rows()) {
            Scalar measure = row.cell("measure");
            known.checkUnit(row.cell("unit"), measure);
            LocalDate made = values.date(row.cell("made"));
            Optional<LocalDate> due = row.optional("due").map(values::date);
            if (due.isPresent() && due.get().isBefore(made)) {
                values.report(
                        row.cell("due"),
                        "the pledge is due on %s, before it is made on %s".formatted(due.get(), made),
                        "Write a day on or after the one on which it was made.");
            }
            pledges.add(new Pledge(
                    values.id(row.cell("id")),
                    values.reference(row.cell("member"), known.members),
                    values.text(row.cell("title")),
                    values.id(measure),
                    values.decimal(row.cell("target")),
                    values.text(row.cell("unit")),
                    made,
                    due,
                    values.choice(row.cell("stage"), Pledge.Stage.class),
                    provenance(row, "")));
        }
        return pledges;
    }

    private Provenance provenance(Row row, String of) {
        return values.provenance(row.cell(of + "status"), row.cell(of + "source"));
    }
}
