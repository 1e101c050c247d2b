package org.muster.report.burden;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.report.write.Json;
import org.muster.share.burden.BurdenIndex;
import org.muster.share.burden.BurdenReport;
import org.muster.statistics.RankCorrelation;

/// Burdens as JSON, by `docs/schema/burden.schema.json`.
public final class BurdenJson {
    private BurdenJson() {}

    /// The JSON, ending in a line end.
    public static String write(Alliance alliance, BurdenReport report) {
        ObjectNode root = Json.head("muster-burden", "1");
        root.put("alliance", alliance.id());
        root.put("year", report.year());
        root.put(
                "knownAt",
                report.knownAt().equals(LocalDate.MAX) ? null : report.knownAt().toString());
        root.put("target", report.target().toPlainString());
        ArrayNode members = root.putArray("members");
        report.members().forEach(one -> members.add(member(one)));
        ArrayNode releases = root.putArray("releases");
        report.releases().forEach(release -> releases.add(release(release)));
        ObjectNode concordance = root.putObject("concordance");
        report.concordance().ifPresent(c -> {
            concordance.put("wilcoxon", c.statistic());
            concordance.put("p", c.pValue());
            concordance.put("members", c.members());
        });
        ArrayNode index = root.putArray("index");
        report.index().ifPresent(found -> found.rows().forEach(row -> index.add(row(row))));
        ObjectNode not = root.putObject("notMeasured");
        report.notMeasured().forEach(not::put);
        alliance.attributions().forEach(root.putArray("attributions")::add);
        return Json.text(root);
    }

    private static ObjectNode member(BurdenReport.Carried one) {
        ObjectNode node = Json.object();
        node.put("member", one.country().member());
        node.put("burdenPercent", one.country().burdenPercent().toPlainString());
        node.put("status", one.burden().provenance().status().word());
        node.put("vintage", one.burden().vintage());
        node.put("source", one.burden().provenance().source());
        node.put(
                "equipmentPercent",
                one.country().equipmentPercent().map(BigDecimal::toPlainString).orElse(null));
        node.put("shareOfDefence", one.shareOfDefence().toPlainString());
        node.put("shareOfGdp", one.shareOfGdp().toPlainString());
        node.put("gap", one.gap().toPlainString());
        node.put(
                "shortfallMillionUsd",
                one.shortfall().setScale(0, RoundingMode.HALF_EVEN).toPlainString());
        return node;
    }

    private static ObjectNode release(BurdenReport.Release release) {
        ObjectNode node = Json.object();
        node.put("vintage", release.vintage().id());
        node.put("knownFrom", release.vintage().knownFrom().toString());
        node.set("rank", rank(release.rank().all()));
        node.put("largest", release.rank().largest());
        node.set(
                "withoutLargest",
                release.rank().withoutLargest().map(BurdenJson::rank).orElse(null));
        ObjectNode interval = node.putObject("interval");
        interval.put("lower", known(release.rank().lower()));
        interval.put("upper", known(release.rank().upper()));
        interval.put("confidence", release.rank().confidence());
        interval.put("seed", release.rank().seed());
        node.put("signIsOpen", release.rank().signIsOpen());
        ObjectNode totals = node.putObject("totals");
        totals.put("members", release.totals().members());
        totals.put("atTarget", release.totals().atTarget());
        count(totals, "atEquipment", release.totals().atEquipment());
        count(totals, "atBoth", release.totals().atBoth());
        totals.put("percent", release.totals().percent().toPlainString());
        totals.put("percentWithoutLargest", release.totals().percentWithout().toPlainString());
        totals.put(
                "shortfallMillionUsd",
                release.totals().shortfall().setScale(0, RoundingMode.HALF_EVEN).toPlainString());
        return node;
    }

    /// Where all members carry alike there is nothing to rank, and no number.
    private static @Nullable Double known(double number) {
        return Double.isNaN(number) ? null : number;
    }

    private static ObjectNode rank(RankCorrelation test) {
        ObjectNode node = Json.object();
        node.put("rho", known(test.rho()));
        node.put("p", known(test.pValue()));
        node.put("kendall", known(test.kendall()));
        node.put("members", test.count());
        return node;
    }

    private static ObjectNode row(BurdenIndex.Row row) {
        ObjectNode node = Json.object();
        node.put("member", row.member());
        node.put("score", row.score());
        node.put("rank", row.rank());
        node.put("bestRank", row.best());
        node.put("worstRank", row.worst());
        return node;
    }

    /// A count, or null where nothing is known to count.
    private static void count(ObjectNode node, String name, OptionalInt count) {
        node.put(name, count.isPresent() ? (Integer) count.getAsInt() : null);
    }
}
