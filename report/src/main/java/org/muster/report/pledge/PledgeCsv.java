package org.muster.report.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.figure.Figure;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.forecast.MemberForecast;
import org.muster.pledge.standing.Standing;
import org.muster.report.write.Csv;
import org.muster.report.write.Json;
import org.muster.report.write.Tables;

/// A pledge as a CSV table, a row a member, with a metadata file beside it.
///
/// Source: W3C, *Metadata Vocabulary for Tabular Data* (2015): the file is called after the table, with
/// `-metadata.json`.
public final class PledgeCsv {
    /// @param name  in the header
    /// @param type  a datatype of XML Schema
    /// @param says  what it says
    private record Column(String name, String type, String says) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("pledge", "string", "the pledge"),
            new Column("year", "gYear", "the year that the figure is for"),
            new Column("known_at", "date", "the day of knowledge"),
            new Column("member", "string", "code of the member"),
            new Column("value", "decimal", "the figure as released; empty where it is not known"),
            new Column("unit", "string", "unit of the value"),
            new Column("vintage", "string", "release of the value"),
            new Column("status", "string", "how the value is known"),
            new Column("met", "boolean", "whether the pledge is met; empty where that is not known, like all verdicts"),
            new Column("met_unrounded", "boolean", "whether it is met without rounding"),
            new Column("declining", "boolean", "whether the amount fell in real terms"),
            new Column("rising_in_real", "boolean", "whether the amount rose in real terms"),
            new Column("gap_closing", "boolean", "whether the way to the target is shorter than a year before"),
            new Column("on_track", "boolean", "whether the value is on the path or beyond"),
            new Column("needed", "decimal", "what the path asks for"),
            new Column("probability_met_in_due", "decimal", "chance of meeting it in the year in which it is due"),
            new Column(
                    "probability_ever_reached_by_due",
                    "decimal",
                    "chance of having met it in some year up to the one in which it is due"),
            new Column("crossing_low", "gYear", "with ten percent it is first met as early"),
            new Column("crossing_median", "gYear", "with fifty percent"),
            new Column("crossing_high", "gYear", "with ninety percent; empty where later than looked at"),
            new Column("missing_money", "decimal", "amount that was missing to the target"),
            new Column("missing_unit", "string", "its unit and price basis"),
            new Column("missing_basis", "string", "where the base comes from"));

    private PledgeCsv() {}

    /// The table.
    public static String table(PledgeReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream().map(Column::name).toList());
        for (Standing standing : report.standings().members()) {
            rows.add(row(report, standing));
        }
        return Csv.table(rows);
    }

    /// The same as the table of a view.
    public static Tables all(PledgeReport report) {
        return Tables.of(Tables.Named.read("pledge", table(report))
                .numbers(heads("decimal", "gYear"))
                .days(heads("date")));
    }

    private static String[] heads(String... types) {
        return COLUMNS.stream()
                .filter(column -> List.of(types).contains(column.type()))
                .map(Column::name)
                .toArray(String[]::new);
    }

    private static List<String> row(PledgeReport report, Standing standing) {
        Standing.Verdicts verdicts = standing.verdicts();
        Optional<MemberForecast> forecast = report.forecast(standing.member());
        List<String> row = new ArrayList<>(List.of(
                report.pledge().id(),
                String.valueOf(report.standings().year()),
                report.knowledge().day().toString(),
                standing.member()));
        row.add(standing.figure().map(f -> f.value().toPlainString()).orElse(""));
        row.add(report.pledge().unit());
        row.add(standing.figure().map(Figure::vintage).orElse(""));
        row.add(standing.status());
        row.add(text(standing.met()));
        row.add(text(verdicts.metUnrounded()));
        row.add(text(verdicts.declining()));
        row.add(text(verdicts.risingInReal()));
        row.add(text(verdicts.gapClosing()));
        row.add(text(verdicts.onTrack()));
        row.add(verdicts.needed().map(n -> n.toPlainString()).orElse(""));
        int due = report.pledge().dueYear();
        row.add(forecast.map(f -> f.metIn().get(due))
                .map(p -> Json.rounded(p).toPlainString())
                .orElse(""));
        row.add(forecast.map(f -> f.everReachedBy().get(due))
                .map(p -> Json.rounded(p).toPlainString())
                .orElse(""));
        row.add(text(forecast.flatMap(f -> f.crossing().low())));
        row.add(text(forecast.flatMap(f -> f.crossing().median())));
        row.add(text(forecast.flatMap(f -> f.crossing().high())));
        row.add(standing.missing().map(m -> m.amount().toPlainString()).orElse(""));
        row.add(standing.missing().map(Standing.MissingMoney::unit).orElse(""));
        row.add(standing.missing().map(Standing.MissingMoney::basis).orElse(""));
        return row;
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /// What the table holds, for programs.
    ///
    /// @param name the table's file, without its folder
    public static String metadata(PledgeReport report, String name) {
        ObjectNode root = Json.object();
        root.put("@context", "http://www.w3.org/ns/csvw");
        root.put("url", name);
        root.put("dc:title", report.pledge().title());
        root.put("dc:source", report.pledge().provenance().source());
        ArrayNode notes = root.putArray("dc:description");
        report.alliance().attributions().forEach(notes::add);
        ObjectNode schema = root.putObject("tableSchema");
        ArrayNode columns = schema.putArray("columns");
        for (Column column : COLUMNS) {
            columns.addObject()
                    .put("titles", column.name())
                    .put("name", column.name())
                    .put("datatype", column.type())
                    .put("dc:description", column.says());
        }
        schema.put("primaryKey", "member");
        return Json.text(root);
    }
}
