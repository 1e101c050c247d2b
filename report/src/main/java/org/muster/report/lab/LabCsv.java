package org.muster.report.lab;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.lab.Measure;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.run.WhoseMoney;
import org.muster.report.write.Json;
import org.muster.report.write.Table;

/// A comparison as CSV: one row a reform and measure; money in minor units, and beside it for which missions it is
/// a mean over all coalitions of willing members, and for which that of the best plan.
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
                "best_share",
                "stable_low",
                "stable_high",
                "dominated_by",
                "money");
        String money = money(WhoseMoney.of(answer.results().question()));
        for (Comparison.OfReform one : answer.comparison().reforms()) {
            String dominator = answer.comparison().pareto().reforms().stream()
                    .filter(other -> other.reform().equals(one.reform()))
                    .flatMap(other -> other.dominatedBy().stream())
                    .findFirst()
                    .orElse("");
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
                        text(stats.bestShare()),
                        text(stats.between().map(Comparison.Between::low)),
                        text(stats.between().map(Comparison.Between::high)),
                        dominator,
                        measure.unit() == Measure.Unit.MONEY ? money : "");
            }
        }
        return table.table().csv();
    }

    /// Nothing where members react: their plan is the one that is carried out.
    private static String money(WhoseMoney whose) {
        List<String> parts = new ArrayList<>();
        if (!whose.means().isEmpty()) {
            parts.add("mean: " + String.join(" ", whose.means()));
        }
        if (!whose.bestPlan().isEmpty()) {
            parts.add("best plan: " + String.join(" ", whose.bestPlan()));
        }
        return String.join("; ", parts);
    }

    private static String text(Optional<Double> value) {
        return value.map(LabCsv::text).orElse("");
    }

    private static String text(double value) {
        BigDecimal rounded = Json.rounded(value);
        return rounded.toPlainString();
    }
}
