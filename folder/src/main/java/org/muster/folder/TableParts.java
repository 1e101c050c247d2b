package org.muster.folder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.OutsideFigure;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.offer.Stage;
import org.muster.alliance.policy.Participation;
import org.muster.alliance.source.Provenance;
import org.muster.input.Place;

/// What stands in tables alone.
final class TableParts {
    static final int FIRST_YEAR = 1800;
    static final int LAST_YEAR = 2200;

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
        List<Row> rows = documents.table(TableSchema.FIGURES).rows();
        new FigureUnits(values).report(rows);
        return rows.stream()
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
            if (Values.isDay(row.cell("available_from"))
                    && from.isPresent()
                    && Values.isDay(row.cell("available_to"))
                    && to.isPresent()
                    && to.get().isBefore(from.get())) {
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

    List<Participation> participation() {
        return documents.table(TableSchema.PARTICIPATION).rows().stream()
                .map(row -> new Participation(
                        values.id(row.cell("operation")),
                        values.id(row.cell("kind")),
                        (int) values.whole(row.cell("year"), FIRST_YEAR, LAST_YEAR),
                        values.reference(row.cell("member"), known.members),
                        values.choice(row.cell("part"), Participation.Part.class),
                        provenance(row, "")))
                .toList();
    }

    List<OutsideFigure> outside() {
        return documents.table(TableSchema.OUTSIDE).rows().stream()
                .map(row -> new OutsideFigure(
                        values.id(row.cell("series")),
                        values.id(row.cell("measure")),
                        (int) values.whole(row.cell("year"), FIRST_YEAR, LAST_YEAR),
                        values.decimal(row.cell("value")),
                        provenance(row, "")))
                .toList();
    }

    private Provenance provenance(Row row, String of) {
        return values.provenance(row.cell(of + "status"), row.cell(of + "source"));
    }
}
