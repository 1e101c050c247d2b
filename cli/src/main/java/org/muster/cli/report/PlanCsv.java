package org.muster.cli.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.folder.WholeFile;
import org.muster.plan.Plan;
import org.muster.share.WhoPays;

/// A plan as CSV tables: `assignments.csv`, `gaps.csv`, `bill.csv`, `who_pays.csv`.
public final class PlanCsv {
    private PlanCsv() {}

    /// Writes the tables into a folder, which is made where it does not exist. All of them are made before the first is
    /// written, and each is there whole or as it was before.
    public static void write(PlanReport report, Path folder) throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("assignments.csv", table(assignments(report)));
        tables.put("gaps.csv", table(gaps(report.plan())));
        tables.put("bill.csv", table(bill(report)));
        tables.put("who_pays.csv", table(whoPays(report)));
        Files.createDirectories(folder);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            WholeFile.write(folder.resolve(table.getKey()), table.getValue());
        }
    }

    private static String table(List<List<String>> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(writer::writeRecord);
        }
        return text.toString();
    }

    private static List<List<String>> assignments(PlanReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("phase", "requirement", "source", "id", "member", "units", "cost", "currency"));
        for (Plan.Assignment a : report.plan().assignments()) {
            rows.add(List.of(
                    a.phase(),
                    a.requirement(),
                    a.source(),
                    a.id(),
                    a.member().orElse(""),
                    String.valueOf(a.units()),
                    report.decimal(a.costMinor()),
                    report.alliance().currency()));
        }
        return rows;
    }

    private static List<List<String>> gaps(Plan plan) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("phase", "requirement", "capability", "short", "quantity", "essential", "from"));
        for (Plan.Gap g : plan.gaps()) {
            rows.add(List.of(
                    g.phase(),
                    g.requirement(),
                    g.capability(),
                    String.valueOf(g.missing()),
                    String.valueOf(g.quantity()),
                    String.valueOf(g.essential()),
                    g.from().toString()));
        }
        return rows;
    }

    private static List<List<String>> bill(PlanReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "id",
                "date",
                "category",
                "text",
                "amount",
                "currency",
                "member",
                "pool",
                "fund",
                "illustrative",
                "price"));
        for (CostLine line : report.plan().bill().lines()) {
            String member = line.incurredBy() instanceof CostLine.Incurrer.OfMember by ? by.member() : "";
            String pool = line.incurredBy() instanceof CostLine.Incurrer.OfPool by ? by.pool() : "";
            rows.add(List.of(
                    line.id(),
                    line.date().toString(),
                    line.category(),
                    line.text(),
                    report.decimal(line.amountMinor()),
                    report.alliance().currency(),
                    member,
                    pool,
                    line.fund().orElse(""),
                    String.valueOf(line.illustrative()),
                    line.price().word()));
        }
        return rows;
    }

    private static List<List<String>> whoPays(PlanReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rule", "member", "participates", "amount", "currency", "distance_from_income_share_pp"));
        for (WhoPays.Column column : report.whoPays().columns()) {
            column.amounts()
                    .forEach((member, minor) -> rows.add(List.of(
                            column.rule().id(),
                            member,
                            String.valueOf(report.plan().coalition().contains(member)),
                            report.decimal(minor),
                            report.alliance().currency(),
                            column.distance().containsKey(member)
                                    ? column.distance().get(member).toPlainString()
                                    : "")));
        }
        return rows;
    }
}
