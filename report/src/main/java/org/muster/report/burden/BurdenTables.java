package org.muster.report.burden;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.muster.report.write.Json;
import org.muster.report.write.Table;
import org.muster.report.write.Tables;
import org.muster.share.burden.BurdenReport;

/// Burdens as tables: members, releases, the index of measures, and what the folder has no figures for.
public final class BurdenTables {
    private BurdenTables() {}

    /// The tables.
    public static Tables of(BurdenReport report) {
        return Tables.of(
                Tables.Named.of("members", members(report)).numbersBut("member", "status", "vintage", "source"),
                Tables.Named.of("releases", releases(report))
                        .numbersBut("vintage", "known_from")
                        .days("known_from"),
                Tables.Named.of("index", index(report)).numbersBut("member"),
                Tables.Named.of("not_measured", not(report)));
    }

    private static Table members(BurdenReport report) {
        Table.Draft rows = Table.of(
                0,
                "member",
                "year",
                "burden_percent",
                "status",
                "vintage",
                "source",
                "equipment_percent",
                "share_of_defence",
                "share_of_gdp",
                "gap",
                "shortfall_million_usd");
        for (BurdenReport.Carried one : report.members()) {
            rows.row(
                    one.country().member(),
                    String.valueOf(report.year()),
                    one.country().burdenPercent().toPlainString(),
                    one.burden().provenance().status().word(),
                    one.burden().vintage(),
                    one.burden().provenance().source(),
                    one.country()
                            .equipmentPercent()
                            .map(BigDecimal::toPlainString)
                            .orElse(""),
                    one.shareOfDefence().toPlainString(),
                    one.shareOfGdp().toPlainString(),
                    one.gap().toPlainString(),
                    one.shortfall().setScale(0, RoundingMode.HALF_EVEN).toPlainString());
        }
        return rows.table();
    }

    private static Table releases(BurdenReport report) {
        Table.Draft rows = Table.of(
                0,
                "vintage",
                "known_from",
                "members",
                "at_target",
                "percent",
                "percent_without_largest",
                "shortfall_million_usd",
                "rank_rho",
                "rank_p");
        for (BurdenReport.Release one : report.releases()) {
            rows.row(
                    one.vintage().id(),
                    one.vintage().knownFrom().toString(),
                    String.valueOf(one.totals().members()),
                    String.valueOf(one.totals().atTarget()),
                    one.totals().percent().toPlainString(),
                    one.totals().percentWithout().toPlainString(),
                    one.totals().shortfall().setScale(0, RoundingMode.HALF_EVEN).toPlainString(),
                    known(one.rank().all().rho()),
                    known(one.rank().all().pValue()));
        }
        return rows.table();
    }

    private static Table index(BurdenReport report) {
        Table.Draft rows = Table.of(0, "member", "score", "rank", "best_rank", "worst_rank");
        report.index()
                .ifPresent(index -> index.rows()
                        .forEach(row -> rows.row(
                                row.member(),
                                known(row.score()),
                                String.valueOf(row.rank()),
                                String.valueOf(row.best()),
                                String.valueOf(row.worst()))));
        return rows.table();
    }

    private static Table not(BurdenReport report) {
        Table.Draft rows = Table.of(0, "measure", "what_it_would_take");
        report.notMeasured().forEach(rows::row);
        return rows.table();
    }

    /// Where all members carry alike there is nothing to rank, and no number.
    private static String known(double number) {
        return Double.isNaN(number) ? "" : Json.rounded(number).toPlainString();
    }
}
