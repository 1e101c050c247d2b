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
import org.muster.report.write.Paper;
import org.muster.report.write.Screen;
import org.muster.report.write.Table;
import org.muster.share.burden.BurdenIndex;
import org.muster.share.burden.BurdenReport;
import org.muster.share.burden.Sensitivity;
import org.muster.share.burden.Totals;
import org.muster.statistics.RankCorrelation;

/// Burdens as text and as a page.
public final class BurdenText {
    private final Alliance alliance;
    private final BurdenReport report;
    private final Paper paper = new Paper();

    private BurdenText(Alliance alliance, BurdenReport report) {
        this.alliance = alliance;
        this.report = report;
    }

    /// All of it, as wide as the screen.
    public static String write(Alliance alliance, BurdenReport report, Screen screen) {
        return paper(alliance, report).text(screen);
    }

    /// All of it as a page.
    public static String page(Alliance alliance, BurdenReport report) {
        return paper(alliance, report).page("Burdens of " + alliance.title() + ", " + report.year());
    }

    private static Paper paper(Alliance alliance, BurdenReport report) {
        BurdenText text = new BurdenText(alliance, report);
        text.head();
        text.members();
        text.rank();
        text.totals();
        text.concordance();
        text.index();
        text.notMeasured();
        return text.paper;
    }

    private void heading(String title) {
        paper.heading(title);
    }

    private void head() {
        paper.title(
                alliance.title(),
                ", burdens of " + report.year()
                        + (report.knownAt().equals(LocalDate.MAX)
                                ? ", all that is on record"
                                : ", as known on " + report.knownAt()));
        paper.sentence(
                "There is no single verdict: each measure stands beside what it depends on. Members are measured on the"
                        + " newest release, "
                        + report.releases().getLast().vintage().id() + ".");
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
        paper.table(new Table(
                List.of("Member", "Burden %", "Equipment %", "Of defence %", "Of GDP %", "Gap", "Lacks m USD"),
                1,
                rows));
        paper.sentence(
                "Burden: defence in percent of GDP. Gap: share of all defence less share of all GDP, in points. Lacks: to "
                        + report.target().toPlainString() + " percent of GDP, in millions.");
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
        paper.table(new Table(
                List.of("Release", "Members", "rho", "p", "tau", "90 % interval", "without largest", "sign"), 1, rows));
        Sensitivity last = report.releases().getLast().rank();
        paper.sentence("Spearman's rho, Kendall's tau; interval by bootstrap over members (seed " + last.seed()
                + "); the largest is " + last.largest()
                + ". Above 0 and significant speaks for exploitation of the large by the small (Olson and"
                + " Zeckhauser 1966). The sign is open where it changes within the interval or without the"
                + " largest.");
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
        paper.table(new Table(
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
        paper.sentence(report.concordance()
                .map(c -> "Wilcoxon signed-rank W = " + number(c.statistic()) + ", p = " + number(c.pValue()) + " over "
                        + Counted.of(c.members(), "members")
                        + " (burden: share of defence; benefit: mean of the shares of GDP and people; borders are not in"
                        + " the figures). A small p says that they differ.")
                .orElse("People of some members are not on record."));
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
            paper.table(new Table(List.of("Member", "Score", "Rank", "Rank over weights"), 1, rows));
            paper.sentence(
                    "Mean of z-scores of " + String.join("; ", index.measures()) + ". Ranks over " + index.draws()
                            + " weightings drawn at random (seed " + index.seed() + "), 5th to 95th percentile.");
        });
    }

    private void notMeasured() {
        heading("Not measured");
        report.notMeasured().forEach((name, why) -> paper.point(name + ": " + why + "."));
    }
}
