package org.muster.report.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.bill.CostLine;
import org.muster.answer.PlanAnswer;
import org.muster.plan.Plan;
import org.muster.report.write.Csv;
import org.muster.share.WhoPays;

/// A plan as CSV tables: `assignments.csv`, `gaps.csv`, `bill.csv`, `who_pays.csv`.
public final class PlanCsv {
    private PlanCsv() {}

    /// The tables, by the name of the file that each belongs into.
    public static Map<String, String> tables(PlanAnswer report) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("assignments.csv", Csv.table(assignments(report)));
        tables.put("gaps.csv", Csv.table(gaps(report.plan())));
        tables.put("bill.csv", Csv.table(bill(report)));
        tables.put("who_pays.csv", Csv.table(whoPays(report)));
        return tables;
    }

    private static List<List<String>> assignments(PlanAnswer report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("phase", "requirement", "source", "id", "member", "units", "cost", "currency"));
        for (Plan.Assignment a : report.plan().assignments()) {
            rows.add(List.of(
                    a.phase(),
                    a.requirement(),
                    a.source().word(),
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

    private static List<List<String>> bill(PlanAnswer report) {
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

    private static List<List<String>> whoPays(PlanAnswer report) {
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
