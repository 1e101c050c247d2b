package org.muster.report.lab;

import java.math.BigDecimal;
import java.util.Optional;
import org.muster.alliance.lab.Measure;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.LabAnswer;
import org.muster.report.write.Json;
import org.muster.report.write.Table;

/// A comparison as CSV: one row a reform and measure; money in minor units.
public final class LabCsv {
    private LabCsv() {}

    /// The table as text.
    public static String write(LabAnswer answer) {
        Table.Draft table = Table.of(
                3,
                "reform",
                "measure",
                "unit",
                "mean",
                "low",
                "high",
                "median",
                "worst_decile",
                "regret90",
                "regret_max",
                "best_share");
        for (Comparison.OfReform one : answer.comparison().reforms()) {
            for (Measure measure : Measure.values()) {
                Comparison.Stats stats = one.of(measure);
                table.row(
                        one.reform(),
                        measure.word(),
                        measure.unit().word(),
                        text(stats.mean()),
                        text(stats.low()),
                        text(stats.high()),
                        text(stats.median()),
                        text(stats.worstDecile()),
                        text(stats.regret90()),
                        text(stats.regretMax()),
                        text(stats.bestShare()));
            }
        }
        return table.table().csv();
    }

    private static String text(Optional<Double> value) {
        return value.map(LabCsv::text).orElse("");
    }

    private static String text(double value) {
        BigDecimal rounded = Json.rounded(value);
        return rounded.toPlainString();
    }
}
