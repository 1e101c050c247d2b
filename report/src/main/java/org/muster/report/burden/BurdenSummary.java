package org.muster.report.burden;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.input.Counted;
import org.muster.input.Rounded;
import org.muster.report.write.Screen;
import org.muster.share.burden.BurdenReport;
import org.muster.share.burden.Sensitivity;
import org.muster.share.burden.Totals;

/// Burdens as text that fits a screen: who is at the target, who carries most and least, whether the large carry more.
public final class BurdenSummary {
    private static final int EACH_END = 6;
    private static final double LEAST_P = 0.001;

    private final Alliance alliance;
    private final BurdenReport report;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private BurdenSummary(Alliance alliance, BurdenReport report, Screen screen) {
        this.alliance = alliance;
        this.report = report;
        this.screen = screen;
    }

    /// The summary, as wide as the screen.
    public static String write(Alliance alliance, BurdenReport report, Screen screen) {
        BurdenSummary text = new BurdenSummary(alliance, report, screen);
        text.head();
        text.ends();
        text.sizes();
        text.rest();
        return text.out.toString();
    }

    private void line(String words) {
        out.append(screen.wrapped(words, "  "));
    }

    private void head() {
        BurdenReport.Release last = report.releases().getLast();
        Totals totals = last.totals();
        line(alliance.title() + ", burdens of " + report.year()
                + (report.knownAt().equals(LocalDate.MAX)
                        ? ", all that is on record"
                        : ", as known on " + report.knownAt())
                + ", release " + last.vintage().id());
        line(totals.atTarget() + " of " + totals.members() + " spend "
                + report.target().toPlainString()
                + " percent of GDP or more on defence"
                + (totals.atEquipment().isPresent()
                        ? "; " + totals.atEquipment().getAsInt() + " spend 20 percent of that on equipment"
                        : "")
                + (totals.atBoth().isPresent() ? "; " + totals.atBoth().getAsInt() + " both" : "") + ".");
        line("All together spend " + totals.percent().setScale(2, RoundingMode.HALF_EVEN)
                + " percent, without the largest ("
                + last.rank().largest() + ") "
                + totals.percentWithout().setScale(2, RoundingMode.HALF_EVEN) + "; to the target they lack "
                + String.format(
                        Locale.ROOT,
                        "%,d",
                        totals.shortfall().setScale(0, RoundingMode.HALF_EVEN).longValueExact())
                + " million USD.");
    }

    private void ends() {
        List<BurdenReport.Carried> ranked = report.members().stream()
                .sorted(Comparator.comparing(
                                (BurdenReport.Carried one) -> one.country().burdenPercent())
                        .reversed())
                .toList();
        boolean all = ranked.size() <= 2 * EACH_END;
        out.append('\n')
                .append(screen.bold(all ? "Who carries" : "Who carries most, and least"))
                .append('\n');
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < ranked.size(); at++) {
            if (all || at < EACH_END || at >= ranked.size() - EACH_END) {
                BurdenReport.Carried one = ranked.get(at);
                rows.add(List.of(
                        (at + 1) + " "
                                + alliance.member(one.country().member())
                                        .map(Member::name)
                                        .orElse(one.country().member()),
                        one.country().burdenPercent().toPlainString(),
                        one.shareOfDefence().toPlainString(),
                        one.shareOfGdp().toPlainString()));
            }
        }
        out.append(screen.table(List.of("Member", "Burden %", "Of all defence %", "Of all GDP %"), 1, rows));
    }

    private void sizes() {
        Sensitivity rank = report.releases().getLast().rank();
        out.append('\n');
        line("Do the large carry more? "
                + (Double.isNaN(rank.all().rho())
                        ? "All carry alike."
                        : String.format(
                                Locale.ROOT,
                                "Rank correlation of GDP and burden %s (90 percent interval %s to %s): the sign %s.",
                                Rounded.signed(rank.all().rho(), 3),
                                Rounded.signed(rank.lower(), 3),
                                Rounded.signed(rank.upper(), 3),
                                rank.signIsOpen() ? "is open" : "holds")));
        report.concordance()
                .ifPresent(match -> line(String.format(
                        Locale.ROOT,
                        "Do burdens match benefits (GDP and people)? Wilcoxon p %s over %s; a small p says no.",
                        match.pValue() < LEAST_P ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", match.pValue()),
                        Counted.of(match.members(), "members"))));
    }

    private void rest() {
        line("There is no single verdict: measures, releases and members left out give other answers.");
        line("Not measured: " + String.join(", ", report.notMeasured().keySet()) + ".");
        line("More: --full for every member, release and an index with its ranges, --json.");
    }
}
