package org.muster.report.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.policy.OperationRecord;
import org.muster.answer.PlanAnswer;
import org.muster.plan.Plan;
import org.muster.report.write.Table;
import org.muster.report.write.Tables;
import org.muster.share.WhoPays;

/// A plan as CSV tables: `assignments.csv`, `gaps.csv`, `bill.csv`, `who_pays.csv`, and `record.csv` with who
/// really went where the folder has a record of the mission.
public final class PlanCsv {
    private PlanCsv() {}

    /// The tables, by the name of the file that each belongs into.
    public static Map<String, String> tables(PlanAnswer report) {
        Map<String, String> files = new LinkedHashMap<>();
        all(report).csv().forEach((name, text) -> files.put(name + ".csv", text));
        return files;
    }

    /// The tables.
    public static Tables all(PlanAnswer report) {
        List<Tables.Named> tables = new ArrayList<>(List.of(
                Tables.Named.of("assignments", assignments(report)).numbers("units", "cost"),
                Tables.Named.of("gaps", gaps(report.plan()))
                        .numbers("short", "quantity")
                        .days("from"),
                Tables.Named.of("bill", bill(report)).numbers("amount").days("date"),
                Tables.Named.of("who_pays", whoPays(report)).numbers("amount", "distance_from_income_share_pp")));
        report.record().ifPresent(record -> tables.add(Tables.Named.of("record", record(report, record))));
        return new Tables(tables);
    }

    /// A member a row, in the alliance's order: the plan is a counterfactual, and this is what happened.
    private static Table record(PlanAnswer report, OperationRecord record) {
        Table.Draft rows = Table.of(0, "member", "really_took_part", "goes_in_this_counterfactual");
        for (String member : report.alliance().memberCodes()) {
            boolean went = record.tookPart().contains(member);
            rows.row(
                    member,
                    went || record.stayedOut().contains(member) ? String.valueOf(went) : "",
                    String.valueOf(report.plan().coalition().contains(member)));
        }
        return rows.table();
    }

    private static Table assignments(PlanAnswer report) {
        Table.Draft rows = Table.of(0, "phase", "requirement", "source", "id", "member", "units", "cost", "currency");
        for (Plan.Assignment a : report.plan().assignments()) {
            rows.row(
                    a.phase(),
                    a.requirement(),
                    a.source().word(),
                    a.id(),
                    a.member().orElse(""),
                    String.valueOf(a.units()),
                    report.decimal(a.costMinor()),
                    report.alliance().currency());
        }
        return rows.table();
    }

    private static Table gaps(Plan plan) {
        Table.Draft rows = Table.of(0, "phase", "requirement", "capability", "short", "quantity", "essential", "from");
        for (Plan.Gap g : plan.gaps()) {
            rows.row(
                    g.phase(),
                    g.requirement(),
                    g.capability(),
                    String.valueOf(g.missing()),
                    String.valueOf(g.quantity()),
                    String.valueOf(g.essential()),
                    g.from().toString());
        }
        return rows.table();
    }

    private static Table bill(PlanAnswer report) {
        Table.Draft rows = Table.of(
                0,
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
                "price");
        for (CostLine line : report.plan().bill().lines()) {
            String member = line.incurredBy() instanceof CostLine.Incurrer.OfMember by ? by.member() : "";
            String pool = line.incurredBy() instanceof CostLine.Incurrer.OfPool by ? by.pool() : "";
            rows.row(
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
                    line.price().word());
        }
        return rows.table();
    }

    private static Table whoPays(PlanAnswer report) {
        Table.Draft rows =
                Table.of(0, "rule", "member", "participates", "amount", "currency", "distance_from_income_share_pp");
        for (WhoPays.Column column : report.whoPays().columns()) {
            column.amounts()
                    .forEach((member, minor) -> rows.row(
                            column.rule().id(),
                            member,
                            String.valueOf(report.plan().coalition().contains(member)),
                            report.decimal(minor),
                            report.alliance().currency(),
                            column.distance().containsKey(member)
                                    ? column.distance().get(member).toPlainString()
                                    : ""));
        }
        return rows.table();
    }
}
