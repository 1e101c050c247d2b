package org.muster.report.burden;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.input.Counted;
import org.muster.input.Rounded;
import org.muster.report.write.Screen;
import org.muster.share.burden.BurdenIndex;
import org.muster.share.burden.BurdenReport;
import org.muster.share.burden.Sensitivity;
import org.muster.share.burden.Totals;
import org.muster.statistics.RankCorrelation;

/// Burdens as text.
public final class BurdenText {
    private final Alliance alliance;
    private final BurdenReport report;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private BurdenText(Alliance alliance, BurdenReport report, Screen screen) {
        this.alliance = alliance;
        this.report = report;
        this.screen = screen;
    }

    /// All of it, as wide as the screen.
    public static String write(Alliance alliance, BurdenReport report, Screen screen) {
        BurdenText text = new BurdenText(alliance, report, screen);
        text.head();
        text.members();
        text.rank();
        text.totals();
        text.concordance();
        text.index();
        text.notMeasured();
        return text.out.toString();
    }

    private void heading(String title) {
        out.append('\n').append(screen.title(title));
    }

    private void head() {
        out.append(screen.bold(alliance.title()))
                .append(", burdens of ")
                .append(report.year())
                .append(
                        report.knownAt().equals(LocalDate.MAX)
                                ? ", all that is on record"
                                : ", as known on " + report.knownAt())
                .append('\n');
        out.append(screen.wrapped(
                "There is no single verdict: each measure stands beside what it depends on. Members are measured on the"
                        + " newest release, "
                        + report.releases().getLast().vintage().id() + ".",
                ""));
    }

    private void members() {
        heading("Member by member");
        List<List<String>> rows = new ArrayList<>();
        for (BurdenReport.Carried one : report.members()) {
            rows.add(List.of(
                    name(one.country().member()),
                    one.country().burdenPercent().toPlainString()
                            + (one.burden().provenance().status().word().equals("estimate") ? " e" : ""),
                    one.country()
                            .equipmentPercent()
                            .map(BigDecimal::toPlainString)
                            .orElse("-"),
                    one.shareOfDefence().toPlainString(),
                    one.shareOfGdp().toPlainString(),
                    (one.gap().signum() > 0 ? "+" : "") + one.gap().toPlainString(),
                    grouped(one.shortfall())));
        }
        out.append(screen.table(
                List.of("Member", "Burden %", "Equipment %", "Of defence %", "Of GDP %", "Gap", "Lacks m USD"),
                1,
                rows));
        out.append(screen.wrapped(
                "Burden: defence in percent of GDP. Gap: share of all defence less share of all GDP, in points. Lacks: to "
                        + report.target().toPlainString() + " percent of GDP, in millions.",
                ""));
    }

    private String name(String code) {
        return alliance.member(code).map(Member::name).orElse(code);
    }

    private static String grouped(BigDecimal millions) {
        return String.format(
                Locale.ROOT, "%,d", millions.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    private void rank() {
        heading("Do the large carry more? Rank correlation of GDP and burden, by release");
        List<List<String>> rows = new ArrayList<>();
        for (BurdenReport.Release release : report.releases()) {
            Sensitivity rank = release.rank();
            rows.add(List.of(
                    release.vintage().id(),
                    String.valueOf(rank.all().count()),
                    number(rank.all().rho()),
                    number(rank.all().pValue()),
                    number(rank.all().kendall()),
                    "%s to %s".formatted(number(rank.lower()), number(rank.upper())),
                    rank.withoutLargest()
                            .map(RankCorrelation::rho)
                            .map(BurdenText::number)
                            .orElse("-"),
                    rank.signIsOpen() ? "open" : "holds"));
        }
        out.append(screen.table(
                List.of("Release", "Members", "rho", "p", "tau", "90 % interval", "without largest", "sign"), 1, rows));
        Sensitivity last = report.releases().getLast().rank();
        out.append(screen.wrapped(
                "Spearman's rho, Kendall's tau; interval by bootstrap over members (seed " + last.seed()
                        + "); the largest is " + last.largest()
                        + ". Above 0 and significant speaks for exploitation of the large by the small (Olson and"
                        + " Zeckhauser 1966). The sign is open where it changes within the interval or without the"
                        + " largest.",
                ""));
    }

    private static String number(double x) {
        return Double.isNaN(x) ? "-" : Rounded.of(x, 3);
    }

    private void totals() {
        heading("Together, by release");
        List<List<String>> rows = new ArrayList<>();
        for (BurdenReport.Release release : report.releases()) {
            Totals totals = release.totals();
            rows.add(List.of(
                    release.vintage().id(),
                    totals.atTarget() + " of " + totals.members(),
                    known(totals.atEquipment()),
                    known(totals.atBoth()),
                    totals.percent().setScale(2, RoundingMode.HALF_EVEN).toPlainString(),
                    totals.percentWithout().setScale(2, RoundingMode.HALF_EVEN).toPlainString(),
                    grouped(totals.shortfall())));
        }
        out.append(screen.table(
                List.of(
                        "Release",
                        "At " + report.target().toPlainString() + " %",
                        "At 20 % equipment",
                        "Both",
                        "All %",
                        "Without largest %",
                        "Lacking m USD"),
                1,
                rows));
    }

    private static String known(OptionalInt count) {
        return count.isPresent() ? String.valueOf(count.getAsInt()) : "not known";
    }

    private void concordance() {
        heading("Do burdens match benefits?");
        out.append(report.concordance()
                .map(c -> screen.wrapped(
                        "Wilcoxon signed-rank W = %s, p = %s over %s (burden: share of defence; benefit: mean of the"
                                        .formatted(
                                                number(c.statistic()),
                                                number(c.pValue()),
                                                Counted.of(c.members(), "members"))
                                + " shares of GDP and people; borders are not in the figures). A small p says that they"
                                + " differ.",
                        ""))
                .orElse("People of some members are not on record.\n"));
    }

    private void index() {
        report.index().ifPresent(index -> {
            heading("An index, and how much of it is the choice of weights");
            List<List<String>> rows = new ArrayList<>();
            for (BurdenIndex.Row row : index.rows()) {
                rows.add(List.of(
                        name(row.member()),
                        number(row.score()),
                        String.valueOf(row.rank()),
                        row.best() + " to " + row.worst()));
            }
            out.append(screen.table(List.of("Member", "Score", "Rank", "Rank over weights"), 1, rows));
            out.append(screen.wrapped(
                    "Mean of z-scores of " + String.join("; ", index.measures()) + ". Ranks over " + index.draws()
                            + " weightings drawn at random (seed " + index.seed() + "), 5th to 95th percentile.",
                    ""));
        });
    }

    private void notMeasured() {
        heading("Not measured");
        report.notMeasured().forEach((name, why) -> out.append(screen.wrapped("- " + name + ": " + why + ".", "  ")));
    }
}
